// JSON strings: any bytes -> a quoted, escaped JSON string in valid UTF-8.
//
//   std::string out;
//   append_json_string("a \"b\"\n", out);  // "a \"b\"\n", the quotes and the backslashes written out
//
// Control characters are escaped, bytes that are not UTF-8 become U+FFFD, all else is copied as it is.
#pragma once

#include <string>
#include <string_view>

namespace nutgraf {

void append_json_string(std::string_view text, std::string& out);

}  // namespace nutgraf
