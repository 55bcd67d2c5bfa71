#include "segment/candidates.h"

#include <unicode/uchar.h>

#include <array>
#include <bit>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

// Bytes that are a stop or a line break, or that begin the UTF-8 form of one. From Unicode 15; a test compares the
// table with ICU's properties over all code points.
constexpr std::array<bool, 256> kMayBegin = [] {
  std::array<bool, 256> table{};
  for (const char c : {'.', '!', '?', '\n', '\v', '\f', '\r'}) table[static_cast<unsigned char>(c)] = true;
  for (const int lead : {0xC2, 0xD6, 0xD8, 0xDB, 0xDC, 0xDF}) table[lead] = true;
  for (const int lead : {0xE0, 0xE1, 0xE2, 0xE3, 0xEA, 0xEF, 0xF0}) table[lead] = true;
  return table;
}();

#ifdef __SSE2__
// One bit a byte of the 16 at `bytes`: set for every byte of kMayBegin, and for some others above 0xDF.
unsigned candidates_of_16(const char* bytes) {
  const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  const auto is = [&](int c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(static_cast<char>(c))); };
  const __m128i at_least_e0 = _mm_cmpeq_epi8(_mm_max_epu8(block, _mm_set1_epi8(static_cast<char>(0xE0))), block);
  // \n \v \f \r: subtracting \n leaves 0..3.
  const __m128i from_newline = _mm_sub_epi8(block, _mm_set1_epi8('\n'));
  const __m128i line_break = _mm_cmpeq_epi8(_mm_min_epu8(from_newline, _mm_set1_epi8(3)), from_newline);
  const __m128i ascii = _mm_or_si128(_mm_or_si128(is('.'), is('!')), _mm_or_si128(is('?'), line_break));
  const __m128i two_bytes = _mm_or_si128(_mm_or_si128(_mm_or_si128(is(0xC2), is(0xD6)), _mm_or_si128(is(0xD8), is(0xDB))),
                                         _mm_or_si128(is(0xDC), is(0xDF)));
  return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(ascii, two_bytes), at_least_e0)));
}
#endif

bool is_candidate(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (!kMayBegin[byte]) return false;
  if (byte < 0x80) return true;
  const char32_t c = utf8::next(text, at);
  return is_stop(c) || is_line_break(c);
}

}  // namespace

bool is_stop(char32_t c) {
  if (c < 0x80) return c == '.' || c == '!' || c == '?';
  if (c == 0x2026) return true;
  const int property = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK);
  return property == U_SB_STERM || property == U_SB_ATERM;
}

std::size_t find_candidate(std::string_view text, std::size_t at) {
#ifdef __SSE2__
  for (; at + 16 <= text.size(); at += 16) {
    for (unsigned bits = candidates_of_16(text.data() + at); bits != 0; bits &= bits - 1) {
      const std::size_t position = at + static_cast<std::size_t>(std::countr_zero(bits));
      if (is_candidate(text, position)) return position;
    }
  }
#endif
  while (at < text.size() && !is_candidate(text, at)) ++at;
  return at;
}

}  // namespace nutgraf
