#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "articles.h"
#include "command.h"
#include "json_lines.h"

namespace nutgraf {
namespace {

std::string article(std::string_view id, std::string_view outlet, std::string_view text) {
  return fmt::format(R"({{"id":"{}","title":"Title of {}","outlet":"{}","text":"{}","desk":"city"}})"
                     "\n",
                     id, id, outlet, text);
}

const std::string kPort(kHarbour.substr(0, kHarbour.size() - 1));
const std::string kShort = kPort.substr(0, kPort.find(" Bakers"));

// A copy that was cut, one that was added to, and a report of its own.
const std::string kNews = article("own", "Sule Post", "Bees swarmed over the market of Sule on Friday at noon.") +
                          article("cut", "Sule Post", kShort) +
                          article("wire", "Veld Courier", "VELD (Reuters) - " + kPort) +
                          article("more", "Orrin Gazette", kPort + " Fishermen on Orrin heard of it a week later.");

std::string ids(const simdjson::dom::object& record) {
  std::string text;
  const simdjson::dom::array articles = record["articles"];
  for (const simdjson::dom::object article : articles)
    text += JsonLines::string(article, "id") + ":" + JsonLines::string(article, "role") + " ";
  return text;
}

TEST(Dedup, ShowsGroupsWithTheirOriginalsFirst) {
  const Folder folder;
  const Outcome outcome = run(folder, {"dedup"}, kNews);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.out,
            "Title of wire\n"
            "           taken  kept  id    published  outlet\n"
            "original                wire             Veld Courier\n"
            "truncated   100%   51%  cut              Sule Post\n"
            "extended     89%  100%  more             Orrin Gazette\n"
            "\n"
            "4 articles: 2 copies in 1 group, 2 independent sources\n");
}

TEST(Dedup, WritesARecordAGroup) {
  const Folder folder;
  const Outcome outcome = run(folder, {"dedup", "--json", "--changes"}, kNews);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const JsonLines json(outcome.out);
  ASSERT_EQ(json.size(), 3U);
  EXPECT_EQ(JsonLines::string(json[0], "type"), "copies");
  EXPECT_EQ(ids(json[0]), "wire:original cut:copy more:copy ");
  const simdjson::dom::array articles = json[0]["articles"];
  const simdjson::dom::object more = articles.at(2).get_object().value();
  EXPECT_EQ(JsonLines::string(more, "desk"), "city");
  const simdjson::dom::array added = more["added"];
  ASSERT_EQ(added.size(), 1U);
  EXPECT_EQ(JsonLines::string(added.at(0).get_object().value(), "text"),
            "Fishermen on Orrin heard of it a week later.");
  EXPECT_EQ(JsonLines::string(json[1], "type"), "sources");
  EXPECT_EQ(JsonLines::number(json[1], "independent"), 2U);
  EXPECT_EQ(JsonLines::number(json.back(), "articles"), 4U);
}

TEST(Dedup, WithoutCopiesThereIsNothingFound) {
  const Folder folder;
  const Outcome outcome = run(folder, {"dedup"}, article("a", "", kPort));
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.out, "1 article: 0 copies in 0 groups, 1 independent source\n");
  EXPECT_EQ(outcome.err, "");
  const Outcome json = run(folder, {"dedup", "--json"}, records(5));
  EXPECT_EQ(JsonLines::number(JsonLines(json.out).back(), "articles"), 5U);
}

TEST(Dedup, WritesEachTextOnceForTheNextProgram) {
  const Folder folder;
  const Outcome outcome = run(folder, {"dedup", "--unique"}, kNews);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const JsonLines json(outcome.out);
  ASSERT_EQ(json.size(), 2U);
  EXPECT_EQ(JsonLines::string(json[0], "id"), "own");
  EXPECT_EQ(JsonLines::string(json[1], "id"), "wire");
  EXPECT_EQ(JsonLines::string(json[1], "text"), "VELD (Reuters) - " + kPort);
  EXPECT_EQ(JsonLines::string(json[1], "desk"), "city");
  EXPECT_EQ(run(folder, {"dedup", "--unique", "--json"}, kNews).out, outcome.out);
  EXPECT_EQ(run(folder, {"dedup", "--unique"}, outcome.out).out, outcome.out) << "nothing is left to be taken out";
}

