// Who is called by a surname alone, and where the article says who that is.
//
//   "Harbour master Ilse Marrow reopened the port. ... Marrow said that crews were relieved."
//
// A name is told by its form: two capitalised words in a row, of which the first never comes without the second, are
// somebody's full name; the second alone, without an article, is that person again. Only in languages of which the
// articles are known (so not where all nouns are capitalised). A name that the article never gives in full needs no
// introduction.
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

  // If the i-th of the sentences calls somebody by a surname alone of whom no sentence that is taken before it has the
  // full name: the first that has it.
  [[nodiscard]] std::optional<std::size_t> missing_for(const Document& document, std::size_t i);

  // The summary has the i-th now.
  void take(std::size_t i);

 private:
  struct Name {
    std::uint32_t surname = 0;      // a term, as is
    std::uint32_t given = kNoTerm;  // the word in front
    std::uint32_t token = 0;        // if it is alone
    bool full = false;              // which is a given name
  };
  [[nodiscard]] std::span<Name> names(std::size_t i);
  void read_names(const Document& document, const Sentence& sentence);
  [[nodiscard]] bool is_article(std::string_view text, const Token& word) const;

  std::shared_ptr<const Language> language_;
  std::string code_;                        // of the language
  std::vector<Name> names_;                 // of the sentences, one after the other
  std::vector<std::size_t> end_;            // of each sentence's names
  std::vector<std::uint32_t> capitals_;     // of each term: how often it comes with a capital
  std::vector<std::uint32_t> given_;        // and in front of another capital
  std::vector<std::uint8_t> common_;        // it comes in lower case
  std::vector<std::size_t> written_large_;  // scratch: the words of a sentence that begin with a capital
  std::vector<std::uint32_t> first_;        // the first of the sentences that has the full name
  std::vector<std::uint32_t> taken_;        // and the first taken one
};

}  // namespace nutgraf
