#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "articles.h"
#include "cluster/story_writer.h"
#include "command.h"
#include "json_lines.h"

namespace nutgraf {
namespace {

std::string row(const Article& article, std::string_view more = R"("desk":"city")") {
  std::string text = article.text;
  std::ranges::replace(text, '\n', ' ');
  return fmt::format(R"({{"id":"{}","title":"{}","text":"{}","outlet":"{}","published":"{}","language":"en",{}}})"
                     "\n",
                     article.id, article.title, text, article.outlet, article.published, more);
}

std::string rows(const std::vector<Article>& articles) {
  std::string all;
  for (const Article& article : articles) all += row(article);
  return all;
}

const std::string kNews = rows(write_news(3));

// Two reports of one event, a copy of the first, and what stands alone.
std::string few() {
  std::vector<Article> articles = write_reports(ferry(), 2);
  articles.push_back(articles[0]);
  articles.back().id = "copy";
  articles.back().published = "2026-10-03T09:00:00Z";
  for (Article& article : lone_articles()) articles.push_back(std::move(article));
  return rows(articles);
}

std::string ids(const simdjson::dom::object& record) {
  std::string text;
  const simdjson::dom::array articles = record["articles"];
  for (const simdjson::dom::object article : articles)
    text += JsonLines::string(article, "id") + ":" + JsonLines::string(article, "role") + " ";
  return text;
}

TEST(Cluster, ShowsTheStoriesOfSeveral) {
  const Folder folder;
  const Outcome outcome = run(folder, {"cluster", "-n", "1"}, few());
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  const std::vector<std::string> out = lines(outcome.out);
  ASSERT_EQ(out.size(), 10U) << outcome.out;
  EXPECT_EQ(out[0], "Ferry Maren runs aground off Orrin");
  EXPECT_TRUE(
      out[1].ends_with(": 3 articles, 2 outlets, 2 independent sources, "
                       "2026-10-03T05:00:00Z to 2026-10-03T09:00:00Z"))
      << out[1];
  EXPECT_NE(out[2].find("Maren"), std::string::npos) << out[2];
  EXPECT_TRUE(out[3].starts_with("  ") && out[3].ends_with(")")) << out[3];
  EXPECT_TRUE(out[4].starts_with("role ")) << out[4];
  EXPECT_TRUE(out[5].starts_with("original ")) << out[5];
  EXPECT_TRUE(out[6].starts_with("report ")) << out[6];
  EXPECT_TRUE(out[7].starts_with("copy of ferry-0 ")) << out[7];
  EXPECT_EQ(out[8], "");
  EXPECT_EQ(out[9], "6 articles: 1 story of several, 3 alone");
  const Outcome all = run(folder, {"cluster", "--all"}, few());
  EXPECT_NE(all.out.find("Bees swarm over Sule\n"), std::string::npos) << all.out;
}

TEST(Cluster, WritesARecordAStory) {
  const Folder folder;
  const Outcome outcome = run(folder, {"cluster", "--json"}, few());
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const JsonLines json(outcome.out);
  ASSERT_EQ(json.size(), 5U);
  EXPECT_EQ(JsonLines::string(json[0], "type"), "story");
  EXPECT_EQ(ids(json[0]), "ferry-0:original ferry-1:report copy:copy ");
  EXPECT_EQ(JsonLines::number(json[0], "outlets"), 2U);
  EXPECT_EQ(JsonLines::number(json[0], "independent"), 2U);
  EXPECT_EQ(JsonLines::string(json[0], "begin"), "2026-10-03T05:00:00Z");
  const simdjson::dom::array articles = json[0]["articles"];
  EXPECT_EQ(JsonLines::string(articles.at(2).get_object().value(), "original"), "ferry-0");
  EXPECT_EQ(JsonLines::string(articles.at(2).get_object().value(), "desk"), "city");
  const simdjson::dom::array summary = json[0]["summary"];
  ASSERT_GT(summary.size(), 0U);
  const simdjson::dom::object sentence = summary.at(0).get_object().value();
  EXPECT_EQ(JsonLines::string(sentence, "text").size(),
            JsonLines::number(sentence, "end") - JsonLines::number(sentence, "begin"));
  EXPECT_TRUE(JsonLines::string(sentence, "article").starts_with("ferry-"));
  EXPECT_EQ(ids(json[1]), "bees:report ");
  EXPECT_EQ(JsonLines::string(json[4], "type"), "end");
  EXPECT_EQ(JsonLines::number(json[4], "articles"), 6U);
}

TEST(Cluster, WithoutAStoryOfSeveralThereIsNothingFound) {
  const Folder folder;
  const Outcome outcome = run(folder, {"cluster"}, rows(lone_articles()));
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.out, "3 articles: 0 stories of several, 3 alone\n");
  EXPECT_EQ(outcome.err, "");
}

TEST(Cluster, TellsWhyTwoArticlesAreTogetherOrNot) {
  const Folder folder;
  const Outcome outcome = run(folder, {"cluster", "--why", "ferry-0", "ferry-1", "--why", "ferry-0", "bees"}, few());
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("ferry-0 and ferry-1 are in one story\n"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("ferry-0 and bees are in two stories\n"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("  mean of the story           +"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("  nearness of the stories     -"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("sandbank"), std::string::npos) << outcome.out;

  const JsonLines json(run(folder, {"cluster", "--json", "--why", "ferry-0", "bees"}, few()).out);
  ASSERT_EQ(json.size(), 2U);
  EXPECT_EQ(JsonLines::string(json[0], "type"), "reason");
  EXPECT_EQ(JsonLines::string(json[0], "first"), "ferry-0");
  EXPECT_FALSE(json[0]["together"].get_bool().value());
  EXPECT_NE(JsonLines::string(json[0], "first_story"), JsonLines::string(json[0], "second_story"));
  EXPECT_LT(json[0]["nearness"].get_double().value(), 0);
  EXPECT_NE(json[0]["vectors"].error(), simdjson::SUCCESS) << "of articles the words tell enough";
}

TEST(Cluster, TellsHowNearTheMeaningOfTitlesIs) {
  const Folder folder;
  constexpr std::string_view kTitles = R"({"id":"a","title":"Ferry sinks off northern coast, nine rescued"})"
                                       "\n"
                                       R"({"id":"b","title":"Nine saved as boat goes down in the north"})"
                                       "\n"
                                       R"({"id":"c","title":"Bakers strike over the price of flour"})"
                                       "\n";
  const JsonLines json(run(folder, {"cluster", "--json", "--why", "a", "b", "--why", "a", "c"}, kTitles).out);
  ASSERT_EQ(json.size(), 3U);
  const double near = json[0]["vectors"].get_double().value();
  EXPECT_LE(near, 1);
  EXPECT_GT(near, json[1]["vectors"].get_double().value() + 0.1);
  EXPECT_NE(run(folder, {"cluster", "--why", "a", "b"}, kTitles).out.find("  meaning of the short texts  0."),
            std::string::npos);
}

TEST(Cluster, KeepsToLinks) {
  const Folder folder;
  const auto first = [&](std::vector<std::string> flags) {
    flags.insert(flags.begin(), {"cluster", "--json"});
    return ids(JsonLines(run(folder, flags, few()).out)[0]);
  };
  EXPECT_EQ(first({"--must-link", "bees", "ferry-1"}), "ferry-0:original ferry-1:report copy:copy bees:report ");
  EXPECT_EQ(first({"--cannot-link", "ferry-0", "ferry-1", "--cannot-link", "copy", "ferry-1"}),
            "ferry-0:original copy:copy ");
}

TEST(Cluster, NamesIdsThatNoArticleHas) {
  const Folder folder;
  for (const char* flag : {"--must-link", "--cannot-link", "--why"}) {
    const Outcome outcome = run(folder, {"cluster", flag, "bees", "nobody"}, few());
    EXPECT_EQ(lines(outcome.err).size(), 1U) << outcome.err;
    EXPECT_TRUE(outcome.err.starts_with("nutgraf: ")) << outcome.err;
    EXPECT_NE(outcome.err.find("'nobody'"), std::string::npos) << outcome.err;
    EXPECT_EQ(outcome.out, flag == std::string_view("--why") ? "" : run(folder, {"cluster"}, few()).out) << flag;
  }
}

TEST(Cluster, TakesTheFlagsOfItsOptions) {
  const Folder folder;
  const auto stories = [&](std::vector<std::string> flags) {
    flags.insert(flags.begin(), {"cluster", "--json"});
    return JsonLines(run(folder, flags, rows(write_notes())).out).size() - 1;
  };
  const std::size_t usual = stories({});
  EXPECT_GT(stories({"-g", "3"}), usual);
  EXPECT_LT(stories({"--granularity=-5"}), usual);
  EXPECT_EQ(stories({"--days", "0"}), 28U) << "as many as articles";
  for (const auto& [flag, value] : {std::pair<std::string, std::string>{"-g", "5.5"},
                                    {"-g", "-6"},
                                    {"-g", "nan"},
                                    {"--days", "-1"},
                                    {"--containment", "0"},
                                    {"--threads", "100000"}}) {
    const Outcome outcome = run(folder, {"cluster", flag, value}, kNews);
    EXPECT_EQ(outcome.status, 2) << flag << ' ' << value;
    EXPECT_EQ(outcome.out, "") << flag;
    EXPECT_TRUE(outcome.err.starts_with("nutgraf: ")) << outcome.err;
  }
  EXPECT_NE(run(folder, {"cluster", "-g", "9"}, kNews).err.find("from -5 to 5, not 9"), std::string::npos);
}

TEST(Cluster, FlagsOfTwoValuesNeedBoth) {
  const Folder folder;
  folder.write("news.jsonl", few());
  for (const std::string flag : {"--why", "--must-link", "--cannot-link"}) {
    for (const auto& values : {std::vector<std::string>{flag}, {flag, "bees"}, {flag, "bees", "chess", flag, "bees"}}) {
      std::vector<std::string> arguments = values;
      arguments.insert(arguments.begin(), "cluster");
      const Outcome outcome = run(folder, arguments, few());
      EXPECT_EQ(outcome.status, 2) << fmt::format("{}", fmt::join(arguments, " "));
      EXPECT_TRUE(outcome.err.starts_with("nutgraf: " + flag + " needs two values\n")) << outcome.err;
      EXPECT_EQ(outcome.out, "");
    }
    const Outcome before = run(folder, {"cluster", "--json", flag, "bees", "chess", "news.jsonl"});
    EXPECT_EQ(before.err, "");
    EXPECT_EQ(run(folder, {"cluster", "news.jsonl", "--json", flag, "bees", "chess"}).out, before.out);
    EXPECT_EQ(JsonLines::number(JsonLines(before.out).back(), "articles"), 6U) << "what follows is an input";
  }
}

TEST(Cluster, IsTheSameForAnyNumberOfThreadsAndOrderOfArticles) {
  const Folder folder;
  std::string reversed;
  for (const std::string& line : lines(kNews)) reversed = line + "\n" + reversed;
  const std::string expected = run(folder, {"cluster", "--json", "-j", "1"}, kNews).out;
  EXPECT_EQ(run(folder, {"cluster", "--json", "-j", "4"}, kNews).out, expected);
  EXPECT_EQ(run(folder, {"cluster", "--json"}, reversed).out, expected);
}

TEST(Cluster, GoesOnBehindABadArticle) {
  const Folder folder;
  folder.write("news.jsonl", few() + "nonsense\n");
  const Outcome outcome = run(folder, {"cluster", "--json", "news.jsonl", "missing.txt"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("nutgraf: news.jsonl:7: "), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("nutgraf: missing.txt: "), std::string::npos) << outcome.err;
  EXPECT_EQ(JsonLines::number(JsonLines(outcome.out).back(), "failed"), 2U);
  EXPECT_EQ(run(folder, {"cluster", "--fail-fast", "news.jsonl"}).out, "");
}

TEST(EvalClusters, ScoresStoriesBesideAmbiguousOnes) {
  const Folder folder;
  const std::vector<Article> reports = write_reports(ferry(), 2);
  folder.write("gold.jsonl", row(reports[0], R"("date":"2026-10-03","story":"grounding")") +
                                 row(reports[1], R"("date":"2026-10-04","story":"rescue")"));
  folder.write("open.json", R"({"gold":[["grounding","rescue","one accident"]]})");
  folder.write("broken.json", R"({"gold":[["grounding"]]})");
  const auto precision = [&](std::vector<std::string> flags) {
    flags.insert(flags.begin(), {"eval", "clusters", "--json", "gold.jsonl"});
    const Outcome outcome = run(folder, flags);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    const JsonLines json(outcome.out);
    EXPECT_EQ(JsonLines::string(json[0], "metric"), "pairs_precision");
    return json[0]["value"].get_double().value();
  };
  EXPECT_EQ(precision({}), 0);
  EXPECT_EQ(precision({"-v", "--ambiguous", "open.json"}), 1);
  EXPECT_EQ(precision({"--days", "0"}), 1) << "nothing was compared";
  for (const char* file : {"broken.json", "missing.json", "gold.jsonl"}) {
    const Outcome outcome = run(folder, {"eval", "clusters", "--ambiguous", file, "gold.jsonl"});
    EXPECT_EQ(outcome.status, 2) << file;
    EXPECT_TRUE(outcome.err.starts_with(fmt::format("nutgraf: {}: ", file))) << outcome.err;
    EXPECT_EQ(outcome.out, "") << file;
  }
  EXPECT_EQ(run(folder, {"eval", "clusters", "-v", "broken.json"}).status, 2);
  EXPECT_EQ(run(folder, {"eval", "clusters", "--granularity", "7", "gold.jsonl"}).status, 2);
  EXPECT_EQ(run(folder, {"eval", "segments", "--ambiguous", "open.json", "gold.jsonl"}).status, 2);
}

}  // namespace
}  // namespace nutgraf
