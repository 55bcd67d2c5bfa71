#include "segment/list_marker.h"

#include <algorithm>
#include <array>

#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

constexpr unsigned kLongestNumber = 3;
constexpr unsigned kLetters = 26;

// An item is not longer than this, which keeps the search for the next one linear.
constexpr std::size_t kLongestItem = 1000;

bool is_bullet(char32_t c) { return c == 0x2022 || c == 0x2043 || c == 0x25AA || c == 0x25CF || c == 0x2023; }

std::size_t bullet_end(std::string_view text, std::size_t at) {
  if (at >= text.size() || !is_bullet(utf8::peek(text, at))) return at;
  utf8::next(text, at);
  return skip_white_space(text, at);
}

}  // namespace

std::optional<ListMarker> list_marker_at(std::string_view text, std::size_t at) {
  ListMarker marker;
  const std::size_t ordinal = bullet_end(text, at);
  marker.bullet = text.substr(at, ordinal - at);
  std::size_t end = ordinal;
  while (end < text.size() && end - ordinal <= kLongestNumber && is_digit(static_cast<unsigned char>(text[end])))
    marker.ordinal = 10 * marker.ordinal + static_cast<unsigned>(text[end++] - '0');
  if (end == ordinal && end < text.size()) {
    marker.letter = true;
    marker.ordinal = static_cast<unsigned>(text[end++] - 'a') + 1;
    if (marker.ordinal > kLetters) return std::nullopt;
  }
  if (end - ordinal > kLongestNumber) return std::nullopt;
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
  if (marker.letter && marker.ordinal == kLetters) return text.size();
  std::string next(marker.bullet);
  next += marker.letter ? std::string(1, static_cast<char>('a' + marker.ordinal)) : std::to_string(marker.ordinal + 1);
  next += marker.ending;
  const std::string_view item = text.substr(0, std::min(text.size(), marker.end + kLongestItem));
  for (std::size_t at = marker.end; (at = item.find(next, at)) != std::string_view::npos; ++at) {
    const std::size_t behind = at + next.size();
    const bool apart = is_white_space_at(text, at - 1) && behind < text.size() && is_white_space_at(text, behind);
    if (apart)
      return text.substr(marker.end, at - marker.end).find("\n\n") == std::string_view::npos ? at : text.size();
  }
  return text.size();
}

}  // namespace nutgraf
