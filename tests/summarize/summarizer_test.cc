#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "nutgraf/analyse.h"
#include "nutgraf/summarize.h"

namespace nutgraf {
namespace {

constexpr const char* kHarbour =
    "The harbour of Veld reopened on Tuesday after a storm pushed a crane over the channel.\n\n"
    "He did not say who would pay. Harbour master Ilse Marrow said 31 ships were waiting to enter the harbour.\n\n"
    "The crane belonged to Halden Lifting, which denied that it was badly maintained. An inspection had found rust on "
    "the crane in March.\n\n"
    "Fish markets in Veld stood empty during the closure of the harbour. Prices should return to normal within "
    "days.\n\n"
    "Minister Ada Kovel ordered checks of all cranes of the same type.";

std::vector<std::string> summary_of(std::string text, SummaryOptions options, Summary* details = nullptr) {
  const Article article{.id = "test", .text = std::move(text), .language = "en"};
  const Document document = Analyser().analyse(article);
  const Summary summary = Summarizer(std::move(options)).summarize(document);
  std::vector<std::string> sentences;
  for (const SummarySentence& s : summary.sentences) sentences.push_back(article.text.substr(s.begin, s.end - s.begin));
  if (details != nullptr) *details = summary;
  return sentences;
}

std::size_t words_of(std::string_view text) {
  std::size_t words = 0;
  bool space = true;
  for (const char c : text) {
    words += space && c != ' ' && c != '\n' ? 1 : 0;
    space = c == ' ' || c == '\n';
  }
  return words;
}

TEST(Summarizer, GivesThreeSentencesInOrder) {
  Summary summary;
  EXPECT_EQ(summary_of(kHarbour, {}, &summary).size(), 3U);
  EXPECT_TRUE(std::ranges::is_sorted(summary.sentences, {}, &SummarySentence::index));
  EXPECT_EQ(summary.sentences[0].index, 0U);
}

TEST(Summarizer, PrefersSentencesThatCanStandAlone) {
  for (const char* opening : {"He", "But Marrow", "That report"}) {
    const std::string text = std::string(opening) +
                             " said the harbour of Veld would reopen to ships on Tuesday. Ilse Marrow said the harbour "
                             "of Veld would reopen to ships on Wednesday. Thirty ships waited at anchor off Veld.";
    const auto sentences = summary_of(text, {.sentences = 1});
    ASSERT_EQ(sentences.size(), 1U);
    EXPECT_TRUE(sentences[0].starts_with("Ilse")) << sentences[0];
  }
}

TEST(Summarizer, KeepsASentenceWithTheOneItLeansOn) {
  const std::string text =
      "The harbour of Veld reopened to ships on Tuesday. It had been closed to ships since the Tuesday before. "
      "Bees swarmed over Sule. A school closed in Orrin.";
  Summary summary;
  summary_of(text, {.sentences = 2, .explain = true}, &summary);
  EXPECT_TRUE(summary.explanations[1].dependent);
  EXPECT_EQ(summary.explanations[1].verdict, Verdict::kTaken);
}

TEST(Summarizer, ChoosesTheSameWhetherItExplainsOrNot) {
  for (const std::size_t sentences : {1, 2, 3, 5, 9}) {
    Summary plain;
    Summary explained;
    EXPECT_EQ(summary_of(kHarbour, {.sentences = sentences}, &plain),
              summary_of(kHarbour, {.sentences = sentences, .explain = true}, &explained));
    for (std::size_t i = 0; i < plain.sentences.size(); ++i)
      EXPECT_DOUBLE_EQ(plain.sentences[i].score, explained.sentences[i].score) << sentences << ' ' << i;
  }
}

TEST(Summarizer, SaysFirstWhoSomebodyIs) {
  const std::string text =
      "The harbour of Veld reopened to ships on Tuesday after a storm.\n\n"
      "Crews cheered when harbour master Ilse Marrow cut a rope.\n\n"
      "Fish markets stood empty.\n\nMarrow said pilots pay no fees.";
  const auto two = summary_of(text, {.sentences = 2, .query = "pilots fees"});
  ASSERT_EQ(two.size(), 2U);
  EXPECT_TRUE(two[0].starts_with("Crews")) << two[0];
  EXPECT_TRUE(two[1].starts_with("Marrow")) << two[1];
  // Where there is no room for that, it counts less.
  Summary summary;
  summary_of(text, {.sentences = 1, .query = "pilots fees", .explain = true}, &summary);
  EXPECT_LT(summary.explanations.at(3).score, 0.5);
}

TEST(Summarizer, LeavesOutWhatAddsHardlyAWord) {
  const std::string text =
      "The harbour of Veld reopened on Tuesday after a storm pushed a crane over the channel.\n\n"
      "The storm pushed over a crane on Tuesday night.\n\n"
      "Ilse Marrow thanked pilots who waited nine days at anchor off Sule.";
  const auto two = summary_of(text, {.sentences = 2});
  ASSERT_EQ(two.size(), 2U);
  EXPECT_TRUE(two[1].starts_with("Ilse")) << two[1];
}

TEST(Summarizer, CountsLessWhatStandsFarBehindTheSentenceBeforeIt) {
  const auto score_behind = [](int others) {
    std::string text = "The harbour of Veld reopened to ships on Tuesday after a storm.\n\n";
    for (int i = 0; i < others; ++i)
      text += std::string("School ") + static_cast<char>('a' + i) + " in Orrin closed.\n\n";
    Summary summary;
    summary_of(text + "Ilse Marrow said that pilots in Sule pay no fees to the harbour of Veld.",
               {.sentences = 2, .query = "harbour ships storm pilots", .explain = true}, &summary);
    EXPECT_EQ(summary.explanations.front().verdict, Verdict::kTaken);
    return summary.explanations.back().score;
  };
  EXPECT_LT(score_behind(11), 0.7 * score_behind(10));
  EXPECT_GT(score_behind(10), 0.9 * score_behind(9));
}

TEST(Summarizer, CutsInFrontOfPastedLinks) {
  Summary summary;
  const auto sentences = summary_of(
      "Mayor Ona Weir Ona Jane WeirStorm shuts harbour MORE said on Tuesday that the harbour of Veld is open to ships.",
      {.words = 4}, &summary);
  ASSERT_EQ(sentences.size(), 1U);
  EXPECT_EQ(sentences[0], "Mayor Ona Weir");
  EXPECT_EQ(summary.words, 3U);
  EXPECT_TRUE(summary.truncated);
}

TEST(Summarizer, NeverGoesOverABudgetAndFillsIt) {
  const Article article{.id = "test", .text = kHarbour, .language = "en"};
  const Document document = Analyser().analyse(article);
  for (std::size_t words = 1; words <= 120; ++words) {
    const Summary summary = Summarizer({.words = words}).summarize(document);
    std::size_t used = 0;
    for (const SummarySentence& s : summary.sentences) used += words_of(article.text.substr(s.begin, s.end - s.begin));
    ASSERT_FALSE(summary.sentences.empty());
    ASSERT_LE(used, words);
    EXPECT_EQ(used, summary.words);
    // As full as whole sentences allow: none of those left out fits any more.
    for (std::size_t i = 0; i < document.sentences.size(); ++i) {
      const bool taken = std::ranges::count(summary.sentences, i, &SummarySentence::index) > 0;
      EXPECT_TRUE(taken || used + document.sentences[i].words > words) << i;
    }
  }
  for (std::size_t characters = 1; characters <= 700; characters += 7) {
    const Summary summary = Summarizer({.characters = characters}).summarize(document);
    std::size_t used = summary.sentences.size() - 1;
    for (const SummarySentence& s : summary.sentences) used += s.end - s.begin;
    ASSERT_LE(used, characters);
    EXPECT_EQ(used, summary.characters);
  }
}

TEST(Summarizer, CutsTheBestSentenceWhenNoneFits) {
  Summary summary;
  const auto sentences = summary_of(kHarbour, {.words = 4}, &summary);
  ASSERT_EQ(sentences, std::vector<std::string>{"The harbour of Veld"});
  EXPECT_TRUE(summary.truncated);
  EXPECT_EQ(summary_of(kHarbour, {.characters = 13}), std::vector<std::string>{"The harbour"});
  EXPECT_EQ(summary_of(kHarbour, {.characters = 2}), std::vector<std::string>{"Th"});
}

TEST(Summarizer, HoldsEveryLimitThatIsGiven) {
  EXPECT_EQ(summary_of(kHarbour, {.sentences = 1, .words = 100}).size(), 1U);
  EXPECT_EQ(summary_of(kHarbour, {.ratio = 0.25}).size(), 2U);
  EXPECT_EQ(summary_of(kHarbour, {.ratio = 0.01}).size(), 1U);
  EXPECT_EQ(summary_of(kHarbour, {.ratio = 1}).size(), 8U);
}

TEST(Summarizer, ChecksItsOptions) {
  EXPECT_TRUE(check(SummaryOptions{}).has_value());
  EXPECT_TRUE(check(SummaryOptions{.ratio = 1}).has_value());
  for (const double ratio : {-0.1, 1.1, std::nan("")}) {
    const auto result = check(SummaryOptions{.ratio = ratio});
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, ErrorCode::kInvalidOption);
  }
}

TEST(Summarizer, FollowsAQuery) {
  const auto sentences = summary_of(kHarbour, {.sentences = 1, .query = "fish price"});
  ASSERT_EQ(sentences.size(), 1U);
  EXPECT_TRUE(sentences[0].starts_with("Fish markets") || sentences[0].starts_with("Prices")) << sentences[0];
  EXPECT_EQ(summary_of(kHarbour, {.sentences = 2, .query = "zeppelin"}), summary_of(kHarbour, {.sentences = 2}));
}

TEST(Summarizer, DoesNotSayThingsTwice) {
  const std::string text =
      "The harbour of Veld reopened on Tuesday morning. On Tuesday morning the Veld harbour reopened. "
      "Thirty-one ships were waiting at anchor. Fishermen demanded compensation from the ministry.";
  Summary summary;
  const auto sentences = summary_of(text, {.ratio = 1, .explain = true}, &summary);
  EXPECT_EQ(sentences.size(), 3U);
  EXPECT_EQ(summary.explanations[1].verdict, Verdict::kRedundant);
}

TEST(Summarizer, DoesNotSayThingsAgainWithMoreWords) {
  const std::string text =
      "The harbour of Veld reopened on Tuesday. Fishermen demanded compensation from the ministry. "
      "The harbour of Veld reopened on Tuesday behind a new wall. Thirty-one ships were waiting at anchor.";
  Summary summary;
  summary_of(text, {.ratio = 1, .explain = true}, &summary);
  EXPECT_EQ(summary.explanations[0].verdict, Verdict::kTaken);
  EXPECT_EQ(summary.explanations[2].verdict, Verdict::kRedundant);
}

TEST(Summarizer, LeavesOutWhatHangsInTheAir) {
  const std::string text =
      "The harbour of Veld reopened to ships on Tuesday. \"We waited nine days. Nobody told us why the harbour was "
      "shut,\" a captain of Veld said. Who will pay for the harbour of Veld? Marrow named the ships of the harbour:\n\n"
      "He said ships in the harbour of Veld were late. Fishermen demanded compensation from the ministry.";
  Summary summary;
  const auto sentences = summary_of(text, {.words = 200, .explain = true}, &summary);
  EXPECT_EQ(sentences, (std::vector<std::string>{"The harbour of Veld reopened to ships on Tuesday.",
                                                 "Fishermen demanded compensation from the ministry."}));
  EXPECT_EQ(summary.explanations[1].verdict, Verdict::kDangling);
  // Where there is nothing else, it has to do.
  EXPECT_EQ(summary_of("He said ships were late.", {}).size(), 1U);
  EXPECT_EQ(summary_of("Who will pay for the harbour?", {}).size(), 1U);
}

TEST(Summarizer, IsNeverEmptyForAnyText) {
  for (const char* text : {"One sentence is all there is.", "word", "the of and", "Leave a Reply", "7", "***",
                           "By Ona Weir", "October 14, 2026", "Share this article\n\nAll rights reserved."})
    EXPECT_FALSE(summary_of(text, {}).empty()) << text;
  EXPECT_TRUE(summary_of("", {}).empty());
  EXPECT_TRUE(summary_of(" \n ", {}).empty());
}

TEST(Summarizer, TakesOneOfManyEqualSentences) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "The harbour of Veld reopened on Tuesday. ";
  EXPECT_EQ(summary_of(text, {.sentences = 3}), std::vector<std::string>{"The harbour of Veld reopened on Tuesday."});
}

