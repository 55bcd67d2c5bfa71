// Words as decisions about sentence boundaries see them: letters, digits and marks, looked at no further than matters.
#pragma once

#include <unicode/uchar.h>

#include <cstddef>
#include <string_view>

#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {

// The longest word worth looking up in a list, in bytes; also bounds how far a decision looks.
inline constexpr std::size_t kLongestWord = 64;

inline bool is_word_character(char32_t c) {
  if (c < 0x80) return is_letter(c) || is_digit(c);
  return is_letter(c) || is_digit(c) || (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

// The word that begins at `begin`, which may be empty.
inline std::string_view word_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && end - begin < kLongestWord) {
    std::size_t next = end;
    if (!is_word_character(utf8::next(text, next))) break;
    end = next;
  }
  return text.substr(begin, end - begin);
}

}  // namespace nutgraf
