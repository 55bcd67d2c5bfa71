#include "analyse/document_embedder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "analyse/model_knowledge.h"
#include "analyse/prominence.h"
#include "embed/model_parts.h"
#include "embed/small_model.h"
#include "nutgraf/analyse.h"

namespace nutgraf {
namespace {

SmallModelContent harbour_words() {
  return {.words = {{"harbour", {1, 0, 0, 0}}, {"crane", {0, 1, 0, 0}}, {"flour", {0, 0, 1, 0}}},
          .by_ngrams = {{"orrin", {0, 0, 0, 1}}}};
}

double length_of(std::span<const float> vector) {
  double squares = 0;
  for (const float value : vector) squares += double{value} * value;
  return std::sqrt(squares);
}

TEST(ModelKnowledge, HasTheRowsOfWordsThatTheModelHas) {
  const SmallModel small(harbour_words());
  WordNormalizer words(knowledge_of(small.model));
  words.use(Language::find("en"));
  EXPECT_EQ(std::optional(words.look_up("Crane").row), small.model->parts().vectors.find(word_hash("crane")));
  EXPECT_EQ(words.look_up("Orrin").row, kNoRow) << "only its n-grams have rows";
  EXPECT_EQ(knowledge_of(nullptr), nullptr);
}

TEST(DocumentVectors, AreOneASentenceAtUnitLengthOrZero) {
  const SmallModel small(harbour_words());
  const Article article{.text = "The harbour crane fell at Orrin. Nobody knew why. It was a crane of the harbour.",
                        .language = "en"};
  const Document document = Analyser({.model = small.model}).analyse(article);
  ASSERT_EQ(document.sentences.size(), 3U);
  ASSERT_EQ(document.dimensions, 4U);
  ASSERT_EQ(document.sentence_vectors.size(), 12U);
  EXPECT_NEAR(length_of(document.sentence_vector(0)), 1, 1e-6);
  EXPECT_EQ(length_of(document.sentence_vector(1)), 0);
  EXPECT_NEAR(length_of(document.sentence_vector(2)), 1, 1e-6);
  EXPECT_NEAR(length_of(document.document_vector), 1, 1e-6);
  EXPECT_GT(document.sentence_vector(0)[3], 0.3) << "a name that only its n-grams tell of";
}

TEST(DocumentVectors, OfTheWholeAreOfTitleAndBodyOnly) {
  const SmallModel small(harbour_words());
  Analyser analyser({.model = small.model});
  const std::string body = "The harbour was closed on Monday, said the mayor of the town.";
  const struct {
    std::string title;
    std::string text;
    bool crane;
    bool flour;
  } cases[] = {
      {"", body, false, false},
      {"Crane falls overnight", body, true, false},
      {"Crane falls overnight", "Crane falls overnight\n\n" + body, true, false},
      {"", "Crane falls overnight\n\n" + body, true, false},
      {"", body + "\n\nRead more: Bakers ration their flour", false, false},
      {"", body + " Bakers rationed their flour on Tuesday.", false, true},
  };
  for (const auto& c : cases) {
    const Article article{.title = c.title, .text = c.text, .language = "en"};
    const Document document = analyser.analyse(article);
    EXPECT_GT(document.document_vector[0], 0.3) << c.text;
    EXPECT_EQ(document.document_vector[1] > 0.3, c.crane) << c.title << " | " << c.text;
    EXPECT_EQ(document.document_vector[2] > 0.3, c.flour) << c.text;
    // Said twice in the title and the text, it still counts once.
    EXPECT_LE(document.document_vector[1], kTitleProminence * document.document_vector[0] + 1e-6) << c.text;
  }
}

TEST(DocumentVectors, OfAnArticleWithoutABodyAreOfAllThereIs) {
  const SmallModel small(harbour_words());
  const Article article{.text = "Read more: crane falls, harbour shut", .language = "en"};
  const Document document = Analyser({.model = small.model}).analyse(article);
  ASSERT_EQ(document.sentences.size(), 1U);
  ASSERT_NE(document.sentences[0].kind, SentenceKind::kBody);
  EXPECT_NEAR(document.document_vector[1], std::sqrt(0.5), 1e-2);
}

TEST(DocumentVectors, AreNoneWithoutAModelOrInAnotherLanguage) {
  const SmallModel small(harbour_words());
  Analyser with_model({.model = small.model});
  Document document;
  const Article english{.text = "The harbour.", .language = "en"};
  const Article german{.text = "Der Hafen.", .language = "de"};
  with_model.analyse(english, document);
  EXPECT_EQ(document.dimensions, 4U);
  with_model.analyse(german, document);
  EXPECT_EQ(document.dimensions, 0U);
  EXPECT_TRUE(document.sentence_vectors.empty());
  EXPECT_TRUE(document.document_vector.empty());
  EXPECT_EQ(Analyser().analyse(english).dimensions, 0U);
}

TEST(DocumentVectors, DoNotDependOnWhatWasAnalysedBefore) {
  const SmallModel small(harbour_words());
  const Article article{.title = "Flour", .text = "The harbour at Orrin. The crane.", .language = "en"};
  Analyser used({.model = small.model});
  Document reused;
  const Article longer{.text = "Orrin has flour. The harbour has none. Cranes at Orrin fell. And so on.",
                       .language = "en"};
  used.analyse(longer, reused);
  used.analyse(article, reused);
  const Document fresh = Analyser({.model = small.model}).analyse(article);
  EXPECT_EQ(reused.sentence_vectors, fresh.sentence_vectors);
  EXPECT_EQ(reused.document_vector, fresh.document_vector);
}

}  // namespace
}  // namespace nutgraf
