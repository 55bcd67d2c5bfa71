// Any bytes: the sentences and the white space between them tile the text, no sentence is too long, and the same text
// gives the same sentences again. The fast path through the text decides as the plain one.
#include <simdjson.h>
#include <unicode/uchar.h>

#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/segment.h"
#include "read/decode.h"
#include "segment/both_paths.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (!u_isUWhiteSpace(static_cast<UChar32>(nutgraf::utf8::next(text, i)))) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr std::string_view kLanguages[] = {"", "en", "de", "el", "ja", "th", "hi", "xx"};
  if (size == 0) return 0;
  const std::string_view language = kLanguages[data[0] % std::size(kLanguages)];
  std::string text;
  nutgraf::append_valid_utf8({reinterpret_cast<const char*>(data + 1), size - 1}, text);

  nutgraf::Segmenter segmenter;
  const std::vector<nutgraf::Span> sentences = segmenter.segment(text, language);
  std::size_t end = 0;
  for (const nutgraf::Span s : sentences) {
    require(end <= s.begin && s.begin < s.end && s.end <= text.size());
    require(is_blank(std::string_view(text).substr(end, s.begin - end)));
    require(s.size() <= nutgraf::kMaxSentenceBytes);
    require(simdjson::validate_utf8(text.data() + s.begin, s.size()));
    end = s.end;
  }
  require(is_blank(std::string_view(text).substr(end)));
  require(segmenter.segment(text, language) == sentences);
  const auto known = nutgraf::Language::find(language);
  require(nutgraf::decisions<nutgraf::Path::kFast>(text, *known) ==
          nutgraf::decisions<nutgraf::Path::kPlain>(text, *known));
  require(nutgraf::Segmenter().segment(text, language) == sentences);
  return 0;
}
