#include "limits/roofline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace nutgraf::bench {
namespace {

TEST(Roofline, PricesEachStepOfAnArticle) {
  const Work work{.articles = 2, .json_bytes = 200, .tokens = 20};
  Costs costs{};
  costs[static_cast<std::size_t>(Operation::kParseByte)] = 3;
  costs[static_cast<std::size_t>(Operation::kHashWord)] = 5;
  EXPECT_DOUBLE_EQ(sum_of(steps_of(work), costs), 100 * 3 + 10 * 5);
}

TEST(Roofline, LeavesNothingOutThatIsCounted) {
  constexpr std::size_t kSome = 7;
  const Work work{.articles = 1,
                  .json_bytes = kSome,
                  .text_bytes = kSome,
                  .output_bytes = kSome,
                  .tokens = kSome,
                  .distinct_words = kSome,
                  .terms = kSome,
                  .rows = kSome,
                  .unseen = kSome,
                  .ngrams = kSome,
                  .ngram_rows = kSome,
                  .multiply_adds = kSome,
                  .scorer = kSome,
                  .exponentials = kSome};
  for (const Step& step : steps_of(work)) EXPECT_EQ(step.count, kSome) << step.name;
}

TEST(DrawRanks, ComeAsOftenAsZipfsLawSays) {
  const auto ranks = draw_ranks(1000, 100'000);
  EXPECT_LT(std::ranges::max(ranks), 1000U);
  const auto count = [&](std::uint32_t rank) { return static_cast<double>(std::ranges::count(ranks, rank)); };
  // By the integral of 1 / x from rank + 1 to rank + 2.
  EXPECT_NEAR(count(0) / count(1), std::log(2) / std::log(1.5), 0.1);
  EXPECT_NEAR(count(0) / count(9), std::log(2) / std::log(1.1), 0.5);
  EXPECT_EQ(ranks, draw_ranks(1000, 100'000));
}

}  // namespace
}  // namespace nutgraf::bench
