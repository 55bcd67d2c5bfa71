#include "text/language.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "text/language_id.h"

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
  EXPECT_EQ(language.kinds(word_hash("agentur")), kMarksPhrase);
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

TEST(Language, LeavesPhrasesAwayThatGoOnOtherwise) {
  const Language language(kFile);
  EXPECT_EQ(language.phrases_from(word_hash("foto"), word_hash("ka")).size(), 1U);
  EXPECT_TRUE(language.phrases_from(word_hash("foto"), word_hash("ko")).empty());
  EXPECT_TRUE(language.phrases_from(word_hash("foto"), 0).empty());
}

TEST(Language, FindsPhrasesOfOneWordWhateverFollows) {
  const Language language(LanguageFile{.code = "xx", .content = "[credits]\nfoto\nfoto ka\n"});
  EXPECT_EQ(language.phrases_from(word_hash("foto"), word_hash("ko")).size(), 2U);
  EXPECT_EQ(language.phrases_from(word_hash("foto"), 0).size(), 2U);
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

}  // namespace
}  // namespace nutgraf
