// Printing a page that the command makes itself: help, the manual, completions.
#pragma once

#include <string_view>

namespace nutgraf::cli {

// Writes `text` to standard output. Returns the exit code.
int print(std::string_view text);

}  // namespace nutgraf::cli
