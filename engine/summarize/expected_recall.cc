#include "summarize/expected_recall.h"

#include <algorithm>

namespace nutgraf {
namespace {

// After so many words of a report, an occurrence weighs half.
constexpr double kHalfWeight = 20;

// What an occurrence in a title weighs.
constexpr double kTitleWeight = 0.5;

// What a pair is worth, when a word is worth 1.
constexpr double kPairWorth = 1.5;

// How much less the weightiest occurrence of a pair counts.
constexpr double kPairDiscount = 0.9;

// e^-x, nearly, by what every machine computes alike: (1 + x / 1024)^-1024.
double decay(double x) {
  double power = 1 / (1 + x / 1024);
  for (int i = 0; i < 10; ++i) power *= power;
  return power;
}

}  // namespace

void ExpectedRecall::estimate(const ReportCollection& collection, double length) {
  count(collection);
  grams_.assign(words_ + pairs_.size(), {});
  double weight_of_all = 0;
  std::size_t i = 0;
  const auto weigh = [&](const ReportSentence& words, double weight) {
    weight *= collection.reports()[words.report].voice;
    weight_of_all += weight * static_cast<double>(collection.words(words).size());
    for (std::size_t c = begin_[i]; c < begin_[i + 1]; ++c) {
      Gram& gram = grams_[counts_[c].gram];
      gram.rate += weight * counts_[c].count;
      gram.heaviest = std::max(gram.heaviest, weight);
    }
    ++i;
  };
  for (const ReportSentence& sentence : collection.sentences())
    weigh(sentence, 1 / (1 + sentence.before / kHalfWeight));
  for (const ReportSentence& title : collection.titles()) weigh(title, kTitleWeight);
  for (std::size_t g = 0; g < grams_.size(); ++g) {
    Gram& gram = grams_[g];
    if (g >= words_) gram.rate -= kPairDiscount * gram.heaviest;
    gram.rate *= length / weight_of_all;
    gram.absence = gram.point = decay(gram.rate);
    gram.tail = 1 - gram.absence;
  }
}

void ExpectedRecall::count(const ReportCollection& collection) {
  words_ = collection.distinct_words();
  pairs_.clear();
  counts_.clear();
  begin_.assign(1, 0);
  position_.assign(words_, 0);
  const auto count_in = [&](const ReportSentence& sentence) {
    const std::size_t first = counts_.size();
    const std::span<const std::uint32_t> words = collection.words(sentence);
    for (const std::uint32_t word : words) add(word, first);
    for (std::size_t i = 1; i < words.size(); ++i)
      add(words_ + pairs_[std::uint64_t{words[i - 1]} << 32U | words[i]], first);
    begin_.push_back(counts_.size());
  };
  std::ranges::for_each(collection.sentences(), count_in);
  std::ranges::for_each(collection.titles(), count_in);
}

// Counts one more in the sentence whose counts begin at `first`.
void ExpectedRecall::add(std::uint32_t gram, std::size_t first) {
  if (gram == position_.size()) position_.push_back(0);
  std::uint32_t& position = position_[gram];
  if (position >= first && position < counts_.size() && counts_[position].gram == gram) {
    ++counts_[position].count;
  } else {
    position = static_cast<std::uint32_t>(counts_.size());
    counts_.push_back({.gram = gram, .count = 1});
  }
}

// What one more occurrence in the summary is worth.
double ExpectedRecall::advance(Gram& gram) {
  const double worth = gram.tail;
  gram.taken += 1;
  gram.point *= gram.rate / gram.taken;
  gram.tail = std::max(0.0, gram.tail - gram.point);
  return worth;
}

double ExpectedRecall::gain(std::size_t sentence) const {
  double words = 0;
  double pairs = 0;
  for (std::size_t c = begin_[sentence]; c < begin_[sentence + 1]; ++c) {
    double& sum = counts_[c].gram < words_ ? words : pairs;
    sum += grams_[counts_[c].gram].tail;
    if (counts_[c].count == 1) continue;
    Gram gram = grams_[counts_[c].gram];
    advance(gram);
    for (std::uint32_t k = 1; k < counts_[c].count; ++k) sum += advance(gram);
  }
  return words + kPairWorth * pairs;
}

void ExpectedRecall::take(std::size_t sentence) {
  for (std::size_t c = begin_[sentence]; c < begin_[sentence + 1]; ++c)
    for (std::uint32_t k = 0; k < counts_[c].count; ++k) advance(grams_[counts_[c].gram]);
}

void ExpectedRecall::forget(std::size_t sentence) {
  for (std::size_t c = begin_[sentence]; c < begin_[sentence + 1]; ++c) {
    Gram& gram = grams_[counts_[c].gram];
    gram.taken = 0;
    gram.point = gram.absence;
    gram.tail = 1 - gram.absence;
  }
}

}  // namespace nutgraf
