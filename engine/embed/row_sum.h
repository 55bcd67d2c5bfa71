// Sums of int8 rows: the inner loop of sentence vectors.
//
// Each dimension is summed by itself, in the order of the rows and without fused multiply-add, so that every processor
// gives the same bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace nutgraf {

struct ScaledRow {
  const std::int8_t* values;
  float factor;
};

// sum[i] = the sum of factor * values[i] over `rows`, for i below `size`, which must be a multiple of 8.
using SumRows = void (*)(std::span<const ScaledRow> rows, std::size_t size, float* sum);

void sum_rows_portable(std::span<const ScaledRow> rows, std::size_t size, float* sum);

// The fastest for this processor.
SumRows find_sum_rows();

}  // namespace nutgraf
