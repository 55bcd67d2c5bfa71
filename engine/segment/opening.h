// What opens the next sentence or a part of this one, so that no sentence ends behind it, or one does before it.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/language.h"

namespace nutgraf {

// Whether [begin, end) ends with a bullet, bracket, operator or quotation mark that stands alone and opens
// what follows ("in '' Veld Times ''", "* Bread"), or is a remark on it ("[Translated] The tide").
bool ends_with_opening(std::string_view text, std::size_t begin, std::size_t end);

// Whether [begin, end) ends with the marker of an item inside a sentence ("a) to stay, b) to go").
bool ends_with_item_marker(std::string_view text, std::size_t begin, std::size_t end);

// Whether [begin, end) ends with words in brackets that stand behind others ("at 2 p.m. (5 p.m. ET)").
bool ends_with_remark(std::string_view text, std::size_t begin, std::size_t end);

// "Photo: Ona Weir": the label of a credit or caption begins at `begin`, not behind a comma at `end`.
bool opens_credit(std::string_view text, std::size_t end, std::size_t begin, const Language& language);

}  // namespace nutgraf
