#include <algorithm>

#include "nutgraf/segment.h"
#include "segment/gap_model.h"
#include "segment/segmentation.h"
#include "text/character.h"
#include "text/language.h"
#include "text/language_id.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

// Adds [begin, end), without the white space at its end, in pieces of at most kMaxSentenceBytes.
void add_sentence(std::string_view text, std::size_t begin, std::size_t end, std::vector<Span>& sentences) {
  while (end - begin > kMaxSentenceBytes) {
    std::size_t cut = begin + kMaxSentenceBytes;
    const std::size_t space = text.find_last_of(" \t\n", cut);
    cut = space != std::string_view::npos && space > begin ? space : utf8::floor(text, cut);
    sentences.push_back({begin, trim_white_space(text, begin, cut)});
    begin = skip_white_space(text, cut);
  }
  end = trim_white_space(text, begin, end);
  if (end > begin) sentences.push_back({begin, end});
}

}  // namespace

struct Segmenter::State {
  UserAbbreviations abbreviations;
  std::string language_code;  // of `language`
  std::shared_ptr<const Language> language = Language::find("");
  LanguageId language_id;

  const Language& use(std::string_view code);
};

const Language& Segmenter::State::use(std::string_view code) {
  if (code != language_code) {
    language = Language::find(code);
    language_code = code;
  }
  return *language;
}

Segmenter::Segmenter(const SegmentOptions& options) : state_(std::make_unique<State>()) {
  for (std::string_view abbreviation : options.abbreviations) {
    if (abbreviation.ends_with('.')) abbreviation.remove_suffix(1);
    state_->abbreviations.insert(word_hash(abbreviation));
  }
}

Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;
Segmenter::~Segmenter() = default;

std::vector<Span> Segmenter::segment(std::string_view text, std::string_view language) {
  std::vector<Span> sentences;
  segment(text, language, sentences);
  return sentences;
}

void Segmenter::segment(std::string_view text, std::string_view language, std::vector<Span>& sentences) {
  sentences.clear();
  if (language.empty()) language = state_->language_id.identify(text);
  if (language.empty()) language = "en";
  const Language& known = state_->use(language);
  std::size_t begin = skip_white_space(text, 0);
  walk_boundaries(text, known, state_->abbreviations, [&](const PossibleBoundary& boundary) {
    const bool ends = boundary.learned ? gap_ends_sentence(gap_features(text, boundary.gap, known, boundary.rule),
                                                           known, boundary.rule)
                                       : boundary.rule;
    if (ends) {
      add_sentence(text, begin, boundary.end, sentences);
      begin = boundary.gap.end;
    }
    return ends;
  });
  if (begin < text.size()) add_sentence(text, begin, text.size(), sentences);
}

}  // namespace nutgraf
