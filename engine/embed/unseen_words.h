// Vectors of words that have no row of their own, from their character n-grams.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "embed/row_sum.h"
#include "embed/word_vectors.h"

namespace nutgraf {

struct UnseenWord {
  std::uint64_t hash = 0;  // what find() did not find
  std::string_view text;   // the word as it is written
  float* sum = nullptr;    // the vector of its sentence
};

// Keeps the words it met in a fixed-size table, since a name that comes once comes again. Not thread-safe: one per
// thread.
class UnseenWords {
 public:
  // `vectors` must outlive it.
  explicit UnseenWords(const WordVectors& vectors);

  // Adds each word to the vector of its sentence: the mean over its n-grams of vector times weight; nothing if none of
  // them has a row. Their n-grams come from memory together.
  void add(std::span<const UnseenWord> words);

  // The vector of a word: the mean without the weights, in padded_dimensions(), not kept. Valid until the next call.
  std::span<const float> vector(std::string_view word);

 private:
  static constexpr std::size_t kTogether = 8;

  void add_together(std::span<const UnseenWord> words);
  void send_for_subwords(std::string_view word, std::vector<std::uint32_t>& buckets);
  void average(std::span<const std::uint32_t> subwords, bool weighted, float* mean);

  const WordVectors& vectors_;
  SumRows sum_rows_;
  std::vector<std::uint64_t> keys_;   // of the entries; 0: free
  std::unique_ptr<float[]> entries_;  // a row each; memory that is not needed is not touched
  std::vector<float> mean_;
  std::array<std::vector<std::uint32_t>, kTogether> subwords_;
  std::vector<ScaledRow> rows_;
  std::string folded_;
};

}  // namespace nutgraf
