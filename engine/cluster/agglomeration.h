// Joins articles into stories, bottom up.
//
//   const std::vector<std::uint32_t> story = agglomerate(3, pairs, {});   // of each article: the first one of its
//   story
//
// Two groups are the nearer the higher the mean log-odds over all pairs between them (average linkage), pairs that are
// not given counting kLeastLogOdds. Two well-knit groups must be nearer still: what is missing to the looser group's
// own mean is taken off, the more of it the more articles both have. So a single late report joins easily, while two
// large groups that are each of one mind, as the reports of two storms, stay apart. The nearest two are joined while
// they are at least `threshold` near. Neither a chain of pairs nor the order of the pairs can hold a group together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace nutgraf {

struct ScoredPair {
  std::uint32_t first = 0;
  std::uint32_t second = 0;  // > first
  float log_odds = 0;

  bool operator==(const ScoredPair&) const = default;
};

using Link = std::pair<std::uint32_t, std::uint32_t>;

// How near two groups are: of `size` articles each, with this mean log-odds of the pairs inside each (of one article:
// 0) and between them.
struct Cohesion {
  double size = 1;
  double mean = 0;
};
double nearness(const Cohesion& a, const Cohesion& b, double mean_between);

struct AgglomerationOptions {
  double threshold = 0;
  std::span<const Link> must;    // are in one story, whatever the scores say
  std::span<const Link> cannot;  // are not; yields to `must`
};

// Of each of `articles` articles, the lowest index in its group. `pairs` are sorted by (first, second), each once.
std::vector<std::uint32_t> agglomerate(std::size_t articles, std::span<const ScoredPair> pairs,
                                       const AgglomerationOptions& options);

}  // namespace nutgraf
