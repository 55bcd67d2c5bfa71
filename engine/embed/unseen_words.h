// Vectors of words that have no row of their own, from their character n-grams.
#pragma once

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

// Keeps the words it met in a fixed-size table, since a name that comes once comes again. Not thread-safe: one per
// thread.
class UnseenWords {
 public:
  // `vectors` must outlive it.
  explicit UnseenWords(const WordVectors& vectors);

  // What the word adds to the vector of its sentence: the mean over its n-grams of vector times weight, in
  // padded_dimensions(); 0 if none of them has a row. `hash` is what find() did not find, `word` the word as it is
  // written. Valid until the next call.
  std::span<const float> weighted(std::uint64_t hash, std::string_view word);

  // The vector of the word: the same without the weights, not kept.
  std::span<const float> vector(std::string_view word);

 private:
  void average(std::string_view word, bool weighted, float* mean);

  const WordVectors& vectors_;
  SumRows sum_rows_;
  std::vector<std::uint64_t> keys_;   // of the entries; 0: free
  std::unique_ptr<float[]> entries_;  // a row each; memory that is not needed is not touched
  std::vector<float> mean_;
  std::vector<std::uint32_t> subwords_;
  std::vector<ScaledRow> rows_;
  std::string folded_;
};

}  // namespace nutgraf
