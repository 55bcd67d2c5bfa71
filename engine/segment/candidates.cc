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

// Bytes that are a candidate, or that begin the UTF-8 form of one. From Unicode 15; a test compares the table with
// ICU's properties over all code points.
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
// One bit a byte of the 64 at `bytes`: those that `property`, a function from vectors to masks, holds for.
template <class Property>
std::uint64_t bits_where(const char* bytes, Property property) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < kBlock; i += 16) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i));
    bits |= std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(property(block)))} << i;
  }
  return bits;
}

__m128i equal(__m128i block, int c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(static_cast<char>(c))); }

__m128i in_range(__m128i block, char first, char last) {
  const __m128i offset = _mm_sub_epi8(block, _mm_set1_epi8(first));
  return _mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8(static_cast<char>(last - first))), offset);
}

__m128i is_lead_byte(__m128i block) {
  __m128i lead = _mm_cmpeq_epi8(_mm_max_epu8(block, _mm_set1_epi8(static_cast<char>(0xE0))), block);
  for (const int byte : {0xC2, 0xD6, 0xD8, 0xDB, 0xDC, 0xDF}) lead = _mm_or_si128(lead, equal(block, byte));
  return lead;
}

// One bit a byte of the 64 at `bytes`: set for every byte of kMayBegin but a space inside a sentence, and for some
// others above 0xDF. Reads one byte before and one behind the 64.
std::uint64_t candidates_of_block(const char* bytes) {
  std::uint64_t bits = bits_where(bytes, [](__m128i block) {
    const __m128i stop = _mm_or_si128(_mm_or_si128(equal(block, '.'), equal(block, '!')), equal(block, '?'));
    return _mm_or_si128(stop, in_range(block, '\t', '\r'));
  });
  const std::uint64_t not_ascii = bits_where(bytes, [](__m128i block) { return block; });
  if (not_ascii != 0) bits |= bits_where(bytes, is_lead_byte);

  // The same masks, moved by one, tell of the bytes before and behind.
  const std::uint64_t lower = bits_where(bytes, [](__m128i block) { return in_range(block, 'a', 'z'); });
  const std::uint64_t upper = bits_where(bytes, [](__m128i block) { return in_range(block, 'A', 'Z'); });
  const std::uint64_t digit = bits_where(bytes, [](__m128i block) { return in_range(block, '0', '9'); });
  const std::uint64_t comma = bits_where(bytes, [](__m128i block) { return equal(block, ','); });
  const std::uint64_t space = bits_where(bytes, [](__m128i block) { return equal(block, ' '); });
  const auto before = [](std::uint64_t mask, bool first) { return mask << 1 | std::uint64_t{first}; };
  const auto behind = [](std::uint64_t mask, bool last) { return mask >> 1 | std::uint64_t{last} << 63; };
  const char previous = bytes[-1];
  const char next = bytes[kBlock];
  const std::uint64_t word_before = before(lower | upper | digit, is_ascii_word(previous));
  const std::uint64_t may_open =
      behind(upper | not_ascii, is_ascii_upper(next) || static_cast<unsigned char>(next) >= 0x80);
  const std::uint64_t inside_sentence =
      behind(lower, is_ascii_lower(next)) | before(comma, previous == ',') | (word_before & ~may_open);
  return bits | (space & ~inside_sentence);
}
#else
std::uint64_t candidates_of_block(const char* bytes) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < kBlock; ++i) bits |= std::uint64_t{kMayBegin[static_cast<unsigned char>(bytes[i])]} << i;
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
