// Where a sentence might end: the positions that the Segmenter has to look at, found 16 bytes at a time.
#pragma once

#include <cstddef>
#include <string_view>

namespace nutgraf {

// The first position at or after `at` where a sentence stop or a line break begins, or text.size(). Stops are the
// characters whose Sentence_Break property (UAX #29) is STerm or ATerm, and the ellipsis U+2026.
std::size_t find_candidate(std::string_view text, std::size_t at);

// Whether `c` is a stop.
bool is_stop(char32_t c);

}  // namespace nutgraf
