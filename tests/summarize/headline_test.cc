#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "nutgraf/analyse.h"
#include "nutgraf/summarize.h"

namespace nutgraf {
namespace {

std::string headline_of(const std::string& text, HeadlineOptions options = {}, Headline* details = nullptr,
                        const std::string& title = "") {
  const Article article{.id = "test", .title = title, .text = text, .language = "en"};
  const Document document = Analyser().analyse(article);
  const std::optional<Headline> headline = Headliner(options).find(document);
  if (!headline) return "";
  if (details != nullptr) *details = *headline;
  return text.substr(headline->begin, headline->end - headline->begin);
}

constexpr const char* kReport =
    "VELD (Reuters) - The harbour of Veld reopened to cargo ships on Tuesday, nine days after a storm had pushed a "
    "crane over its channel. Thirty-one ships were waiting at anchor off the harbour. Fish markets stood empty.";

TEST(Headline, IsTheClauseThatSaysMost) {
  Headline details;
  EXPECT_EQ(headline_of(kReport, {}, &details), "The harbour of Veld reopened to cargo ships");
  EXPECT_EQ(details.begin, 17U);
  EXPECT_EQ(details.words, 8U);
  EXPECT_EQ(details.characters, 43U);
  EXPECT_FALSE(details.truncated);
  EXPECT_GT(details.score, 0);
  EXPECT_LE(details.score, 1);
}

TEST(Headline, HasNoFinalStop) {
  EXPECT_EQ(headline_of("Fish markets in Veld stood empty."), "Fish markets in Veld stood empty");
}

TEST(Headline, LeavesOutWhenAndWhereASentenceOpens) {
  EXPECT_EQ(
      headline_of("On Tuesday morning, Ilse Marrow reopened the harbour of Veld after nine days of storm and rain."),
      "Ilse Marrow reopened the harbour of Veld");
}

TEST(Headline, IsTheTitleWhereItStandsInTheTextAndIsGood) {
  const std::string report = kReport;
  EXPECT_EQ(headline_of("Veld harbour reopens after storm\n\n" + report), "Veld harbour reopens after storm");
  // Shouted, or too long: one of our own. In a field of its own, it is known already.
  const std::string own = "The harbour of Veld reopened to cargo ships";
  EXPECT_EQ(headline_of("VELD HARBOUR REOPENS AFTER STORM\n\n" + report), own);
  EXPECT_EQ(headline_of("Veld harbour reopens after storm\n\n" + report, {.words = 4, .characters = 0}).find("reopens"),
            std::string::npos);
  EXPECT_EQ(headline_of(report, {}, nullptr, "Veld harbour reopens after storm"), own);
}

TEST(Headline, HoldsItsLimits) {
  for (std::size_t words = 1; words <= 20; ++words) {
    Headline details;
    ASSERT_FALSE(headline_of(kReport, {.words = words, .characters = 0}, &details).empty());
    EXPECT_LE(details.words, words);
  }
  for (std::size_t characters = 5; characters <= 150; characters += 5) {
    Headline details;
    ASSERT_FALSE(headline_of(kReport, {.words = 0, .characters = characters}, &details).empty());
    EXPECT_LE(details.characters, characters);
  }
}

TEST(Headline, IsFoundInAnyText) {
  for (const char* text : {"word", "He left.", "Who will pay?", "Leave a Reply", "\"We waited.\"", "By Ona Weir"})
    EXPECT_FALSE(headline_of(text).empty()) << text;
  EXPECT_EQ(headline_of(""), "");
  EXPECT_EQ(headline_of("***"), "");
}

TEST(Headline, GivesTheSameAgain) {
  const Article article{.id = "test", .text = kReport, .language = "en"};
  const Article other{.id = "other", .text = "Les navires sont revenus dans le port de Veld.", .language = "fr"};
  const Document document = Analyser().analyse(article);
  const Document french = Analyser().analyse(other);
  Headliner headliner;
  const Headline first = headliner.find(document).value_or(Headline{});
  (void)headliner.find(french);
  const Headline again = headliner.find(document).value_or(Headline{});
  EXPECT_GT(first.end, 0U);
  EXPECT_EQ(first.begin, again.begin);
  EXPECT_EQ(first.end, again.end);
  EXPECT_EQ(first.score, again.score);
}

}  // namespace
}  // namespace nutgraf
