// Properties of single code points: ICU's, but for ASCII and the blocks of Russian, Han and Kana, which are told by
// their ranges; a test compares those with ICU.
#pragma once

#include <unicode/uchar.h>

#include <string_view>

#include "text/utf8.h"

namespace nutgraf {

inline bool is_white_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  if (c < 0x2000) return c == 0x85 || c == 0xA0 || c == 0x1680;
  return c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// is_white_space of the character at `at`, without decoding it where its first byte tells.
inline bool is_white_space_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return is_white_space(byte);
  return (byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3)) && is_white_space(utf8::next(text, at));
}

// LF, VT, FF, CR, NEL, LS, PS.
inline bool is_line_break(char32_t c) { return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

// Cyrillic letters, the capitals below kCyrillicLower.
constexpr bool is_cyrillic(char32_t c) { return c >= 0x400 && c < 0x460; }
inline constexpr char32_t kCyrillicLower = 0x430;

// Radicals, Kana, Han, Yi: no case and none of the digits.
constexpr bool is_wide_block(char32_t c) { return c >= 0x2E80 && c < 0xA620; }

inline bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  if (is_cyrillic(c)) return c >= kCyrillicLower;
  return !is_wide_block(c) && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_LOWERCASE) != 0;
}

inline bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (is_cyrillic(c)) return c < kCyrillicLower;
  const auto code_point = static_cast<UChar32>(c);
  return !is_wide_block(c) && (u_isUUppercase(code_point) != 0 || u_istitle(code_point) != 0);
}

inline bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  return is_cyrillic(c) || (c >= 0x4E00 && c <= 0x9FFF) || u_isUAlphabetic(static_cast<UChar32>(c)) != 0;
}

inline bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return !is_cyrillic(c) && !is_wide_block(c) && u_isdigit(static_cast<UChar32>(c)) != 0;
}

// Runs between white space.
inline std::size_t count_runs(std::string_view text) {
  std::size_t runs = 0;
  bool space = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool was_space = space;
    space = is_white_space_at(text, at);
    runs += was_space && !space ? 1 : 0;
  }
  return runs;
}

// The first position at or after `at` that is not white space, and the position behind the last one before `end`.
inline std::size_t skip_white_space(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at;
    if (!is_white_space(utf8::next(text, next))) break;
    at = next;
  }
  return at;
}

inline std::size_t trim_white_space(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin) {
    std::size_t previous = end;
    if (!is_white_space(utf8::previous(text, previous))) break;
    end = previous;
  }
  return end;
}

}  // namespace nutgraf
