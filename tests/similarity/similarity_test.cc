#include "similarity/similarity.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "analyse/prominence.h"
#include "embed/small_model.h"
#include "nutgraf/analyse.h"
#include "similarity/term_vector.h"

namespace nutgraf {
namespace {

class SimilarityOf : public testing::Test {
 protected:
  // Documents refer to their articles.
  Document analyse(std::string text, std::string title = {}, std::shared_ptr<const Model> model = nullptr) {
    articles_.push_back(std::make_unique<Article>(
        Article{.id = "test", .title = std::move(title), .text = std::move(text), .language = "en"}));
    return Analyser({.model = std::move(model)}).analyse(*articles_.back());
  }

  std::vector<std::unique_ptr<Article>> articles_;
};

TEST_F(SimilarityOf, TermsAreStemsAtUnitLengthWithTheTitles) {
  TermVector terms;
  TermWeighter().weigh(analyse("Ferries waited. A ferry sank.", "The ferries of Orrin"), nullptr, terms);
  ASSERT_EQ(terms.size(), 4U);  // ferri x 3, wait, sank, orrin
  double squares = 0;
  float largest = 0;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    EXPECT_TRUE(i == 0 || terms[i].hash > terms[i - 1].hash);
    squares += double{terms[i].weight} * terms[i].weight;
    largest = std::max(largest, terms[i].weight);
  }
  EXPECT_NEAR(squares, 1, 1e-6);
  const double title = kTitleProminence;
  const double second = 0.75;  // what the second sentence counts where the first counts 1
  const double ferry = title + 1 + second;
  EXPECT_NEAR(largest, ferry / std::sqrt(ferry * ferry + 1 + second * second + title * title), 1e-6);
}

TEST_F(SimilarityOf, RareTermsWeighMoreIfTheModelKnowsThem) {
  const SmallModel small({.words = {{"river", {1, 0}}}, .terms = {{"ship", 1}, {"veld", 3}}, .documents = 999});
  TermVector terms;
  TermWeighter().weigh(analyse("Ships in Veld."), small.model.get(), terms);
  ASSERT_EQ(terms.size(), 2U);
  const auto [rare, common] = std::minmax(terms[0].weight, terms[1].weight);
  EXPECT_NEAR(common / rare, 3, 1e-5);

  TermWeighter().weigh(analyse("Ships in Orrin."), small.model.get(), terms);
  const auto [known, unknown] = std::minmax(terms[0].weight, terms[1].weight);
  EXPECT_NEAR(unknown / known, 1 + std::log(1000.0), 1e-4) << "as rare as a stem of no document";
}

TEST_F(SimilarityOf, TheSameTextIsOneAndNothingSharedIsZero) {
  const Document port = analyse("The port of Veld reopened on Monday.");
  const Document flour = analyse("Bakers rationed flour.");
  SimilarityMeasure measure(nullptr);
  const Similarity same = measure(port, port, TextLength::kArticle);
  EXPECT_FALSE(same.dense);
  EXPECT_NEAR(same.sparse, 1, 1e-6);
  EXPECT_EQ(same.combined, same.sparse);
  EXPECT_EQ(measure(port, flour, TextLength::kArticle).sparse, 0);
  const Document empty = analyse("");
  EXPECT_EQ(measure(empty, empty, TextLength::kSentence).sparse, 0);
}

TEST_F(SimilarityOf, WordsThatMeanTheSameAreDenseButNotSparse) {
  const SmallModel small({.words = {{"ship", {1, 0.1F, 0}}, {"vessel", {1, 0, 0.1F}}, {"flour", {0, 1, 0}}}});
  const Document ship = analyse("Ship.", "", small.model);
  const Document vessel = analyse("Vessel.", "", small.model);
  const Document flour = analyse("Flour.", "", small.model);
  SimilarityMeasure measure(small.model);
  const Similarity alike = measure(ship, vessel, TextLength::kSentence);
  EXPECT_EQ(alike.sparse, 0);
  EXPECT_GT(alike.dense.value_or(0), 0.95);
  EXPECT_GT(alike.combined, measure(ship, flour, TextLength::kSentence).combined);
  for (const TextLength length : {TextLength::kSentence, TextLength::kArticle}) {
    EXPECT_EQ(measure(ship, vessel, length).combined, measure(vessel, ship, length).combined);
    EXPECT_NEAR(measure(ship, ship, length).combined, 1, 1e-6);
  }
}

}  // namespace
}  // namespace nutgraf
