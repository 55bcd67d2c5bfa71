// How far two groupings of the same items agree.
//
//   Partition found = ..., gold = ...;   // the group of each item, by number
//   agreement(found, gold, {}).b_cubed.f1
//
// Pairwise and B-cubed: Amigó et al., "A comparison of extrinsic clustering evaluation metrics", 2009. ARI: Hubert &
// Arabie, "Comparing partitions", 1985. AMI (arithmetic mean): Vinh, Epps & Bailey, JMLR 2010.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace nutgraf {

using Partition = std::vector<std::uint32_t>;  // the group of each item

struct PrecisionRecall {
  double precision = 1;
  double recall = 1;
  double f1 = 1;
};

struct Agreement {
  PrecisionRecall pairs;    // of items in one group
  PrecisionRecall b_cubed;  // mean over the items
  double adjusted_rand = 1;
  double adjusted_mutual_information = 1;
};

// `ambiguous`: pairs of gold groups of which it is open whether they are one. Pairs of items of two such groups are
// left out of the pairs, and from the precision in b_cubed; the other two do not know them.
Agreement agreement(const Partition& found, const Partition& gold,
                    std::span<const std::pair<std::uint32_t, std::uint32_t>> ambiguous);

}  // namespace nutgraf
