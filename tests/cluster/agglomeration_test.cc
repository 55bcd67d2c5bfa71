#include "cluster/agglomeration.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <vector>

#include "similarity/pair_score.h"

namespace nutgraf {
namespace {

using Groups = std::vector<std::uint32_t>;

// Joins the nearest two groups, looking at all of them again each time.
class SlowAgglomeration {
 public:
  SlowAgglomeration(std::size_t articles, const std::vector<ScoredPair>& pairs) {
    for (std::uint32_t i = 0; i < articles; ++i) groups_.push_back({i});
    for (const ScoredPair& pair : pairs) scores_[{pair.first, pair.second}] = pair.log_odds;
  }

  Groups run(double threshold) {
    while (join_nearest(threshold)) continue;
    Groups first(groups_.size());
    std::size_t articles = 0;
    for (const Groups& group : groups_) articles += group.size();
    first.resize(articles);
    for (const Groups& group : groups_)
      for (const std::uint32_t article : group) first[article] = group.front();
    return first;
  }

 private:
  bool join_nearest(double threshold) {
    double best = threshold;
    std::size_t a = 0;
    std::size_t b = 0;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      for (std::size_t j = i + 1; j < groups_.size(); ++j) {
        if (!are_connected(groups_[i], groups_[j])) continue;
        const double near = nearness(inside(groups_[i]), inside(groups_[j]), between(groups_[i], groups_[j]));
        if (b == 0 ? near >= best : near > best) {
          best = near;
          a = i;
          b = j;
        }
      }
    }
    if (b == 0) return false;
    groups_[a].insert(groups_[a].end(), groups_[b].begin(), groups_[b].end());
    std::ranges::sort(groups_[a]);
    groups_.erase(groups_.begin() + static_cast<std::ptrdiff_t>(b));
    return true;
  }

  [[nodiscard]] double score(std::uint32_t a, std::uint32_t b) const {
    const auto found = scores_.find(std::minmax(a, b));
    return found == scores_.end() ? double{kLeastLogOdds} : found->second;
  }

  [[nodiscard]] bool are_connected(const Groups& a, const Groups& b) const {
    return std::ranges::any_of(a, [&](std::uint32_t i) {
      return std::ranges::any_of(b, [&](std::uint32_t j) { return scores_.contains(std::minmax(i, j)); });
    });
  }

  [[nodiscard]] double between(const Groups& a, const Groups& b) const {
    double sum = 0;
    for (const std::uint32_t i : a)
      for (const std::uint32_t j : b) sum += score(i, j);
    return sum / static_cast<double>(a.size() * b.size());
  }

  [[nodiscard]] Cohesion inside(const Groups& group) const {
    if (group.size() < 2) return {};
    double sum = 0;
    double pairs = 0;
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (std::size_t j = i + 1; j < group.size(); ++j) {
        sum += score(group[i], group[j]);
        ++pairs;
      }
    }
    return {.size = static_cast<double>(group.size()), .mean = sum / pairs};
  }

  std::vector<Groups> groups_;  // each sorted, by their first articles
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> scores_;
};

// Log-odds are quarters, so that many are equal and sums are exact.
std::vector<ScoredPair> random_pairs(std::uint32_t seed, std::uint32_t articles, std::uint32_t percent) {
  std::mt19937 random(seed);
  std::vector<ScoredPair> pairs;
  for (std::uint32_t a = 0; a < articles; ++a)
    for (std::uint32_t b = a + 1; b < articles; ++b)
      if (random() % 100 < percent)
        pairs.push_back({.first = a, .second = b, .log_odds = static_cast<float>(random() % 36) / 4 - 2.25F});
  return pairs;
}

// Every two of the articles of a group have one score, every other two another.
std::vector<ScoredPair> pairs_of_groups(std::uint32_t articles, std::uint32_t of_first, float inside, float between) {
  std::vector<ScoredPair> pairs;
  for (std::uint32_t a = 0; a < articles; ++a)
    for (std::uint32_t b = a + 1; b < articles; ++b)
      pairs.push_back({.first = a, .second = b, .log_odds = (a < of_first) == (b < of_first) ? inside : between});
  return pairs;
}

std::size_t count_groups(const Groups& groups) { return std::set(groups.begin(), groups.end()).size(); }

TEST(Agglomeration, IsThatOfASlowSearch) {
  std::size_t joined = 0;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const std::uint32_t articles = 2 + seed % 23;
    const std::vector<ScoredPair> pairs = random_pairs(seed, articles, 10 + seed * 7 % 90);
    for (const double threshold : {-2.0, 0.0, 0.5, 2.0}) {
      const Groups groups = agglomerate(articles, pairs, {.threshold = threshold});
      EXPECT_EQ(groups, SlowAgglomeration(articles, pairs).run(threshold)) << "seed " << seed << " at " << threshold;
      joined += articles - count_groups(groups);
    }
  }
  EXPECT_GT(joined, 3000U) << "or nothing was tested";
}

TEST(Agglomeration, JoinsTheEarliestOfEquallyNearArticles) {
  EXPECT_EQ(agglomerate(3, std::vector<ScoredPair>{{0, 1, 2}, {1, 2, 2}}, {}), (Groups{0, 0, 2}));
  EXPECT_EQ(agglomerate(4, std::vector<ScoredPair>{{0, 3, 2}, {1, 2, 2}, {1, 3, 2}}, {}), (Groups{0, 1, 1, 0}));
}

