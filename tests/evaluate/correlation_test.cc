#include "evaluate/correlation.h"

#include <gtest/gtest.h>

#include <vector>

namespace nutgraf {
namespace {

TEST(Correlation, MatchesKnownValues) {
  const struct {
    std::vector<double> a;
    std::vector<double> b;
    double pearson;
    double spearman;
  } cases[] = {
      {{1, 2, 3}, {2, 4, 6}, 1, 1},
      {{1, 2, 3}, {3, 2, 1}, -1, -1},
      {{1, 2, 3, 4}, {1, 4, 9, 16}, 0.984374, 1},
      {{1, 2, 2, 3}, {1, 2, 3, 4}, 0.948683, 0.948683},  // ties share their mean rank
      {{5, 5, 5}, {1, 2, 3}, 0, 0},
      {{1}, {1}, 0, 0},
      {{}, {}, 0, 0},
  };
  for (const auto& c : cases) {
    EXPECT_NEAR(pearson(c.a, c.b), c.pearson, 1e-6);
    EXPECT_NEAR(spearman(c.a, c.b), c.spearman, 1e-6);
    EXPECT_EQ(pearson(c.a, c.b), pearson(c.b, c.a));
  }
}

}  // namespace
}  // namespace nutgraf
