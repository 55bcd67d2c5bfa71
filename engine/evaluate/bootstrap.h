// How sure a mean is: 95 % intervals by resampling (Efron's percentile bootstrap).
//
//   const double values[] = {0.2, 0.4,
//                            0.3, 0.1};
//   bootstrap_means(values, 2)   // an interval for the mean of 0.2 and 0.3, and one for that of 0.4 and 0.1
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "nutgraf/evaluate.h"

namespace nutgraf {

inline constexpr std::size_t kResamples = 1000;

// For each column of `values` (rows of `columns` values, one after the other) the interval of its mean. The rows are
// drawn whole, 1,000 times as many as there are, with replacement: so the interval of a column of differences is that
// of a paired test. The same on every machine and in every run.
std::vector<Interval> bootstrap_means(std::span<const double> values, std::size_t columns);

}  // namespace nutgraf
