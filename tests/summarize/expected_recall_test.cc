#include "summarize/expected_recall.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

#include "summarize/report_collection.h"
#include "summarize/reports.h"

namespace nutgraf {
namespace {

ReportCollection collection_of(const Reports& reports) {
  std::vector<const Document*> pointers;
  for (const Document& document : reports.documents) pointers.push_back(&document);
  ReportCollection collection;
  collection.gather(pointers);
  return collection;
}

// The probability that something is there `times` times or more, once or twice, where it is expected at this rate.
double probability(int times, double rate) { return 1 - std::exp(-rate) * (times == 1 ? 1 : 1 + rate); }

// Two words that are expected once, and a pair that counts one and a half: written once, it is discounted.
TEST(ExpectedRecall, IsTheProbabilityThatTheReferenceHasAWord) {
  const Reports reports(std::vector<Article>{{.id = "a", .text = "Ships waited.", .language = "en"}});
  ExpectedRecall recall;
  recall.estimate(collection_of(reports), 2);
  EXPECT_NEAR(recall.gain(0), 2 * probability(1, 1) + 1.5 * probability(1, 0.1), 2e-3);
  recall.take(0);
  EXPECT_NEAR(recall.gain(0), 2 * probability(2, 1) + 1.5 * probability(2, 0.1), 2e-3) << "that it is there twice";
}

// As often as there, but half of it in another report.
TEST(ExpectedRecall, DiscountsOneOccurrenceOfSeveral) {
  const Reports reports(std::vector<Article>{{.id = "a", .text = "Ships waited.", .language = "en"},
                                             {.id = "b", .text = "Ships waited.", .language = "en"}});
  ExpectedRecall recall;
  recall.estimate(collection_of(reports), 2);
  EXPECT_NEAR(recall.gain(0), 2 * probability(1, 1) + 1.5 * probability(1, 0.55), 2e-3);
}

TEST(ExpectedRecall, CountsWhatASentenceSaysTwice) {
  const Reports reports(std::vector<Article>{{.id = "a", .text = "Rain, rain.", .language = "en"}});
  ExpectedRecall recall;
  recall.estimate(collection_of(reports), 2);
  const double words = probability(1, 2) + probability(2, 2);
  EXPECT_NEAR(recall.gain(0), words + 1.5 * probability(1, 0.1), 3e-3);
}

TEST(ExpectedRecall, NeverRisesAsSentencesAreTaken) {
  const Reports reports(flood_reports());
  const ReportCollection collection = collection_of(reports);
  ExpectedRecall recall;
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    recall.estimate(collection, 20.0 * (round + 1));
    std::vector<double> gains(collection.sentences().size(), 1e9);
    for (int step = 0; step < 12; ++step) {
      for (std::size_t i = 0; i < gains.size(); ++i) {
        const double gain = recall.gain(i);
        EXPECT_GE(gain, 0);
        EXPECT_LE(gain, gains[i] + 1e-12);
        gains[i] = gain;
      }
      recall.take(random() % gains.size());
    }
  }
}

TEST(ExpectedRecall, ForgetsWhatWasTaken) {
  const Reports reports(flood_reports());
  const ReportCollection collection = collection_of(reports);
  ExpectedRecall recall;
  recall.estimate(collection, 60);
  std::vector<double> before;
  for (std::size_t i = 0; i < collection.sentences().size(); ++i) before.push_back(recall.gain(i));
  recall.take(0);
  recall.take(5);
  EXPECT_LT(recall.gain(0), before[0]);
  recall.forget(0);
  recall.forget(5);
  for (std::size_t i = 0; i < before.size(); ++i) EXPECT_EQ(recall.gain(i), before[i]) << i;
}

}  // namespace
}  // namespace nutgraf
