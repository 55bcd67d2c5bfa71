#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "articles.h"
#include "command.h"
#include "json_lines.h"

namespace nutgraf {
namespace {

constexpr std::string_view kGold =
    R"({"text":"Ships waited. Nobody knew why.","sentences":["Ships waited.","Nobody knew why."]})"
    "\n";

TEST(Eval, ScoresFilesAndTheirMean) {
  const Folder folder;
  folder.write("a.jsonl", kGold);
  folder.write("b.jsonl", kGold);
  const Outcome outcome = run(folder, {"eval", "segments", "a.jsonl", "b.jsonl"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(lines(outcome.out).size(), 4U) << outcome.out;
  EXPECT_NE(outcome.out.find("f1"), std::string::npos);
  EXPECT_NE(outcome.out.find("100.00"), std::string::npos);
  EXPECT_NE(outcome.out.find("(mean of 2 files)"), std::string::npos);
}

TEST(Eval, WritesARecordAMetric) {
  const Folder folder;
  folder.write("a.jsonl", kGold);
  const Outcome outcome = run(folder, {"eval", "segments", "--json", "a.jsonl"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.out.find(R"({"type":"score","task":"segments","file":"a.jsonl","metric":"f1","value":1})"),
            std::string::npos)
      << outcome.out;
  EXPECT_TRUE(lines(outcome.out).back().starts_with(R"({"type":"end","schema":1,)"));
}

TEST(Eval, ScoresMainTexts) {
  const Folder folder;
  folder.write("pages.jsonl",
               R"({"html":"<nav>Home</nav><p>Ships waited nine days.</p>","with":["nine days"],"without":["Home"]})");
  const Outcome outcome = run(folder, {"eval", "extract", "--json", "pages.jsonl"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.out.find(R"("task":"extract","file":"pages.jsonl","metric":"f1","value":1})"), std::string::npos)
      << outcome.out;
}

constexpr std::string_view kSummary = R"({"text":"Ships waited. Nobody knew why.","summary":"Ships waited"})"
                                      "\n";

TEST(Eval, ScoresSummariesBesideTheLead) {
  const Folder folder;
  folder.write("a.jsonl", kSummary);
  const Outcome outcome = run(folder, {"eval", "rouge", "-n", "1", "--stem", "a.jsonl"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const std::vector<std::string> out = lines(outcome.out);
  ASSERT_EQ(out.size(), 2U + 3 * 5) << outcome.out;
  EXPECT_EQ(out[0], "a.jsonl, summaries 1");
  EXPECT_EQ(out[1], "                    precision         recall             f1");
  EXPECT_EQ(out[2], "rouge1           100.00 ±0.00   100.00 ±0.00   100.00 ±0.00");
  EXPECT_TRUE(out[7].starts_with("lead_rouge1 ")) << out[7];
  EXPECT_TRUE(out[16].starts_with("gain_rougeSU4 ")) << out[16];
}

TEST(Eval, WritesTheIntervalsOfSummaries) {
  const Folder folder;
  folder.write("a.jsonl", kSummary);
  const Outcome outcome = run(folder, {"eval", "rouge", "--words", "2", "--json", "a.jsonl"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.out.find(
                R"({"type":"score","task":"rouge","file":"a.jsonl","metric":"rouge1_f1","value":1,"low":1,"high":1})"),
            std::string::npos)
      << outcome.out;
  EXPECT_NE(outcome.out.find(R"("metric":"gain_rougeL_recall","value":0,"low":0,"high":0})"), std::string::npos);
}

TEST(Eval, FlagsOfOneTaskAreNamedSoAndRefusedByTheOthers) {
  const Folder folder;
  folder.write("a.jsonl", kGold);
  const Outcome outcome = run(folder, {"eval", "segments", "--words", "9", "a.jsonl"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.err, "nutgraf: --words goes only with 'eval rouge'\nTry 'nutgraf eval --help'.\n");
  for (const std::string& line : lines(run(folder, {"eval", "--help"}).out)) {
    EXPECT_LE(line.size(), 80U) << line;
    if (line.find("--words N") != std::string::npos && line.find("$") == std::string::npos) {
      EXPECT_NE(line.find("rouge: at most"), std::string::npos) << line;
    }
  }
}

TEST(Eval, ScoresSimilarities) {
  const Folder folder;
  folder.write("pairs.jsonl",
               "{\"s1\":\"Ships waited.\",\"s2\":\"Ships waited.\",\"score\":5}\n"
               "{\"s1\":\"Ships waited.\",\"s2\":\"Bakers rationed flour.\",\"score\":0}\n");
  const std::vector<std::string> arguments = {"eval", "sts", "--language", "tlh", "--json", "pairs.jsonl"};
  const Outcome outcome = run(folder, arguments);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(
      outcome.out.find(R"({"type":"score","task":"sts","file":"pairs.jsonl","metric":"sparse_pearson","value":1})"),
      std::string::npos)
      << outcome.out;
  EXPECT_EQ(outcome.err, "") << "that there are no vectors is told only if asked";
  const Outcome verbose = run(folder, {"eval", "sts", "-v", "--language", "tlh", "pairs.jsonl"});
  EXPECT_EQ(verbose.status, 0);
  EXPECT_NE(verbose.err.find("no model"), std::string::npos) << verbose.err;
  EXPECT_EQ(run(folder, {"eval", "sts", "--model", "missing.nut", "pairs.jsonl"}).status, 2);
}

TEST(Eval, ScoresCopies) {
  const Folder folder;
  const std::string text(kHarbour.substr(0, kHarbour.size() - 1));
  folder.write("pairs.jsonl",
               "{\"label\":\"copy\",\"text1\":\"" + text + "\",\"text2\":\"" + text.substr(0, 180) + "\"}\n");
  const JsonLines all(run(folder, {"eval", "copies", "--json", "pairs.jsonl"}).out);
  EXPECT_EQ(JsonLines::string(all[2], "metric"), "f1");
  EXPECT_EQ(all[2]["value"].get_double().value(), 1);
  const JsonLines none(run(folder, {"eval", "copies", "--length", "0.9", "--json", "pairs.jsonl"}).out);
  EXPECT_EQ(none[2]["value"].get_double().value(), 0);
  EXPECT_EQ(run(folder, {"eval", "copies", "--containment", "0", "pairs.jsonl"}).status, 2);
}

TEST(Eval, GoesOnBehindABadRowAndEndsWithAnError) {
  const Folder folder;
  folder.write("a.jsonl", "{}\n" + std::string(kGold));
  const Outcome outcome = run(folder, {"eval", "segments", "missing.jsonl", "a.jsonl"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("nutgraf: a.jsonl:1: "), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("nutgraf: missing.jsonl: "), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.out.find("100.00"), std::string::npos);
}

TEST(Eval, WithoutATaskOrAFileIsWrongUsage) {
  const Folder folder;
  for (const auto& arguments : {std::vector<std::string>{"eval"}, {"eval", "segments"}, {"eval", "spelling", "a"}}) {
    const Outcome outcome = run(folder, arguments);
    EXPECT_EQ(outcome.status, 2);
    EXPECT_NE(outcome.err.find("segments"), std::string::npos) << outcome.err;
  }
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string_view::npos; at += part.size()) ++found;
  return found;
}

TEST(Text, IsInTheRecordOnRequest) {
  const Folder folder;
  folder.write("a.html", "<!doctype html><title>Port</title><p>Ships waited nine days outside the harbour.</p>");
  for (const char* command : {"segment", "summarize"}) {
    EXPECT_EQ(count(run(folder, {command, "--json", "a.html"}).out, "Ships waited"), 1U);
    EXPECT_EQ(count(run(folder, {command, "--json", "--text", "a.html"}).out, "\"text\":\"Ships waited"), 2U);
  }
}

}  // namespace
}  // namespace nutgraf
