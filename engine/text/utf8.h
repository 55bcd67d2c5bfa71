// Stepping through UTF-8 by code point. ICU's macros, given names and types.
//
// Ill-formed sequences never read past the text: they come back as U+FFFD, one at a time.
#pragma once

#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nutgraf::utf8 {

// The code point at `at`, which is moved behind it. `at` must be below text.size().
inline char32_t next(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) {
    ++at;
    return first;
  }
  UChar32 c = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  U8_NEXT_OR_FFFD(bytes, at, text.size(), c);
  return static_cast<char32_t>(c);
}

// The code point before `at`, which is moved to its first byte. `at` must be above 0.
inline char32_t previous(std::string_view text, std::size_t& at) {
  if (const auto last = static_cast<unsigned char>(text[at - 1]); last < 0x80) {
    --at;
    return last;
  }
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < U8_MAX_LENGTH && U8_IS_TRAIL(static_cast<std::uint8_t>(text[begin]))) --begin;
  std::size_t end = begin;
  const char32_t c = next(text.substr(0, at), end);
  if (end == at) {
    at = begin;
    return c;
  }
  --at;
  return 0xFFFD;
}

// The code point at or before `at`, without moving; 0 at the end (start) of the text.
inline char32_t peek(std::string_view text, std::size_t at) { return at < text.size() ? next(text, at) : 0; }
inline char32_t peek_back(std::string_view text, std::size_t at) { return at > 0 ? previous(text, at) : 0; }

// Moves `at` back to the start of the code point it is inside of.
inline std::size_t floor(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

// Whether one of the characters is in a text.
inline bool has_any(std::string_view text, std::u32string_view characters) {
  for (std::size_t at = 0; at < text.size();)
    if (characters.contains(next(text, at))) return true;
  return false;
}

// Code points in `text`.
inline std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

}  // namespace nutgraf::utf8
