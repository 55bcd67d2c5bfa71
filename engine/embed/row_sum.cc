#include "embed/row_sum.h"

#include <algorithm>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace nutgraf {
namespace {

#ifdef __x86_64__

// `kLanes` times 8 dimensions, kept in registers over all rows.
template <std::size_t kLanes>
[[gnu::target("avx2"), gnu::always_inline]] inline void sum_lanes(std::span<const ScaledRow> rows, std::size_t begin,
                                                                  float* sum) {
  __m256 lanes[kLanes];
  for (__m256& lane : lanes) lane = _mm256_setzero_ps();
  for (const ScaledRow& row : rows) {
    const __m256 factor = _mm256_set1_ps(row.factor);
    for (std::size_t i = 0; i < kLanes; ++i) {
      const __m128i bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(row.values + begin + 8 * i));
      const __m256 values = _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(bytes));
      lanes[i] = _mm256_add_ps(lanes[i], _mm256_mul_ps(factor, values));
    }
  }
  for (std::size_t i = 0; i < kLanes; ++i) _mm256_storeu_ps(sum + begin + 8 * i, lanes[i]);
}

// The last of fewer than 64 dimensions.
template <std::size_t kLanes = 7>
[[gnu::target("avx2")]] void sum_rest(std::span<const ScaledRow> rows, std::size_t begin, std::size_t size,
                                      float* sum) {
  if (size - begin == 8 * kLanes) {
    sum_lanes<kLanes>(rows, begin, sum);
  } else if constexpr (kLanes > 1) {
    sum_rest<kLanes - 1>(rows, begin, size, sum);
  }
}

[[gnu::target("avx2")]] void sum_rows_avx2(std::span<const ScaledRow> rows, std::size_t size, float* sum) {
  std::size_t begin = 0;
  for (; begin + 64 <= size; begin += 64) sum_lanes<8>(rows, begin, sum);
  sum_rest(rows, begin, size, sum);
}

#endif

}  // namespace

void sum_rows_portable(std::span<const ScaledRow> rows, std::size_t size, float* sum) {
  std::fill_n(sum, size, 0.0F);
  for (const auto& [values, factor] : rows) {
    // By eights, so that compilers need no code for a rest.
    for (std::size_t i = 0; i < size; i += 8)
      for (std::size_t j = i; j < i + 8; ++j) sum[j] += factor * static_cast<float>(values[j]);
  }
}

SumRows find_sum_rows() {
#ifdef __x86_64__
  if (__builtin_cpu_supports("avx2") != 0) return sum_rows_avx2;
#endif
  return sum_rows_portable;
}

}  // namespace nutgraf
