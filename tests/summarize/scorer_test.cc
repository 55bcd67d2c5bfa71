#include "summarize/scorer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "embed/small_model.h"
#include "nutgraf/analyse.h"
#include "nutgraf/summarize.h"
#include "summarize/small_scorer.h"
#include "summarize/weighted_rows.h"

namespace nutgraf {
namespace {

const std::vector<SmallWord> kVocabulary = {{"ferry", {1, 0}}, {"bakery", {0, 1}}};

Article article_of(std::string text, std::string language = "en") {
  return {.id = "test", .text = std::move(text), .language = std::move(language)};
}

std::vector<std::uint32_t> all_of(const Document& document) {
  std::vector<std::uint32_t> sentences;
  for (std::uint32_t i = 0; i < document.sentences.size(); ++i) sentences.push_back(i);
  return sentences;
}

std::vector<double> score_all(Scorer& scorer, const Document& document) {
  const std::vector<std::uint32_t> all = all_of(document);
  std::vector<double> scores(all.size());
  scorer.read(document, all);
  scorer.score(document, all, scores);
  return scores;
}

// The log-odds that a model with this scorer gives the sentences of an article.
std::vector<double> odds(const SmallScorer& scorer, const Article& article, SectionKind kind = SectionKind::kScorer) {
  const SmallModel small({.words = kVocabulary, .sections = {{kind, scorer.section()}}});
  const Document document = Analyser({.model = small.model}).analyse(article);
  Scorer learned(small.model);
  if (!learned.use(document)) return {};
  std::vector<double> scores = score_all(learned, document);
  for (double& score : scores) score = std::log(score / (1 - score));
  return scores;
}

TEST(Scorer, AddsUpWhatSpeaksForASentence) {
  const Article article = article_of("A ferry sank off Orrin. Two bakeries closed on Monday. Nobody knows why.");
  const auto close = [](const std::vector<double>& odds, std::vector<double> expected) {
    ASSERT_EQ(odds.size(), expected.size());
    for (std::size_t i = 0; i < odds.size(); ++i) EXPECT_NEAR(odds[i], expected[i], 1e-5) << i;
  };
  close(odds({.sentences = {{kIsFirst, 2}, {kIsLast, -3}}}, article), {2, 0, -3});
  close(odds({.sentences = {{kPlace, 6}}}, article), {6, 3, 2});
  close(odds({.sentences = {{kWords, 30}}}, article), {5, 5, 3});
  close(odds({.content = {4, 0}}, article), {4, 0, 0});
}

TEST(Scorer, SetsWhatASentenceSaysBesideWhatTheArticleDoes) {
  const Article article = article_of("A ferry sank. A ferry sank. A bakery closed.");
  const auto odds_with = [&](float of_article, float of_both) {
    return odds({.content = {3, 0}, .of_article = of_article, .of_both = of_both}, article);
  };
  const std::vector<double> own = odds_with(0, 0);
  const double mean = (own[0] + own[1] + own[2]) / 3;
  ASSERT_GT(std::abs(own[0] - own[2]), 1);
  const std::vector<double> with_article = odds_with(2, 0);
  const std::vector<double> with_product = odds_with(0, 1);
  for (std::size_t i = 0; i < own.size(); ++i) {
    EXPECT_NEAR(with_article[i], own[i] + 2 * mean, 1e-4);
    EXPECT_NEAR(with_product[i], own[i] + own[i] * mean, 1e-4);
  }
}

TEST(Scorer, KnowsTheTermsThatASummaryIsLikelyToHave) {
  const Article article =
      article_of("A ferry sank off Orrin. The ferry had left Orrin at noon. Bakers of Tarn met their mayor.");
  const SmallScorer scorer{.terms = {{kSentencesWith, 8}}, .sentences = {{kSalience, 1}}, .term_offset = -7};
  const std::vector<double> scores = odds(scorer, article);
  ASSERT_EQ(scores.size(), 3U);
  EXPECT_GT(scores[0], scores[2]);
  EXPECT_GT(scores[1], scores[2]);
}

TEST(Scorer, TakesATermOfTheTitleForOneOfTheFirstSentence) {
  const SmallScorer scorer{.terms = {{kInFirstSentence, 6}}, .sentences = {{kGreatestSalience, 6}}, .term_offset = -3};
  Article article = article_of("A ferry sank off Orrin. Its wreck lies deep. Bakers met their mayor.");
  EXPECT_NEAR(odds(scorer, article)[1], odds(scorer, article)[2], 1e-5);
  article.title = "The wreck of Orrin";
  EXPECT_GT(odds(scorer, article)[1], odds(scorer, article)[2] + 1);
}

TEST(Scorer, HasPlainWeightsForOtherLanguages) {
  const Article french = article_of("Le bac a coulé près d'Orrin. La boulangerie a fermé.", "fr");
  EXPECT_TRUE(odds({.sentences = {{kIsFirst, 1}}}, french).empty());
  const std::vector<double> plain =
      odds({.sentences = {{kIsFirst, 1}, {kNames, 9}}}, french, SectionKind::kPlainScorer);
  ASSERT_EQ(plain.size(), 2U);
  EXPECT_NEAR(plain[0], 1, 1e-5) << "capitals tell nothing where the language is not the model's";
}

TEST(Scorer, SaysWhichEvidenceItGoesBy) {
  const Article article = article_of("A ferry sank off Orrin. Two bakeries closed on Monday.");
  const SmallScorer scorer{.sentences = {{kIsFirst, 2}, {kIsShort, 1}}, .content = {3, 0}};
  const SmallModel small({.words = kVocabulary, .sections = {{SectionKind::kScorer, scorer.section()}}});
  const Document document = Analyser({.model = small.model}).analyse(article);
  const Summary summary = Summarizer({.sentences = 1, .explain = true, .model = small.model}).summarize(document);
  ASSERT_EQ(summary.explanations.size(), 2U);
  const auto of = [&](std::size_t i, Evidence e) {
    return summary.explanations[i].evidence[static_cast<std::size_t>(e)];
  };
  EXPECT_NEAR(of(0, Evidence::kPosition), 2, 1e-5);
  EXPECT_NEAR(of(0, Evidence::kLength), 1, 1e-5);
  EXPECT_NEAR(of(0, Evidence::kContent), 3, 1e-5);
  EXPECT_NEAR(of(0, Evidence::kForm), 0, 1e-5);
  EXPECT_NEAR(of(1, Evidence::kPosition), 0, 1e-5);
  const double log_odds = std::log(summary.explanations[0].score / (1 - summary.explanations[0].score));
  EXPECT_NEAR(log_odds, 6, 1e-4);
}

TEST(Scorer, DoesNotDependOnWhatItScoredBefore) {
  const SmallScorer scorer{
      .terms = {{kCount, 1}}, .sentences = {{kSalience, 1}, {kPlace, 1}, {kLikeBefore, 1}}, .content = {1, 1}};
  const SmallModel small({.words = kVocabulary, .sections = {{SectionKind::kScorer, scorer.section()}}});
  Analyser analyser({.model = small.model});
  const Article first = article_of("A ferry sank. The ferry was old. It had no bakery. Nobody knows why.");
  const Article other = article_of("A bakery closed.");
  const Document a = analyser.analyse(first);
  const Document b = analyser.analyse(other);
  Scorer fresh(small.model);
  Scorer used(small.model);
  ASSERT_TRUE(used.use(b));
  score_all(used, b);
  ASSERT_TRUE(used.use(a));
  ASSERT_TRUE(fresh.use(a));
  EXPECT_EQ(score_all(used, a), score_all(fresh, a));
}

TEST(Scorer, ScoresASentenceAloneAsAmongAll) {
  const SmallScorer small_scorer{.terms = {{kCount, 1}},
                                 .sentences = {{kSalience, 1}, {kPlace, 1}, {kLikeNext, 1}, {kCommas, 2}},
                                 .content = {1, 1}};
  const SmallModel small({.words = kVocabulary, .sections = {{SectionKind::kScorer, small_scorer.section()}}});
  const Article article = article_of("A ferry sank. The ferry, an old one, had no bakery. A bakery closed. Why?");
  const Document document = Analyser({.model = small.model}).analyse(article);
  Scorer scorer(small.model);
  ASSERT_TRUE(scorer.use(document));
  const std::vector<double> expected = score_all(scorer, document);
  std::vector<double> scores(expected.size(), -1);
  for (const std::uint32_t place : {2U, 0U, 3U, 1U}) {
    scorer.score(document, std::span(&place, 1), scores);
    EXPECT_EQ(scores[place], expected[place]) << place;
  }
  EXPECT_EQ(scores, expected);
}

TEST(ScorerWeights, AreRefusedUnlessTheyAreWhole) {
  const std::string section = SmallScorer{.content = {1, 2}}.section();
  const auto view = [](const std::string& bytes) { return ScorerWeights::view(std::as_bytes(std::span(bytes))); };
  const std::optional<ScorerWeights> weights = view(section);
  if (!weights) FAIL() << "the whole section is refused";
  EXPECT_EQ(weights->dimensions, 2U);
  EXPECT_EQ(weights->projected(), 1U);
  for (std::size_t size = 0; size < section.size(); size += 3) EXPECT_FALSE(view(section.substr(0, size))) << size;
  EXPECT_FALSE(view(section + '\0'));
  for (std::size_t field = 0; field < 7; ++field) {
    for (const std::uint32_t lie : {0U, 3U, 5000U, 0x7FFFFFFFU, 0xFFFFFFFFU}) {
      std::string broken = section;
      std::memcpy(&broken[4 * field], &lie, sizeof lie);
      EXPECT_FALSE(view(broken)) << field << ' ' << lie;
    }
  }
}

TEST(ScorerWeights, ThatAreBrokenLeaveTheArticleToCentrality) {
  const Article article = article_of("A ferry sank off Orrin. Two bakeries closed on Monday.");
  const SmallModel small({.words = kVocabulary, .sections = {{SectionKind::kScorer, "no scorer"}}});
  const Document document = Analyser({.model = small.model}).analyse(article);
  EXPECT_EQ(Summarizer({.sentences = 1, .model = small.model}).summarize(document).sentences.size(), 1U);
}

TEST(Perceptron, GivesTheSameByColumnsAsByRows) {
  constexpr std::size_t kInputs = 11;
  const auto numbers = [](std::size_t count, std::size_t period, float step) {
    std::vector<float> values(count);
    for (std::size_t i = 0; i < count; ++i) values[i] = step * (static_cast<float>(i % period) - 3);
    return values;
  };
  const std::vector<float> mean = numbers(kInputs, 4, 0.3F);
  const std::vector<float> factor = numbers(kInputs, 9, 1.7F);
  for (const std::size_t hidden : {1U, 7U, 8U, 9U, 24U}) {
    const std::vector<float> first = numbers(kInputs * hidden, 13, 0.21F);
    const std::vector<float> bias = numbers(hidden, 6, 0.9F);
    const std::vector<float> second = numbers(hidden, 5, 0.4F);
    const Perceptron perceptron{
        .mean = mean, .factor = factor, .first = first, .bias = bias, .second = second, .offset = 0.125F};
    for (const std::size_t things : {1U, 8U, 13U}) {
      const std::vector<float> rows = numbers(things * kInputs, 17, 0.77F);
      std::vector<float> scaled(rows.size());
      perceptron.scale(rows, scaled);
      std::vector<float> units;
      std::vector<float> expected;
      perceptron.apply(scaled, units, expected);

      std::vector<float> columns(kInputs * padded(things));
      for (std::size_t thing = 0; thing < things; ++thing)
        for (std::size_t i = 0; i < kInputs; ++i) columns[i * padded(things) + thing] = rows[thing * kInputs + i];
      std::vector<float> outputs;
      perceptron.apply_to_columns(columns, outputs);
      ASSERT_EQ(outputs.size(), padded(things));
      outputs.resize(things);
      EXPECT_EQ(outputs, expected) << hidden << ' ' << things;
    }
  }
}

TEST(WeightedRows, AreTheSumOfTheRowsTimesTheirFactors) {
  constexpr std::size_t kInputs = 3;
  for (const std::size_t width : {1U, 7U, 8U, 15U, 16U, 17U, 32U, 40U, 64U}) {
    for (const std::size_t count : {1U, 3U, 4U, 5U, 9U}) {
      std::vector<float> factors(count * kInputs);
      for (std::size_t i = 0; i < factors.size(); ++i) factors[i] = static_cast<float>(i % 5) - 1.5F;
      std::vector<float> rows(kInputs * width);
      for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = static_cast<float>(i % 7) - 3;
      std::vector<float> sums(count * width, 1);
      add_weighted_rows(factors, rows, width, sums);
      for (std::size_t k = 0; k < sums.size(); ++k) {
        float sum = 1;
        for (std::size_t i = 0; i < kInputs; ++i) sum += factors[k / width * kInputs + i] * rows[i * width + k % width];
        EXPECT_EQ(sums[k], sum) << width << ' ' << k;
      }
    }
  }
}

}  // namespace
}  // namespace nutgraf
