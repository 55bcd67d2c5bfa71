// What a made-up language in a real script is made of, and how its sentences are written.
#pragma once

#include <cstddef>
#include <string_view>

namespace nutgraf {

struct Letters {
  std::string_view language;               // BCP 47
  std::string_view function_words;         // the commonest first, parted by spaces, as are all the lists
  std::string_view onsets, vowels, codas;  // of a syllable; "-" is none
  std::string_view endings;                // of a word
  std::size_t most_syllables;
  std::string_view titles, abbreviations;
  std::string_view space, comma, stop, question;
  std::string_view quote, end_quote;  // `"` and `," said `
};

extern const Letters kLatinLetters;
extern const Letters kCyrillicLetters;
extern const Letters kHanLetters;

}  // namespace nutgraf
