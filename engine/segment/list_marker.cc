#include "segment/list_marker.h"

#include <algorithm>
#include <array>

#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

constexpr unsigned kLongestNumber = 3;
constexpr unsigned kLetters = 26;
constexpr std::array<std::string_view, 20> kRoman = {"i",    "ii",  "iii",  "iv",    "v",   "vi",   "vii",
                                                     "viii", "ix",  "x",    "xi",    "xii", "xiii", "xiv",
                                                     "xv",   "xvi", "xvii", "xviii", "xix", "xx"};
constexpr std::size_t kLongestRoman = 5;

// An item is not longer than this, which keeps the search for the next one linear.
constexpr std::size_t kLongestItem = 1000;

bool is_bullet(char32_t c) { return c == 0x2022 || c == 0x2043 || c == 0x25AA || c == 0x25CF || c == 0x2023; }

std::size_t bullet_end(std::string_view text, std::size_t at) {
  if (at >= text.size() || !is_bullet(utf8::peek(text, at))) return at;
  utf8::next(text, at);
  return skip_white_space(text, at);
}

// The value of a small Roman number, or 0.
unsigned roman_value(std::string_view letters) {
  const auto* const found = std::ranges::find(kRoman, letters);
  return found == kRoman.end() ? 0 : static_cast<unsigned>(found - kRoman.begin()) + 1;
}

std::size_t find_item(std::string_view text, const ListMarker& marker, std::string_view ordinal) {
  const std::string next = std::string(marker.bullet).append(ordinal).append(marker.ending);
  const std::string_view item = text.substr(0, std::min(text.size(), marker.end + kLongestItem));
  for (std::size_t at = marker.end; (at = item.find(next, at)) != std::string_view::npos; ++at) {
    const std::size_t behind = at + next.size();
    const bool apart = is_white_space_at(text, at - 1) && behind < text.size() && is_white_space_at(text, behind);
    if (apart)
      return text.substr(marker.end, at - marker.end).find("\n\n") == std::string_view::npos ? at : text.size();
  }
  return text.size();
}

}  // namespace

std::optional<ListMarker> list_marker_at(std::string_view text, std::size_t at) {
  ListMarker marker;
  std::size_t ordinal = bullet_end(text, at);
  if (ordinal < text.size() && text[ordinal] == '(') ++ordinal;
  marker.bullet = text.substr(at, ordinal - at);
  std::size_t end = ordinal;
  while (end < text.size() && end - ordinal <= kLongestNumber && is_digit(static_cast<unsigned char>(text[end])))
    marker.number = 10 * marker.number + static_cast<unsigned>(text[end++] - '0');
  if (end == ordinal) {
    while (end < text.size() && end - ordinal <= kLongestRoman && static_cast<unsigned>(text[end] - 'a') < kLetters)
      ++end;
    if (end == text.size() || (text[end] != '.' && text[end] != ')')) return std::nullopt;
    const std::string_view letters = text.substr(ordinal, end - ordinal);
    if (letters.size() == 1) marker.letter = static_cast<unsigned>(letters[0] - 'a') + 1;
    marker.roman = roman_value(letters);
    if (marker.letter + marker.roman == 0) return std::nullopt;
  } else if (end - ordinal > kLongestNumber) {
    return std::nullopt;
  }
  if (marker.bullet.ends_with('(') && (end >= text.size() || text[end] != ')')) return std::nullopt;
  for (const std::string_view ending : {".)", ".", ")"}) {
    if (!text.substr(end).starts_with(ending)) continue;
    marker.ending = text.substr(end, ending.size());
    marker.end = end + ending.size();
    if (marker.end < text.size() && is_white_space_at(text, marker.end)) return marker;
    break;
  }
  return std::nullopt;
}

std::size_t next_list_item(std::string_view text, const ListMarker& marker) {
  std::size_t next = text.size();
  if (marker.number > 0) next = find_item(text, marker, std::to_string(marker.number + 1));
  if (marker.letter > 0 && marker.letter < kLetters)
    next = find_item(text, marker, std::string(1, static_cast<char>('a' + marker.letter)));
  if (marker.roman > 0 && marker.roman < kRoman.size() && next == text.size())
    next = find_item(text, marker, kRoman[marker.roman]);
  return next;
}

}  // namespace nutgraf
