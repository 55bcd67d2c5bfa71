// Text inside HTML.
#pragma once

#include <string>
#include <string_view>

namespace nutgraf {

// Appends `text` so that a browser shows it as it is, between tags and inside attributes.
void append_escaped(std::string_view text, std::string& out);

}  // namespace nutgraf
