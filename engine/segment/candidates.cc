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

bool is_ascii_lower(char c) { return static_cast<unsigned char>(c - 'a') < 26; }

bool is_ascii_upper(char c) { return static_cast<unsigned char>(c - 'A') < 26; }

bool is_ascii_word(char c) {
  return is_ascii_lower(static_cast<char>(c | 0x20)) || static_cast<unsigned char>(c - '0') < 10;
}

// Whether a space between these two bytes ends no sentence.
bool is_inside_sentence(char before, char behind) {
  return is_ascii_lower(behind) || before == ',' || (is_ascii_word(before) && static_cast<unsigned char>(behind) < 'A');
}

// The same for a space in "port of Veld": between an ASCII letter and a capitalised word that opens no sentence. Reads
// kLookAhead bytes behind it.
constexpr std::size_t kLookAhead = 3;
bool is_inside_name(const char* space, const Language& language) {
  // All is looked at, as what comes of the questions is hard to foretell.
  return static_cast<bool>(static_cast<int>(is_ascii_lower(static_cast<char>(space[-1] | 0x20))) &
                           static_cast<int>(is_ascii_upper(space[1])) & static_cast<int>(is_ascii_lower(space[2])) &
                           static_cast<int>(!language.has_starter_from(space[1], space[2], space[3])));
}

// Bytes that are looked at in one go.
constexpr std::size_t kBlock = 64;

// Which of kBlock bytes may be a candidate. Exact for ASCII, but for spaces in names.
struct BlockMasks {
  std::uint64_t spaces = 0;
  std::uint64_t others = 0;
};

// The masks of the bytes at `bytes`, of which one before and one behind are read too.
#ifdef __SSE2__
BlockMasks masks_of_block(const char* bytes) {
  BlockMasks masks;
  std::uint64_t not_ascii = 0;
  for (std::size_t i = 0; i < kBlock; i += sizeof(Bytes)) {
    const Bytes before = load(bytes + i - 1);
    const Bytes here = load(bytes + i);
    const Bytes behind = load(bytes + i + 1);
    const Bytes apart = at_least(behind, 'A') | ~is_letter_or_digit(before);
    const Bytes inside = in_range(behind, 'a', 'z') | equal(before, ',');
    const Bytes stop = equal(here, '.') | equal(here, '!') | equal(here, '?');
    masks.spaces |= bits(equal(here, ' ') & apart & ~inside) << i;
    masks.others |= bits(stop | in_range(here, '\t', '\r')) << i;
    not_ascii |= bits(here) << i;
  }
  if (not_ascii == 0) return masks;
  for (std::size_t i = 0; i < kBlock; i += sizeof(Bytes)) {
    const Bytes here = load(bytes + i);
    Bytes lead = at_least(here, 0xE0);
    for (const int byte : {0xC2, 0xD6, 0xD8, 0xDB, 0xDC, 0xDF}) lead = lead | equal(here, static_cast<char>(byte));
    masks.others |= bits(lead) << i;
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
    } else if (!is_inside_sentence(bytes[i - 1], bytes[i + 1])) {
      masks.spaces |= may_begin << i;
    }
  }
  return masks;
}
#endif

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
    return !is_inside_sentence(around[0], around[2]) && !is_inside_name(around.data() + 1, language);
  }
  if (byte < 0x80) return true;
  const char32_t c = utf8::next(text, at);
  return is_stop(c) || is_white_space(c);
}

std::size_t CandidateScanner::find(std::size_t at) {
  for (; at < text_.size(); at = next_) {
    if (at >= next_) {
      read_block(at);
    } else if (at > block_) {
      bits_ &= ~std::uint64_t{0} << (at - block_);
    }
    for (; bits_ != 0; bits_ &= bits_ - 1) {
      const std::size_t position = block_ + static_cast<std::size_t>(std::countr_zero(bits_));
      if (static_cast<unsigned char>(text_[position]) < 0x80 || is_candidate(text_, position, language_))
        return position;
    }
  }
  return text_.size();
}

void CandidateScanner::read_block(std::size_t at) {
  block_ = at;
  next_ = at + kBlock;
  const char* bytes = text_.data() + at;
  std::array<char, 1 + kBlock + kLookAhead> edge{};  // with NULs around the text
  if (at == 0 || next_ + kLookAhead > text_.size()) {
    const std::size_t before = at == 0 ? 0 : 1;
    std::memcpy(edge.data() + 1 - before, bytes - before, before + std::min(text_.size() - at, kBlock + kLookAhead));
    bytes = edge.data() + 1;
  }
  const BlockMasks masks = masks_of_block(bytes);
  bits_ = masks.others | masks.spaces;
  for (std::uint64_t spaces = masks.spaces; spaces != 0; spaces &= spaces - 1) {
    const int space = std::countr_zero(spaces);
    bits_ &= ~(std::uint64_t{is_inside_name(bytes + space, language_)} << space);
  }
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
