// Tells the language of a text: by its script where that decides, else by the stop words it uses.
//
//   LanguageId().identify("Le port de Veld a rouvert lundi.")   // "fr"
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/tokenizer.h"
#include "text/word_bits.h"

namespace nutgraf {

// Not thread-safe: one per thread.
class LanguageId {
 public:
  // The code of the likeliest of the languages in language_files(), or empty if nothing speaks for any. Looks at the
  // first KiB.
  std::string_view identify(std::string_view text);

 private:
  // Counts what the words of the first bytes speak for. Whether it is settled, and the rest was not looked at.
  bool count_votes(std::string_view text, std::size_t bytes);

  // Whether a word's script speaks for a language, and is counted.
  bool votes_by_script(std::string_view word);

  // What most of the votes are for.
  [[nodiscard]] std::string_view elected() const;

  Tokenizer tokenizer_;
  std::vector<TokenSpan> tokens_;
  std::vector<std::size_t> word_votes_;    // for each of language_files()
  std::vector<std::size_t> script_votes_;  // for each script that tells
  std::vector<std::uint64_t> hashes_;      // of a few words
  std::string folded_;
};

}  // namespace nutgraf
