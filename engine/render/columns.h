// Text on a terminal: one line, so many columns wide.
//
//   std::string out;
//   append_folded("Ships\n  waited.", out);  // "Ships waited."
//   display_width("港 b");                    // 4: an East Asian wide character takes two columns
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nutgraf {

// Appends `text` with each run of white space and control characters folded to one space, none at the ends. No-break
// spaces stay; a terminal escape in an article loses its force.
void append_folded(std::string_view text, std::string& out);

// How many columns `text` takes. Combining marks take none.
std::size_t display_width(std::string_view text);

// The longest start of `text` that takes at most `columns`, with "…" as its last column if anything was left out.
std::string clip(std::string_view text, std::size_t columns);

}  // namespace nutgraf
