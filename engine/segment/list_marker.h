// The numbers and bullets of lists that lost their lines: "1. Open the gate 2. Close it", "a) ... b) ...", "• 9. ...",
// "(i) ... (ii) ...".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace nutgraf {

struct ListMarker {
  std::size_t end = 0;      // behind the marker, in the text
  std::string_view bullet;  // "• ", "(" or empty
  std::string_view ending;  // ".", ")" or ".)"
  unsigned number = 0;      // 1 for "1"
  unsigned letter = 0;      // 1 for "a"
  unsigned roman = 0;       // 1 for "i", which is a letter too
};

// Whether a marker may begin at `at`: a cheap first question.
inline bool may_be_list_marker(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto first = static_cast<unsigned char>(text[at]);
  return first == '(' || (first >= '0' && first <= '9') || (first >= 'a' && first <= 'z') || first >= 0x80;
}

// The marker at `at`, if white space follows it.
std::optional<ListMarker> list_marker_at(std::string_view text, std::size_t at);

// Where the next item of the list begins, in the same paragraph; text.size() if it does not.
std::size_t next_list_item(std::string_view text, const ListMarker& marker);

}  // namespace nutgraf
