#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "cluster/reports.h"
#include "nutgraf/evaluate.h"

namespace nutgraf {
namespace {

class EvaluateCopies : public testing::Test {
 protected:
  ~EvaluateCopies() override { std::filesystem::remove(file_); }

  Result<Score> evaluate(std::string_view rows, const CopyOptions& options = {}) {
    std::ofstream(file_) << rows;
    return evaluate_copies(file_, options, [this](const Error& error) { errors_.push_back(to_string(error)); });
  }

  static double metric(const Result<Score>& score, std::string_view name) {
    if (!score) ADD_FAILURE() << to_string(score.error());
    for (const Metric& metric : score ? score->metrics : std::vector<Metric>())
      if (metric.name == name) return metric.value;
    ADD_FAILURE() << "no metric " << name;
    return -2;
  }

  static std::string row(std::string_view label, std::string_view text1, std::string_view text2) {
    return fmt::format("{{\"label\":\"{}\",\"text1\":\"{}\",\"text2\":\"{}\"}}\n", label, text1, text2);
  }

  const std::string file_ =
      testing::TempDir() + "copies_" + testing::UnitTest::GetInstance()->current_test_info()->name() + ".jsonl";
  std::vector<std::string> errors_;
};

TEST_F(EvaluateCopies, ScoresWhatIsFound) {
  const std::string rows = row("copy", kWireLead, kWireLead) + row("independent", kWireLead, kOwnReport) +
                           row("partial", kWireMiddle, kWireMiddle) + row("copy", kWireEnd, kOwnReport);
  const Result<Score> score = evaluate(rows);
  EXPECT_EQ(metric(score, "precision"), 0.5);
  EXPECT_EQ(metric(score, "recall"), 0.5);
  EXPECT_EQ(metric(score, "f1"), 0.5);
  EXPECT_EQ(metric(score, "copies"), 2);
  EXPECT_EQ(metric(score, "pairs"), 4);
  // The first copy beats one pair and ties with the other; the second ties with one and loses.
  EXPECT_EQ(metric(score, "auc"), (1 + 0.5 + 0.5 + 0) / 4);
}

TEST_F(EvaluateCopies, TakesTheOptions) {
  const std::string wire(kWireMiddle);
  const std::string rows = row("copy", wire, wire.substr(0, wire.size() / 2));
  EXPECT_EQ(metric(evaluate(rows), "recall"), 1);
  EXPECT_EQ(metric(evaluate(rows, {.length = 0.9}), "recall"), 0);
}

TEST_F(EvaluateCopies, IsRightWhereThereIsNothingToFind) {
  const Result<Score> score = evaluate(row("independent", kWireLead, kOwnReport));
  EXPECT_EQ(metric(score, "precision"), 1);
  EXPECT_EQ(metric(score, "recall"), 1);
  EXPECT_EQ(metric(score, "f1"), 1);
}

TEST_F(EvaluateCopies, ReportsRowsThatAreNoPairs) {
  const Result<Score> score =
      evaluate("{\"label\":\"copy\",\"text1\":\"a\"}\n{\"text1\":\"a\",\"text2\":\"b\"}\nnonsense\n" +
               row("copy", kWireLead, kWireLead));
  EXPECT_EQ(metric(score, "pairs"), 1);
  ASSERT_EQ(errors_.size(), 3U);
  EXPECT_NE(errors_[0].find(":1: needs strings \"label\", \"text1\" and \"text2\""), std::string::npos) << errors_[0];
  EXPECT_NE(errors_[1].find(":2: needs"), std::string::npos) << errors_[1];
  EXPECT_FALSE(evaluate("nonsense\n"));
}

}  // namespace
}  // namespace nutgraf
