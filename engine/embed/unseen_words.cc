#include "embed/unseen_words.h"

#include <algorithm>
#include <bitset>
#include <utility>

#include "text/word_normalizer.h"

namespace nutgraf {
namespace {

constexpr std::size_t kEntries = 1024;

}  // namespace

UnseenWords::UnseenWords(const WordVectors& vectors) : vectors_(vectors), sum_rows_(find_sum_rows()) {}

void UnseenWords::add(std::span<const UnseenWord> words) {
  if (!words.empty() && keys_.empty()) {
    keys_.resize(kEntries);
    entries_ = std::make_unique_for_overwrite<float[]>(kEntries * vectors_.padded_dimensions());
  }
  for (std::size_t begin = 0; begin < words.size(); begin += kTogether)
    add_together(words.subspan(begin, std::min(kTogether, words.size() - begin)));
}

void UnseenWords::add_together(std::span<const UnseenWord> words) {
  std::bitset<kTogether> is_new;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint64_t key = words[i].hash != 0 ? words[i].hash : 1;
    is_new[i] = std::exchange(keys_[words[i].hash % kEntries], key) != key;
    if (is_new[i]) send_for_subwords(words[i].text, subwords_[i]);
  }
  for (std::size_t i = 0; i < words.size(); ++i)
    if (is_new[i]) vectors_.find_subwords(subwords_[i]);
  for (std::size_t i = 0; i < words.size(); ++i) {
    float* const entry = &entries_[words[i].hash % kEntries * vectors_.padded_dimensions()];
    if (is_new[i]) average(subwords_[i], /*weighted=*/true, entry);
    for (std::size_t j = 0; j < vectors_.dimensions(); ++j) words[i].sum[j] += entry[j];
  }
}

std::span<const float> UnseenWords::vector(std::string_view word) {
  send_for_subwords(word, subwords_[0]);
  vectors_.find_subwords(subwords_[0]);
  mean_.resize(vectors_.padded_dimensions());
  average(subwords_[0], /*weighted=*/false, mean_.data());
  return mean_;
}

void UnseenWords::send_for_subwords(std::string_view word, std::vector<std::uint32_t>& buckets) {
  if (vectors_.layout().folded != 0) {
    fold_case(word, folded_);
    word = folded_;
  }
  vectors_.send_for_subwords(word, buckets);
}

void UnseenWords::average(std::span<const std::uint32_t> subwords, bool weighted, float* mean) {
  const float share = subwords.empty() ? 0.0F : 1.0F / static_cast<float>(subwords.size());
  rows_.clear();
  for (const std::uint32_t subword : subwords) {
    const VectorRow row = vectors_.subword(subword);
    rows_.push_back({.values = row.values, .factor = share * row.scale * (weighted ? row.weight : 1.0F)});
  }
  sum_rows_(rows_, vectors_.padded_dimensions(), mean);
}

}  // namespace nutgraf
