#include "segment/candidates.h"

#include <unicode/uchar.h>

#include <algorithm>
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

// Bytes that are a candidate, or that begin the UTF-8 form of one. From Unicode 15; a test compares the table with ICU's
// properties over all code points.
constexpr std::array<bool, 256> kMayBegin = [] {
  std::array<bool, 256> table{};
  for (const char c : {'.', '!', '?', '\t', '\n', '\v', '\f', '\r', ' '}) table[static_cast<unsigned char>(c)] = true;
  for (const int lead : {0xC2, 0xD6, 0xD8, 0xDB, 0xDC, 0xDF}) table[lead] = true;
  for (const int lead : {0xE0, 0xE1, 0xE2, 0xE3, 0xEA, 0xEF, 0xF0}) table[lead] = true;
  return table;
}();

bool is_ascii_lower(char c) { return static_cast<unsigned char>(c - 'a') < 26; }
bool is_ascii_upper(char c) { return static_cast<unsigned char>(c - 'A') < 26; }

bool is_ascii_word(char c) {
  return is_ascii_lower(static_cast<char>(c | 0x20)) || static_cast<unsigned char>(c - '0') < 10;
}

// A space that ends no sentence.
bool is_inside_sentence(std::string_view text, std::size_t at) {
  if (at == 0 || at + 1 >= text.size()) return false;
  const char before = text[at - 1];
  const char behind = text[at + 1];
  const bool ascii_behind = static_cast<unsigned char>(behind) < 0x80;
  return is_ascii_lower(behind) || before == ',' || (is_ascii_word(before) && ascii_behind && !is_ascii_upper(behind));
}

// Bytes that are looked at in one go.
constexpr std::size_t kBlock = 64;

#ifdef __SSE2__
// Bytes of `block` in [first, last], as masks.
__m128i in_range(__m128i block, char first, char last) {
  const __m128i offset = _mm_sub_epi8(block, _mm_set1_epi8(first));
  return _mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8(static_cast<char>(last - first))), offset);
}

__m128i load(const char* bytes) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes)); }

// One bit a byte of the 16 at `bytes`: set for every byte of kMayBegin but a space inside a sentence, and for some others
// above 0xDF. Reads one byte before and one behind the 16.
unsigned candidates_of_16(const char* bytes) {
  const __m128i block = load(bytes);
  const auto is = [&](int c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(static_cast<char>(c))); };
  const __m128i at_least_e0 = _mm_cmpeq_epi8(_mm_max_epu8(block, _mm_set1_epi8(static_cast<char>(0xE0))), block);
  const __m128i ascii =
      _mm_or_si128(_mm_or_si128(is('.'), is('!')), _mm_or_si128(is('?'), in_range(block, '\t', '\r')));
  const __m128i two_bytes =
      _mm_or_si128(_mm_or_si128(_mm_or_si128(is(0xC2), is(0xD6)), _mm_or_si128(is(0xD8), is(0xDB))),
                   _mm_or_si128(is(0xDC), is(0xDF)));
  const __m128i before = load(bytes - 1);
  const __m128i behind = load(bytes + 1);
  const __m128i word_before =
      _mm_or_si128(in_range(_mm_or_si128(before, _mm_set1_epi8(0x20)), 'a', 'z'), in_range(before, '0', '9'));
  const __m128i may_open = _mm_or_si128(_mm_cmplt_epi8(behind, _mm_setzero_si128()), in_range(behind, 'A', 'Z'));
  const __m128i inside_sentence =
      _mm_or_si128(_mm_or_si128(in_range(behind, 'a', 'z'), _mm_cmpeq_epi8(before, _mm_set1_epi8(','))),
                   _mm_andnot_si128(may_open, word_before));
  const __m128i space = _mm_andnot_si128(inside_sentence, is(' '));
  return static_cast<unsigned>(
      _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(ascii, space), _mm_or_si128(two_bytes, at_least_e0))));
}

std::uint64_t candidates_of_block(const char* bytes) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < kBlock; i += 16) bits |= std::uint64_t{candidates_of_16(bytes + i)} << i;
  return bits;
}
#else
std::uint64_t candidates_of_block(const char* bytes) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < kBlock; ++i)
    bits |= std::uint64_t{kMayBegin[static_cast<unsigned char>(bytes[i])]} << i;
  return bits;
}
#endif

}  // namespace

bool is_stop(char32_t c) {
  if (c < 0x80) return c == '.' || c == '!' || c == '?';
  if (c == 0x2026) return true;
  const int property = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK);
  return property == U_SB_STERM || property == U_SB_ATERM;
}

bool is_candidate(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (!kMayBegin[byte]) return false;
  if (byte == ' ') return !is_inside_sentence(text, at);
  if (byte < 0x80) return true;
  const char32_t c = utf8::next(text, at);
  return is_stop(c) || is_white_space(c);
}

std::size_t CandidateScanner::find(std::size_t at) {
  for (;;) {
    if (at >= next_) {
      bits_ = 0;
      block_ = at;
      // The masks look at one byte on either side.
      if (at == 0 || at + kBlock + 1 > text_.size()) {
        if (at >= text_.size() || is_candidate(text_, at)) return std::min(at, text_.size());
        next_ = ++at;
        continue;
      }
      bits_ = candidates_of_block(text_.data() + at);
      next_ = at + kBlock;
    } else if (at > block_) {
      bits_ &= ~std::uint64_t{0} << (at - block_);
    }
    for (; bits_ != 0; bits_ &= bits_ - 1) {
      const std::size_t position = block_ + static_cast<std::size_t>(std::countr_zero(bits_));
      if (is_candidate(text_, position)) return position;
    }
    at = next_;
  }
}

}  // namespace nutgraf
