// Telling what a file is from its first bytes.
//
//   std::optional<Format> format = detect_format(window, whole);  // empty: more bytes are needed
//
// After white space and a byte order mark:
//   `{` then `"` or `}`             JSON; JSON Lines if a further line begins with `{` and the first is no open bracket
//   `[` then `{`, `"` or `]`        JSON
//   a doctype, <html>, <head> ...   HTML; so is text with several block tags near its start
//   anything else                   plain text: "[Updated] The port of Veld" and "{sic}" too
#pragma once

#include <optional>
#include <string_view>

#include "nutgraf/read.h"

namespace nutgraf {

// `window` is the front of a file in an encoding that has ASCII; `whole` says that nothing follows. One long line of
// JSON has to be seen to its end; all else shows in the first kDetectFormatBytes.
std::optional<Format> detect_format(std::string_view window, bool whole);
inline constexpr std::size_t kDetectFormatBytes = 4096;

// What a file of a kind that nutgraf does not read looks like ("a PDF document"); empty if it may be text.
std::string_view unsupported_kind(std::string_view head);

}  // namespace nutgraf
