#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "embed/small_model.h"
#include "nutgraf/evaluate.h"

namespace nutgraf {
namespace {

class Sts : public testing::Test {
 protected:
  ~Sts() override { std::filesystem::remove(file_); }

  Result<Score> evaluate(std::string_view rows, const StsOptions& options = {}) {
    std::ofstream(file_) << rows;
    return evaluate_sts(file_, options, [this](const Error& error) { errors_.push_back(to_string(error)); });
  }

  static double metric(const Result<Score>& score, std::string_view name) {
    if (!score) ADD_FAILURE() << to_string(score.error());
    for (const Metric& metric : score ? score->metrics : std::vector<Metric>())
      if ((metric.of.empty() ? std::string(metric.name) : fmt::format("{}_{}", metric.of, metric.name)) == name)
        return metric.value;
    ADD_FAILURE() << "no metric " << name;
    return -2;
  }

  const std::string file_ =
      testing::TempDir() + "sts_" + testing::UnitTest::GetInstance()->current_test_info()->name() + ".jsonl";
  std::vector<std::string> errors_;
};

constexpr std::string_view kSentences = R"({"s1":"Ships waited.","s2":"Ships waited.","score":5})"
                                        "\n"
                                        R"({"s1":"Ships waited.","s2":"Vessels waited.","score":4})"
                                        "\n"
                                        R"({"s1":"Ships waited.","s2":"Bakers rationed flour.","score":0})"
                                        "\n";

TEST_F(Sts, ScoresSentencesByTheirWordsWithoutAModel) {
  const Result<Score> score = evaluate(kSentences);
  EXPECT_EQ(metric(score, "rows"), 3);
  EXPECT_EQ(metric(score, "rows_dense"), 0);
  EXPECT_EQ(metric(score, "sparse_spearman"), 1);
  EXPECT_GT(metric(score, "sparse_pearson"), 0.9);
  EXPECT_EQ(metric(score, "combined_pearson"), metric(score, "sparse_pearson"));
  EXPECT_EQ(metric(score, "dense_pearson"), 0);
}

TEST_F(Sts, ScoresTheirVectorsWithAModel) {
  const SmallModel small({.words = {{"ships", {1, 0, 0}},
                                    {"vessels", {1, 0.2F, 0}},
                                    {"waited", {1, 0, 0}},
                                    {"bakers", {0, 0, 1}},
                                    {"rationed", {0, 0, 1}},
                                    {"flour", {0, 0, 1}}}});
  const Result<Score> score = evaluate(kSentences, {.model = small.model});
  EXPECT_EQ(metric(score, "rows_dense"), 3);
  EXPECT_EQ(metric(score, "dense_spearman"), 1);
  EXPECT_GT(metric(score, "dense_pearson"), 0.95);
  EXPECT_GT(metric(score, "combined_pearson"), 0.95);
}

TEST_F(Sts, TakesLowForSimilarWhereTheRowsAreArticles) {
  const Result<Score> score = evaluate(
      R"({"text1":"Ships waited.","text2":"Ships waited.","overall":1,"lang1":"en","lang2":"en"})"
      "\n"
      R"({"title1":"Ships","text1":"They waited.","title2":"Flour","text2":"Bakers.","overall":4,"lang1":"en","lang2":"en"})"
      "\n");
  EXPECT_NEAR(metric(score, "sparse_pearson"), 1, 1e-9);
}

TEST_F(Sts, LeavesOutRowsInOtherLanguages) {
  const std::string rows = std::string(kSentences) +
                           R"({"s1":"Schiffe.","s2":"Schiffe.","score":0,"lang":"de"})"
                           "\n"
                           R"({"text1":"Ships.","text2":"Barcos.","overall":1,"lang1":"en","lang2":"es"})"
                           "\n";
  EXPECT_EQ(metric(evaluate(rows), "rows"), 5) << "nobody asked for a language";
  const Result<Score> english = evaluate(rows, {.language = "en-US"});
  EXPECT_EQ(metric(english, "rows"), 3);
  EXPECT_EQ(metric(english, "left_out"), 2);
  const SmallModel small({.words = {{"schiffe", {1, 0}}}, .language = "de"});
  EXPECT_EQ(metric(evaluate(rows, {.model = small.model}), "rows"), 4) << "rows without a language are in the model's";

  const Result<Score> none = evaluate(R"({"s1":"A","s2":"B","score":0,"lang":"de"})", {.language = "en"});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::kEmpty);
}

TEST_F(Sts, ReportsRowsThatAreNoPairs) {
  const Result<Score> score = evaluate("{\"s1\":\"a\",\"s2\":\"b\"}\n" + std::string(kSentences));
  EXPECT_EQ(metric(score, "rows"), 3);
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_NE(errors_[0].find(":1: needs strings \"s1\" and \"s2\""), std::string::npos) << errors_[0];
}

}  // namespace
}  // namespace nutgraf
