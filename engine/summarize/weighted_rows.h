// The sum of the rows of a matrix, each times a number: the inner loop of the scorer.
//
// Each column is summed by itself, row after row and without fused multiply-add, so that every processor gives the same
// bits.
#pragma once

#include <cstddef>
#include <cstring>
#include <span>

namespace nutgraf {

// `kBlocks` times eight sums, kept in registers over all rows.
template <std::size_t kBlocks>
void add_columns(std::span<const float> factors, const float* row, std::size_t width, float* sums) {
  using Lanes [[gnu::vector_size(32)]] = float;
  Lanes blocks[kBlocks];
  for (std::size_t k = 0; k < kBlocks; ++k) std::memcpy(&blocks[k], sums + 8 * k, sizeof(Lanes));
  for (const float factor : factors) {
    for (std::size_t k = 0; k < kBlocks; ++k) {
      Lanes columns;
      std::memcpy(&columns, row + 8 * k, sizeof columns);
      blocks[k] += factor * columns;
    }
    row += width;
  }
  for (std::size_t k = 0; k < kBlocks; ++k) std::memcpy(sums + 8 * k, &blocks[k], sizeof(Lanes));
}

// sums[k] += the sum of factors[i] * rows[i * sums.size() + k] over all factors.
inline void add_weighted_rows(std::span<const float> factors, std::span<const float> rows, std::span<float> sums) {
  const std::size_t width = sums.size();
  std::size_t column = 0;
  for (; column + 32 <= width; column += 32) add_columns<4>(factors, &rows[column], width, &sums[column]);
  for (; column + 16 <= width; column += 16) add_columns<2>(factors, &rows[column], width, &sums[column]);
  for (; column + 8 <= width; column += 8) add_columns<1>(factors, &rows[column], width, &sums[column]);
  for (; column < width; ++column)
    for (std::size_t i = 0; i < factors.size(); ++i) sums[column] += factors[i] * rows[i * width + column];
}

}  // namespace nutgraf
