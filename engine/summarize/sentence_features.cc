#include "summarize/sentence_features.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "dot_product.h"
#include "text/character.h"
#include "text/count_bytes.h"
#include "text/has_byte.h"
#include "widest_vectors.h"

namespace nutgraf {
namespace {

constexpr float kUsualWords = 30;
constexpr std::uint32_t kShort = 8;
constexpr std::uint32_t kLong = 35;
constexpr std::uint32_t kMostQuotes = 3;
constexpr float kSalient = 0.5F;

struct Marks {
  std::uint32_t quotes = 0;
  std::uint32_t commas = 0;
  bool asks = false;
  bool opens_with_quote = false;
};

bool is_quote(char32_t c) {
  return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) || (c >= 0x300C && c <= 0x300F);
}

Marks marks_of(std::string_view sentence) {
  Marks marks;
  if (is_ascii(sentence)) {  // the same, many bytes at a time
    marks.quotes = static_cast<std::uint32_t>(count_byte<'"'>(sentence));
    marks.commas = static_cast<std::uint32_t>(count_byte<','>(sentence));
    marks.asks = has_byte<'?'>(sentence);
    marks.opens_with_quote = sentence.starts_with('"');
    return marks;
  }
  for (std::size_t at = 0; at < sentence.size();) {
    const bool opens = at == 0;
    const char32_t c = utf8::next(sentence, at);
    marks.commas += c == ',' || c == 0x3001 || c == 0xFF0C || c == 0x060C ? 1 : 0;
    marks.asks |= c == '?' || c == 0xFF1F || c == 0x061F;
    if (!is_quote(c)) continue;
    ++marks.quotes;
    marks.opens_with_quote |= opens;
  }
  return marks;
}

float ratio(float part, float whole) { return whole > 0 ? part / whole : 0; }

void subtract_highest(std::span<float> features, std::size_t feature, std::size_t below) {
  float highest = features[feature];
  for (std::size_t at = 0; at < features.size(); at += kSentenceFeatures)
    highest = std::max(highest, features[at + feature]);
  for (std::size_t at = 0; at < features.size(); at += kSentenceFeatures)
    features[at + below] = features[at + feature] - highest;
}

}  // namespace

void SentenceFeatures::find(const Document& document, std::span<const std::uint32_t> sentences, const TermScores& terms,
                            bool cased, std::vector<float>& features) {
  find_salience_and_likeness(document, sentences, terms, features);
  for (std::size_t i = 0; i < sentences.size(); ++i)
    find_form(document, sentences, i, cased, std::span(features).subspan(i * kSentenceFeatures, kSentenceFeatures));
}

void SentenceFeatures::find_salience_and_likeness(const Document& document, std::span<const std::uint32_t> sentences,
                                                  const TermScores& terms, std::vector<float>& features) {
  features.assign(sentences.size() * kSentenceFeatures, 0);
  if (sentences.empty()) return;
  find_salience(document, sentences, terms, features);
  if (document.dimensions > 0) with_widest_vectors([&] { find_likeness(document, sentences, features); });
}

void SentenceFeatures::find_form(const Document& document, std::span<const std::uint32_t> sentences, std::size_t i,
                                 bool cased, std::span<float> row) const {
  const auto all = static_cast<float>(sentences.size());
  const Sentence& sentence = document.sentences[sentences[i]];
  float* const f = row.data();
  const auto place = static_cast<float>(i) + 1;
  f[kPlace] = 1 / place;
  for (std::size_t k = 0; k < 4; ++k) f[kIsFirst + k] = i == k ? 1 : 0;
  f[kLogPlace] = log_of_one_more_(i);
  f[kRelativePlace] = (place - 1) / all;
  f[kIsLast] = i + 1 == sentences.size() ? 1 : 0;
  f[kOpensParagraph] = i == 0 || document.sentences[sentences[i - 1]].paragraph != sentence.paragraph ? 1 : 0;
  f[kLogSentences] = log_of_one_more_(sentences.size() - 1);

  const auto words = static_cast<float>(sentence.words);
  f[kLogWords] = log_of_one_more_(sentence.words);
  f[kWords] = words / kUsualWords;
  f[kIsShort] = sentence.words < kShort ? 1 : 0;
  f[kIsLong] = sentence.words > kLong ? 1 : 0;

  const std::uint32_t size = sentence.last_token - sentence.first_token;
  std::uint32_t capitals = 0;
  std::uint32_t numbers = 0;
  for (const Token& token : std::span(document.tokens).subspan(sentence.first_token, size)) {
    capitals += token.capital ? 1 : 0;
    numbers += token.digit ? 1 : 0;
  }
  const bool opens_with_capital = size > 0 && document.tokens[sentence.first_token].capital;
  const std::uint32_t names = cased ? capitals - (opens_with_capital ? 1 : 0) : 0;
  const Marks marks = marks_of(document.content(sentence));
  const auto tokens = static_cast<float>(size);
  f[kNumbers] = ratio(static_cast<float>(numbers), tokens);
  f[kHasNumber] = numbers > 0 ? 1 : 0;
  f[kQuotes] = static_cast<float>(std::min(marks.quotes, kMostQuotes)) / kMostQuotes;
  f[kOpensWithQuote] = marks.opens_with_quote ? 1 : 0;
  f[kAsks] = marks.asks ? 1 : 0;
  f[kLeans] = sentence.dependent ? 1 : 0;
  f[kBreaksOff] = sentence.incomplete ? 1 : 0;
  f[kCommas] = ratio(static_cast<float>(marks.commas), tokens);
  f[kNames] = ratio(static_cast<float>(names), tokens);
}

