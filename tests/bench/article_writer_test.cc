#include "article_writer.h"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include <cstddef>
#include <cstdint>
#include <set>
#include <sstream>
#include <string>

namespace nutgraf::bench {
namespace {

constexpr Script kScripts[] = {Script::kLatin, Script::kCyrillic, Script::kHan, Script::kMixed};

TEST(ArticleWriter, WritesTheSameForASeedOnEveryMachine) {
  const Article article = ArticleWriter(Script::kLatin, 1).write(20);
  EXPECT_EQ(article.id, "article-1");
  EXPECT_EQ(article.published, "2024-03-11T12:49:00Z");
  EXPECT_EQ(article.title, "A for sehout geat her magest vetand vacker");
  EXPECT_EQ(article.text,
            "Of creaspoted by greatricroms O. T. Pobrait vs. and spifot, proum in who thorstouck to wathaist grinds "
            "which daplenly. Prebrock socktion the Teashel cheacor, vea shirand Pobrait beander to.");
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
}  // namespace nutgraf::bench
