#include "embed/unseen_words.h"

#include "text/word_normalizer.h"

namespace nutgraf {
namespace {

constexpr std::size_t kEntries = 1024;

}  // namespace

UnseenWords::UnseenWords(const WordVectors& vectors) : vectors_(vectors), sum_rows_(find_sum_rows()) {}

std::span<const float> UnseenWords::weighted(std::uint64_t hash, std::string_view word) {
  const std::size_t size = vectors_.padded_dimensions();
  if (keys_.empty()) {
    keys_.resize(kEntries);
    entries_ = std::make_unique_for_overwrite<float[]>(kEntries * size);
  }
  const std::size_t place = hash % kEntries;
  float* const entry = &entries_[place * size];
  const std::uint64_t key = hash != 0 ? hash : 1;
  if (keys_[place] != key) {
    average(word, /*weighted=*/true, entry);
    keys_[place] = key;
  }
  return {entry, size};
}

std::span<const float> UnseenWords::vector(std::string_view word) {
  mean_.resize(vectors_.padded_dimensions());
  average(word, /*weighted=*/false, mean_.data());
  return mean_;
}

void UnseenWords::average(std::string_view word, bool weighted, float* mean) {
  if (vectors_.layout().folded != 0) {
    fold_case(word, folded_);
    word = folded_;
  }
  vectors_.find_subwords(word, subwords_);
  const float share = subwords_.empty() ? 0.0F : 1.0F / static_cast<float>(subwords_.size());
  rows_.clear();
  for (const std::uint32_t subword : subwords_) {
    const VectorRow row = vectors_.subword(subword);
    rows_.push_back({.values = row.values, .factor = share * row.scale * (weighted ? row.weight : 1.0F)});
  }
  sum_rows_(rows_, vectors_.padded_dimensions(), mean);
}

}  // namespace nutgraf
