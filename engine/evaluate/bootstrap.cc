#include "evaluate/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>

namespace nutgraf {
namespace {

// Between the two values that the share falls between, in proportion.
double quantile(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return std::lerp(sorted[below], sorted[above], place - std::floor(place));
}

}  // namespace

std::vector<Interval> bootstrap_means(std::span<const double> values, std::size_t columns) {
  const std::size_t rows = values.size() / columns;
  if (rows == 0) return std::vector<Interval>(columns);
  std::vector<std::vector<double>> means(columns, std::vector<double>(kResamples));
  std::vector<double> sums(columns);
  std::mt19937 random;  // the standard says which numbers it gives; of its distributions it does not
  for (std::size_t sample = 0; sample < kResamples; ++sample) {
    std::ranges::fill(sums, 0);
    for (std::size_t draw = 0; draw < rows; ++draw) {
      const std::size_t row = static_cast<std::uint64_t>(random()) * rows >> 32;
      for (std::size_t column = 0; column < columns; ++column) sums[column] += values[row * columns + column];
    }
    for (std::size_t column = 0; column < columns; ++column)
      means[column][sample] = sums[column] / static_cast<double>(rows);
  }
  std::vector<Interval> intervals;
  for (std::vector<double>& column : means) {
    std::ranges::sort(column);
    intervals.push_back({.low = quantile(column, 0.025), .high = quantile(column, 0.975)});
  }
  return intervals;
}

}  // namespace nutgraf
