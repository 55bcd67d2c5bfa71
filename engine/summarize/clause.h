// Where a sentence can end early: the borders of its clauses and phrases.
//
//   The harbour reopened| on Tuesday|| after a storm had shut it|| , the harbour master said.
//
// Told without a parser, from the words of the language's data: a conjunction or a relative pronoun, or a comma,
// semicolon or dash, opens a clause (||); a preposition opens a phrase (|). What stands in front has to be able to
// stand alone: it ends in no word that points ahead ("the", "of"), cuts no quotation, bracket or list, and where the
// language's verbs are known it has one, with a subject of its own in front.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/document.h"
#include "text/language.h"
#include "text/word_normalizer.h"

namespace nutgraf {

enum class BorderKind : std::uint8_t { kWeak, kPhrase, kClause, kWhole };

struct Border {
  std::size_t end = 0;          // byte offset into the article's text: behind the last word, without comma or space
  std::uint32_t words = 0;      // up to there, from the sentence's beginning, as tokens
  std::uint32_t last_verb = 0;  // the last of them that is a verb; 0 if none is
  bool dated = false;           // that word is a date's: "resigned on Tuesday|"
  BorderKind kind = BorderKind::kWeak;
};

// Not thread-safe: one per thread.
class ClauseReader {
 public:
  // The borders in a sentence's content, in order; the last is its end without the stop. Valid until the next call.
  std::span<const Border> read(const Document& document, const Sentence& sentence);

  // Of the sentence that was read last:
  [[nodiscard]] bool opens_with_circumstance() const;      // "On Tuesday", "After the storm"
  [[nodiscard]] bool is_date(std::size_t position) const;  // whether a date's word begins there
  [[nodiscard]] std::size_t words_before(std::size_t position) const;
  // At or before `end`, behind a word that does not point ahead.
  [[nodiscard]] std::size_t end_of_sense(std::size_t end) const;

 private:
  struct ClauseWord {
    std::size_t begin = 0;  // byte offsets into the article's text
    std::size_t end = 0;
    std::uint64_t kinds = 0;
  };

  void read_words(const Document& document, const Sentence& sentence);
  [[nodiscard]] bool has_ending(std::string_view text, std::size_t word, std::span<const std::string> endings) const;
  [[nodiscard]] bool opens_phrase(std::string_view text, std::size_t word) const;
  [[nodiscard]] bool is_verb(std::string_view text, std::size_t word) const;
  [[nodiscard]] bool opens_list(std::string_view text, std::size_t word) const;

  WordNormalizer normalizer_;
  std::shared_ptr<const Language> language_;
  std::vector<ClauseWord> words_;
  std::vector<Border> borders_;
};

}  // namespace nutgraf
