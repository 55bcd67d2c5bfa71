#include "measure/article_writer.h"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "embed/model_parts.h"
#include "text/language.h"
#include "text/tokenizer.h"
#include "text/word_normalizer.h"

namespace nutgraf {
namespace {

constexpr Script kScripts[] = {Script::kLatin, Script::kCyrillic, Script::kHan, Script::kMixed};

TEST(ArticleWriter, WritesTheSameForASeedOnEveryMachine) {
  const Article article = ArticleWriter(Script::kLatin, 1).write(20);
  EXPECT_EQ(article.id, "article-1");
  EXPECT_EQ(article.published, "2024-03-10T23:20:00Z");
  EXPECT_EQ(article.title, "Be beander because just flairt is cai");
  EXPECT_EQ(article.text,
            "Been daickcuts a Faistceser Prairal that spifot H. Cres beander also, it socktion shounams prisal a. "
            "Deastundwes he of Dr. Teashel the Cres litly pleachaiflim hostared Teashel beander, on of flartvest toun "
            "cladistion tregrored vaist geat brubraintion stuno stosing Spotriwat Cres.");
}

std::shared_ptr<const Model> shipped_model() { return *Model::open(NUTGRAF_SHIPPED_MODEL); }

TEST(ArticleWriter, WritesInTheWordsOfAModel) {
  const std::shared_ptr<const Model> model = shipped_model();
  const std::string text = ArticleWriter(Script::kLatin, 1, model.get()).write(200).text;
  EXPECT_EQ(ArticleWriter(Script::kLatin, 1, model.get()).write(200).text, text);
  EXPECT_NE(ArticleWriter(Script::kLatin, 1).write(200).text, text);
  EXPECT_NE(text.find(" the "), std::string::npos);
}

// In news of four collections .5 to 1.4 % of the words are unknown, most of them names.
TEST(ArticleWriter, WritesAboutAsManyWordsThatTheModelDoesNotKnowAsNewsHas) {
  const std::shared_ptr<const Model> model = shipped_model();
  ArticleWriter writer(Script::kLatin, 1, model.get());
  Tokenizer tokenizer;
  std::string folded;
  double words = 0;
  double unknown = 0;
  for (int i = 0; i < 100; ++i) {
    const std::string text = writer.write(400).text;
    std::vector<TokenSpan> tokens;
    tokenizer.tokenize(text, {.begin = 0, .end = text.size()}, tokens);
    for (const TokenSpan& token : tokens) {
      fold_case(std::string_view(text).substr(token.begin, token.end - token.begin), folded);
      ++words;
      unknown += model->parts().vectors.find(word_hash(folded)) ? 0 : 1;
    }
  }
  EXPECT_GT(unknown / words, .005);
  EXPECT_LT(unknown / words, .025);
}

TEST(ArticleWriter, WritesOtherArticlesForOtherSeedsAndTurns) {
  std::set<std::string> texts;
  for (const std::uint64_t seed : {1, 2, 3}) {
    ArticleWriter writer(Script::kLatin, seed);
    for (int i = 0; i < 10; ++i) texts.insert(writer.write(50).text);
  }
  EXPECT_EQ(texts.size(), 30U);
}

TEST(ArticleWriter, WritesValidUtf8) {
  for (const Script script : kScripts) {
    const Article article = ArticleWriter(script, 5).write(500);
    for (const std::string& field : {article.title, article.text}) {
      EXPECT_FALSE(field.empty());
      EXPECT_EQ(icu::UnicodeString::fromUTF8(field).indexOf(u'\uFFFD'), -1) << field;
    }
  }
}

TEST(ArticleWriter, WritesAboutAsManyWordsAsAskedFor) {
  constexpr std::size_t kLongestSentence = 50;
  for (const Script script : {Script::kLatin, Script::kCyrillic}) {
    ArticleWriter writer(script, 7);
    for (const std::size_t words : {1, 150, 776, 6400}) {
      std::istringstream text(writer.write(words).text);
      std::size_t written = 0;
      for (std::string word; text >> word;) ++written;
      EXPECT_GE(written, words);
      EXPECT_LE(written, words + words / 50 + kLongestSentence);
    }
  }
}

}  // namespace
}  // namespace nutgraf
