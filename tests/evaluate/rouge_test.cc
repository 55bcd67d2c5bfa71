#include "evaluate/rouge.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf {
namespace {

RougeText words(std::string_view text, std::string_view language = "en") {
  return RougeTokenizer(RougeTokens::kByLanguage, /*stem=*/false).tokenize(text, language);
}

struct Recorded {
  std::string_view what;
  std::string_view summary;
  std::string_view reference;
  bool stem = false;
  double scores[4][3];  // rouge1, rouge2, rougeL, rougeLsum: precision, recall, F1
};

// Recorded from rouge_score 0.1.2.
TEST(Rouge, AgreesWithRougeScore) {
  const Recorded cases[] = {
      {"plain",
       "Ships waited nine days outside the harbour of Veld.",
       "The harbour of Veld was closed for nine days, and ships waited.",
       false,
       {{0.888889, 0.666667, 0.761905},
        {0.625, 0.454545, 0.526316},
        {0.444444, 0.333333, 0.380952},
        {0.444444, 0.333333, 0.380952}}},
      {"several lines",
       "Ships waited nine days.\nThe harbour of Veld opens on Monday.\nNobody was hurt.",
       "The harbour of Veld opens again on Monday\nNine days ships waited; nobody was hurt in Veld",
       false,
       {{1, 0.823529, 0.903226},
        {0.692308, 0.5625, 0.62069},
        {0.714286, 0.588235, 0.645161},
        {0.857143, 0.705882, 0.774194}}},
      {"line order differs",
       "A storm sank two ferries.\nThe mayor resigned.",
       "The mayor resigned.\nA storm sank two ferries.",
       false,
       {{1, 1, 1}, {0.857143, 0.857143, 0.857143}, {0.625, 0.625, 0.625}, {1, 1, 1}}},
      {"repeated words",
       "the the the ferry the ferry",
       "the ferry and the other ferry",
       false,
       {{0.666667, 0.666667, 0.666667},
        {0.2, 0.2, 0.2},
        {0.666667, 0.666667, 0.666667},
        {0.666667, 0.666667, 0.666667}}},
      {"stems",
       "The studies surprisingly enjoyed by dying skiers applied conditional tellings of the news technology.",
       "A study enjoys what it applies: the condition of a skier who dies, tells technological news, and is surprised.",
       false,
       {{0.214286, 0.157895, 0.181818}, {0, 0, 0}, {0.214286, 0.157895, 0.181818}, {0.214286, 0.157895, 0.181818}}},
      {"stems",
       "The studies surprisingly enjoyed by dying skiers applied conditional tellings of the news technology.",
       "A study enjoys what it applies: the condition of a skier who dies, tells technological news, and is surprised.",
       true,
       {{0.785714, 0.578947, 0.666667}, {0, 0, 0}, {0.428571, 0.315789, 0.363636}, {0.428571, 0.315789, 0.363636}}},
      {"numbers and signs",
       "Café prices rose 3,000% to $1.50 - don't ask.\n\n - \n",
       "cafe prices: 3000 per cent; don’t ask $1.50",
       false,
       {{0.545455, 0.6, 0.571429}, {0.3, 0.333333, 0.315789}, {0.363636, 0.4, 0.380952}, {0.363636, 0.4, 0.380952}}},
      {"letters that are ASCII in lower case",
       "The Kelvin prize of İzmir",
       "the kelvin prize of i zmir",
       false,
       {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}, {1, 1, 1}}},
      {"nothing in common", "Ships waited.", "Nobody knew why.", false, {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}}},
      {"one word", "Ships", "ships", false, {{1, 1, 1}, {0, 0, 0}, {1, 1, 1}, {1, 1, 1}}},
      {"no word", "- ...", "Ships waited.", false, {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}}},
      {"one of several lines twice",
       "b a c\nb d a",
       "a b c\nb a d c\na a",
       false,
       {{1, 0.666667, 0.8}, {0.4, 0.25, 0.307692}, {0.833333, 0.555556, 0.666667}, {0.666667, 0.444444, 0.533333}}},
  };
  for (const Recorded& recorded : cases) {
    RougeTokenizer tokenizer(RougeTokens::kGoogle, recorded.stem);
    const RougeScores scores =
        rouge(tokenizer.tokenize(recorded.summary, "en"), tokenizer.tokenize(recorded.reference, "en"));
    for (std::size_t metric = 0; metric < 4; ++metric) {
      EXPECT_NEAR(scores[metric].precision(), recorded.scores[metric][0], 1e-6) << recorded.what << ' ' << metric;
      EXPECT_NEAR(scores[metric].recall(), recorded.scores[metric][1], 1e-6) << recorded.what << ' ' << metric;
      EXPECT_NEAR(scores[metric].f1(), recorded.scores[metric][2], 1e-6) << recorded.what << ' ' << metric;
    }
  }
}

TEST(Rouge, SkipBigramsHaveAtMostFourWordsBetween) {
  const RougeScores near = rouge(words("a b c d e f"), words("a x y z w f"));
  EXPECT_EQ(near[kRougeSu4].summary, 6U + 15);
  EXPECT_EQ(near[kRougeSu4].common, 3U) << "a, f, and a...f";
  const RougeScores far = rouge(words("a b c d e g f"), words("a x y z w v f"));
  EXPECT_EQ(far[kRougeSu4].common, 2U) << "a and f";
  EXPECT_EQ(rouge(words("a b"), words("b a"))[kRougeSu4].common, 2U) << "the order counts";
}

