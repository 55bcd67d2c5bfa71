// Words as decisions about sentence boundaries see them: letters, digits and marks, looked at no further than matters.
#pragma once

#include <unicode/uchar.h>

#include <bit>
#include <cstddef>
#include <string_view>

#include "segment/path.h"
#include "text/byte_masks.h"
#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {

// The longest word worth looking up in a list, in bytes; also bounds how far a decision looks.
inline constexpr std::size_t kLongestWord = 64;

inline bool is_word_character(char32_t c) {
  if (c < 0x80) return is_letter(c) || is_digit(c);
  return is_letter(c) || is_digit(c) || (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

// Where the word that begins at `begin` ends, or, the quick way, a place in it.
#ifdef __SSE2__
inline std::size_t near_word_end(std::string_view text, std::size_t begin) {
  if (begin + sizeof(Bytes) > text.size()) return begin;
  return begin + static_cast<std::size_t>(std::countr_one(bits(is_letter_or_digit(load(text.data() + begin)))));
}
#else
inline std::size_t near_word_end(std::string_view, std::size_t begin) { return begin; }
#endif

// The word that begins at `begin`, which may be empty.
template <Path kPath = Path::kFast>
std::string_view word_at(std::string_view text, std::size_t begin) {
  std::size_t end = kPath == Path::kFast ? near_word_end(text, begin) : begin;
  while (end < text.size() && end - begin < kLongestWord) {
    std::size_t next = end;
    if (!is_word_character(utf8::next(text, next))) break;
    end = next;
  }
  return text.substr(begin, end - begin);
}

inline bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

// Where the word that ends at `end` begins, or, the quick way, a place in it.
#ifdef __SSE2__
inline std::size_t near_word_begin(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kNear = sizeof(Bytes);
  if (end < begin + kNear) return end;
  const Bytes bytes = load(text.data() + end - kNear);
  const Bytes inside = equal(bytes, '.') | equal(bytes, '/') | equal(bytes, '\'');
  const std::uint64_t word = bits(is_letter_or_digit(bytes) | inside);
  return end - static_cast<std::size_t>(std::countl_one(word << (64 - kNear)));
}
#else
inline std::size_t near_word_begin(std::string_view, std::size_t, std::size_t end) { return end; }
#endif

// The word that ends at `end` if it is one of ASCII letters that a space comes before, and not long; else nothing.
#ifdef __SSE2__
inline std::string_view plain_word_before(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kNear = sizeof(Bytes);
  if (end < begin + kNear) return {};
  const std::uint64_t word = bits(is_letter(load(text.data() + end - kNear)));
  const auto size = static_cast<std::size_t>(std::countl_one(word << (64 - kNear)));
  return size < kNear && text[end - size - 1] == ' ' ? text.substr(end - size, size) : std::string_view();
}
#else
inline std::string_view plain_word_before(std::string_view, std::size_t, std::size_t) { return {}; }
#endif

// The word that ends at `end`: letters and digits, with the stops, apostrophes and hyphens inside it.
template <Path kPath = Path::kFast>
std::string_view word_before(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t from = kPath == Path::kFast ? near_word_begin(text, begin, end) : end;
  while (from > begin && text[from - 1] != ' ' && end - from < kLongestWord) {
    std::size_t previous = from;
    const char32_t c = utf8::previous(text, previous);
    if (!is_word_character(c) && c != '.' && c != '/' && c != 0xB0 && !is_apostrophe(c)) break;
    from = previous;
  }
  while (from < end && (text[from] == '.' || text[from] == '\'' || text[from] == '/')) ++from;
  return text.substr(from, end - from);
}

}  // namespace nutgraf
