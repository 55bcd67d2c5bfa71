// Telling what a file is from its first bytes.
//
//   std::optional<Format> format = detect_format(window, whole);  // empty: more bytes are needed
//
// After white space and a byte order mark:
//   a first line that is a whole object    JSON Lines, whatever follows; JSON if the object holds an array of articles
//                                          or no line break ends it
//   a second line that is a whole article  JSON Lines with a bad first line, unless that one leaves a value open
//   `{` then `"` or `}`                    JSON
//   `[` then `{`, `"` or `]`               JSON
//   a doctype, <html>, <head> ...          HTML; so is text with several block tags near its start
//   anything else                          plain text: "[Updated] The port of Veld" and "{sic}" too
#pragma once

#include <optional>
#include <string_view>

#include "nutgraf/read.h"

namespace nutgraf {

// `window` is the front of a file in an encoding that has ASCII; `whole` says that nothing follows. A line
// that begins like an object has to be seen to its end; all else shows in the first kDetectFormatBytes. A verdict never
// changes with more bytes.
std::optional<Format> detect_format(std::string_view window, bool whole);
inline constexpr std::size_t kDetectFormatBytes = 4096;

// What a file of a kind that nutgraf does not read looks like ("a PDF document"); empty if it may be text.
std::string_view unsupported_kind(std::string_view head);

}  // namespace nutgraf