TEST(Dedup, ShowsPairs) {
  const Folder folder;
  const JsonLines json(run(folder, {"dedup", "--pairs", "--json"}, kNews).out);
  ASSERT_EQ(json.size(), 4U) << "cut, wire and more, every two of them, and the end";
  EXPECT_EQ(JsonLines::string(json[0], "type"), "pair");
  EXPECT_EQ(json[0]["containment"].get_double().value(), 1);
  EXPECT_EQ(lines(run(folder, {"dedup", "--pairs"}, kNews).out).size(), 4U) << "and a line of names";
  const Outcome none = run(folder, {"dedup", "--pairs"}, records(2));
  EXPECT_EQ(none.status, 1);
  EXPECT_EQ(none.out, "");
}

TEST(Dedup, TakesTheFlagsOfItsOptions) {
  const Folder folder;
  const auto copies = [&](std::vector<std::string> flags) {
    flags.insert(flags.begin(), {"dedup", "--json"});
    const JsonLines json(run(folder, flags, kNews).out);
    return JsonLines::number(json[json.size() - 2], "copies");
  };
  EXPECT_EQ(copies({}), 2U);
  EXPECT_EQ(copies({"--length", "0.8"}), 1U);
  EXPECT_EQ(copies({"--containment", "1", "--length", "1"}), 0U);
  for (const auto& [flag, value] : {std::pair<std::string, std::string>{"--containment", "0"},
                                    {"--own-leads", "1.5"},
                                    {"--length", "2"},
                                    {"--threads", "100000"}}) {
    const Outcome outcome = run(folder, {"dedup", flag, value}, kNews);
    EXPECT_EQ(outcome.status, 2) << flag;
    EXPECT_EQ(outcome.out, "") << flag;
    EXPECT_EQ(lines(outcome.err).size(), 1U) << outcome.err;
  }
  EXPECT_EQ(run(folder, {"dedup", "--unique", "--changes"}, kNews).status, 2);
  EXPECT_EQ(run(folder, {"dedup", "--unique", "--pairs"}, kNews).status, 2);
}

TEST(Dedup, IsTheSameForAnyNumberOfThreadsAndOrderOfFiles) {
  const Folder folder;
  std::string reversed;
  std::string all = kNews + records(40);
  for (const std::string& line : lines(all)) reversed = line + "\n" + reversed;
  const std::string expected = run(folder, {"dedup", "--json", "--changes", "-j", "1"}, all).out;
  EXPECT_EQ(run(folder, {"dedup", "--json", "--changes", "-j", "4"}, all).out, expected);
  EXPECT_EQ(run(folder, {"dedup", "--json", "--changes"}, reversed).out, expected);
}

TEST(Dedup, GoesOnBehindABadArticle) {
  const Folder folder;
  folder.write("news.jsonl", kNews + "{\"title\":\"no text\"}\n");
  const Outcome outcome = run(folder, {"dedup", "--json", "news.jsonl", "missing.txt"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("nutgraf: news.jsonl:5: "), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("nutgraf: missing.txt: "), std::string::npos) << outcome.err;
  const JsonLines json(outcome.out);
  ASSERT_EQ(json.size(), 3U);
  EXPECT_EQ(JsonLines::number(json.back(), "failed"), 2U);
  const Outcome stopped = run(folder, {"dedup", "--fail-fast", "news.jsonl"});
  EXPECT_EQ(stopped.status, 2);
  EXPECT_EQ(stopped.out, "");
}

TEST(Dedup, NoArticleIsNothingFound) {
  const Folder folder;
  std::filesystem::create_directory(folder.path() / "empty");
  const Outcome outcome = run(folder, {"dedup", "empty"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.err, "nutgraf: no article found in empty\n");
  EXPECT_EQ(outcome.out, "");
}

}  // namespace
}  // namespace nutgraf
