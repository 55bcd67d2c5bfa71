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

TEST_F(Evaluate, SummariesAreScoredAgainstTheReferenceAndTheLead) {
  write(R"({"text":"Ships waited. Nobody knew why.","summary":"Ships waited","lang":"en"})"
        "\n"
        R"({"text":"Nobody knew why.","summaries":["The mayor resigned","Nobody knew"],"lang":"en"})"
        "\n");
  const Result<Score> score = evaluate_rouge(file_, {.sentences = 9}, report_);
  EXPECT_TRUE(errors_.empty());
  EXPECT_EQ(metric(score, "summaries"), 2);
  EXPECT_DOUBLE_EQ(metric(score, "precision", "rouge1"), (2.0 / 5 + 2.0 / 3) / 2);
  EXPECT_EQ(metric(score, "recall", "rouge1"), 1.0);
  EXPECT_DOUBLE_EQ(metric(score, "precision", "rouge2"), (1.0 / 4 + 1.0 / 2) / 2);
  for (const std::string_view rouge : {"rouge1", "rouge2", "rougeL", "rougeLsum", "rougeSU4"}) {
    for (const std::string_view measure : {"precision", "recall", "f1"}) {
      EXPECT_EQ(metric(score, measure, "lead_" + std::string(rouge)), metric(score, measure, rouge)) << "all is taken";
      EXPECT_EQ(metric(score, measure, "gain_" + std::string(rouge)), 0.0);
    }
  }
  for (const Metric& metric : score->metrics) {
    EXPECT_EQ(metric.interval.has_value(), !metric.count);
    const Interval interval = metric.interval.value_or(Interval{metric.value, metric.value});
    EXPECT_LE(interval.low, metric.value) << metric.of;
    EXPECT_GE(interval.high, metric.value) << metric.of;
  }
}

TEST_F(Evaluate, TheGainIsWhatTheSummaryHasOverTheLead) {
  write(R"({"text":"A storm sank two ferries near Veld. Ships waited nine days. The harbour of Veld opens again on )"
        R"(Monday, and ships that waited nine days in the storm near Veld sail.","summary":"Ships waited nine days"})"
        "\n");
  const Result<Score> score = evaluate_rouge(file_, {.sentences = 1}, report_);
  EXPECT_DOUBLE_EQ(metric(score, "recall", "gain_rouge1"),
                   metric(score, "recall", "rouge1") - metric(score, "recall", "lead_rouge1"));
  const Result<Score> again = evaluate_rouge(file_, {.sentences = 1}, report_);
  for (std::size_t i = 0; i < score->metrics.size(); ++i)
    EXPECT_EQ(score->metrics[i].value, again->metrics[i].value) << score->metrics[i].of;
}

TEST_F(Evaluate, SummariesKeepToTheBudget) {
  write(R"({"text":"Ships waited nine days. Nobody knew why. The mayor was silent. A storm came. It passed.",)"
        R"("summary":"ships","lang":"en"})");
  const auto lead_words = [&](const RougeOptions& options) {  // the one word found, out of so many
    return 1 / metric(evaluate_rouge(file_, options, report_), "precision", "lead_rouge1");
  };
  EXPECT_DOUBLE_EQ(lead_words({}), 4 + 3 + 4) << "three sentences";
  EXPECT_DOUBLE_EQ(lead_words({.sentences = 1}), 4);
  EXPECT_DOUBLE_EQ(lead_words({.words = 6}), 6);
  EXPECT_DOUBLE_EQ(lead_words({.sentences = 2, .words = 100}), 4 + 3);
}

TEST_F(Evaluate, SummariesAreComparedAsAsked) {
  write(R"({"text":"Les ports ouvrent à Veld.","summary":"le port ouvre à VELD","lang":"fr"})"
        "\n");
  const auto recall = [&](const RougeOptions& options) {
    return metric(evaluate_rouge(file_, options, report_), "recall", "rouge1");
  };
  EXPECT_DOUBLE_EQ(recall({}), 2.0 / 5) << "à, veld";
  EXPECT_DOUBLE_EQ(recall({.tokens = RougeTokens::kGoogle}), 1.0 / 4) << "veld";
  EXPECT_GE(recall({.stem = true}), 3.0 / 5) << "and port";
  EXPECT_DOUBLE_EQ(recall({.language = "en"}), 1.0 / 4) << "the rule for English";
}

TEST_F(Evaluate, SeveralArticlesAreSummarizedTogether) {
  write(R"({"docs":[{"title":"Veld","text":"Ships waited outside."},{"title":"no text"},{"text":"Nobody knew why."}],)"
        R"("summaries":["Ships waited outside. Nobody knew why."],"lang":"en"})");
  const Result<Score> score = evaluate_rouge(file_, {}, report_);
  EXPECT_EQ(metric(score, "f1", "rouge1"), 1.0);
  EXPECT_EQ(metric(score, "f1", "lead_rouge1"), 1.0);
  EXPECT_TRUE(errors_.empty());
}

TEST_F(Evaluate, WhatSeveralArticlesSayIsNotSummarizedTwice) {
  write(R"({"docs":[{"text":"Ships waited off Veld."},{"text":"Ships waited off Veld. Two bakeries closed."}],)"
        R"("summary":"Ships waited off Veld. Two bakeries closed."})");
  const Result<Score> score = evaluate_rouge(file_, {.sentences = 2}, report_);
  EXPECT_EQ(metric(score, "f1", "rouge1"), 1.0);
  EXPECT_LT(metric(score, "f1", "lead_rouge1"), 1.0);
}

TEST_F(Evaluate, RowsWithoutATextOrAReferenceAreReported) {
  write(R"({"text":"Ships waited.","summary":"Ships"})"
        "\n"
        R"({"text":"Ships waited."})"
        "\n"
        R"({"summary":"Ships"})"
        "\n"
        R"({"docs":[{"text":""},7],"summary":"Ships"})"
        "\n"
        R"({"text":"Ships waited.","summaries":[]})"
        "\n"
        R"({"text":"Ships waited.","summaries":["Ships",7]})"
        "\n"
        R"({"text":"Ships waited.","summary":" - "})"
        "\n"
        R"({"text":" \n ","summary":"Ships"})"
        "\n");
  EXPECT_EQ(metric(evaluate_rouge(file_, {}, report_), "summaries"), 1);
  ASSERT_EQ(errors_.size(), 7U);
  for (std::size_t i = 0; i < errors_.size(); ++i)
    EXPECT_TRUE(errors_[i].starts_with(":" + std::to_string(i + 2) + ": ")) << errors_[i];
}

TEST_F(Evaluate, ARowThatIsTooLongToCompareIsReported) {
  std::string words;
  for (int i = 0; i < 12000; ++i) words += "ship" + std::to_string(i) + ' ';
  write(R"({"text":")" + words + R"(","summary":")" + words + "\"}\n" + R"({"text":"Ships.","summary":"Ships"})");
  EXPECT_EQ(metric(evaluate_rouge(file_, {.sentences = 100}, report_), "summaries"), 1);
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_TRUE(errors_[0].starts_with(":1: is too long to compare: ")) << errors_[0];
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
