// Where a sentence might end: the positions that the Segmenter has to look at, found 16 bytes at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nutgraf {

// Candidates are
//   - stops: the characters whose Sentence_Break property (UAX #29) is STerm or ATerm, and the ellipsis U+2026,
//   - line breaks,
//   - other white space, but for spaces that plainly are inside a sentence: before an ASCII lower-case letter, behind a
//     comma, and between an ASCII letter or digit and any ASCII but a capital.
class CandidateScanner {
 public:
  explicit CandidateScanner(std::string_view text) : text_(text) {}

  // The first candidate at or after `at`, or text.size(). `at` must not go back from call to call.
  std::size_t find(std::size_t at);

 private:
  std::string_view text_;
  std::size_t block_ = 0;   // first byte of the block that `bits_` is of
  std::uint64_t bits_ = 0;  // what may be a candidate in it, not yet passed
  std::size_t next_ = 0;    // first byte behind the block
};

// Whether the character at `at` is one.
bool is_candidate(std::string_view text, std::size_t at);

// Whether `c` is a stop.
bool is_stop(char32_t c);

}  // namespace nutgraf
