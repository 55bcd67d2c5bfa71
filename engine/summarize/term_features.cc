#include "summarize/term_features.h"

#include <algorithm>
#include <cmath>

#include "analyse/prominence.h"
#include "summarize/perceptron.h"
#include "summarize/title.h"
#include "widest_vectors.h"

namespace nutgraf {
namespace {

constexpr float kLongestWord = 12;
constexpr float kUsualRarity = 8;

// Without a branch, so that many are found at a time.
float share(std::int32_t part, std::int32_t whole) {
  return static_cast<float>(part) / static_cast<float>(std::max(whole, 1));
}

}  // namespace

TermFeatures::TermFeatures() {
  for (std::size_t n = 0; n < single_uses_.size(); ++n)
    single_uses_[n] = {.prominence = prominence_of(n + 1), .log = std::log1p(prominence_of(n + 1))};
}

// Looked up where there is but one use, as of most terms.
float TermFeatures::log_of_prominence(std::size_t term) const {
  const auto first = static_cast<std::size_t>(first_[term]);
  const bool once = first < single_uses_.size() && prominence_[term] == single_uses_[first].prominence;
  return once ? single_uses_[first].log : std::log1p(prominence_[term]);
}

void TermFeatures::find_uses(const Document& document, std::span<const std::uint32_t> sentences) {
  const std::size_t terms = document.terms.size();
  for (Counts* const counts :
       {&first_, &count_, &sentences_, &late_, &capitals_, &openings_, &capital_openings_, &bytes_, &number_})
    counts->assign(padded(terms), 0);
  std::fill_n(first_.begin(), terms, static_cast<std::int32_t>(sentences.size()));  // behind all of them
  prominence_.assign(padded(terms), 0);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Sentence& sentence = document.sentences[sentences[i]];
    const float prominence = prominence_of(i + 1);
    const std::int32_t late = 5 * i > 3 * sentences.size() ? 1 : 0;
    for (const TermWeight& entry : document.vector(sentences[i])) {
      first_[entry.term] = std::min(first_[entry.term], static_cast<std::int32_t>(i));
      ++sentences_[entry.term];
      late_[entry.term] += late;
    }
    const std::span<const Token> tokens =
        std::span(document.tokens).subspan(sentence.first_token, sentence.last_token - sentence.first_token);
    terms_.resize(tokens.size());
    std::size_t count = 0;
    for (std::uint32_t t = 0; t < tokens.size(); ++t) {
      terms_[count] = t;  // kept by what follows; a branch would often be guessed wrong
      count += tokens[t].term != kNoTerm ? 1 : 0;
    }
    for (const std::uint32_t t : std::span(terms_).first(count)) {
      const Token token = tokens[t];
      ++count_[token.term];
      capitals_[token.term] += token.capital ? 1 : 0;
      bytes_[token.term] = static_cast<std::int32_t>(token.end - token.begin);
      number_[token.term] |= token.digit ? 1 : 0;
      prominence_[token.term] += prominence;
    }
    if (count > 0 && terms_[0] == 0) {
      ++openings_[tokens[0].term];
      capital_openings_[tokens[0].term] += tokens[0].capital ? 1 : 0;
    }
  }
  if (document.title_terms.empty()) return;
  for (std::size_t term = 0; term < terms; ++term) {
    if (count_[term] == 0 || !is_in_title(document, static_cast<std::uint32_t>(term))) continue;
    first_[term] = 0;
    prominence_[term] += kTitleProminence;
  }
}

void TermFeatures::find(const Document& document, std::span<const std::uint32_t> sentences, bool covered,
                        std::vector<float>& columns) {
  find_uses(document, sentences);
  const std::size_t terms = document.terms.size();
  const std::int32_t most = terms == 0 ? 1 : std::max(1, std::ranges::max(count_));
  const auto all = static_cast<std::int32_t>(sentences.size());
  const float length = log_of_one_more_(std::max(all, 1) - 1);

  columns.resize(kTermFeatures * padded(terms));
  const auto column = [&](TermFeature feature) { return columns.data() + feature * padded(terms); };
  const auto fill = [&](TermFeature feature, auto number) {
    float* const numbers = column(feature);
    for (std::size_t term = 0; term < padded(terms); ++term) numbers[term] = number(term);
  };
  idf_.assign(padded(terms), 0);
  for (std::size_t term = 0; term < terms; ++term) idf_[term] = document.terms[term].idf;
  fill(kCount, [&](std::size_t t) { return log_of_one_more_(count_[t]); });
  fill(kSentencesWith, [&](std::size_t t) { return log_of_one_more_(sentences_[t]); });
  fill(kLogProminence, [&](std::size_t t) { return log_of_prominence(t); });
  fill(kLogFirst, [&](std::size_t t) { return log_of_one_more_(first_[t]); });
  with_widest_vectors([&] {
    fill(kShareOfSentences, [&](std::size_t t) { return share(sentences_[t], all); });
    fill(kShareOfMost, [&](std::size_t t) { return share(count_[t], most); });
    fill(kProminence, [&](std::size_t t) { return prominence_[t]; });
    fill(kFirst, [&](std::size_t t) { return 1 / (static_cast<float>(first_[t]) + 1); });
    fill(kInFirstSentence, [&](std::size_t t) { return first_[t] == 0 ? 1.0F : 0.0F; });
    fill(kInFirstThree, [&](std::size_t t) { return first_[t] < 3 ? 1.0F : 0.0F; });
    fill(kLate, [&](std::size_t t) { return share(late_[t], sentences_[t]); });
    fill(kLength, [&](std::size_t) { return length; });
    fill(kIsNumber, [&](std::size_t t) { return static_cast<float>(number_[t]); });
    if (!covered) {
      std::fill(column(kCapitals), columns.data() + columns.size(), 0.0F);
      return;
    }
    fill(kCapitals, [&](std::size_t t) { return share(capitals_[t], count_[t]); });
    const auto capitals_inside = [&](std::size_t t) { return capitals_[t] - capital_openings_[t]; };
    fill(kIsName, [&](std::size_t t) { return capitals_inside(t) > 0 ? 1.0F : 0.0F; });
    fill(kNameShare, [&](std::size_t t) { return share(capitals_inside(t), count_[t] - openings_[t]); });
    fill(kLetters, [&](std::size_t t) { return std::min(static_cast<float>(bytes_[t]), kLongestWord) / kLongestWord; });
    fill(kRarity, [&](std::size_t t) { return idf_[t] / kUsualRarity; });
    fill(kIsUnknown, [&](std::size_t t) { return idf_[t] > 0 ? 0.0F : 1.0F; });
    fill(kRareAndFrequent, [&](std::size_t t) { return column(kRarity)[t] * column(kCount)[t]; });
    fill(kRareAndFirst, [&](std::size_t t) { return column(kRarity)[t] * column(kInFirstSentence)[t]; });
  });
}

}  // namespace nutgraf
