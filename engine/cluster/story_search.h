// From profiles to groups: what find_stories does before it describes the stories, and what an archive does with the
// articles that a new one touches.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "cluster/agglomeration.h"
#include "similarity/profile.h"

namespace nutgraf {

// Makes the rarities of all profiles those of the collection, language by language. `threads`: 0 is one a core.
void weigh_all(std::span<Profile> profiles, std::size_t threads);

// The groups of `articles` articles, each sorted, by their first articles. `pairs` as find_pairs gives them. Only what
// is connected by pairs above the threshold is looked at together, so many articles are no more work than their parts.
std::vector<std::vector<std::uint32_t>> group_articles(std::size_t articles, std::span<const ScoredPair> pairs,
                                                       const AgglomerationOptions& options, std::size_t threads);

}  // namespace nutgraf