void SentenceFeatures::find_salience(const Document& document, std::span<const std::uint32_t> sentences,
                                     const TermScores& terms, std::vector<float>& features) {
  float expected = 0;  // terms in a summary
  for (const float salience : terms.saliences) expected += salience;

  known_.assign(document.terms.size(), 0);
  float means = 0;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Sentence& sentence = document.sentences[sentences[i]];
    const std::span<const TermWeight> entries = document.vector(sentences[i]);
    float* const f = &features[i * kSentenceFeatures];
    float sum = 0;
    float squares = 0;
    float known = 0;
    float spread = 0;
    float greatest = 0;
    std::uint32_t salient = 0;
    for (const TermWeight& entry : entries) {
      const float salience = terms.saliences[entry.term];
      sum += salience;
      squares += salience * salience;
      known += known_[entry.term];
      known_[entry.term] = salience;
      spread += terms.log_spreads[entry.term];
      greatest = std::max(greatest, salience);
      salient += salience > kSalient ? 1 : 0;
    }
    f[kGreatestSalience] = greatest;
    f[kSalientTerms] = static_cast<float>(salient);
    const auto distinct = static_cast<float>(entries.size());
    const auto tokens = static_cast<float>(sentence.last_token - sentence.first_token);
    f[kTermShare] = ratio(distinct, tokens);
    f[kSalience] = sum;
    f[kMeanSalience] = ratio(sum, distinct);
    f[kSalienceDensity] = ratio(sum, tokens);
    f[kSalienceLength] = std::sqrt(squares);
    f[kKnownSalience] = known;
    f[kNewSalience] = sum - known;
    f[kSalienceShare] = ratio(sum, expected);
    f[kOverlap] = ratio(2 * sum, distinct + expected);
    f[kTermSpread] = ratio(spread, distinct);
    f[kExpectedTerms] = expected / 10;
    means += f[kMeanSalience];
  }
  subtract_highest(features, kSalience, kBelowSalient);
  subtract_highest(features, kOverlap, kBelowOverlap);
  means /= static_cast<float>(sentences.size());
  for (std::size_t at = 0; at < features.size(); at += kSentenceFeatures)
    features[at + kAboveMean] = features[at + kMeanSalience] - means;
}

void SentenceFeatures::find_likeness(const Document& document, std::span<const std::uint32_t> sentences,
                                     std::vector<float>& features) {
  const auto all = static_cast<float>(sentences.size());
  const std::span<const float> first = document.sentence_vector(sentences.front());
  sum_.assign(document.dimensions, 0);
  with_before_.clear();
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::span<const float> vector = document.sentence_vector(sentences[i]);
    float* const f = &features[i * kSentenceFeatures];
    f[kLikeArticle] = dot_product(vector, document.document_vector);
    f[kLikeFirst] = i > 0 ? dot_product(vector, first) : 0;
    if (i > 0) {
      f[kLikePrevious] = dot_product(vector, document.sentence_vector(sentences[i - 1]));
      features[(i - 1) * kSentenceFeatures + kLikeNext] = f[kLikePrevious];
    }
    with_before_.push_back(dot_product(vector, sum_));
    for (std::size_t d = 0; d < vector.size(); ++d) sum_[d] += vector[d];
  }
  const float length = std::sqrt(dot_product(sum_, sum_));
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    float* const f = &features[i * kSentenceFeatures];
    const float with_sum = dot_product(document.sentence_vector(sentences[i]), sum_);
    f[kLikeAll] = with_sum / all;
    f[kLikeSum] = ratio(with_sum, length);
    f[kLikeBefore] = with_before_[i] / static_cast<float>(std::max<std::size_t>(i, 1));
    f[kLikeBehind] = (with_sum - with_before_[i]) / (all - static_cast<float>(i));
  }
  subtract_highest(features, kLikeArticle, kBelowLikeArticle);
  subtract_highest(features, kLikeAll, kBelowLikeAll);
}

}  // namespace nutgraf
