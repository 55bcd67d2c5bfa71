// Any bytes, read as articles, of which copies are looked for: what the search finds is what comparing every two finds,
// an article is in one group at most, each copy is a copy of its original, changed passages are the texts' own, in
// order and cut between characters, and the JSON is JSON.
#include <simdjson.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/copies.h"
#include "nutgraf/read.h"
#include "nutgraf/render.h"

namespace {

constexpr std::size_t kMostArticles = 64;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_passages(const std::string& text, const std::vector<nutgraf::Span>& passages) {
  std::size_t end = 0;
  for (const nutgraf::Span passage : passages) {
    require(end <= passage.begin && passage.begin < passage.end && passage.end <= text.size());
    require(simdjson::validate_utf8(text.data() + passage.begin, passage.size()));
    end = passage.end;
  }
}

void check_group(const std::vector<nutgraf::Article>& articles, const std::vector<nutgraf::CopyProfile>& profiles,
                 const nutgraf::CopyGroup& group, const nutgraf::CopyOptions& options, std::vector<bool>& grouped) {
  require(!group.copies.empty() && !grouped[group.original]);
  grouped[group.original] = true;
  for (const nutgraf::Copy& copy : group.copies) {
    require(!grouped[copy.article]);
    grouped[copy.article] = true;
    require(is_copy(profiles[group.original].fingerprint, profiles[copy.article].fingerprint, options));
    require(copy.taken > 0 && copy.taken <= 1 && copy.kept > 0 && copy.kept <= 1);
    check_passages(articles[copy.article].text, copy.changes.added);
    check_passages(articles[group.original].text, copy.changes.left_out);
  }
  std::string json;
  render_json(articles, group, json);
  simdjson::dom::parser parser;
  const simdjson::error_code error = parser.parse(json).error();
  require(error == simdjson::SUCCESS || error == simdjson::NUMBER_ERROR);  // extra keeps numbers beyond 64 bits
  std::string text;
  render_text(articles, group, text);
  require(simdjson::validate_utf8(text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const nutgraf::CopyOptions options{
      .containment = (1 + data[0] % 10U) / 10.0, .length = data[1] % 11U / 10.0, .threads = 1};
  const std::string_view bytes(reinterpret_cast<const char*>(data + 2), size - 2);
  const auto articles = nutgraf::read_articles(bytes, "input");
  if (!articles || articles->size() > kMostArticles) return 0;

  const std::vector<nutgraf::CopyProfile> profiles = profile_articles(*articles, {}, options);
  const std::vector<nutgraf::CopyPair> pairs = compare_all(profiles, options);
  for (const nutgraf::CopyPair& pair : find_copies(profiles, options))
    require(std::ranges::find(pairs, pair) != pairs.end());
  std::vector<nutgraf::CopyGroup> groups = group_copies(profiles, pairs, options);
  find_changes(*articles, {}, options, groups);
  std::vector<bool> grouped(articles->size(), false);
  for (const nutgraf::CopyGroup& group : groups) check_group(*articles, profiles, group, options, grouped);
  require(count_sources(profiles, groups) <= articles->size());
  return 0;
}
