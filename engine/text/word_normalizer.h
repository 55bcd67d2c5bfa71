// What a token means to the analysis: its folded form, its stem, and what its language and a model know of it.
//
//   WordNormalizer words;
//   words.use(Language::find("en"));
//   words.look_up("Elections").stem == words.look_up("election").stem
#pragma once

#include <libstemmer.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"
#include "text/tokenizer.h"

namespace nutgraf {

inline constexpr std::uint32_t kNoRow = UINT32_MAX;

struct Word {
  std::uint64_t folded = 0;  // word_hash of the word, case-folded (NFKC_Casefold, Unicode 15)
  std::uint64_t stem = 0;    // word_hash of its stem (Snowball), without a possessive 's
  std::uint64_t kinds = 0;   // WordKind bits of the folded word

  // What a model knows, where there is one:
  std::uint32_t row = kNoRow;  // of the word's vector
  float idf = 0;               // inverse document frequency of the stem; 0: no document has it
};

// What a model knows of words.
class WordKnowledge {
 public:
  WordKnowledge() = default;
  WordKnowledge(const WordKnowledge&) = delete;
  WordKnowledge& operator=(const WordKnowledge&) = delete;
  virtual ~WordKnowledge() = default;

  // Whether words of a language are known; of the others nothing is asked.
  [[nodiscard]] virtual bool covers(std::string_view language) const = 0;

  // Whether of a word the same is known in capitals.
  [[nodiscard]] virtual bool folds() const = 0;

  // Sends for what add_to() reads of a word.
  virtual void prefetch(const Word& word, std::string_view written) const = 0;

  // Adds what is known to a word of which the rest is; given as it is written too.
  virtual void add_to(Word& word, std::string_view written) const = 0;
};

// The case-folded form of `word` into `folded`; typographic apostrophes become "'".
void fold_case(std::string_view word, std::string& folded);

// Keeps the words it met in a table of bounded size, so that most look-ups cost one hash. Not thread-safe: one per
// thread.
class WordNormalizer {
 public:
  explicit WordNormalizer(std::unique_ptr<const WordKnowledge> knowledge = nullptr);

  // Words that are looked up from now on are words of this language.
  void use(std::shared_ptr<const Language> language);

  // Of a token's text.
  Word look_up(std::string_view word);

  // The same of the tokens of a text into as many `words`. What is read of them is on its way from memory together.
  void look_up(std::string_view text, std::span<const TokenSpan> tokens, std::span<Word> words);

 private:
  // Words that are on their way from memory together, while as many in front of them are looked at.
  static constexpr std::size_t kTogether = 32;

  struct Entry {
    std::uint64_t key = 0;  // 0: it is free
    Word word;
  };
  // A new word takes the place of the one of its pair that was used longer ago.
  struct Pair {
    Entry recent;
    Entry old;
  };
  struct FreeStemmer {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
  };

  // The key of a token, mostly the same in capitals if that makes no difference; its pair is on its way from memory
  // then.
  [[nodiscard]] std::uint64_t key_of(std::string_view text, const TokenSpan& token) const;
  // The word of a key; null if it is new, or was forgotten.
  Word* find(std::uint64_t key);
  // Keeps a new word.
  void remember(const Entry& entry);
  void keep(const Entry& entry);
  void grow();
  // All of a word but what is known; that is on its way then.
  [[nodiscard]] Word normalize(std::string_view word);
  [[nodiscard]] std::string_view stem_of(std::string_view folded) const;

  std::unique_ptr<const WordKnowledge> knowledge_;
  const WordKnowledge* known_ = nullptr;  // that, if it covers the language
  bool folds_ = true;
  std::shared_ptr<const Language> language_;
  std::uint64_t seed_ = 0;  // keeps the entries of different languages apart
  std::unique_ptr<sb_stemmer, FreeStemmer> stemmer_;
  std::unique_ptr<sb_stemmer, FreeStemmer> ascii_stemmer_;  // the same of bytes, half as long at it
  std::vector<Pair> pairs_;                                 // a power of two
  std::size_t mask_;                                        // that less one, which no size() gives without a division
  std::size_t met_ = 0;                                     // new words, since the table has its size
  std::vector<std::uint64_t> keys_;                         // of the words that are looked up, and of some before
  std::vector<std::size_t> unread_;                         // new words, to which what is known is yet to be added
  std::string folded_;
};

}  // namespace nutgraf
