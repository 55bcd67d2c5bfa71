#include "summarize/weighted_rows.h"

#include <array>
#include <cstddef>

namespace nutgraf {
namespace {

// `kColumns` sums, kept in registers over all rows.
template <std::size_t kColumns>
[[gnu::always_inline]] inline void add_columns(std::span<const float> factors, const float* row, std::size_t width,
                                               float* sums) {
  std::array<float, kColumns> block;
  for (std::size_t k = 0; k < kColumns; ++k) block[k] = sums[k];
  for (const float factor : factors) {
    for (std::size_t k = 0; k < kColumns; ++k) block[k] += factor * row[k];
    row += width;
  }
  for (std::size_t k = 0; k < kColumns; ++k) sums[k] = block[k];
}

[[gnu::always_inline]] inline void add_all(std::span<const float> factors, const float* rows, std::span<float> sums) {
  const std::size_t width = sums.size();
  std::size_t column = 0;
  for (; column + 16 <= width; column += 16) add_columns<16>(factors, rows + column, width, &sums[column]);
  for (; column + 8 <= width; column += 8) add_columns<8>(factors, rows + column, width, &sums[column]);
  for (; column < width; ++column) add_columns<1>(factors, rows + column, width, &sums[column]);
}

#ifdef __x86_64__
[[gnu::target("avx2")]] void add_all_avx2(std::span<const float> factors, const float* rows, std::span<float> sums) {
  add_all(factors, rows, sums);
}
#endif

}  // namespace

void add_weighted_rows(std::span<const float> factors, std::span<const float> rows, std::span<float> sums) {
#ifdef __x86_64__
  if (__builtin_cpu_supports("avx2") != 0) return add_all_avx2(factors, rows.data(), sums);
#endif
  add_all(factors, rows.data(), sums);
}

}  // namespace nutgraf
