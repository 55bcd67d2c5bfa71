#include "text/word_normalizer.h"

#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf {
namespace {

std::string word_of(std::mt19937& random) {
  constexpr std::string_view kLetters = "eeetaaoinsshrdlucmfwypvbgkqjxz'";
  std::string word;
  for (std::size_t size = 1 + random() % 12; word.size() < size;) word += kLetters[random() % kLetters.size()];
  return word;
}

TEST(WordNormalizer, StemsWordsOfAsciiAsSnowballStemsUtf8) {
  std::mt19937 random(5);
  for (const std::string code : {"en", "fr", "de", "es", "pt", "it", "nl", "sv", "ru", "ro"}) {
    const std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer(sb_stemmer_new(code.c_str(), "UTF_8"),
                                                                     sb_stemmer_delete);
    ASSERT_NE(stemmer, nullptr) << code;
    WordNormalizer words;
    words.use(Language::find(code));
    for (int i = 0; i < 2000; ++i) {
      const std::string word = word_of(random);
      const auto size = static_cast<int>(word.ends_with("'s") ? word.size() - 2 : word.size());
      const sb_symbol* const stem =
          sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()), size);
      const std::string_view expected(reinterpret_cast<const char*>(stem),
                                      static_cast<std::size_t>(sb_stemmer_length(stemmer.get())));
      EXPECT_EQ(words.look_up(word).stem, word_hash(expected)) << code << " " << word;
    }
  }
}

class CountingKnowledge : public WordKnowledge {
 public:
  explicit CountingKnowledge(int& asked, bool folds = true) : asked_(asked), folds_(folds) {}
  [[nodiscard]] bool covers(std::string_view language) const override { return language != "de"; }
  [[nodiscard]] bool folds() const override { return folds_; }
  void prefetch(const Word& /*word*/, std::string_view /*written*/) const override {}
  void add_to(Word& word, std::string_view written) const override {
    ++asked_;
    word.row = static_cast<std::uint32_t>(written.size());
    word.idf = 2;
  }

 private:
  int& asked_;
  bool folds_;
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

TEST(WordNormalizer, AsksAgainInCapitalsIfAModelTellsThemApart) {
  for (const bool folds : {true, false}) {
    int asked = 0;
    WordNormalizer words(std::make_unique<CountingKnowledge>(asked, folds));
    words.use(Language::find("en"));
    for (const std::string_view word : {"harbour", "Harbour", "HARBOUR", "\u00E9t\u00E9", "\u00C9T\u00C9"})
      words.look_up(word);
    EXPECT_EQ(asked, folds ? 3 : 5);
  }
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
  text += text;
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

TEST(WordNormalizer, AsksOnceOfAWordThatComesTwiceInAText) {
  const std::string_view text = "harbour harbour";
  const std::vector<TokenSpan> tokens = {{.begin = 0, .end = 7}, {.begin = 8, .end = 15}};
  std::vector<Word> words(2);
  int asked = 0;
  WordNormalizer normalizer(std::make_unique<CountingKnowledge>(asked));
  normalizer.look_up(text, tokens, words);
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(words[0].row, 7U);
  EXPECT_EQ(words[1].row, 7U);
}

TEST(WordNormalizer, RemembersNearlyAllWordsWhenItsTableGrows) {
  int asked = 0;
  WordNormalizer words(std::make_unique<CountingKnowledge>(asked));
  constexpr int kWords = 5000;
  for (int round = 0; round < 2; ++round)
    for (int i = 0; i < kWords; ++i) words.look_up("word" + std::to_string(i));
  EXPECT_LT(asked, kWords + kWords / 4);
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
