#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "articles.h"
#include "command.h"
#include "json_lines.h"

namespace nutgraf {
namespace {

std::string report(const std::string& id, const std::string& outlet, const std::string& text) {
  return R"({"id":")" + id + R"(","outlet":")" + outlet + R"(","text":")" + text + "\"}\n";
}

const std::string kReports =
    report("a", "Veld Courier", "The ferry Maren ran aground off Orrin at dawn. Bees swarmed over Sule.") +
    report("b", "", "The ferry Maren ran aground at dawn. Tugs came from Marrow.");

TEST(Multi, AllArticlesGetOneSummary) {
  const Folder folder;
  folder.write("storm/a.jsonl", kReports);
  folder.write("storm/b.txt", "Passengers of the ferry Maren, which ran aground off Orrin, are safe.");
  const Outcome outcome = run(folder, {"summarize", "--multi", "-n", "1", "storm"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "The ferry Maren ran aground off Orrin at dawn. (Veld Courier)\n");
  EXPECT_EQ(outcome.err, "");
}

TEST(Multi, JsonSaysWhichArticleASentenceIsFrom) {
  const Folder folder;
  const Outcome outcome = run(folder, {"summarize", "--multi", "-n", "2", "--json", "--text"}, kReports);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const JsonLines json(outcome.out);
  ASSERT_EQ(json.size(), 2U);
  EXPECT_EQ(JsonLines::string(json[0], "type"), "summary");
  const simdjson::dom::array sentences = json[0]["sentences"];
  const simdjson::dom::array articles = json[0]["articles"];
  std::size_t found = 0;
  for (const simdjson::dom::object sentence : sentences) {
    for (const simdjson::dom::object article : articles) {
      if (JsonLines::string(sentence, "article") != JsonLines::string(article, "id")) continue;
      ++found;
      const std::size_t begin = JsonLines::number(sentence, "begin");
      const std::size_t size = JsonLines::number(sentence, "end") - begin;
      EXPECT_EQ(JsonLines::string(article, "text").substr(begin, size), JsonLines::string(sentence, "text"));
    }
  }
  EXPECT_EQ(found, 2U);
  EXPECT_EQ(JsonLines::number(json.back(), "articles"), 2U);
  EXPECT_EQ(JsonLines::number(json.back(), "failed"), 0U);
}

TEST(Multi, ABadArticleIsReportedAndTheRestSummarized) {
  const Folder folder;
  folder.write("news.jsonl", kReports + "{\"title\":\"no text\"}\n" + record(3));
  const Outcome outcome = run(folder, {"summarize", "--multi", "--json", "news.jsonl", "missing.txt"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("nutgraf: news.jsonl:3: "), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("nutgraf: missing.txt: "), std::string::npos) << outcome.err;
  const JsonLines json(outcome.out);
  ASSERT_EQ(json.size(), 2U);
  EXPECT_EQ(JsonLines::number(json.back(), "articles"), 3U);
  EXPECT_EQ(JsonLines::number(json.back(), "failed"), 2U);
}

TEST(Multi, FailFastGivesNoSummaryOfAPart) {
  const Folder folder;
  folder.write("news.jsonl", kReports + "{\"title\":\"no text\"}\n" + record(3));
  const Outcome outcome = run(folder, {"summarize", "--multi", "--fail-fast", "news.jsonl"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(lines(outcome.err).size(), 1U) << outcome.err;
}

TEST(Multi, NoArticleIsNothingFound) {
  const Folder folder;
  std::filesystem::create_directory(folder.path() / "empty");
  const Outcome outcome = run(folder, {"summarize", "--multi", "empty"});
  EXPECT_EQ(outcome.status, run(folder, {"summarize", "empty"}).status);
  EXPECT_EQ(outcome.err, run(folder, {"summarize", "empty"}).err);
  EXPECT_EQ(outcome.out, "");
}

TEST(Multi, OneArticleGetsASummary) {
  const Folder folder;
  const Outcome outcome = run(folder, {"summarize", "--multi", "-n", "2"}, kHarbour);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const std::vector<std::string> sentences = lines(outcome.out);
  ASSERT_EQ(sentences.size(), 2U);
  EXPECT_TRUE(kHarbour.starts_with(sentences[0])) << sentences[0];
  EXPECT_NE(kHarbour.find(sentences[1]), std::string_view::npos) << sentences[1];
}

TEST(Multi, ExplainIsOfOneArticle) {
  const Folder folder;
  const Outcome outcome = run(folder, {"summarize", "--multi", "--explain"}, kReports);
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("--explain"), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace nutgraf
