// Products of word vectors, and what a perceptron is made of.
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#ifdef __x86_64__
#include <immintrin.h>
#endif

#include "embed/model_parts.h"
#include "limits/limit.h"
#include "limits/widest.h"

namespace nutgraf::bench {
namespace {

constexpr std::size_t kDraws = 1 << 16;
constexpr std::size_t kLookAhead = 16;  // rows that are on their way from memory at a time

// As in the shipped scorer of sentences: 65 inputs, 32 units; of several sentences at a time, so that no sum has to
// wait for the sum before it.
constexpr std::size_t kInputs = 65;
constexpr std::size_t kUnits = 32;
constexpr std::size_t kSentences = 4;

constexpr std::size_t kExponents = 256;  // as many as an article has terms

// The sum of the int8 rows' products with `vector`. `stride`, a multiple of 32, is that of a row; behind its dimensions
// `vector` has zeros.
using MultiplyRows = std::int64_t (*)(const std::int8_t* rows, std::size_t stride,
                                      std::span<const std::uint32_t> numbers, const std::int16_t* vector);

std::int64_t multiply_rows(const std::int8_t* rows, std::size_t stride, std::span<const std::uint32_t> numbers,
                           const std::int16_t* vector) {
  std::int64_t all = 0;
  for (const std::uint32_t number : numbers) {
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < stride; ++i) sum += rows[number * stride + i] * vector[i];
    all += sum;
  }
  return all;
}

#ifdef __x86_64__
[[gnu::target("avx2")]] std::int64_t multiply_rows_avx2(const std::int8_t* rows, std::size_t stride,
                                                        std::span<const std::uint32_t> numbers,
                                                        const std::int16_t* vector) {
  std::int64_t all = 0;
  for (std::size_t n = 0; n + kLookAhead < numbers.size(); ++n) {
    const std::int8_t* const ahead = rows + numbers[n + kLookAhead] * stride;
    for (std::size_t i = 0; i < stride; i += 64) __builtin_prefetch(ahead + i);
    const std::int8_t* const row = rows + numbers[n] * stride;
    __m256i sums = _mm256_setzero_si256();
    for (std::size_t i = 0; i < stride; i += 16) {
      const __m256i values = _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(row + i)));
      const __m256i others = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(vector + i));
      sums = _mm256_add_epi32(sums, _mm256_madd_epi16(values, others));
    }
    const __m128i four = _mm_add_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
    const __m128i two = _mm_add_epi32(four, _mm_unpackhi_epi64(four, four));
    all += _mm_cvtsi128_si32(two) + _mm_extract_epi32(two, 1);
  }
  return all;
}
#endif

MultiplyRows find_multiply_rows() {
#ifdef __x86_64__
  if (__builtin_cpu_supports("avx2") != 0) return multiply_rows_avx2;
#endif
  return multiply_rows;
}

using Lanes [[gnu::vector_size(64)]] = float;  // as many registers as it takes
constexpr std::size_t kLanes = sizeof(Lanes) / sizeof(float);

struct Perceptrons {
  std::array<std::array<float, kInputs>, kSentences> inputs;
  std::array<std::array<Lanes, kUnits / kLanes>, kInputs> weights;
  std::array<std::array<Lanes, kUnits / kLanes>, kSentences> units;
};

NUTGRAF_WIDEST void multiply_add(Perceptrons& perceptrons) {
  decltype(Perceptrons::units) sums{};
  for (std::size_t i = 0; i < kInputs; ++i) {
    // Unrolled, so that the sums are kept in registers.
#pragma GCC unroll 4
    for (std::size_t s = 0; s < kSentences; ++s) {
#pragma GCC unroll 2
      for (std::size_t u = 0; u < kUnits / kLanes; ++u)
        sums[s][u] += perceptrons.inputs[s][i] * perceptrons.weights[i][u];
    }
  }
  perceptrons.units = sums;
}

}  // namespace

std::vector<Limit> arithmetic_limits(const Model& model) {
  const WordVectors& vectors = model.parts().vectors;
  const std::size_t stride = vectors.layout().stride;
  auto rows = std::make_shared<const std::vector<std::uint32_t>>(draw_ranks(vectors.words(), kDraws));
  auto vector = std::make_shared<std::vector<std::int16_t>>(stride, 1);
  std::fill(vector->begin() + vectors.dimensions(), vector->end(), 0);
  auto perceptrons = std::make_shared<Perceptrons>();
  for (auto& row : perceptrons->inputs) row.fill(0.5F);
  for (auto& row : perceptrons->weights) row.fill(Lanes{} + 0.25F);
  auto exponents = std::make_shared<std::vector<float>>();
  for (std::size_t i = 0; i < kExponents; ++i) exponents->push_back(static_cast<float>(i) / 32 - 4);
  return {
      {.operation = Operation::kMultiplyRow,
       .name = "int8 dot products",
       .unit = "ns",
       .measure =
           [=, first = vectors.word(0).values, multiply = find_multiply_rows()] {
             return seconds_an_operation(kDraws, [&] { use(multiply(first, stride, *rows, vector->data())); });
           }},
      {.operation = Operation::kMultiplyAdd,
       .name = "float multiply-adds",
       .unit = "G/s",
       .measure =
           [perceptrons] {
             return seconds_an_operation(kInputs * kSentences * kUnits, [&] {
               multiply_add(*perceptrons);
               use(perceptrons->units.data());
             });
           }},
      {.operation = Operation::kExponential,
       .name = "exponentials",
       .unit = "ns",
       .measure =
           [exponents] {
             return seconds_an_operation(kExponents, [&] {
               float sum = 0;
               for (const float exponent : *exponents) sum += std::exp(exponent);
               use(sum);
             });
           }},
  };
}

}  // namespace nutgraf::bench
