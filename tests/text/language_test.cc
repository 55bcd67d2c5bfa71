#include "text/language.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "text/language_id.h"
#include "text/word_normalizer.h"

namespace nutgraf {
namespace {

constexpr LanguageFile kFile = {.code = "xx", .content = R"(# A language made up for this test.
[stop words]
ka ko
[titles]
Dr.
[abbreviations]
U.N. ko.
[sentence starters]
Ka
[credits]
foto ka
* ka agentur
)"};

TEST(Language, ReadsItsSections) {
  const Language language(kFile);
  EXPECT_EQ(language.code(), "xx");
  EXPECT_EQ(language.kinds(word_hash("Dr")), kTitleAbbreviation);
  EXPECT_EQ(language.kinds(word_hash("U.N")), kAbbreviation);
  EXPECT_EQ(language.kinds(word_hash("ko")), kStopWord | kAbbreviation);
  EXPECT_EQ(language.kinds(word_hash("ka")), kStopWord | kOpensPhrase);
  EXPECT_EQ(language.kinds(word_hash("Ka")), kSentenceStarter);
  EXPECT_EQ(language.kinds(word_hash("unknown")), 0U);
}

TEST(Language, FindsPhrasesByTheirFirstWord) {
  const Language language(kFile);
  const auto from_foto = language.phrases_from(word_hash("foto"));
  ASSERT_EQ(from_foto.size(), 1U);
  EXPECT_EQ(from_foto[0].kind, PhraseKind::kCredit);
  EXPECT_FALSE(from_foto[0].anywhere);
  const auto from_ka = language.phrases_from(word_hash("ka"));
  ASSERT_EQ(from_ka.size(), 1U);
  EXPECT_TRUE(from_ka[0].anywhere);
  EXPECT_TRUE(language.phrases_from(word_hash("ko")).empty());
}

TEST(Language, IsFoundByItsCodeWithoutRegion) {
  EXPECT_EQ(Language::find("en-GB"), Language::find("en"));
  EXPECT_EQ(Language::find("en")->code(), "en");
  EXPECT_EQ(Language::find("tlh")->code(), "");
  EXPECT_EQ(Language::find("tlh")->kinds(word_hash("the")), 0U);
}

TEST(Language, EveryFileHasStopWordsAndNoPhraseIsEmpty) {
  ASSERT_FALSE(language_files().empty());
  EXPECT_TRUE(std::ranges::is_sorted(language_files(), {}, &LanguageFile::code));
  for (const LanguageFile& file : language_files()) {
    std::size_t stop_words = 0;
    for_each_word(file, "stop words", [&](std::string_view) { ++stop_words; });
    EXPECT_GT(stop_words, 10U) << file.code;
  }
}

TEST(LanguageId, TellsLanguages) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"The harbour of Veld reopened on Tuesday after the storm.", "en"},
      {"Der Hafen von Veld ist seit Dienstag wieder offen, und die Schiffe warten nicht mehr.", "de"},
      {"Le port de Veld a rouvert mardi après la tempête, et les navires sont entrés dans la rade.", "fr"},
      {"El puerto de Veld reabrió el martes después de la tormenta y los barcos ya no esperan.", "es"},
      {"Порт Вельда снова открылся во вторник, и корабли уже не ждут у берега.", "ru"},
      {"港口星期二重新开放，船只不再等待。", "zh"},
      {"港は火曜日に再開し、船はもう待っていません。", "ja"},
      {"항구가 화요일에 다시 열렸다.", "ko"},
      {"12345", ""},
      {"", ""},
  };
  LanguageId language_id;
  for (const auto& [text, code] : cases) EXPECT_EQ(language_id.identify(text), code) << text;
}

// The first words settle it; where they do not, the others are looked at.
TEST(LanguageId, LooksBeyondTheFirstWords) {
  std::string names;
  while (names.size() < 500) names += "Orrin Veld Sule Marrow ";
  LanguageId language_id;
  EXPECT_EQ(language_id.identify(names + "Der Hafen ist wieder offen, und die Schiffe warten nicht mehr. " + names),
            "de");
  std::string english;
  while (english.size() < 2000) english += "The harbour of Veld is open and the ships are back in it. ";
  EXPECT_EQ(language_id.identify(english), "en");
}

