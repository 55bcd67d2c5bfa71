// Who is called by a surname alone and what by "the", and whether a summary says who or what that is.
//
//   "Harbour master Ilse Marrow reopened the port. A barge had sunk there. ... Marrow said that crews were relieved.
//   ... The barge lies in nine metres."
//
// A name is told by its form: two capitalised words in a row, of which the first never comes without the second, are
// somebody's full name; the second alone, without an article, is that person again. Only in languages of which the
// articles are known (so not where all nouns are capitalised). A name that the article never gives in full is known,
// too, if it opens a sentence and few articles have it; and so is a thing with a definite article and nothing behind it
// that tells which. They need no introduction where no sentence before has a word of them, or where the title has.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/document.h"
#include "text/language.h"

namespace nutgraf {

// Not thread-safe: one per thread.
class Introductions {
 public:
  // Reads some sentences of a document (ascending), of which the summary has none yet.
  void read(const Document& document, std::span<const std::uint32_t> sentences);

  // The first of the sentences that introduces whom the i-th speaks of as known, if none does that is taken before it.
  [[nodiscard]] std::optional<std::size_t> missing_for(const Document& document, std::size_t i);

  // Whether the i-th speaks so of a thing that only sentences tell of that are not taken.
  [[nodiscard]] bool speaks_of_a_thing_untold(const Document& document, std::size_t i) const;

  // The summary has the i-th now.
  void take(std::size_t i);

 private:
  struct Name {
    std::uint32_t surname = 0;      // a term, as is
    std::uint32_t given = kNoTerm;  // the word in front
    std::uint32_t token = 0;        // if it is alone
  };
  // What was found out of a term when it was asked for, as texts come back to the same names.
  enum class Answer : std::uint8_t { kUnknown, kNo, kYes };
  struct Asked {
    Answer name = Answer::kUnknown;
    Answer given_name = Answer::kUnknown;
    std::uint32_t no_full_name_before = 0;  // this sentence; of a surname
  };
  [[nodiscard]] std::span<const Name> names(const Document& document, std::size_t i);
  void read_names(const Document& document, const Sentence& sentence);
  [[nodiscard]] bool gives_in_full(const Document& document, std::size_t i, std::uint32_t surname);
  [[nodiscard]] std::size_t first_in_full(const Document& document, std::uint32_t surname, std::size_t i);
  [[nodiscard]] bool is_name(const Document& document, std::uint32_t term);
  [[nodiscard]] bool is_given_name(const Document& document, std::uint32_t term);
  [[nodiscard]] bool has(const Document& document, std::size_t i, std::uint32_t term) const;
  template <class Test>
  [[nodiscard]] bool all_of(const Document& document, std::uint32_t term, const Test& test) const;
  template <class Test>
  [[nodiscard]] bool all_of(const Document& document, std::uint32_t term, Answer& answer, const Test& test) const;
  [[nodiscard]] std::optional<std::size_t> missing_name(const Document& document, std::size_t i);
  [[nodiscard]] std::optional<std::size_t> missing_mention(const Document& document, std::span<const Token> of,
                                                           std::size_t i) const;
  [[nodiscard]] std::span<const Token> name_at_start(const Document& document, std::size_t i);
  [[nodiscard]] std::span<const Token> thing_behind(const Document& document, std::span<const Token> article) const;
  [[nodiscard]] std::uint64_t kinds_of(std::string_view text, const Token& word) const;

  std::shared_ptr<const Language> language_;
  std::string code_;                        // of the language
  std::vector<std::uint32_t> sentences_;    // that were read
  std::vector<std::size_t> summary_;        // of them, those that are taken
  std::vector<Name> names_;                 // of the first sentences, as far as they were asked for
  std::vector<std::size_t> end_;            // of each of these sentences' names
  std::vector<Asked> asked_;                // of each term
  std::vector<std::size_t> written_large_;  // scratch: the words of a sentence that begin with a capital
};

}  // namespace nutgraf
