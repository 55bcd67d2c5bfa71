// Where a sentence might end: the positions that the Segmenter has to look at, found 16 bytes at a time.
#pragma once

#include <cstddef>
#include <string_view>

namespace nutgraf {

// The first candidate at or after `at`, or text.size(). Candidates are
//   - stops: the characters whose Sentence_Break property (UAX #29) is STerm or ATerm, and the ellipsis U+2026,
//   - line breaks,
//   - other white space, but for spaces that plainly are inside a sentence: before an ASCII lower-case letter, behind a
//     comma, and between an ASCII letter or digit and any ASCII but a capital.
std::size_t find_candidate(std::string_view text, std::size_t at);

// Whether the character at `at` is one.
bool is_candidate(std::string_view text, std::size_t at);

// Whether `c` is a stop.
bool is_stop(char32_t c);

}  // namespace nutgraf
