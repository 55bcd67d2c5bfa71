#include "segment/candidates.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "text/byte_masks.h"
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

constexpr bool is_ascii_lower(char c) { return static_cast<unsigned char>(c - 'a') < 26; }

// What the bytes around a space have in common where it ends no sentence: kName counts only where a name goes on.
enum Side : std::uint8_t { kName = 1, kNumber = 2, kComma = 4 };
constexpr std::array<std::uint8_t, 256> kBefore = [] {
  std::array<std::uint8_t, 256> sides{};
  for (unsigned c = 0; c < 0x80; ++c) {
    if (is_ascii_lower(static_cast<char>(c | 0x20))) sides[c] = kName | kNumber;
    if (c >= '0' && c <= '9') sides[c] = kNumber;
  }
  sides[','] = kComma;
  return sides;
}();
constexpr std::array<std::uint8_t, 256> kBehind = [] {
  std::array<std::uint8_t, 256> sides{};
  sides.fill(kComma);
  for (unsigned c = 0; c < 'A'; ++c) sides[c] |= kNumber;
  for (unsigned c = 'A'; c <= 'Z'; ++c) sides[c] |= kName;
  return sides;
}();

// Whether two bytes begin with a lower-case letter of ASCII or what is above it, or are one of U+0430 to U+045F.
bool opens_in_lower_case(const char* bytes) {
  return (bytes[0] >= 'a' && static_cast<unsigned char>(bytes[0]) < 0x80) ||
         (bytes[0] == '\xD0' && bytes[1] >= '\xB0') || (bytes[0] == '\xD1' && bytes[1] < '\xA0');
}

// Whether a space ends no sentence though no lower-case letter follows: behind a comma, between an ASCII letter or
// digit and any ASCII below the letters, and in "port of Veld", before a capitalised word that opens no sentence. Reads
// kLookAhead bytes behind it.
constexpr std::size_t kLookAhead = 3;
bool is_inside_sentence(const char* space, const Language& language) {
  // All is looked at, as what comes of the questions is hard to foretell.
  const unsigned sides = kBefore[static_cast<unsigned char>(space[-1])] & kBehind[static_cast<unsigned char>(space[1])];
  const auto name = static_cast<unsigned>(is_ascii_lower(space[2])) &
                    static_cast<unsigned>(!language.has_starter_from(space[1], space[2], space[3]));
  return (sides & ~(name ^ 1U)) != 0;
}

// Bytes that are looked at in one go.
constexpr std::size_t kBlock = 64;

// Which of kBlock bytes may be a candidate. Exact for ASCII, but for spaces.
struct BlockMasks {
  std::uint64_t spaces = 0;  // those that no lower-case letter follows
  std::uint64_t others = 0;
};

// The masks of the bytes at `bytes`, of which two behind are read too.
#ifdef __SSE2__
BlockMasks masks_of_block(const char* bytes) {
  BlockMasks masks;
  Bytes any = fill(0);
  for (std::size_t i = 0; i < kBlock; i += sizeof(Bytes)) {
    const Bytes here = load(bytes + i);
    const Bytes stop = equal(here, '.') | equal(here, '!') | equal(here, '?');
    masks.spaces |= bits(equal(here, ' ') & ~above(load(bytes + i + 1), 'a' - 1)) << i;
    masks.others |= bits(stop | in_range(here, '\t', '\r')) << i;
    any = any | here;
  }
  if (bits(any) == 0) return masks;
  for (std::size_t i = 0; i < kBlock; i += sizeof(Bytes)) {
    const Bytes here = load(bytes + i);
    Bytes lead = at_least(here, 0xE0);
    for (const int byte : {0xC2, 0xD6, 0xD8, 0xDB, 0xDC, 0xDF}) lead = lead | equal(here, static_cast<char>(byte));
    masks.others |= bits(lead) << i;
    const Bytes behind = load(bytes + i + 1);
    const Bytes next = load(bytes + i + 2);
    const Bytes high = equal(behind, '\xD0') & at_least(next, 0xB0);
    const Bytes low = equal(behind, '\xD1') & ~at_least(next, 0xA0);
    masks.spaces &= ~(bits(high | low) << i);
  }
  return masks;
}
#else
BlockMasks masks_of_block(const char* bytes) {
  BlockMasks masks;
  for (std::size_t i = 0; i < kBlock; ++i) {
    const std::uint64_t may_begin = kMayBegin[static_cast<unsigned char>(bytes[i])] ? 1 : 0;
    if (bytes[i] != ' ') {
      masks.others |= may_begin << i;
    } else if (!opens_in_lower_case(bytes + i + 1)) {
      masks.spaces |= may_begin << i;
    }
  }
  return masks;
}
#endif

// Reads one byte before the block too, and kLookAhead behind it.
std::uint64_t candidates_of_block(const char* bytes, const Language& language) {
  const BlockMasks masks = masks_of_block(bytes);
  std::uint64_t inside = 0;
  for (std::uint64_t spaces = masks.spaces; spaces != 0; spaces &= spaces - 1) {
    const int space = std::countr_zero(spaces);
    inside |= std::uint64_t{is_inside_sentence(bytes + space, language)} << space;
  }
  return masks.others | (masks.spaces & ~inside);
}

}  // namespace

bool is_stop_beyond_ascii(char32_t c) {
  if (c == 0x2026) return true;
  const int property = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK);
  return property == U_SB_STERM || property == U_SB_ATERM;
}

bool is_candidate(std::string_view text, std::size_t at, const Language& language) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (!kMayBegin[byte]) return false;
  if (byte == ' ') {
    std::array<char, 2 + kLookAhead> around{};  // with NULs around the text
    for (std::size_t i = at == 0 ? 1 : 0; i < around.size() && at + i <= text.size(); ++i) around[i] = text[at + i - 1];
    const char* space = around.data() + 1;
    return !opens_in_lower_case(space + 1) && !is_inside_sentence(space, language);
  }
  if (byte < 0x80) return true;
  const char32_t c = utf8::next(text, at);
  return is_stop(c) || is_white_space(c);
}

std::size_t CandidateScanner::find(std::size_t at) {
  bits_ = at < next_ ? bits_ & (~std::uint64_t{0} << (std::max(at, block_) - block_)) : 0;
  for (;;) {
    for (; bits_ != 0; bits_ &= bits_ - 1) {
      const std::size_t position = block_ + static_cast<std::size_t>(std::countr_zero(bits_));
      if (static_cast<unsigned char>(text_[position]) < 0x80 || is_candidate(text_, position, language_))
        return position;
    }
    at = std::max(at, next_);
    if (at >= text_.size()) return text_.size();
    read_block(at);
  }
}

void CandidateScanner::read_block(std::size_t at) {
  block_ = at;
  next_ = at + kBlock;
  const char* bytes = text_.data() + at;
  if (at > 0 && next_ + kLookAhead <= text_.size()) {
    bits_ = candidates_of_block(bytes, language_);
    return;
  }
  std::array<char, 1 + kBlock + kLookAhead> edge{};  // with NULs around the text
  const std::size_t before = at == 0 ? 0 : 1;
  std::memcpy(edge.data() + 1 - before, bytes - before, before + std::min(text_.size() - at, kBlock + kLookAhead));
  bits_ = candidates_of_block(edge.data() + 1, language_);
}

std::size_t PlainScanner::find(std::size_t at) const {
  while (at < text_.size()) {
    std::size_t next = at;
    const char32_t c = utf8::next(text_, next);
    if (is_stop(c) || is_white_space(c)) break;
    at = next;
  }
  return at;
}

}  // namespace nutgraf
