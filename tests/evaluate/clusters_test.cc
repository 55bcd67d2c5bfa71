#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "cluster/story_writer.h"
#include "nutgraf/evaluate.h"

namespace nutgraf {
namespace {

class EvaluateClusters : public testing::Test {
 protected:
  ~EvaluateClusters() override { std::filesystem::remove(file_); }

  Result<Score> evaluate(std::string_view rows, const ClusterEvaluationOptions& options = {}) {
    std::ofstream(file_) << rows;
    return evaluate_clusters(file_, options, [this](const Error& error) { errors_.push_back(to_string(error)); });
  }

  Result<std::vector<AmbiguousStories>> ambiguous(std::string_view json) const {
    std::ofstream(file_) << json;
    return read_ambiguous_stories(file_);
  }

  static double metric(const Result<Score>& score, std::string_view name, std::string_view of = {}) {
    if (!score) ADD_FAILURE() << to_string(score.error());
    for (const Metric& metric : score ? score->metrics : std::vector<Metric>())
      if (metric.name == name && metric.of == of) return metric.value;
    ADD_FAILURE() << "no metric " << name;
    return -2;
  }

  // `story` in the place of each name.
  static std::string rows(const std::vector<Article>& articles, std::string_view story = {},
                          std::string_view more = {}) {
    std::string text;
    for (const Article& article : articles) {
      std::string body = article.text;
      for (std::size_t at = 0; (at = body.find('\n', at)) != std::string::npos;) body[at] = ' ';
      text += fmt::format(R"({{"id":"{}","story":"{}","title":"{}","text":"{}","date":"{}","lang":"en"{}}})"
                          "\n",
                          article.id, story.empty() ? article.id.substr(0, article.id.find('-')) : story, article.title,
                          body, article.published, more);
    }
    return text;
  }

  const std::string file_ =
      testing::TempDir() + "clusters_" + testing::UnitTest::GetInstance()->current_test_info()->name() + ".jsonl";
  std::vector<std::string> errors_;
};

TEST_F(EvaluateClusters, ScoresStories) {
  const Result<Score> score = evaluate(rows(write_news(4)));
  for (const char* name : {"precision", "recall", "f1"})
    for (const char* of : {"pairs", "b3"}) EXPECT_EQ(metric(score, name, of), 1) << name << ' ' << of;
  EXPECT_NEAR(metric(score, "ari"), 1, 1e-12);
  EXPECT_NEAR(metric(score, "ami"), 1, 1e-9);
  EXPECT_EQ(metric(score, "articles"), 23);
  EXPECT_EQ(metric(score, "gold_stories"), 8);
  EXPECT_EQ(metric(score, "stories"), 8);
  EXPECT_EQ(metric(score, "stories_of_several"), 5);
}

TEST_F(EvaluateClusters, TellsWhatIsWrong) {
  const std::string two_in_gold = rows(write_reports(ferry(), 2)) + rows(write_reports(bakery(), 2), "ferry");
  const Result<Score> score = evaluate(two_in_gold);
  EXPECT_EQ(metric(score, "precision", "pairs"), 1);
  EXPECT_NEAR(metric(score, "recall", "pairs"), 2.0 / 6, 1e-12);
  EXPECT_EQ(metric(score, "recall", "b3"), 0.5);
}

TEST_F(EvaluateClusters, LeavesAmbiguousStoriesOut) {
  const std::vector<Article> reports = write_reports(ferry(), 4);
  const std::string gold = rows({reports[0], reports[1]}, "grounding") + rows({reports[2], reports[3]}, "rescue");
  EXPECT_NEAR(metric(evaluate(gold), "precision", "pairs"), 2.0 / 6, 1e-12);
  const Result<Score> open = evaluate(gold, {.ambiguous = {{"rescue", "grounding"}, {"rescue", "unknown"}}});
  EXPECT_EQ(metric(open, "precision", "pairs"), 1);
  EXPECT_EQ(metric(open, "precision", "b3"), 1);
}

TEST_F(EvaluateClusters, TakesTheOptions) {
  const std::string gold = rows(write_notes());
  const double recall = metric(evaluate(gold), "recall", "pairs");
  EXPECT_LT(metric(evaluate(gold, {.cluster = {.granularity = 3}}), "recall", "pairs"), recall);
  EXPECT_EQ(metric(evaluate(gold, {.cluster = {.days = 0}}), "recall", "pairs"), 0);
}

TEST_F(EvaluateClusters, LeavesRowsOutThatLeak) {
  const Result<Score> score =
      evaluate(rows(write_reports(ferry(), 2)) + rows(write_reports(bakery(), 2), {}, R"(,"leak":true)") +
               rows(write_reports(council(), 1), {}, R"(,"leak":false)"));
  EXPECT_EQ(metric(score, "articles"), 3);
  EXPECT_TRUE(errors_.empty());
}

TEST_F(EvaluateClusters, ReportsRowsThatAreNoArticles) {
  const Result<Score> score = evaluate(
      "{\"text\":\"No story.\"}\n{\"story\":\"a\"}\nnonsense\n"
      "{\"story\":\"a\",\"title\":\"A title alone\"}\n");
  EXPECT_EQ(metric(score, "articles"), 1);
  EXPECT_EQ(metric(score, "f1", "pairs"), 1);
  ASSERT_EQ(errors_.size(), 3U);
  EXPECT_NE(errors_[0].find(":1: needs strings \"story\" and \"text\" or \"title\""), std::string::npos) << errors_[0];
  EXPECT_FALSE(evaluate("nonsense\n"));
}

TEST_F(EvaluateClusters, ReadsAmbiguousStories) {
  const auto read = ambiguous(R"({"first":[["a","b"],["c","d","because"]],"note":"text","second":[["e","f"]]})");
  ASSERT_TRUE(read) << to_string(read.error());
  EXPECT_EQ(*read, (std::vector<AmbiguousStories>{{"a", "b"}, {"c", "d"}, {"e", "f"}}));
  for (const char* broken : {"", "[", "[]", R"({"first":[["a"]]})", R"({"first":[[1,2]]})", R"({"first":["ab"]})"}) {
    const auto wrong = ambiguous(broken);
    ASSERT_FALSE(wrong) << broken;
    EXPECT_EQ(wrong.error().code, ErrorCode::kMalformed);
    EXPECT_EQ(wrong.error().file, file_);
  }
  EXPECT_FALSE(read_ambiguous_stories(file_ + ".missing"));
}

}  // namespace
}  // namespace nutgraf
