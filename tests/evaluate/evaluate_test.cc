#include "nutgraf/evaluate.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf {
namespace {

class Evaluate : public testing::Test {
 protected:
  ~Evaluate() override { std::filesystem::remove(file_); }

  void write(std::string_view rows) const { std::ofstream(file_) << rows; }

  double metric(const Result<Score>& score, std::string_view name, std::string_view of = {}) const {
    if (!score) ADD_FAILURE() << to_string(score.error());
    for (const Metric& metric : score ? score->metrics : std::vector<Metric>()) {
      if (metric.name == name && metric.of == of) return metric.value;
    }
    ADD_FAILURE() << "no metric " << name << " of " << of;
    return -1;
  }

  const std::string file_ =
      testing::TempDir() + "evaluate_" + testing::UnitTest::GetInstance()->current_test_info()->name() + ".jsonl";
  std::vector<std::string> errors_;
  const ReportRow report_ = [this](const Error& error) { errors_.push_back(to_string(error).substr(file_.size())); };
};

TEST_F(Evaluate, SegmentsAreScoredByTheirInnerBoundaries) {
  write(R"({"text":"Ships waited. Nobody knew why.","sentences":["Ships waited.","Nobody knew why."],"lang":"en"})"
        "\n"
        R"({"text":"He paused. And left.","sentences":["He paused. And left."],"lang":"en"})"
        "\n");
  const Result<Score> score = evaluate_segments(file_, report_);
  EXPECT_EQ(metric(score, "precision"), 0.5);
  EXPECT_EQ(metric(score, "recall"), 1.0);
  EXPECT_DOUBLE_EQ(metric(score, "f1"), 2.0 / 3);
  EXPECT_DOUBLE_EQ(metric(score, "exact_sentences"), 2.0 / 3);
  EXPECT_EQ(metric(score, "exact_cases"), 0.5);
  EXPECT_EQ(metric(score, "cases"), 2);
  EXPECT_TRUE(errors_.empty());
}

TEST_F(Evaluate, ABoundaryAtALineBreakIsNotInline) {
  write(R"({"text":"Harbour news\n\nShips waited.","sentences":["Harbour news","Ships waited."]})");
  const Result<Score> score = evaluate_segments(file_, report_);
  EXPECT_EQ(metric(score, "boundaries"), 1);
  EXPECT_EQ(metric(score, "recall"), 1.0);
  EXPECT_EQ(metric(score, "recall_inline"), 1.0) << "there is none";
}

TEST_F(Evaluate, BadRowsAreReportedByLineAndLeftOut) {
  write(
      "{\"text\":\"Ships waited.\",\"sentences\":[\"Ships waited.\"]}\n"
      "\n"
      "{broken\n"
      "[1]\n"
      "{\"text\":\"Ships waited.\"}\n"
      "{\"text\":\"Ships waited.\",\"sentences\":[\"Ships sank.\"]}\n"
      "{\"text\":\"Ships waited. Nobody\",\"sentences\":[\"Ships waited.\"]}\n"
      "{\"text\":\"Nobody.\",\"sentences\":[\"Nobody.\"]}");
  EXPECT_EQ(metric(evaluate_segments(file_, report_), "cases"), 2);
  ASSERT_EQ(errors_.size(), 5U);
  EXPECT_TRUE(errors_[0].starts_with(":3: "));
  EXPECT_TRUE(errors_[1].starts_with(":4: "));
  EXPECT_TRUE(errors_[2].starts_with(":5: "));
  EXPECT_TRUE(errors_[3].starts_with(":6: sentence 1 "));
  EXPECT_TRUE(errors_[4].starts_with(":7: "));
}

TEST_F(Evaluate, AFileWithoutRowsOrThatIsNotThereIsAnError) {
  write("{}\n");
  EXPECT_FALSE(evaluate_segments(file_, report_));
  EXPECT_EQ(errors_.size(), 1U);
  const Result<Score> missing = evaluate_segments(file_ + ".not", report_);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
}

TEST_F(Evaluate, ExtractionIsScoredByTheStringsThatItKeeps) {
  write(
      R"({"html":"<nav><a href=/>Home</a></nav><article><h1>Harbour</h1><p>Ships waited\n nine days outside the harbour of Veld, and nobody knew when it would open.</p></article>",)"
      R"("with":["Ships  waited nine","no such words"],"without":["Home","harbour of\u00a0Veld"]})"
      "\n");
  const Result<Score> score = evaluate_extraction(file_, report_);
  EXPECT_EQ(metric(score, "precision"), 0.5);
  EXPECT_EQ(metric(score, "recall"), 0.5);
  EXPECT_EQ(metric(score, "f1"), 0.5);
  EXPECT_EQ(metric(score, "accuracy"), 0.5);
  EXPECT_EQ(metric(score, "strings"), 4);
  EXPECT_EQ(metric(score, "pages"), 1);
}

TEST_F(Evaluate, APageWithoutTextHasNoneOfItsStrings) {
  write(R"({"html":"<script>x</script>","with":["x"],"without":["y"]})");
  const Result<Score> score = evaluate_extraction(file_, report_);
  EXPECT_EQ(metric(score, "recall"), 0.0);
  EXPECT_EQ(metric(score, "accuracy"), 0.5);
}

TEST(Mean, HasNoInterval) {
  const Score score{.task = "rouge",
                    .file = "a",
                    .metrics = {{.name = "f1", .value = 0.5, .of = "rouge1", .interval = Interval{0.4, 0.6}}}};
  const Score average = mean(std::vector<Score>{score, score});
  EXPECT_EQ(average.metrics[0].of, "rouge1");
  EXPECT_EQ(average.metrics[0].value, 0.5);
  EXPECT_FALSE(average.metrics[0].interval);
}

TEST(Mean, IsOfTheSharesAndSumsTheCounts) {
  const std::vector<Score> scores = {{.task = "segments", .file = "a", .metrics = {{"f1", 0.5}, {"cases", 3, true}}},
                                     {.task = "segments", .file = "b", .metrics = {{"f1", 1.0}, {"cases", 4, true}}}};
  const Score score = mean(scores);
  EXPECT_EQ(score.files, 2U);
  EXPECT_TRUE(score.file.empty());
  EXPECT_EQ(score.metrics[0].value, 0.75);
  EXPECT_EQ(score.metrics[1].value, 7);
}

}  // namespace
}  // namespace nutgraf
