#include "evaluate/partition.h"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>
#include <vector>

namespace nutgraf {
namespace {

void expect_near(const PrecisionRecall& scores, double precision, double recall) {
  EXPECT_NEAR(scores.precision, precision, 1e-12);
  EXPECT_NEAR(scores.recall, recall, 1e-12);
  EXPECT_NEAR(scores.f1, precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0, 1e-12);
}

const Partition kFound = {0, 0, 1, 1, 2, 2};
const Partition kGold = {0, 0, 0, 1, 1, 1};

TEST(Agreements, OfPairs) {
  expect_near(agreement(kFound, kGold, {}).pairs, 2.0 / 3, 2.0 / 6);
  expect_near(agreement(kGold, kFound, {}).pairs, 2.0 / 6, 2.0 / 3);
}

TEST(Agreements, OfItems) {
  const double precision = (1 + 1 + 0.5 + 0.5 + 1 + 1) / 6;
  const double recall = (2.0 + 2 + 1 + 1 + 2 + 2) / 3 / 6;
  expect_near(agreement(kFound, kGold, {}).b_cubed, precision, recall);
}

struct Adjusted {
  Partition found;
  Partition gold;
  double rand;         // sklearn.metrics.adjusted_rand_score
  double information;  // sklearn.metrics.adjusted_mutual_info_score
};

TEST(Agreements, AdjustedForChanceAreThoseOfScikitLearn) {
  const Adjusted cases[] = {
      {kFound, kGold, 0.24242424242424243, 0.2987924581708901},
      {{0, 0, 0, 1, 1, 2, 3, 3, 3, 3}, {0, 0, 1, 1, 1, 2, 2, 3, 3, 3}, 0.4461538461538462, 0.4965192553954768},
      {{0, 1, 0, 1}, {0, 0, 1, 1}, -0.5, -0.49999999999999944},
      {{0, 0, 0, 0, 0, 0}, {0, 1, 2, 3, 4, 5}, 0, 0},
      {{0, 1, 2, 3}, {0, 0, 1, 1}, 0, 0},
      {{0, 1, 2, 3}, {0, 1, 2, 3}, 1, 1},
      {{0, 0, 0}, {1, 1, 1}, 1, 1},
  };
  for (const Adjusted& c : cases) {
    for (const Agreement& agreed : {agreement(c.found, c.gold, {}), agreement(c.gold, c.found, {})}) {
      EXPECT_NEAR(agreed.adjusted_rand, c.rand, 1e-12);
      EXPECT_NEAR(agreed.adjusted_mutual_information, c.information, 1e-9);
    }
  }
}

TEST(Agreements, DoNotDependOnTheNumbersOfGroups) {
  const Agreement a = agreement(kFound, kGold, {});
  const Agreement b = agreement({7, 7, 900, 900, 3, 3}, {4, 4, 4, 0, 0, 0}, {});
  EXPECT_EQ(a.pairs.f1, b.pairs.f1);
  EXPECT_NEAR(a.b_cubed.f1, b.b_cubed.f1, 1e-12);
  EXPECT_NEAR(a.adjusted_mutual_information, b.adjusted_mutual_information, 1e-12);
}

TEST(Agreements, LeaveAmbiguousPairsOut) {
  using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
  for (const Pairs& ambiguous : {Pairs{{0, 1}}, Pairs{{1, 0}}, Pairs{{0, 1}, {1, 0}, {0, 1}}}) {
    const Agreement agreed = agreement(kFound, kGold, ambiguous);
    expect_near(agreed.pairs, 1, 2.0 / 6);
    expect_near(agreed.b_cubed, 1, 10.0 / 18);
    EXPECT_EQ(agreed.adjusted_rand, agreement(kFound, kGold, {}).adjusted_rand);
  }
  // Of the three items in one group, one is wrong with both others, though two may be one story.
  const Agreement some = agreement({0, 0, 0}, {0, 1, 2}, Pairs{{0, 1}});
  expect_near(some.pairs, 0, 1);
  expect_near(some.b_cubed, (0.5 + 0.5 + 1.0 / 3) / 3, 1);
}

TEST(Agreements, AStoryIsNotAmbiguousWithItself) {
  const std::vector<std::pair<std::uint32_t, std::uint32_t>> itself = {{0, 0}, {1, 1}};
  const Agreement agreed = agreement(kFound, kGold, itself);
  expect_near(agreed.pairs, 2.0 / 3, 2.0 / 6);
  EXPECT_NEAR(agreed.b_cubed.precision, 5.0 / 6, 1e-12);
}

TEST(Agreements, WhereThereAreNoPairs) {
  for (const Agreement& agreed : {agreement({}, {}, {}), agreement({0}, {5}, {}), agreement({0, 1}, {8, 9}, {})}) {
    expect_near(agreed.pairs, 1, 1);
    EXPECT_EQ(agreed.adjusted_rand, 1);
    EXPECT_EQ(agreed.adjusted_mutual_information, 1);
  }
  expect_near(agreement({0}, {5}, {}).b_cubed, 1, 1);
  const Agreement alone = agreement({0, 1, 2, 3}, {0, 0, 1, 1}, {});
  expect_near(alone.pairs, 1, 0);
  expect_near(alone.b_cubed, 1, 0.5);
  const Agreement all = agreement({0, 0, 0, 0}, {0, 1, 2, 3}, {});
  expect_near(all.pairs, 0, 1);
  expect_near(all.b_cubed, 0.25, 1);
}

}  // namespace
}  // namespace nutgraf