TEST(Agglomeration, AChainDoesNotHold) {
  std::vector<ScoredPair> chain;
  for (std::uint32_t i = 0; i + 1 < 20; ++i) chain.push_back({.first = i, .second = i + 1, .log_odds = 1});
  const Groups groups = agglomerate(20, chain, {});
  for (std::uint32_t i = 0; i < 20; ++i) EXPECT_LE(i - groups[i], 1U) << i;
}

TEST(Agglomeration, TwoGroupsOfOneMindStayApartWhereOneArticleWouldJoin) {
  constexpr float kInside = 4;
  constexpr float kBetween = 1;
  EXPECT_EQ(count_groups(agglomerate(11, pairs_of_groups(11, 10, kInside, kBetween), {})), 1U);
  EXPECT_EQ(agglomerate(20, pairs_of_groups(20, 10, kInside, kBetween), {})[19], 10U);
  EXPECT_EQ(count_groups(agglomerate(20, pairs_of_groups(20, 10, kBetween, kBetween), {})), 1U)
      << "groups that are as loose as what is between them are one";
}

TEST(Nearness, IsTheMeanLessWhatLargeGroupsOfOneMindNeed) {
  EXPECT_EQ(nearness({}, {.size = 50, .mean = 5}, 1), 1) << "one article";
  EXPECT_EQ(nearness({.size = 9, .mean = 1}, {.size = 9, .mean = 5}, 2), 2) << "nearer than the looser one is itself";
  const auto of_size = [](double size) { return nearness({.size = size, .mean = 3}, {.size = 40, .mean = 4}, 2); };
  EXPECT_LT(of_size(2), 2);
  EXPECT_LT(of_size(5), of_size(2));
  EXPECT_LT(of_size(10), of_size(5));
  EXPECT_EQ(of_size(30), of_size(10));
  EXPECT_EQ(nearness({.size = 3, .mean = 3}, {.size = 7, .mean = 4}, 1),
            nearness({.size = 7, .mean = 4}, {.size = 3, .mean = 3}, 1));
}

TEST(Agglomeration, JoinsAtTheThresholdAndAbove) {
  const std::vector<ScoredPair> pairs = {{0, 1, 1.5F}};
  EXPECT_EQ(count_groups(agglomerate(2, pairs, {.threshold = 1.5})), 1U);
  EXPECT_EQ(count_groups(agglomerate(2, pairs, {.threshold = 1.5001})), 2U);
}

TEST(Agglomeration, AHigherThresholdMakesNoFewerGroups) {
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    const std::vector<ScoredPair> pairs = pairs_of_groups(12, 1 + seed % 11, 3, static_cast<float>(seed % 8) / 2 - 2);
    std::size_t before = 0;
    for (double threshold = -2.5; threshold < 5; threshold += 0.5) {
      const std::size_t groups = count_groups(agglomerate(12, pairs, {.threshold = threshold}));
      EXPECT_GE(groups, before) << seed << " at " << threshold;
      before = groups;
    }
  }
}

TEST(Agglomeration, KeepsToLinks) {
  const std::vector<ScoredPair> pairs = {{0, 1, 5}, {0, 2, -2}, {1, 2, -2}};
  const std::vector<Link> none;
  const struct {
    const char* name;
    std::vector<Link> must;
    std::vector<Link> cannot;
    Groups expected;
  } cases[] = {
      {"no link", {}, {}, {0, 0, 2, 3}},
      {"must", {{0, 3}}, {}, {0, 0, 2, 0}},
      {"must, one after the other", {{0, 3}, {2, 3}}, {}, {0, 0, 0, 0}},
      {"cannot", {}, {{0, 1}}, {0, 1, 2, 3}},
      {"cannot, through a third", {{1, 3}}, {{0, 3}}, {0, 1, 2, 1}},
      {"must over cannot", {{0, 1}}, {{0, 1}}, {0, 0, 2, 3}},
      {"must over cannot, through a third", {{0, 3}, {1, 3}}, {{0, 1}}, {0, 0, 2, 0}},
      {"twice", {{0, 3}, {0, 3}}, {{0, 1}, {0, 1}}, {0, 1, 2, 0}},
  };
  for (const auto& c : cases)
    EXPECT_EQ(agglomerate(4, pairs, {.must = c.must, .cannot = c.cannot}), c.expected) << c.name;
}

TEST(Agglomeration, ALinkHoldsInLargeGroupsToo) {
  const std::vector<ScoredPair> pairs = pairs_of_groups(40, 40, 6, 6);
  const std::vector<Link> cannot = {{3, 17}};
  const Groups groups = agglomerate(40, pairs, {.cannot = cannot});
  EXPECT_NE(groups[3], groups[17]);
  EXPECT_EQ(count_groups(groups), 2U);
}

TEST(Agglomeration, DoesNotDependOnTheOrderOfPairs) {
  std::mt19937 random(1);
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    std::vector<ScoredPair> pairs = random_pairs(seed, 30, 40);
    const Groups expected = agglomerate(30, pairs, {});
    std::ranges::shuffle(pairs, random);
    EXPECT_EQ(agglomerate(30, pairs, {}), expected) << seed;
  }
}

TEST(Agglomeration, OfNothingIsNothing) {
  EXPECT_EQ(agglomerate(0, {}, {}), Groups());
  EXPECT_EQ(agglomerate(2, {}, {.threshold = -5}), (Groups{0, 1})) << "what shares nothing is never joined";
}

}  // namespace
}  // namespace nutgraf