class CountingKnowledge : public WordKnowledge {
 public:
  explicit CountingKnowledge(int& asked) : asked_(asked) {}
  [[nodiscard]] bool covers(std::string_view language) const override { return language != "de"; }
  void prefetch(std::uint64_t /*folded*/) const override {}
  void add_to(Word& word, std::string_view written) const override {
    ++asked_;
    word.row = static_cast<std::uint32_t>(written.size());
    word.idf = 2;
  }

 private:
  int& asked_;
};

TEST(WordNormalizer, AsksOnceWhatAModelKnows) {
  int asked = 0;
  WordNormalizer words(std::make_unique<CountingKnowledge>(asked));
  words.use(Language::find("en"));
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(words.look_up("harbour").row, 7U);
    EXPECT_EQ(words.look_up("harbour").idf, 2);
  }
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(WordNormalizer().look_up("harbour").row, kNoRow);
}

TEST(WordNormalizer, AsksNothingOfLanguagesThatAModelDoesNotCover) {
  int asked = 0;
  WordNormalizer words(std::make_unique<CountingKnowledge>(asked));
  words.use(Language::find("de"));
  EXPECT_EQ(words.look_up("Hafen").row, kNoRow);
  EXPECT_EQ(words.look_up("Hafen").idf, 0);
  EXPECT_EQ(asked, 0);
  words.use(Language::find("en"));
  EXPECT_EQ(words.look_up("Hafen").row, 5U);
}

// Of all lengths, at the end of a text and inside, the same word has the same key.
TEST(WordNormalizer, LooksUpTokensOfATextAsWordsAlone) {
  std::string text;
  for (std::size_t size = 1; size < 40; ++size) text += std::string(size, static_cast<char>('a' + size % 26)) + ' ';
  for (const std::size_t cut : {text.size(), text.size() - 1, text.size() - 20}) {
    const std::string_view part = std::string_view(text).substr(0, cut);
    std::vector<TokenSpan> tokens;
    Tokenizer().tokenize(part, {0, part.size()}, tokens);
    std::vector<Word> words(tokens.size());
    int asked = 0;
    WordNormalizer normalizer(std::make_unique<CountingKnowledge>(asked));
    normalizer.look_up(part, tokens, words);
    const int met = asked;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::string alone(part.substr(tokens[i].begin, tokens[i].end - tokens[i].begin));
      EXPECT_EQ(words[i].stem, normalizer.look_up(alone).stem) << alone;
    }
    EXPECT_EQ(asked, met) << "no word alone was new";
  }
}

TEST(WordNormalizer, FoldsCaseAndStems) {
  WordNormalizer words;
  words.use(Language::find("en"));
  EXPECT_EQ(words.look_up("Elections").stem, words.look_up("election").stem);
  EXPECT_EQ(words.look_up("Putin's").stem, words.look_up("Putin\u2019s").stem);
  EXPECT_EQ(words.look_up("VELD").folded, words.look_up("veld").folded);
  EXPECT_EQ(words.look_up("Stra\u00DFe").folded, words.look_up("STRASSE").folded);
  EXPECT_NE(words.look_up("harbour").stem, words.look_up("ferry").stem);
  EXPECT_NE(words.look_up("The").kinds & kStopWord, 0U);
}

TEST(WordNormalizer, KeepsLanguagesApart) {
  WordNormalizer words;
  words.use(Language::find("en"));
  const Word english = words.look_up("die");
  words.use(Language::find("de"));
  const Word german = words.look_up("die");
  EXPECT_EQ(english.kinds & kStopWord, 0U);
  EXPECT_NE(german.kinds & kStopWord, 0U);
  words.use(Language::find("en"));
  EXPECT_EQ(words.look_up("die").kinds, english.kinds);
}

TEST(WordNormalizer, ForgetsNothingThatMatters) {
  WordNormalizer small;
  small.use(Language::find("en"));
  const Word before = small.look_up("harbours");
  for (int i = 0; i < 200000; ++i) small.look_up("word" + std::to_string(i));
  EXPECT_EQ(small.look_up("harbours").stem, before.stem);
}

}  // namespace
}  // namespace nutgraf
