#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "articles.h"
#include "command.h"
#include "json_lines.h"

namespace nutgraf {
namespace {

constexpr std::string_view kPage =
    "<html><head><title>Ferry returns</title></head><body><p>The ferry Maren returned to Veld on Monday, two days "
    "after its engine had failed off the cape, and nobody on board was hurt.</p></body></html>";

// Seconds by stage; the whole of one thread as "all".
std::map<std::string, double> seconds_by_stage(const JsonLines& json) {
  std::map<std::string, double> seconds;
  for (std::size_t i = 0; i + 1 < json.size(); ++i) {
    EXPECT_EQ(JsonLines::string(json[i], "type"), "bench");
    if (JsonLines::number(json[i], "threads") == 1)
      seconds[JsonLines::string(json[i], "stage")] = json[i]["seconds"].get_double();
  }
  return seconds;
}

TEST(Bench, HasARecordAStageAndCountsTheArticles) {
  const Folder folder;
  const std::string news = records(20);
  folder.write("news.jsonl", news);
  const Outcome outcome =
      run(folder, {"bench", "--json", "--seconds", "600", "--rounds", "3", "-j", "2", "news.jsonl"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  const JsonLines json(outcome.out);
  std::vector<std::string> stages;
  for (std::size_t i = 0; i + 1 < json.size(); ++i) {
    stages.push_back(JsonLines::string(json[i], "stage"));
    EXPECT_EQ(JsonLines::number(json[i], "articles"), 20U);
    EXPECT_EQ(JsonLines::number(json[i], "rounds"), 3U);
    EXPECT_LE(double{json[i]["seconds_low"].get_double()}, double{json[i]["seconds"].get_double()});
    EXPECT_LE(double{json[i]["seconds"].get_double()}, double{json[i]["seconds_high"].get_double()});
  }
  std::erase(stages, "embed");  // where there is a model
  EXPECT_EQ(stages,
            (std::vector<std::string>{"read", "analyse", "segment", "tokenize", "summarize", "render", "all", "all"}));
  EXPECT_EQ(JsonLines::number(json[0], "bytes"), news.size());
  EXPECT_EQ(JsonLines::number(json[json.size() - 2], "threads"), 2U);
  EXPECT_GT(JsonLines::number(json[json.size() - 2], "peak_memory"), 1000000U);
  EXPECT_EQ(JsonLines::string(json.back(), "type"), "end");
  EXPECT_EQ(JsonLines::number(json.back(), "articles"), 20U);
  EXPECT_EQ(JsonLines::number(json.back(), "failed"), 0U);
}

TEST(Bench, StagesTakeNoMoreThanTheWhole) {
  const Folder folder;
  folder.write("news.jsonl", records(50));
  folder.write("page.html", kPage);
  // A single round: medians of stages need not be of one round.
  const Outcome outcome =
      run(folder, {"bench", "--json", "--seconds", "600", "--rounds", "1", "-j", "1", "page.html", "news.jsonl"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  std::map<std::string, double> seconds = seconds_by_stage(JsonLines(outcome.out));
  double sum = 0;
  for (const char* stage : {"read", "extract", "analyse", "summarize", "render"}) sum += seconds[stage];
  EXPECT_GT(sum, 0);
  EXPECT_LE(sum, seconds["all"] * 1.001);  // they are written with four digits
}

TEST(Bench, TakesTheFirstArticlesWhereTheTimeIsShort) {
  const Folder folder;
  folder.write("news.jsonl", records(50));
  const Outcome outcome = run(folder, {"bench", "--json", "--seconds", "0.000001", "-j", "1", "news.jsonl"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const JsonLines json(outcome.out);
  EXPECT_EQ(JsonLines::number(json.back(), "articles"), 1U);
  EXPECT_TRUE(bool{json[json.size() - 2]["partial"].get_bool()});
}

TEST(Bench, MeasuresTheExtractionOfPages) {
  const Folder folder;
  folder.write("page.html", kPage);
  const Outcome outcome = run(folder, {"bench", "--json", "--seconds", "600", "--rounds", "2", "page.html"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_TRUE(seconds_by_stage(JsonLines(outcome.out)).contains("extract"));
}

TEST(Bench, TellsOfABadArticleOnceAndMeasuresTheRest) {
  const Folder folder;
  folder.write("news.jsonl", record(1) + "not json\n" + record(2));
  const Outcome outcome = run(folder, {"bench", "--json", "--seconds", "600", "--rounds", "2", "news.jsonl"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_TRUE(outcome.err.starts_with("nutgraf: news.jsonl:2: ")) << outcome.err;
  EXPECT_EQ(lines(outcome.err).size(), 1U) << outcome.err;
  const JsonLines json(outcome.out);
  EXPECT_GT(json.size(), 6U);
  EXPECT_EQ(JsonLines::number(json.back(), "articles"), 2U);
  EXPECT_EQ(JsonLines::number(json.back(), "failed"), 1U);
}

TEST(Bench, EndsWithAnErrorIfNothingCanBeRead) {
  const Folder folder;
  const Outcome outcome = run(folder, {"bench", "--json", "missing.jsonl"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_TRUE(outcome.err.starts_with("nutgraf: missing.jsonl: ")) << outcome.err;
  EXPECT_EQ(JsonLines(outcome.out).size(), 1U);
}

TEST(Bench, EndsWith1IfThereIsNoArticle) {
  const Folder folder;
  std::filesystem::create_directory(folder.path() / "none");
  const Outcome outcome = run(folder, {"bench", "none"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_NE(outcome.err.find("no article found in none"), std::string::npos) << outcome.err;
}

TEST(Bench, ReadsWhatIsPipedMoreThanOnce) {
  const Folder folder;
  const std::string news = records(3) + "not json\n";
  for (const std::vector<std::string>& inputs : {std::vector<std::string>{}, {"-"}}) {
    std::vector<std::string> arguments = {"bench", "--json", "--seconds", "600", "--rounds", "2"};
    arguments.insert(arguments.end(), inputs.begin(), inputs.end());
    const Outcome outcome = run(folder, arguments, news);
    EXPECT_EQ(outcome.status, 2);
    EXPECT_TRUE(outcome.err.starts_with("nutgraf: -:4: ")) << outcome.err;
    EXPECT_EQ(JsonLines::number(JsonLines(outcome.out).back(), "articles"), 3U);
  }
}

TEST(Bench, InventsArticlesWithoutAnInputAndSaysSo) {
  const Folder folder;
  const Outcome text = run(folder, {"bench", "--seconds", "0.000001"});
  EXPECT_EQ(text.status, 0) << text.err;
  EXPECT_NE(text.out.find("invented article"), std::string::npos) << text.out;
  const JsonLines json(run(folder, {"bench", "--json", "--seconds", "0.000001"}).out);
  EXPECT_TRUE(bool{json[json.size() - 2]["invented"].get_bool()});
}

TEST(Bench, TheTableIsAlignedAndFitsInto80Columns) {
  const Folder folder;
  folder.write("news.jsonl", records(5));
  const Outcome outcome = run(folder, {"bench", "--seconds", "600", "--rounds", "2", "-j", "2", "news.jsonl"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const std::vector<std::string> table = lines(outcome.out);
  EXPECT_TRUE(table[0].starts_with("5 articles, ")) << table[0];
  EXPECT_TRUE(table[2].starts_with("stage ")) << table[2];
  EXPECT_TRUE(std::ranges::any_of(table, [](const std::string& line) { return line.starts_with("all, 2 threads "); }));
  EXPECT_TRUE(table.back().starts_with("peak memory ")) << table.back();
  for (const std::string& line : table) {
    EXPECT_LE(line.size(), 80U + 2 * std::ranges::count(line, '\xB1')) << line;
    EXPECT_FALSE(line.ends_with(' ')) << line;
  }
}

TEST(Bench, RefusesTimesThatAreNone) {
  const Folder folder;
  folder.write("news.jsonl", records(1));
  for (const char* seconds : {"0", "-1", "1000000"}) {
    const Outcome outcome = run(folder, {"bench", "--seconds", seconds, "news.jsonl"});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_NE(outcome.err.find("--seconds is above 0"), std::string::npos) << outcome.err;
    EXPECT_EQ(outcome.out, "");
  }
}

}  // namespace
}  // namespace nutgraf
