#include "text/tokenizer.h"

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <random>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace nutgraf {
namespace {

std::vector<std::string> tokens_of(std::string_view text) {
  std::vector<TokenSpan> spans;
  Tokenizer().tokenize(text, {0, text.size()}, spans);
  std::vector<std::string> tokens;
  for (const TokenSpan& span : spans) tokens.emplace_back(text.substr(span.begin, span.end - span.begin));
  return tokens;
}

// ICU's word boundaries over the same text: the plain way.
std::vector<std::string> icu_words(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  const icu::UnicodeString unicode = icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())});
  words->setText(unicode);
  std::vector<std::string> tokens;
  for (int from = words->first(), to = words->next(); to != icu::BreakIterator::DONE; from = to, to = words->next()) {
    if (words->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    unicode.tempSubStringBetween(from, to).toUTF8String(tokens.emplace_back());
  }
  return tokens;
}

struct Case {
  std::string text;
  std::vector<std::string> tokens;
};

TEST(Tokenizer, FindsWords) {
  const std::vector<Case> cases = {
      {"", {}},
      {"  ... -- !", {}},
      {"It's 3,000 km.", {"It's", "3,000", "km"}},
      {"The U.S.-led plan", {"The", "U.S", "led", "plan"}},
      {"a_b _ x1", {"a_b", "x1"}},
      {"l\u2019\u00E9t\u00E9 \u00E0 Veld", {"l\u2019\u00E9t\u00E9", "\u00E0", "Veld"}},
      {"e\u0301te\u0301", {"e\u0301te\u0301"}},
      {"\u041F\u043E\u0440\u0442 \u0412\u0435\u043B\u044C\u0434",
       {"\u041F\u043E\u0440\u0442", "\u0412\u0435\u043B\u044C\u0434"}},
  };
  for (const Case& c : cases) EXPECT_EQ(tokens_of(c.text), c.tokens) << c.text;
}

TEST(Tokenizer, CutsScriptsWithoutSpacesByDictionary) {
  const std::string_view chinese = "港口星期二重新开放";
  EXPECT_EQ(tokens_of(chinese), icu_words(chinese));
  EXPECT_GT(tokens_of(chinese).size(), 2U);
  std::vector<TokenSpan> spans;
  Tokenizer().tokenize(chinese, {0, chinese.size()}, spans);
  for (const TokenSpan& span : spans) EXPECT_TRUE(span.unspaced);
}

TEST(Tokenizer, StaysInsideThePartItIsGiven) {
  const std::string_view text = "harbour.Veld";
  std::vector<TokenSpan> spans;
  Tokenizer().tokenize(text, {0, 8}, spans);
  Tokenizer().tokenize(text, {8, text.size()}, spans);
  ASSERT_EQ(spans.size(), 2U);
  EXPECT_EQ(spans[0].end, 7U);
  EXPECT_EQ(spans[1].begin, 8U);
  spans.clear();
  const std::string_view long_words = "harbourmasterships harbourmasterships";
  Tokenizer().tokenize(long_words, {0, 5}, spans);
  Tokenizer().tokenize(long_words, {5, 29}, spans);
  ASSERT_EQ(spans.size(), 3U);
  EXPECT_EQ(spans[0].end, 5U);
  EXPECT_EQ(spans[1].end, 18U);
  EXPECT_EQ(spans[2].end, 29U);
}

// Whether many bytes are looked at together depends on how much text there is.
TEST(Tokenizer, FindsInAPartWhatItFindsInThatAlone) {
  const std::vector<std::string> pieces = {"Veld", "harbourmastership", "a", " ", " ", ". ", "'", "U.S.", "9", "_",
                                           "é"};
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += pieces[random() % pieces.size()];
    const std::size_t begin = utf8::floor(text, random() % text.size());
    const std::size_t end = utf8::floor(text, begin + random() % (text.size() - begin));
    std::vector<TokenSpan> inside;
    Tokenizer().tokenize(text, {begin, end}, inside);
    const std::string alone = text.substr(begin, end - begin);
    std::vector<std::string> words;
    for (const TokenSpan& span : inside) words.push_back(text.substr(span.begin, span.end - span.begin));
    ASSERT_EQ(words, tokens_of(alone)) << alone;
  }
}

TEST(Tokenizer, TellsHowTokensBegin) {
  struct Begins {
    std::string text;
    bool capital, digit, ascii;
  };
  for (const Begins& c : std::initializer_list<Begins>{{"Veld", true, false, true},
                                                       {"veld", false, false, true},
                                                       {"U.S.", true, false, true},
                                                       {"3rd", false, true, true},
                                                       {"É\u0301t\u00E9", true, false, false},
                                                       {"na\u00EFve", false, false, false},
                                                       {"\u0661\u0662", false, true, false}}) {
    std::vector<TokenSpan> spans;
    Tokenizer().tokenize(c.text, {0, c.text.size()}, spans);
    ASSERT_EQ(spans.size(), 1U) << c.text;
    EXPECT_EQ(spans[0].capital, c.capital) << c.text;
    EXPECT_EQ(spans[0].digit, c.digit) << c.text;
    EXPECT_EQ(spans[0].ascii, c.ascii) << c.text;
  }
}

// The rules written out here give what ICU's give, on random text of the characters that matter to them.
TEST(Tokenizer, AgreesWithIcuOnSpacedScripts) {
  const std::vector<std::string> pieces = {"a",      "B",      "harbourmastership",
                                           "7",      ".",      ",",
                                           "'",      ":",      ";",
                                           "x_y",    " ",      "-",
                                           "\u2019", "\u00E9", "\u0301",
                                           "\u0436", "\u05D0", "\u0661",
                                           "\u00B7", "\u200D", "\n",
                                           "\"",     "\u0627", "\u0905",
                                           "\u2026", "%"};
  std::mt19937 random(7);
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int i = 0; i < 12 + round % 80; ++i) text += pieces[pick(random)];
    // Hebrew letters have rules of their own for quotes (WB7a-c), which no summary depends on.
    if (text.find("\u05D0") != std::string::npos && text.find_first_of("'\"") != std::string::npos) continue;
    ASSERT_EQ(tokens_of(text), icu_words(text)) << text;
  }
}

}  // namespace
}  // namespace nutgraf
