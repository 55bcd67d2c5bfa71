#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "command.h"

namespace nutgraf {
namespace {

constexpr const char* kFirst =
    "A ferry capsized in the harbour of Orrin on Monday evening and 12 people were killed, police said.\n";
constexpr const char* kSecond =
    "At least 15 people died when a ferry capsized in Orrin's harbour on Monday evening, police said.\n";

TEST(Compare, ShowsWhereTwoReportsDiffer) {
  const Folder folder;
  folder.write("a.txt", kFirst);
  folder.write("b.txt", kSecond);
  const Outcome outcome = run(folder, {"compare", "a.txt", "b.txt"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("Differing (1)\nfigure\n"), std::string::npos) << outcome.out;
  for (const std::string& line : lines(outcome.out)) EXPECT_LE(line.size(), 80U) << line;
}

TEST(Compare, WritesOneRecordAndTheEnd) {
  const Folder folder;
  folder.write("a.txt", kFirst);
  folder.write("b.txt", kSecond);
  const Outcome outcome = run(folder, {"compare", "--json", "a.txt", "b.txt"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const std::vector<std::string> records = lines(outcome.out);
  ASSERT_EQ(records.size(), 2U);
  EXPECT_TRUE(records[0].starts_with(R"({"type":"comparison","articles":[{"id":"a.txt")"));
  for (const char* part : {R"("shared":[)", R"("only":[)", R"("differing":[)", R"("similarity":{)"})
    EXPECT_NE(records[0].find(part), std::string::npos) << part;
  EXPECT_EQ(records[1], R"({"type":"end","schema":1,"articles":2,"failed":0})");
}

TEST(Compare, WritesAPageToAFile) {
  const Folder folder;
  folder.write("a.txt", kFirst);
  folder.write("b.txt", kSecond);
  const Outcome outcome = run(folder, {"compare", "--html", "page.html", "a.txt", "b.txt"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  EXPECT_TRUE(folder.read("page.html").starts_with("<!DOCTYPE html>"));
  EXPECT_EQ(run(folder, {"compare", "--html", "a.txt", "a.txt", "b.txt"}).status, 2);
  EXPECT_EQ(folder.read("a.txt"), kFirst);
  EXPECT_EQ(run(folder, {"compare", "--html", "none/page.html", "a.txt", "b.txt"}).status, 2);
}

TEST(Compare, IsTheSameWhateverTheOrderButForTheNumbers) {
  const Folder folder;
  folder.write("a.txt", kFirst);
  folder.write("b.txt", kSecond);
  const std::string one = run(folder, {"compare", "a.txt", "b.txt"}).out;
  EXPECT_EQ(run(folder, {"compare", "a.txt", "b.txt"}).out, one);
  EXPECT_NE(run(folder, {"compare", "b.txt", "a.txt"}).out.find("Differing (1)"), std::string::npos);
}

TEST(Compare, AsksForASecondArticle) {
  const Folder folder;
  folder.write("a.txt", kFirst);
  const Outcome outcome = run(folder, {"compare", "a.txt"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("only one article to compare"), std::string::npos) << outcome.err;
  EXPECT_EQ(outcome.out, "");
}

TEST(Compare, FailsWhereAnArticleCannotBeRead) {
  const Folder folder;
  folder.write("a.txt", kFirst);
  folder.write("b.txt", kSecond);
  const Outcome outcome = run(folder, {"compare", "a.txt", "b.txt", "missing.txt"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.out.find("Differing (1)"), std::string::npos);
}

TEST(Compare, FillsTheWidthItIsGiven) {
  const Folder folder;
  folder.write("a.txt", kFirst);
  folder.write("b.txt", kSecond);
  const std::string narrow = run(folder, {"compare", "--width", "40", "a.txt", "b.txt"}).out;
  for (const std::string& line : lines(narrow)) EXPECT_LE(line.size(), 40U) << line;
  const std::string wide = run(folder, {"compare", "--width", "160", "a.txt", "b.txt"}).out;
  EXPECT_LT(lines(wide).size(), lines(narrow).size());
}

TEST(EvalAlign, ScoresPairsOfSentencesAndOfSpans) {
  const Folder folder;
  folder.write("pairs.jsonl", R"({"s1":"The port of Veld reopened.","s2":"Veld's port has reopened.","label":1})"
                              "\n"
                              R"({"s1":"The port of Veld reopened.","s2":"Veld's port has reopened.","label":1})"
                              "\n"
                              R"({"s1":"The port of Veld reopened.","s2":"Fish was dear in Orrin.","label":0})"
                              "\n"
                              R"({"s1":"The port of Veld reopened.","s2":"Fish was dear in Orrin.","label":0})"
                              "\n");
  const Outcome outcome = run(folder, {"eval", "align", "--json", "pairs.jsonl"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  for (const char* metric : {R"("metric":"aligned_f1","value":1})", R"("metric":"aligned_auc","value":1})",
                             R"("metric":"sparse_f1","value":1})", R"("metric":"pairs","value":2})"})
    EXPECT_NE(outcome.out.find(metric), std::string::npos) << metric << outcome.out;
  folder.write(
      "spans.jsonl",
      R"({"topic":"a","summarySpanText":"The port of Veld reopened.","docSpanText":"Veld's port has reopened."})"
      "\n"
      R"({"topic":"a","summarySpanText":"Fish got dear.","docSpanText":"Fish was dear in Orrin."})"
      "\n"
      R"({"topic":"b","summarySpanText":"Fog lay over Sule.","docSpanText":"There was fog over Sule."})"
      "\n");
  const Outcome spans = run(folder, {"eval", "align", "--json", "spans.jsonl"});
  EXPECT_NE(spans.out.find(R"("metric":"pairs","value":5})"), std::string::npos) << spans.out;
  EXPECT_NE(spans.out.find(R"("metric":"aligned_f1","value":1})"), std::string::npos) << spans.out;
  folder.write("bad.jsonl", "{\"s1\":\"a\"}\n");
  EXPECT_EQ(run(folder, {"eval", "align", "bad.jsonl"}).status, 2);
}

}  // namespace
}  // namespace nutgraf
