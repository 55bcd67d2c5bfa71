// Which story's number each group of articles gets, when articles that are in stories already are grouped anew.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nutgraf/archive.h"

namespace nutgraf {

struct StoryNumbers {
  std::vector<StoryNumber> story;  // of each article
  std::vector<StoryMerge> merges;  // sorted
};

// `before` is the story that each article was in, 0 for a new one; `group` the first article of its group now
// (agglomerate). A group takes the number of the story that it has most articles of, unless another group has more of
// that one; of equal ones the older story's, then the earlier group. What gets none gets `next`, and the numbers behind
// it. A story whose number no group has taken has merged into the one that has most of its articles.
StoryNumbers number_stories(std::span<const StoryNumber> before, std::span<const std::uint32_t> group,
                            StoryNumber next);

}  // namespace nutgraf
