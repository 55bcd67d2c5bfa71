// Gives short texts terms of those that are nearest to them, so that two titles are seen to tell one thing if they
// share no word, but others share some with both.
//
// Efron, M., Organisciak, P., Fenlon, K. (2012): Improving retrieval of short texts through document expansion.
#pragma once

#include <span>

#include "cluster/pair_search.h"
#include "similarity/profile.h"

namespace nutgraf {

// `profiles` as find_pairs takes them. Those that have a shortness get the terms of the few other short ones that are
// likeliest of one event with them, each by how near it is; rarities are then weights, and counts 1.
void expand_short(std::span<Profile> profiles, const PairSearchOptions& options);

}  // namespace nutgraf
