#include "evaluate/bootstrap.h"

#include <gtest/gtest.h>

#include <vector>

namespace nutgraf {
namespace {

TEST(Bootstrap, TheMeanOfOneValueIsSure) {
  for (const std::vector<double>& values : {std::vector<double>{0.5}, {0.5, 0.5, 0.5}}) {
    const std::vector<Interval> intervals = bootstrap_means(values, 1);
    ASSERT_EQ(intervals.size(), 1U);
    EXPECT_EQ(intervals[0].low, 0.5);
    EXPECT_EQ(intervals[0].high, 0.5);
  }
}

// 0, 1/n, ... (n-1)/n.
std::vector<double> steps(std::size_t count) {
  std::vector<double> values(count);
  for (std::size_t i = 0; i < count; ++i) values[i] = static_cast<double>(i) / static_cast<double>(count);
  return values;
}

TEST(Bootstrap, IsNearTheNormalInterval) {
  // The standard error of the mean of n values spread evenly over [0, 1] is 1 / sqrt(12 n).
  const Interval interval = bootstrap_means(steps(1200), 1)[0];
  EXPECT_NEAR(interval.low, 0.5 - 1.96 / 120, 0.002);
  EXPECT_NEAR(interval.high, 0.5 + 1.96 / 120, 0.002);
}

TEST(Bootstrap, DrawsTheSameRowsOnEveryMachine) {
  const Interval interval = bootstrap_means(steps(7), 1)[0];
  EXPECT_DOUBLE_EQ(interval.low, 11.0 / 49);
  EXPECT_DOUBLE_EQ(interval.high, 32.0 / 49);
}

TEST(Bootstrap, DrawsWholeRows) {
  std::vector<double> values;  // the second column is the first and a half
  for (const double value : steps(20)) values.insert(values.end(), {value, value + 0.5, 0.5});
  const std::vector<Interval> intervals = bootstrap_means(values, 3);
  EXPECT_NEAR(intervals[1].low, intervals[0].low + 0.5, 1e-12);
  EXPECT_NEAR(intervals[1].high, intervals[0].high + 0.5, 1e-12);
  EXPECT_EQ(intervals[2].low, intervals[2].high) << "their difference is always a half";
}

}  // namespace
}  // namespace nutgraf
