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

// The pairs between two groups that are known.
struct Between {
  double log_odds = 0;  // sum
  double pairs = 0;
};

struct Neighbour {
  std::uint32_t group = 0;  // its lowest article
  Between between;
};

struct Group {
  double size = 1;
  Between within;
  std::vector<Neighbour> near;  // sorted by group
  std::uint32_t version = 0;    // of what is in it; candidates of an earlier one are void
  bool alive = true;
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

double mean_of(const Between& between, double all_pairs) {
  return (between.log_odds + (all_pairs - between.pairs) * kLeastLogOdds) / all_pairs;
}

Cohesion cohesion(const Group& group) {
  return {.size = group.size, .mean = group.size < 2 ? 0 : mean_of(group.within, group.size * (group.size - 1) / 2)};
}

class Agglomeration {
 public:
  Agglomeration(std::size_t articles, std::span<const ScoredPair> pairs, const AgglomerationOptions& options)
      : threshold_(options.threshold), groups_(articles), sets_(articles) {
    for (const ScoredPair& pair : pairs) add(pair.first, pair.second, {.log_odds = pair.log_odds, .pairs = 1});
    for (const auto& [a, b] : options.must)
      if (sets_.lowest(a) != sets_.lowest(b)) join(sets_.lowest(a), sets_.lowest(b));
    for (const auto& [a, b] : options.cannot)
      if (sets_.lowest(a) != sets_.lowest(b)) add(sets_.lowest(a), sets_.lowest(b), {.log_odds = kNever});
    for (std::uint32_t group = 0; group < groups_.size(); ++group)
      for (const auto& [other, between] : groups_[group].near)
        if (group < other) offer(group, other, between);
  }

  std::vector<std::uint32_t> run() {
    while (!candidates_.empty()) {
      const Candidate best = candidates_.top();
      candidates_.pop();
      if (!is_current(best)) continue;
      const std::uint32_t joined = join(best.first, best.second);
      for (const auto& [other, between] : groups_[joined].near) offer(joined, other, between);
    }
    std::vector<std::uint32_t> first(groups_.size());
    for (std::uint32_t article = 0; article < first.size(); ++article) first[article] = sets_.lowest(article);
    return first;
  }

 private:
  void add(std::uint32_t a, std::uint32_t b, const Between& more) {
    for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
      std::vector<Neighbour>& near = groups_[from].near;
      const auto place = near.empty() || near.back().group < to
                             ? near.end()
                             : std::ranges::lower_bound(near, to, {}, &Neighbour::group);
      const auto known = place == near.end() || place->group != to ? near.insert(place, {.group = to}) : place;
      known->between.log_odds += more.log_odds;
      known->between.pairs += more.pairs;
    }
  }

  // What was between the two; nothing from now on.
  Between forget(std::uint32_t from, std::uint32_t to) {
    std::vector<Neighbour>& near = groups_[from].near;
    const auto known = std::ranges::lower_bound(near, to, {}, &Neighbour::group);
    if (known == near.end() || known->group != to) return {};
    const Between between = known->between;
    near.erase(known);
    return between;
  }

  bool is_current(const Candidate& candidate) const {
    const Group& a = groups_[candidate.first];
    const Group& b = groups_[candidate.second];
    return a.alive && b.alive && a.version == candidate.first_version && b.version == candidate.second_version;
  }

  void offer(std::uint32_t a, std::uint32_t b, const Between& between) {
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

  // The group keeps the name of its lowest article.
  std::uint32_t join(std::uint32_t a, std::uint32_t b) {
    const auto [into, from] = std::minmax(a, b);
    Group& group = groups_[into];
    Group& other = groups_[from];
    const Between between = forget(into, from);
    forget(from, into);
    group.within.log_odds += other.within.log_odds + between.log_odds;
    group.within.pairs += other.within.pairs + between.pairs;
    group.size += other.size;
    ++group.version;
    other.alive = false;
    sets_.join(into, from);
    for (const auto& [third, its] : other.near) {
      forget(third, from);
      add(into, third, its);
    }
    other.near = {};
    return into;
  }

  double threshold_;
  std::vector<Group> groups_;  // by their lowest article
  DisjointSets sets_;
  std::priority_queue<Candidate> candidates_;
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
