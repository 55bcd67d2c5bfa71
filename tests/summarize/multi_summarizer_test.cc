#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "nutgraf/analyse.h"
#include "nutgraf/summarize.h"
#include "summarize/reports.h"

namespace nutgraf {
namespace {

using Sentences = std::vector<std::string>;

bool is_taken(const MultiSummary& summary, std::size_t document, std::size_t index) {
  return std::ranges::any_of(summary.sentences,
                             [&](const MultiSummarySentence& s) { return s.document == document && s.index == index; });
}

// Calls `use` with each sentence that could stand in the summary, and is not there.
template <class Use>
void for_each_left_out(const Reports& reports, const MultiSummary& summary, Use use) {
  for (std::size_t d = 0; d < reports.documents.size(); ++d)
    for (std::size_t i = 0; i < reports.documents[d].sentences.size(); ++i) {
      const Sentence& sentence = reports.documents[d].sentences[i];
      if (is_taken(summary, d, i) || (sentence.dependent && !is_taken(summary, d, i - 1))) continue;
      use(sentence);
    }
}

TEST(MultiSummarizer, TellsWhatMostReportsSay) {
  const Reports reports(flood_reports());
  const Sentences sentences = reports.summary({.sentences = 1});
  ASSERT_EQ(sentences.size(), 1U);
  EXPECT_NE(sentences[0].find("the old town"), std::string::npos) << sentences[0];
}

TEST(MultiSummarizer, PointsIntoTheArticles) {
  const Reports reports(flood_reports());
  const MultiSummary summary = MultiSummarizer({.sentences = 5}).summarize(reports.documents);
  ASSERT_EQ(summary.sentences.size(), 5U);
  for (const MultiSummarySentence& s : summary.sentences) {
    const Document& document = reports.documents.at(s.document);
    EXPECT_EQ(reports.text(s), document.content(document.sentences.at(s.index)));
    EXPECT_GE(s.score, 0);
    EXPECT_LE(s.score, 1);
  }
}

TEST(MultiSummarizer, NeverGoesOverABudgetAndFillsIt) {
  const Reports reports(flood_reports());
  for (std::size_t words = 1; words <= 160; ++words) {
    const MultiSummary summary = MultiSummarizer({.words = words}).summarize(reports.documents);
    ASSERT_FALSE(summary.sentences.empty());
    ASSERT_LE(summary.words, words);
    if (summary.truncated) continue;
    std::size_t used = 0;
    for (const auto& s : summary.sentences) used += reports.documents[s.document].sentences[s.index].words;
    EXPECT_EQ(used, summary.words);
    for_each_left_out(reports, summary, [&](const Sentence& s) { EXPECT_GT(used + s.words, words) << words; });
  }
  for (std::size_t characters = 1; characters <= 1000; characters += 9) {
    const MultiSummary summary = MultiSummarizer({.characters = characters}).summarize(reports.documents);
    ASSERT_FALSE(summary.sentences.empty());
    std::size_t used = summary.sentences.size() - 1;
    for (const auto& s : summary.sentences) used += s.end - s.begin;  // the reports are ASCII
    ASSERT_LE(used, characters);
    EXPECT_EQ(used, summary.characters);
    if (summary.truncated) continue;
    for_each_left_out(reports, summary, [&](const Sentence& s) { EXPECT_GT(used + 1 + s.characters, characters); });
  }
}

TEST(MultiSummarizer, HoldsEveryLimitThatIsGiven) {
  const Reports reports(flood_reports());
  EXPECT_EQ(reports.summary({}).size(), 3U);
  EXPECT_EQ(reports.summary({.sentences = 2, .words = 1000}).size(), 2U);
  EXPECT_EQ(reports.summary({.ratio = 0.34}).size(), 4U);
  EXPECT_EQ(reports.summary({.ratio = 0.01}).size(), 1U);
  EXPECT_LE(reports.summary({.sentences = 5, .words = 30}).size(), 2U);
}

TEST(MultiSummarizer, CutsTheBestSentenceWhenNoneFits) {
  const Reports reports(flood_reports());
  const MultiSummary summary = MultiSummarizer({.words = 4}).summarize(reports.documents);
  ASSERT_EQ(summary.sentences.size(), 1U);
  EXPECT_TRUE(summary.truncated);
  EXPECT_EQ(summary.words, 4U);
  EXPECT_EQ(std::ranges::count(reports.text(summary.sentences[0]), ' '), 3);
}

TEST(MultiSummarizer, DoesNotDependOnTheOrderOfTheReports) {
  std::vector<Article> articles = flood_reports();
  articles.push_back({.id = "flood-0", .text = articles[0].text, .language = "en"});
  for (const bool dated : {true, false}) {
    for (Article& article : articles)
      if (!dated || article.id == "flood-0") article.published = dated ? "2026-04-05" : "";
    const auto sentences_of = [&](const std::vector<Article>& given, const SummaryOptions& options) {
      const Reports reports(given);
      std::vector<std::tuple<std::string, std::size_t, double>> sentences;
      for (const MultiSummarySentence& s : MultiSummarizer(options).summarize(reports.documents).sentences)
        sentences.emplace_back(reports.articles[s.document].id, s.index, s.score);
      return sentences;
    };
    std::vector<std::size_t> order = {0, 1, 2, 3};
    do {
      std::vector<Article> shuffled;
      for (const std::size_t i : order) shuffled.push_back(articles[i]);
      for (const SummaryOptions& options : {SummaryOptions{.sentences = 4}, SummaryOptions{.words = 90}})
        ASSERT_EQ(sentences_of(shuffled, options), sentences_of(articles, options));
    } while (std::ranges::next_permutation(order).found);
  }
}

TEST(MultiSummarizer, SaysNothingTwice) {
  std::vector<Article> articles;
  for (const char* outlet : {"Marrow Herald", "Veld Courier", "Orrin Gazette"}) {
    Article copy = flood_reports()[0];
    copy.id = copy.outlet = outlet;
    articles.push_back(copy);
  }
  const Sentences all = Reports(articles).summary({.ratio = 1});
  EXPECT_EQ(all.size(), 4U);
  for (const std::string& sentence : all) EXPECT_EQ(std::ranges::count(all, sentence), 1) << sentence;
}

TEST(MultiSummarizer, RepeatsNoClause) {
  const std::string clause = "after the river Tarn had risen by four metres within a single day";
  const Reports reports(
      {{.id = "a", .text = "The mayor of Marrow closed two schools " + clause + ".", .language = "en"},
       {.id = "b",
        .text = "Trains, buses, ferries, lorries and even the postal bicycles of Upper Orrin, Sule and "
                "Veld stood still yesterday evening, " +
                clause + ".",
        .language = "en"}});
  EXPECT_EQ(reports.summary({.ratio = 1}).size(), 1U);
}

TEST(MultiSummarizer, ALaterReportsFiguresWin) {
  const std::string early = "Firefighters in Marrow rescued 40 people from flooded houses.";
  const std::string late = "Firefighters in Marrow rescued 65 people from flooded houses.";
  const struct {
    const char* first;
    const char* second;
    const std::string& expected;
  } cases[] = {{"2026-04-03T23:00Z", "2026-04-04T07:00Z", late},
               {"2026-04-04T07:00Z", "2026-04-03T23:00Z", early},
               {"2026-04-03", "2026-04-04", late},
               {"2026-04-04T09:00+04:00", "2026-04-04T07:00Z", late},
               {"2026-04-04", "2026-04-04T07:00Z", early},  // not known which is later: the first that comes
               {"", "", early}};
  for (const auto& c : cases) {
    const Reports reports({{.id = "a", .text = early, .published = c.first, .language = "en"},
                           {.id = "b", .text = late, .published = c.second, .language = "en"}});
    EXPECT_EQ(reports.summary({}), Sentences{c.expected}) << c.first << " " << c.second;
  }
}

TEST(MultiSummarizer, FollowsTime) {
  const Reports reports(flood_reports());
  const MultiSummary summary = MultiSummarizer({.sentences = 6}).summarize(reports.documents);
  EXPECT_TRUE(std::ranges::is_sorted(summary.sentences, {},
                                     [](const MultiSummarySentence& s) { return std::pair(s.document, s.index); }));
}

TEST(MultiSummarizer, WithoutTimesFirstSentencesComeFirst) {
  std::vector<Article> articles = flood_reports();
  articles[1].published = "on Saturday";
  const Reports reports(articles);
  const MultiSummary summary = MultiSummarizer({.ratio = 1}).summarize(reports.documents);
  ASSERT_EQ(summary.sentences.size(), 12U);
  EXPECT_EQ(summary.sentences[2].index, 0U);
  EXPECT_EQ(summary.sentences[3].index, 1U);
  EXPECT_GE(summary.sentences[0].score, summary.sentences[1].score);
}

TEST(MultiSummarizer, KeepsASentenceBehindTheOneItLeansOn) {
  for (const bool dated : {true, false}) {
    std::vector<Article> articles = flood_reports();
    if (!dated) articles[0].published.clear();
    const Reports reports(articles);
    std::size_t dependent = 0;
    for (std::size_t n = 1; n <= 12; ++n) {
      const MultiSummary summary = MultiSummarizer({.sentences = n}).summarize(reports.documents);
      for (std::size_t i = 0; i < summary.sentences.size(); ++i) {
        const MultiSummarySentence& s = summary.sentences[i];
        if (!reports.documents[s.document].sentences[s.index].dependent) continue;
        ++dependent;
        ASSERT_GT(i, 0U);
        EXPECT_EQ(summary.sentences[i - 1].document, s.document);
        EXPECT_EQ(summary.sentences[i - 1].index + 1, s.index);
      }
    }
    EXPECT_GT(dependent, 0U);
  }
}

// There is nothing before it but the title.
TEST(MultiSummarizer, TheFirstSentenceOfAReportLeansOnNothing) {
  const Reports reports(
      {{.id = "a", .text = "Yet the fair of Sule drew 900 visitors.", .language = "en"},
       {.id = "b", .text = "Bees swarmed over the fair of Sule. But nobody was stung.", .language = "en"}});
  ASSERT_TRUE(reports.documents[0].sentences[0].dependent);
  EXPECT_EQ(reports.summary({.ratio = 1}).size(), 3U);
}

// A title tells of what, though it can't be in the summary itself.
TEST(MultiSummarizer, TitlesTellWhatMatters) {
  const std::string bees = "Bees swarmed over the market of Sule.";
  const std::string school = "Pupils left the old school of Orrin.";
  for (const auto& [title, expected] : {std::pair("Bees swarm over Sule", bees), {"Orrin closes old school", school}}) {
    const Reports reports({{.id = "a", .title = title, .text = bees, .language = "en"},
                           {.id = "b", .title = title, .text = school, .language = "en"}});
    EXPECT_EQ(reports.summary({.sentences = 1}), Sentences{expected});
  }
}

TEST(MultiSummarizer, SeveralReportsOfOneOutletCountAsOne) {
  std::vector<Article> articles;
  for (const char* id : {"a", "b", "c"})
    articles.push_back({.id = id, .text = "Bees swarmed over the market of Sule.", .outlet = "Sule Post"});
  articles.push_back({.id = "d", .text = "The market of Sule closed at noon.", .outlet = "Veld Courier"});
  articles.push_back({.id = "e", .text = "The market of Sule closed at noon.", .outlet = "Orrin Gazette"});
  EXPECT_EQ(Reports(articles).summary({.sentences = 1}), Sentences{"The market of Sule closed at noon."});
  for (Article& article : articles) article.outlet.clear();
  EXPECT_EQ(Reports(articles).summary({.sentences = 1}), Sentences{"Bees swarmed over the market of Sule."});
}

TEST(MultiSummarizer, FollowsAQuery) {
  const Reports reports(flood_reports());
  const Sentences sentences = reports.summary({.sentences = 1, .query = "trains or rail"});
  ASSERT_EQ(sentences.size(), 1U);
  EXPECT_TRUE(sentences[0].starts_with("Rail service")) << sentences[0];
  EXPECT_EQ(reports.summary({.sentences = 3, .query = "zeppelin"}), reports.summary({.sentences = 3}));
}

TEST(MultiSummarizer, WorksInEveryLanguage) {
  const struct {
    const char* language;
    const char* shared;
    const char* others[2];
  } cases[] = {
      {"de",
       "Der Hafen von Veld ist seit Dienstag wieder offen.",
       {"Bäcker verteilten Brot.", "Eine Schule blieb leer."}},
      {"fr",
       "Le port de Veld a rouvert mardi matin.",
       {"Des boulangers ont donné du pain.", "Une école restait vide."}},
      {"cs", "Přístav Veld byl v úterý znovu otevřen.", {"Pekaři rozdávali chleba.", "Jedna škola zůstala prázdná."}},
      {"el", "Το λιμάνι του Βελντ άνοιξε ξανά την Τρίτη.", {"Οι φούρνοι μοίρασαν ψωμί.", "Ένα σχολείο έμεινε άδειο."}},
      {"ar", "أعيد فتح ميناء فيلد يوم الثلاثاء.", {"وزع الخبازون الخبز مجانا.", "بقيت مدرسة واحدة فارغة."}},
      {"hi", "वेल्ड बंदरगाह मंगलवार को फिर खुल गया।", {"नानबाइयों ने रोटी बाँटी।", "एक विद्यालय खाली रहा।"}},
      {"zh", "韦尔德港星期二重新开放。", {"面包师分发面包。", "一所学校空无一人。"}},
  };
  for (const auto& c : cases) {
    std::vector<Article> articles;
    for (const char* other : c.others)
      articles.push_back({.id = other, .text = std::string(other) + "\n\n" + c.shared, .language = c.language});
    articles.push_back({.id = "third", .text = c.shared, .language = c.language});
    EXPECT_EQ(Reports(articles).summary({.sentences = 1}), Sentences{c.shared}) << c.language;
  }
}

TEST(MultiSummarizer, OfOneReportGivesASummaryInItsOrder) {
  const Reports reports(std::vector<Article>{flood_reports()[0]});
  const MultiSummary summary = MultiSummarizer({.sentences = 2}).summarize(reports.documents);
  ASSERT_EQ(summary.sentences.size(), 2U);
  EXPECT_EQ(summary.sentences[0].index, 0U);
  EXPECT_LT(summary.sentences[0].index, summary.sentences[1].index);
}

TEST(MultiSummarizer, IsNeverEmptyIfThereIsText) {
  EXPECT_TRUE(MultiSummarizer().summarize(std::span<const Document>()).sentences.empty());
  EXPECT_TRUE(Reports(std::vector<Article>{{.id = "a", .text = " \n "}}).summary({}).empty());
  for (const char* text : {"word", "***", "the of and", "He left.", "Leave a Reply", "By Ona Weir", "7"})
    EXPECT_FALSE(Reports({{.id = "a", .text = text}, {.id = "b", .text = ""}}).summary({}).empty()) << text;
}

TEST(MultiSummarizer, FillsNoRoomWithFragments) {
  const Reports reports(std::vector<Article>{
      {.id = "a", .text = "Ida Lorn. Ships waited off Veld. What comes next? Fog lay.", .language = "en"}});
  EXPECT_EQ(reports.summary({.ratio = 1}), Sentences{"Ships waited off Veld."});
}

TEST(MultiSummarizer, WhatIsNoReportGivesNothingBesideOne) {
  const Reports reports({{.id = "a", .text = "Leave a Reply", .language = "en"},
                         {.id = "b", .text = "Ships waited off Veld.", .language = "en"}});
  EXPECT_EQ(reports.summary({.ratio = 1}), Sentences{"Ships waited off Veld."});
}

TEST(MultiSummarizer, GivesTheSameAgain) {
  const Reports reports(flood_reports());
  const Reports others(
      {{.id = "x", .text = "Bees swarmed over Sule. The island closed its school.", .language = "en"}});
  MultiSummarizer summarizer({.words = 60});
  const auto indices = [&](const Reports& of) {
    std::vector<std::pair<std::size_t, std::size_t>> result;
    for (const auto& s : summarizer.summarize(of.documents).sentences) result.emplace_back(s.document, s.index);
    return result;
  };
  const auto first = indices(reports);
  (void)indices(others);
  EXPECT_EQ(indices(reports), first);
}

}  // namespace
}  // namespace nutgraf
