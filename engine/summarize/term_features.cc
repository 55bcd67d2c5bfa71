#include "summarize/term_features.h"

#include <algorithm>
#include <cmath>

#include "analyse/prominence.h"

namespace nutgraf {
namespace {

constexpr float kLongestWord = 12;
constexpr float kUsualRarity = 8;

float share(std::uint32_t part, std::uint32_t whole) {
  return whole == 0 ? 0 : static_cast<float>(part) / static_cast<float>(whole);
}

}  // namespace

TermFeatures::TermFeatures() {
  for (std::size_t n = 0; n < log_of_one_use_.size(); ++n) log_of_one_use_[n] = std::log1p(prominence_of(n + 1));
}

// Looked up where there is but one use, as of most terms.
float TermFeatures::log_of_prominence(const Use& use) const {
  const bool once = use.first < log_of_one_use_.size() && use.prominence == prominence_of(use.first + 1);
  return once ? log_of_one_use_[use.first] : std::log1p(use.prominence);
}

void TermFeatures::find_uses(const Document& document, std::span<const std::uint32_t> sentences) {
  uses_.assign(document.terms.size(), Use());
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    const Sentence& sentence = document.sentences[sentences[i]];
    const float prominence = prominence_of(i + 1);
    const std::uint32_t late = 5 * i > 3 * sentences.size() ? 1 : 0;
    tokens_.resize(sentence.last_token - sentence.first_token);
    std::size_t count = 0;
    for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
      tokens_[count] = t;  // kept by what follows; a branch would often be guessed wrong
      count += document.tokens[t].term != kNoTerm ? 1 : 0;
    }
    for (const std::uint32_t t : std::span(tokens_).first(count)) {
      const Token& token = document.tokens[t];
      Use& use = uses_[token.term];
      const std::uint32_t new_sentence = use.last != i ? 1 : 0;
      const std::uint32_t inside = t > sentence.first_token ? 1 : 0;
      const std::uint32_t capital = token.capital ? 1 : 0;
      use.first = std::min(use.first, i);
      use.last = i;
      use.sentences += new_sentence;
      use.late += new_sentence & late;
      ++use.count;
      use.capitals += capital;
      use.inside += inside;
      use.capitals_inside += capital & inside;
      use.number |= token.digit;
      use.bytes = token.end - token.begin;
      use.prominence += prominence;
    }
  }
  if (document.title_terms.empty()) return;
  for (std::size_t term = 0; term < uses_.size(); ++term) {
    if (uses_[term].count == 0 ||
        std::ranges::find(document.title_terms, document.terms[term].hash) == document.title_terms.end())
      continue;
    uses_[term].first = 0;
    uses_[term].prominence += kTitleProminence;
  }
}

void TermFeatures::find(const Document& document, std::span<const std::uint32_t> sentences, bool covered,
                        std::vector<float>& features) {
  find_uses(document, sentences);
  std::uint32_t most = 1;
  for (const Use& use : uses_) most = std::max(most, use.count);
  const auto all = static_cast<std::uint32_t>(sentences.size());
  const float length = log_of_one_more_(std::max(all, 1U) - 1);

  features.resize(uses_.size() * kTermFeatures);
  for (std::size_t term = 0; term < uses_.size(); ++term) {
    const Use& use = uses_[term];
    float* const f = &features[term * kTermFeatures];
    if (use.count == 0 || !covered) std::fill_n(f, std::size_t{kTermFeatures}, 0.0F);
    if (use.count == 0) continue;
    f[kCount] = log_of_one_more_(use.count);
    f[kSentencesWith] = log_of_one_more_(use.sentences);
    f[kShareOfSentences] = share(use.sentences, all);
    f[kShareOfMost] = share(use.count, most);
    f[kProminence] = use.prominence;
    f[kLogProminence] = log_of_prominence(use);
    f[kFirst] = 1 / (static_cast<float>(use.first) + 1);
    f[kLogFirst] = log_of_one_more_(use.first);
    f[kInFirstSentence] = use.first == 0 ? 1 : 0;
    f[kInFirstThree] = use.first < 3 ? 1 : 0;
    f[kLate] = share(use.late, use.sentences);
    f[kLength] = length;
    f[kIsNumber] = use.number ? 1 : 0;
    if (!covered) continue;
    const float idf = document.terms[term].idf;
    f[kCapitals] = share(use.capitals, use.count);
    f[kIsName] = use.capitals_inside > 0 ? 1 : 0;
    f[kNameShare] = share(use.capitals_inside, use.inside);
    f[kLetters] = std::min(static_cast<float>(use.bytes), kLongestWord) / kLongestWord;
    f[kRarity] = idf / kUsualRarity;
    f[kIsUnknown] = idf > 0 ? 0 : 1;
    f[kRareAndFrequent] = f[kRarity] * f[kCount];
    f[kRareAndFirst] = f[kRarity] * f[kInFirstSentence];
  }
}

}  // namespace nutgraf
