// The sum of the rows of a matrix, each times a number: the inner loop of the scorer.
//
// Each column is summed by itself, row after row and without fused multiply-add, so that every processor gives the same
// bits.
#pragma once

#include <span>

namespace nutgraf {

// sums[k] += the sum of factors[i] * rows[i * sums.size() + k] over all factors.
void add_weighted_rows(std::span<const float> factors, std::span<const float> rows, std::span<float> sums);

}  // namespace nutgraf
