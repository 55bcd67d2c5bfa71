#include <gtest/gtest.h>

#include <vector>

#include "nutgraf/measure.h"

namespace nutgraf {
namespace {

StageTime& time_of(Stage stage, Round& round) { return round.stages[static_cast<std::size_t>(stage)]; }

Round make_round(std::size_t threads, double read, double all) {
  Round round{.threads = threads};
  time_of(Stage::kRead, round) = {.seconds = read, .bytes = 100};
  time_of(Stage::kAll, round) = {.seconds = all, .bytes = 100};
  return round;
}

TEST(Quartiles, LieBetweenTheValues) {
  struct Case {
    std::vector<double> values;
    double low, median, high;
  };
  const Case cases[] = {
      {{}, 0, 0, 0},
      {{3}, 3, 3, 3},
      {{4, 2}, 2.5, 3, 3.5},
      {{5, 1, 3}, 2, 3, 4},
      {{5, 4, 3, 2, 1}, 2, 3, 4},
      {{1, 1, 1, 100}, 1, 1, 25.75},
  };
  for (const Case& c : cases) {
    const Quartiles found = quartiles(c.values);
    EXPECT_DOUBLE_EQ(found.low, c.low);
    EXPECT_DOUBLE_EQ(found.median, c.median);
    EXPECT_DOUBLE_EQ(found.high, c.high);
  }
}

TEST(Benchmark, HasStagesOfOneThreadAndTheWholeOfEach) {
  const std::vector<Round> rounds = {make_round(1, 2, 9), make_round(4, 7, 3), make_round(1, 4, 11),
                                     make_round(4, 7, 5), make_round(1, 3, 10)};
  const Benchmark benchmark = benchmark_of(rounds);
  ASSERT_EQ(benchmark.stages.size(), 3U);
  EXPECT_EQ(benchmark.stages[0].stage, Stage::kRead);
  EXPECT_EQ(benchmark.stages[0].rounds, 3U);
  EXPECT_EQ(benchmark.stages[0].bytes, 100U);
  EXPECT_DOUBLE_EQ(benchmark.stages[0].seconds.median, 3);
  EXPECT_EQ(benchmark.stages[1].stage, Stage::kAll);
  EXPECT_EQ(benchmark.stages[1].threads, 1U);
  EXPECT_DOUBLE_EQ(benchmark.stages[1].seconds.median, 10);
  EXPECT_EQ(benchmark.stages[2].threads, 4U);
  EXPECT_DOUBLE_EQ(benchmark.stages[2].seconds.median, 4);
  EXPECT_GT(benchmark.peak_bytes, 0U);
}

TEST(Benchmark, HasNothingWithoutRounds) { EXPECT_TRUE(benchmark_of({}).stages.empty()); }

}  // namespace
}  // namespace nutgraf