TEST(Rouge, OfSeveralReferencesTheBestCountsForEachRougeAlone) {
  const std::vector<RougeText> references = {words("d c b a"), words("a b x y")};
  const RougeScores best = rouge(words("a b c d"), references, RougeReferences::kBest);
  EXPECT_EQ(best[kRouge1].f1(), 1.0);
  EXPECT_DOUBLE_EQ(best[kRouge2].f1(), 1.0 / 3);
  const RougeScores average = rouge(words("a b c d"), references, RougeReferences::kAverage);
  EXPECT_EQ(average[kRouge1].f1(), 0.75);
  EXPECT_DOUBLE_EQ(average[kRouge2].f1(), 1.0 / 6);
}

TEST(Rouge, AnAverageCountsLongReferencesForMore) {
  const std::vector<RougeText> references = {words("a b"), words("a c d e f g")};
  EXPECT_EQ(rouge(words("a b"), references, RougeReferences::kAverage)[kRouge1].recall(), 3.0 / 8);
}

// One to three lines of up to eight words of seven.
std::string random_text(std::mt19937& random) {
  std::string text;
  for (std::size_t lines = 1 + random() % 3; lines > 0; --lines) {
    for (std::size_t words = 1 + random() % 8; words > 0; --words)
      text += std::string(1, static_cast<char>('a' + random() % 7)) + ' ';
    if (lines > 1) text += '\n';
  }
  return text;
}

TEST(Rouge, HoldsItsPropertiesOnRandomTexts) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    const std::string a = random_text(random);
    const std::string b = random_text(random);
    const RougeScores forth = rouge(words(a), words(b));
    const RougeScores back = rouge(words(b), words(a));
    const RougeScores self = rouge(words(a), words(a));
    for (std::size_t metric = 0; metric < kRougeMetrics; ++metric) {
      if (metric == kRougeLsum) continue;  // is of the reference's lines
      EXPECT_EQ(forth[metric].precision(), back[metric].recall()) << a << '|' << b;
      EXPECT_EQ(forth[metric].recall(), back[metric].precision()) << a << '|' << b;
      EXPECT_EQ(self[metric].f1(), self[metric].summary > 0 ? 1.0 : 0.0) << a;
    }
    EXPECT_EQ(self[kRougeLsum].f1(), 1.0) << a;
    EXPECT_LE(forth[kRougeL].common, forth[kRouge1].common) << a << '|' << b;
    EXPECT_LE(forth[kRougeLsum].common, forth[kRouge1].common) << a << '|' << b;

    std::string a_line = a;
    std::string b_line = b;
    std::ranges::replace(a_line, '\n', ' ');
    std::ranges::replace(b_line, '\n', ' ');
    const RougeScores in_line = rouge(words(a_line), words(b_line));
    EXPECT_EQ(in_line[kRougeL].common, forth[kRougeL].common) << "lines count for rougeLsum alone";
    EXPECT_EQ(in_line[kRougeLsum].common, in_line[kRougeL].common) << a << '|' << b;
  }
}

struct Comparison {
  std::string_view language;
  std::string_view a;
  std::string_view b;
};

double rouge1(RougeTokens tokens, bool stem, const Comparison& texts) {
  RougeTokenizer tokenizer(tokens, stem);
  return rouge(tokenizer.tokenize(texts.a, texts.language), tokenizer.tokenize(texts.b, texts.language))[kRouge1].f1();
}

TEST(RougeTokenizer, ComparesFoldedWordsInEveryScript) {
  const Comparison same[] = {{"fr", "L’ÉTÉ à Veld", "l'été à veld"},
                             {"ru", "Порт ОТКРЫТ", "порт открыт"},
                             {"ar", "الميناء مفتوح", "الميناء مفتوح"},
                             {"hi", "बंदरगाह खुला है", "बंदरगाह खुला है"}};
  for (const Comparison& texts : same) {
    EXPECT_EQ(rouge1(RougeTokens::kWords, false, texts), 1.0) << texts.a;
    EXPECT_EQ(rouge1(RougeTokens::kByLanguage, false, texts), 1.0) << texts.a;
  }
  EXPECT_EQ(rouge1(RougeTokens::kGoogle, false, same[1]), 0.0) << "has no Cyrillic letter";
  const double part = rouge1(RougeTokens::kWords, false, {"zh", "港口重新开放", "港口关闭"});
  EXPECT_GT(part, 0.0) << "Chinese is cut into words";
  EXPECT_LT(part, 1.0);
}

TEST(RougeTokenizer, StemsByTheLanguage) {
  const Comparison french = {"fr", "les ports ouverts", "le port ouvert"};
  EXPECT_EQ(rouge1(RougeTokens::kWords, false, french), 0.0);
  EXPECT_GT(rouge1(RougeTokens::kWords, true, french), 0.6);
  const Comparison english = {"en-GB", "ships waiting", "ship waited"};
  EXPECT_EQ(rouge1(RougeTokens::kByLanguage, false, english), 0.0);
  EXPECT_EQ(rouge1(RougeTokens::kByLanguage, true, english), 1.0);
}

TEST(RougeTokenizer, TakesTheGoogleRuleForEnglishAlone) {
  const std::string_view text = "a well-known café";
  const auto count = [&](std::string_view language) { return words(text, language).tokens.size(); };
  EXPECT_EQ(count("en"), 4U) << "a, well, known, caf";
  EXPECT_EQ(rouge1(RougeTokens::kByLanguage, false, {"en", "café", "caf"}), 1.0);
  EXPECT_EQ(rouge1(RougeTokens::kByLanguage, false, {"fr", "café", "caf"}), 0.0);
  EXPECT_EQ(rouge1(RougeTokens::kByLanguage, false, {"", "café", "caf"}), 0.0);
}

}  // namespace
}  // namespace nutgraf
