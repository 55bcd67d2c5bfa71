#include "cluster/agglomeration.h"

#include <algorithm>
#include <cmath>
#include <queue>

#include "cluster/disjoint_sets.h"
#include "similarity/pair_score.h"

namespace nutgraf {
namespace {

// How much of what is missing to the looser group's own mean is taken off: all of kCohesion for groups of
// kManyArticles.
constexpr double kCohesion = 1.4;
constexpr double kManyArticles = 10;

constexpr double kNever = -1e12;

// Pairs that are known. Fewer than 2^32, or they would not be in memory.
struct Pairs {
  double log_odds = 0;  // sum
  std::uint32_t count = 0;
};

// What is known between a group and another one.
struct Neighbour {
  std::uint32_t group = 0;  // an article of it
  std::uint32_t pairs = 0;
  double log_odds = 0;  // sum
};

struct Group {
  double size = 1;
  Pairs within;
  std::vector<Neighbour> near;  // in any order; may name a group more than once, by articles that it took in
  std::uint32_t version = 0;    // of what is in it; candidates of an earlier one are void
};

struct Candidate {
  double nearness = 0;
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::uint32_t first_version = 0;
  std::uint32_t second_version = 0;

  // The nearest first; of equally near ones the earliest articles.
  bool operator<(const Candidate& other) const {
    if (nearness != other.nearness) return nearness < other.nearness;
    return std::pair(first, second) > std::pair(other.first, other.second);
  }
};

double mean_of(const Pairs& known, double all) { return (known.log_odds + (all - known.count) * kLeastLogOdds) / all; }

Cohesion cohesion(const Group& group) {
  return {.size = group.size, .mean = group.size < 2 ? 0 : mean_of(group.within, group.size * (group.size - 1) / 2)};
}

class Agglomeration {
 public:
  Agglomeration(std::size_t articles, std::span<const ScoredPair> pairs, const AgglomerationOptions& options)
      : threshold_(options.threshold), groups_(articles), sets_(articles), place_(articles) {
    for (const ScoredPair& pair : pairs) add(pair.first, pair.second, {.log_odds = pair.log_odds, .count = 1});
    for (const auto& [a, b] : options.must)
      if (sets_.lowest(a) != sets_.lowest(b)) join(sets_.lowest(a), sets_.lowest(b));
    for (const auto& [a, b] : options.cannot)
      if (sets_.lowest(a) != sets_.lowest(b)) add(a, b, {.log_odds = kNever});
    for (std::uint32_t group = 0; group < groups_.size(); ++group) {
      gather(group);
      for (const Neighbour& other : groups_[group].near)
        if (group < other.group) offer(group, other);
    }
  }

  std::vector<std::uint32_t> run() {
    while (!candidates_.empty()) {
      const Candidate best = candidates_.top();
      candidates_.pop();
      if (!is_current(best)) continue;
      join(best.first, best.second);
      for (const Neighbour& other : groups_[best.first].near) offer(best.first, other);
    }
    std::vector<std::uint32_t> first(groups_.size());
    for (std::uint32_t article = 0; article < first.size(); ++article) first[article] = sets_.lowest(article);
    return first;
  }

 private:
  void add(std::uint32_t a, std::uint32_t b, const Pairs& between) {
    const std::uint32_t first = sets_.lowest(a);
    const std::uint32_t second = sets_.lowest(b);
    groups_[first].near.push_back({.group = second, .pairs = between.count, .log_odds = between.log_odds});
    groups_[second].near.push_back({.group = first, .pairs = between.count, .log_odds = between.log_odds});
  }

  bool is_current(const Candidate& candidate) const {
    return groups_[candidate.first].version == candidate.first_version &&
           groups_[candidate.second].version == candidate.second_version;
  }

  void offer(std::uint32_t a, const Neighbour& other) {
    const std::uint32_t b = other.group;
    const Pairs between{.log_odds = other.log_odds, .count = other.pairs};
    const double near =
        nearness(cohesion(groups_[a]), cohesion(groups_[b]), mean_of(between, groups_[a].size * groups_[b].size));
    if (near < threshold_) return;
    const auto [first, second] = std::minmax(a, b);
    candidates_.push({.nearness = near,
                      .first = first,
                      .second = second,
                      .first_version = groups_[first].version,
                      .second_version = groups_[second].version});
  }

  // The group keeps the name of its lowest article. Others go on naming both: they learn of it when they gather, as
  // to look through all of theirs at every join takes most of the time.
  void join(std::uint32_t a, std::uint32_t b) {
    const auto [into, from] = std::minmax(a, b);
    Group& group = groups_[into];
    Group& other = groups_[from];
    group.within.log_odds += other.within.log_odds;
    group.within.count += other.within.count;
    group.size += other.size;
    ++group.version;
    ++other.version;
    sets_.join(into, from);
    group.near.insert(group.near.end(), other.near.begin(), other.near.end());
    other.near = {};
    gather(into);
  }

  // Names each neighbour once, by its lowest article. What is between articles of the group itself, which both of
  // those that were joined tell, goes within.
  void gather(std::uint32_t group) {
    Pairs twice;
    gathered_.clear();
    for (Neighbour& other : groups_[group].near) {
      other.group = sets_.lowest(other.group);
      if (other.group == group) {
        twice.log_odds += other.log_odds;
        twice.count += other.pairs;
      } else if (std::uint32_t& place = place_[other.group]; place == 0) {
        gathered_.push_back(other);
        place = static_cast<std::uint32_t>(gathered_.size());
      } else {
        gathered_[place - 1].pairs += other.pairs;
        gathered_[place - 1].log_odds += other.log_odds;
      }
    }
    for (const Neighbour& other : gathered_) place_[other.group] = 0;
    groups_[group].within.log_odds += twice.log_odds / 2;
    groups_[group].within.count += twice.count / 2;
    groups_[group].near.assign(gathered_.begin(), gathered_.end());
  }

  double threshold_;
  std::vector<Group> groups_;  // by their lowest article
  DisjointSets sets_;
  std::priority_queue<Candidate> candidates_;
  std::vector<Neighbour> gathered_;
  std::vector<std::uint32_t> place_;  // of each group, in gathered_, + 1; 0: it is not there
};

}  // namespace

double nearness(const Cohesion& a, const Cohesion& b, double mean_between) {
  const double smaller = std::min(a.size, b.size);
  if (smaller < 2) return mean_between;
  const double missing = std::min(a.mean, b.mean) - mean_between;
  const double weight = std::min(1.0, std::log(smaller) / std::log(kManyArticles));
  return missing > 0 ? mean_between - kCohesion * weight * missing : mean_between;
}

std::vector<std::uint32_t> agglomerate(std::size_t articles, std::span<const ScoredPair> pairs,
                                       const AgglomerationOptions& options) {
  return Agglomeration(articles, pairs, options).run();
}

}  // namespace nutgraf