TEST(Summarizer, LeavesOutWhatSurroundsAReport) {
  const std::string page =
      "\u2022 October 14, 2026 6:52 am\n\nVeld harbour reopens after storm\n\n"
      "Ships returned to Veld on Tuesday after engineers secured a crane.Ships returned to Veld on Tuesday after "
      "engineers secured a crane.\n\n" +
      std::string(kHarbour) +
      "\n\nThe ferry roof also fell, reports the Orrin Gazette with reference to the weather service.\n\n"
      "Earlier we wrote that crews had asked for help.\n\nLeave a Reply\n\nYour email address will not be published. "
      "Required fields are marked *";
  const auto all = summary_of(page, {.ratio = 1});
  EXPECT_EQ(all, summary_of(kHarbour, {.ratio = 1}));
}

TEST(Summarizer, LeavesOutDatelinesAndDoesNotCountThem) {
  const std::string text = "VELD, Oct. 3 (AP) \u2014 Ships returned to the harbour on Tuesday. (Reuters)";
  for (const SummaryOptions& options :
       {SummaryOptions{}, SummaryOptions{.words = 7}, SummaryOptions{.characters = 41}}) {
    Summary summary;
    EXPECT_EQ(summary_of(text, options, &summary),
              std::vector<std::string>{"Ships returned to the harbour on Tuesday."});
    EXPECT_EQ(summary.words, 7U);
    EXPECT_EQ(summary.characters, 41U);
  }
}

