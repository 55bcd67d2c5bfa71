#include "archive/story_numbers.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace nutgraf {
namespace {

// How many articles of a story are in a group.
struct Overlap {
  std::size_t articles = 0;
  StoryNumber story = 0;
  std::uint32_t group = 0;
};

// The largest first.
std::vector<Overlap> find_overlaps(std::span<const StoryNumber> before, std::span<const std::uint32_t> group) {
  std::map<std::pair<StoryNumber, std::uint32_t>, std::size_t> counts;
  for (std::size_t i = 0; i < before.size(); ++i)
    if (before[i] != 0) ++counts[{before[i], group[i]}];
  std::vector<Overlap> overlaps;
  overlaps.reserve(counts.size());
  for (const auto& [key, count] : counts)
    overlaps.push_back({.articles = count, .story = key.first, .group = key.second});
  std::ranges::sort(overlaps, [](const Overlap& a, const Overlap& b) {
    return std::tie(b.articles, a.story, a.group) < std::tie(a.articles, b.story, b.group);
  });
  return overlaps;
}

}  // namespace

StoryNumbers number_stories(std::span<const StoryNumber> before, std::span<const std::uint32_t> group,
                            StoryNumber next) {
  const std::vector<Overlap> overlaps = find_overlaps(before, group);
  std::map<std::uint32_t, StoryNumber> numbers;  // of groups
  std::map<StoryNumber, std::uint32_t> largest;  // group that has most of a story
  std::map<StoryNumber, bool> taken;
  for (const Overlap& overlap : overlaps) {
    largest.emplace(overlap.story, overlap.group);
    if (taken[overlap.story] || numbers.contains(overlap.group)) continue;
    taken[overlap.story] = true;
    numbers[overlap.group] = overlap.story;
  }
  StoryNumbers result;
  for (const std::uint32_t of : group) {
    const auto [number, is_new] = numbers.try_emplace(of, next);
    if (is_new) ++next;
    result.story.push_back(number->second);
  }
  for (const auto& [story, was_taken] : taken)
    if (!was_taken) result.merges.push_back({.story = story, .into = numbers[largest[story]]});
  return result;
}

}  // namespace nutgraf
