// Where a sentence might end: the positions that the Segmenter has to look at, found 16 bytes at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/language.h"

namespace nutgraf {

// Candidates are
//   - stops: the characters whose Sentence_Break property (UAX #29) is STerm or ATerm, and the ellipsis U+2026,
//   - line breaks,
//   - other white space, but for spaces that plainly are inside a sentence: before a lower-case letter of ASCII (or
//     one of "{|}~", which are above them) or of Russian, behind a comma, and between an ASCII letter or digit and any
//     ASCII below the letters; and within what looks like a name
//     ("port of Veld"), before a capitalised word that opens no sentence.
class CandidateScanner {
 public:
  // Both arguments must outlive the object.
  CandidateScanner(std::string_view text, const Language& language) : text_(text), language_(language) {}

  // The first candidate at or after `at`, or text.size(). `at` must not go back from call to call.
  std::size_t find(std::size_t at);

 private:
  void read_block(std::size_t at);

  std::string_view text_;
  const Language& language_;
  std::size_t block_ = 0;   // first byte of the block that `bits_` is of
  std::uint64_t bits_ = 0;  // what may be a candidate in it, not yet passed
  std::size_t next_ = 0;    // first byte behind the block
};

// For the plain path: every stop and every white space, found character by character.
class PlainScanner {
 public:
  PlainScanner(std::string_view text, const Language&) : text_(text) {}

  // As above.
  [[nodiscard]] std::size_t find(std::size_t at) const;

 private:
  std::string_view text_;
};

// Whether the character at `at` is a candidate.
bool is_candidate(std::string_view text, std::size_t at, const Language& language);

// Whether `c` is a stop.
bool is_stop_beyond_ascii(char32_t c);
inline bool is_stop(char32_t c) { return c < 0x80 ? c == '.' || c == '!' || c == '?' : is_stop_beyond_ascii(c); }

}  // namespace nutgraf