TEST(Summarizer, ExplainsEverySentence) {
  Summary summary;
  summary_of("Veld harbour reopens after storm\n\n" + std::string(kHarbour),
             {.sentences = 2, .words = 40, .explain = true}, &summary);
  ASSERT_EQ(summary.explanations.size(), 9U);
  EXPECT_EQ(summary.explanations[0].verdict, Verdict::kNotBody);
  EXPECT_EQ(summary.explanations[0].kind, SentenceKind::kTitle);
  EXPECT_TRUE(summary.explanations[2].dependent);
  EXPECT_EQ(std::ranges::count(summary.explanations, Verdict::kTaken, &Explanation::verdict), 2);
  for (std::size_t i = 0; i < summary.explanations.size(); ++i) {
    const Explanation& e = summary.explanations[i];
    EXPECT_EQ(e.index, i);
    const auto of = [&](Evidence evidence) { return e.evidence[static_cast<std::size_t>(evidence)]; };
    EXPECT_LE(of(Evidence::kPosition) + of(Evidence::kAgreement), 1 + 1e-6);
    for (const double value : {of(Evidence::kPosition), of(Evidence::kAgreement), e.query, e.score, e.redundancy}) {
      EXPECT_GE(value, 0);
      EXPECT_LE(value, 1 + 1e-6);
    }
  }
}

// What is taken with a budget of n sentences is among what is taken with n + 1.
TEST(Summarizer, GrowsWithItsBudget) {
  std::vector<std::string> before;
  for (std::size_t n = 1; n <= 8; ++n) {
    const auto now = summary_of(kHarbour, {.sentences = n});
    for (const std::string& sentence : before) EXPECT_EQ(std::ranges::count(now, sentence), 1) << sentence;
    before = now;
  }
}

TEST(Summarizer, GivesTheSameAgain) {
  const Article article{.id = "test", .text = kHarbour, .language = "en"};
  const Article other{.id = "other", .text = "Bees swarmed over Sule. The island closed its school.", .language = "en"};
  Analyser analyser;
  Summarizer summarizer({.sentences = 3, .query = "crane"});
  const auto indices = [&](const Article& a) {
    std::vector<std::size_t> result;
    const Document document = analyser.analyse(a);
    for (const SummarySentence& s : summarizer.summarize(document).sentences) result.push_back(s.index);
    return result;
  };
  const auto first = indices(article);
  (void)indices(other);
  EXPECT_EQ(indices(article), first);
}

}  // namespace
}  // namespace nutgraf
