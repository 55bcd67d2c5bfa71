#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "nutgraf/analyse.h"
#include "text/character.h"

namespace nutgraf {
namespace {

Article article_of(std::string text, std::string language = "en") {
  return {.id = "test", .text = std::move(text), .language = std::move(language)};
}

TEST(Analyser, LeavesNoOffsetOutsideItsSentence) {
  const Article article = article_of(
      "Harbour reopens\n\nThe harbour of Veld, closed since Monday, reopened.Ships came in at 5:40 a.m. on Tuesday. "
      "\u201CWe waited,\u201D said Marrow.");
  const Document document = Analyser().analyse(article);
  ASSERT_EQ(document.sentences.size(), 4U);
  std::size_t end = 0;
  for (const Sentence& s : document.sentences) {
    EXPECT_EQ(skip_white_space(article.text, end), s.begin);
    end = s.end;
    for (std::uint32_t t = s.first_token; t < s.last_token; ++t) {
      EXPECT_GE(document.tokens[t].begin, s.begin);
      EXPECT_LE(document.tokens[t].end, s.end);
    }
  }
  EXPECT_EQ(document.sentences[0].paragraph, 0U);
  EXPECT_EQ(document.sentences[1].paragraph, 1U);
  EXPECT_EQ(document.sentences[3].paragraph, 1U);
}

TEST(Analyser, CountsWordsAndCharacters) {
  const struct {
    std::string text;
    std::uint32_t words;
    std::uint32_t characters;
  } cases[] = {
      {"The port reopened.", 3, 18},
      {"A 70-metre crane - rusty - fell.", 7, 32},
      {"Caf\u00E9 \u2014 d\u00E9j\u00E0 vu.", 4, 15},
      {"Two\u00A0words.", 2, 10},
  };
  for (const auto& c : cases) {
    const Article article = article_of(c.text);
    const Document document = Analyser().analyse(article);
    ASSERT_EQ(document.sentences.size(), 1U) << c.text;
    EXPECT_EQ(document.sentences[0].words, c.words) << c.text;
    EXPECT_EQ(document.sentences[0].characters, c.characters) << c.text;
  }
  const Article chinese = article_of("港口星期二重新开放。", "zh");
  EXPECT_GT(Analyser().analyse(chinese).sentences[0].words, 2U);
}

TEST(Analyser, CountsTermsByStemAndLeavesOutStopWords) {
  const Article article = article_of("The ship waited. Ships wait. A ship and the ships' crews.");
  const Document document = Analyser().analyse(article);
  ASSERT_EQ(document.sentences.size(), 3U);
  EXPECT_EQ(document.tokens[0].term, kNoTerm);
  const Term& ship = document.terms[document.tokens[1].term];
  EXPECT_EQ(ship.count, 4U);
  EXPECT_EQ(ship.sentences, 3U);
}

TEST(Analyser, GivesUnitVectorsSortedByTerm) {
  const Article article =
      article_of("Storm waves broke the harbour crane. The crane fell. No. Waves and waves of rain.");
  const Document document = Analyser().analyse(article);
  ASSERT_EQ(document.weight_begin.size(), document.sentences.size() + 1);
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    double squares = 0;
    std::uint32_t previous = 0;
    for (const TermWeight& entry : document.vector(i)) {
      EXPECT_GT(entry.weight, 0);
      EXPECT_TRUE(squares == 0 || entry.term > previous);
      previous = entry.term;
      squares += static_cast<double>(entry.weight) * entry.weight;
    }
    EXPECT_NEAR(squares, document.vector(i).empty() ? 0.0 : 1.0, 1e-5);
  }
}

TEST(Analyser, TakesTheLanguageThatIsGiven) {
  const std::string german = "Der Hafen von Veld ist seit Dienstag wieder offen und die Schiffe warten nicht.";
  EXPECT_EQ(Analyser().analyse(article_of(german, "")).language, "de");
  const Article labelled = article_of(german, "nl");
  EXPECT_EQ(Analyser().analyse(labelled).language, "nl");
  EXPECT_EQ(Analyser({.language = "en"}).analyse(labelled).language, "en");
}

bool same(const Document& a, const Document& b) {
  if (a.sentences.size() != b.sentences.size() || a.tokens.size() != b.tokens.size() ||
      a.terms.size() != b.terms.size() || a.weights.size() != b.weights.size())
    return false;
  for (std::size_t i = 0; i < a.sentences.size(); ++i)
    if (a.sentences[i].begin != b.sentences[i].begin || a.sentences[i].kind != b.sentences[i].kind) return false;
  for (std::size_t i = 0; i < a.terms.size(); ++i)
    if (a.terms[i].hash != b.terms[i].hash || a.terms[i].count != b.terms[i].count) return false;
  for (std::size_t i = 0; i < a.weights.size(); ++i)
    if (a.weights[i].weight != b.weights[i].weight) return false;
  return true;
}

// An Analyser remembers stems and grows tables: neither may show.
TEST(Analyser, DoesNotDependOnWhatItSawBefore) {
  const Article article = article_of("The ferry sank off Orrin. Divers found the ferry's bell on Friday.");
  const Document fresh = Analyser().analyse(article);
  std::string many_words;
  for (int i = 0; i < 5000; ++i) many_words += "word" + std::to_string(i) + (i % 9 == 8 ? ". " : " ");
  Analyser used;
  Document reused;
  const Article other = article_of(many_words);
  const Article german = article_of("Die F\u00E4hre sank. Taucher fanden die Glocke.", "de");
  for (const Article* before : {&other, &german, &article}) used.analyse(*before, reused);
  EXPECT_TRUE(same(fresh, reused));
}

TEST(Analyser, TakesSentencesThatWereSplitAlready) {
  Article article{.text = "the ferry no. 4\nsank. off Veld\n\nNobody drowned."};
  article.sentences = {{0, 15}, {16, 30}, {32, 47}};
  const Document document = Analyser().analyse(article);
  ASSERT_EQ(document.sentences.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(document.sentences[i].begin, article.sentences[i].begin);
    EXPECT_EQ(document.sentences[i].end, article.sentences[i].end);
  }
  EXPECT_EQ(document.sentences[1].paragraph, 0u) << "a line break alone parts no paragraphs";
  EXPECT_EQ(document.sentences[2].paragraph, 1u);
}

TEST(Analyser, ManagesAnEmptyText) {
  const Article article = article_of("");
  const Document document = Analyser().analyse(article);
  EXPECT_TRUE(document.sentences.empty());
  EXPECT_TRUE(document.tokens.empty());
}

}  // namespace
}  // namespace nutgraf
