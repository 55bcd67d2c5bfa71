// The product of small matrices: the inner loop of the scorer.
//
// Each sum is made by itself, factor after factor and without fused multiply-add, so that every processor gives the
// same bits.
#pragma once

#include <cstddef>
#include <cstring>
#include <span>

namespace nutgraf {

// Of `kRows` rows of factors, `kBlocks` times eight columns of sums, kept in registers.
template <std::size_t kRows, std::size_t kBlocks>
void add_columns(const float* factors, std::size_t inputs, const float* rows, std::size_t width, float* sums) {
  using Lanes [[gnu::vector_size(32)]] = float;
  Lanes blocks[kRows][kBlocks];
  for (std::size_t r = 0; r < kRows; ++r)
    for (std::size_t k = 0; k < kBlocks; ++k) std::memcpy(&blocks[r][k], sums + r * width + 8 * k, sizeof(Lanes));
  for (std::size_t i = 0; i < inputs; ++i) {
    for (std::size_t k = 0; k < kBlocks; ++k) {
      Lanes columns;
      std::memcpy(&columns, rows + i * width + 8 * k, sizeof columns);
      for (std::size_t r = 0; r < kRows; ++r) blocks[r][k] += factors[r * inputs + i] * columns;
    }
  }
  for (std::size_t r = 0; r < kRows; ++r)
    for (std::size_t k = 0; k < kBlocks; ++k) std::memcpy(sums + r * width + 8 * k, &blocks[r][k], sizeof(Lanes));
}

// Sums from `column` on, at most `kBlocks` times eight at a time.
template <std::size_t kRows, std::size_t kBlocks>
void add_rows(const float* factors, std::size_t inputs, const float* rows, std::size_t width, float* sums,
              std::size_t column = 0) {
  for (; column + 8 * kBlocks <= width; column += 8 * kBlocks)
    add_columns<kRows, kBlocks>(factors, inputs, rows + column, width, sums + column);
  if constexpr (kBlocks > 1) {
    add_rows<kRows, kBlocks / 2>(factors, inputs, rows, width, sums, column);
  } else {
    for (; column < width; ++column)
      for (std::size_t r = 0; r < kRows; ++r)
        for (std::size_t i = 0; i < inputs; ++i)
          sums[r * width + column] += factors[r * inputs + i] * rows[i * width + column];
  }
}

// Of rows of factors, one a row of sums: sums[k] += the sum of factors[i] * rows[i * width + k] over all i.
inline void add_weighted_rows(std::span<const float> factors, std::span<const float> rows, std::size_t width,
                              std::span<float> sums) {
  if (sums.empty()) return;
  const std::size_t inputs = rows.size() / width;
  const std::size_t count = sums.size() / width;
  std::size_t row = 0;
  for (; row + 4 <= count; row += 4)
    add_rows<4, 2>(&factors[row * inputs], inputs, rows.data(), width, &sums[row * width]);
  for (; row < count; ++row) add_rows<1, 8>(&factors[row * inputs], inputs, rows.data(), width, &sums[row * width]);
}

}  // namespace nutgraf
