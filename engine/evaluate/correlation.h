// How well numbers go with gold ones.
#pragma once

#include <span>

namespace nutgraf {

// Pearson's correlation of two lists of the same length; 0 if either does not vary.
double pearson(std::span<const double> a, std::span<const double> b);

// Spearman's: Pearson's of the ranks; equal numbers share the mean of theirs.
double spearman(std::span<const double> a, std::span<const double> b);

}  // namespace nutgraf
