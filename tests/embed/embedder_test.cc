#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "nutgraf/analyse.h"
#include "nutgraf/embed.h"
#include "small_model.h"

namespace nutgraf {
namespace {

SmallModelContent port_words() {
  return {.words = {{"the", {0.1F, 0.1F, 0.1F}, 0},
                    {"port", {1, 0, 0}},
                    {"reopened", {0, 2, 0}, 0.5F},
                    {"ships", {0, 0, 1}},
                    {"Ships", {0, -1, 0}}},
          .by_ngrams = {{"harbour", {0, 0, 3}}}};
}

void expect_near(const std::vector<float>& vector, const std::vector<float>& expected) {
  ASSERT_EQ(vector.size(), expected.size());
  for (std::size_t i = 0; i < vector.size(); ++i) EXPECT_NEAR(vector[i], expected[i], 0.02) << i;
}

TEST(Embedder, GivesWordsAsTheModelHasThem) {
  const SmallModel small(port_words());
  Embedder embedder(small.model);
  expect_near(embedder.word("reopened"), {0, 2, 0});
  expect_near(embedder.word("PORT"), {1, 0, 0});
  expect_near(embedder.word("harbour"), {0, 0, 3});
  expect_near(embedder.word("zzz"), {0, 0, 0});
  expect_near(embedder.word(""), {0, 0, 0});
}

TEST(Embedder, LooksWordsUpAsTheyAreWrittenIfTheModelIsCased) {
  SmallModelContent content = port_words();
  content.folded = false;
  const SmallModel small(content);
  Embedder embedder(small.model);
  expect_near(embedder.word("ships"), {0, 0, 1});
  expect_near(embedder.word("Ships"), {0, -1, 0});
  expect_near(embedder.word("PORT"), {0, 0, 0});
  expect_near(embedder.sentence("Ships, ships!"), {0, -std::sqrt(0.5F), std::sqrt(0.5F)});
}

TEST(Embedder, GivesSentencesAtUnitLengthWithTheirWordsWeighted) {
  const SmallModel small(port_words());
  Embedder embedder(small.model);
  expect_near(embedder.sentence("The port reopened."), {std::sqrt(0.5F), std::sqrt(0.5F), 0});
  expect_near(embedder.sentence("the the"), {0, 0, 0});
  expect_near(embedder.sentence("?!"), {0, 0, 0});
}

class EmbeddedArticle : public testing::Test {
 protected:
  EmbeddedArticle() : small_(port_words()), analyser_({.model = small_.model}), embedder_(small_.model) {}

  const SmallModel small_;
  Analyser analyser_;
  Embedder embedder_;
  Embeddings embeddings_;
};

TEST_F(EmbeddedArticle, HasAVectorAWordASentenceAndAsAWhole) {
  const Article article{.text = "The port reopened. Ships came.", .language = "en-GB"};
  const Document document = analyser_.analyse(article);

  embedder_.embed(document, EmbedUnit::kWord, embeddings_);
  ASSERT_EQ(embeddings_.parts.size(), 5U);
  EXPECT_EQ(embeddings_.parts[1], (Span{4, 8}));
  const auto port = embeddings_.vector(1);
  EXPECT_EQ(std::vector<float>(port.begin(), port.end()), embedder_.word("port"));

  embedder_.embed(document, EmbedUnit::kSentence, embeddings_);
  ASSERT_EQ(embeddings_.parts.size(), 2U);
  EXPECT_EQ(embeddings_.parts[1], (Span{19, 30}));
  const auto first = embeddings_.vector(0);
  EXPECT_EQ(std::vector<float>(first.begin(), first.end()), embedder_.sentence("The port reopened."));

  embedder_.embed(document, EmbedUnit::kArticle, embeddings_);
  ASSERT_EQ(embeddings_.parts.size(), 1U);
  EXPECT_EQ(embeddings_.parts[0], (Span{0, article.text.size()}));
  EXPECT_EQ(embeddings_.vectors, document.document_vector);
}

TEST_F(EmbeddedArticle, IsZeroInAnotherLanguageThanTheModels) {
  const Article article{.text = "Der Hafen. The port.", .language = "de"};
  const Document document = analyser_.analyse(article);
  for (const EmbedUnit unit : {EmbedUnit::kWord, EmbedUnit::kSentence, EmbedUnit::kArticle}) {
    embedder_.embed(document, unit, embeddings_);
    EXPECT_EQ(embeddings_.vectors, std::vector<float>(embeddings_.parts.size() * 3));
  }
}

TEST_F(EmbeddedArticle, CanBeEmpty) {
  const Article article{.language = "en"};
  const Document document = analyser_.analyse(article);
  embedder_.embed(document, EmbedUnit::kSentence, embeddings_);
  EXPECT_TRUE(embeddings_.parts.empty());
  embedder_.embed(document, EmbedUnit::kArticle, embeddings_);
  expect_near(embeddings_.vectors, {0, 0, 0});
}

}  // namespace
}  // namespace nutgraf
