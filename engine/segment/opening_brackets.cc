#include "segment/opening_brackets.h"

#include <bit>
#include <cstdint>

#include "segment/punctuation.h"
#include "text/byte_masks.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

#ifdef __SSE2__
Bytes ascii_brackets(Bytes here) { return equal(here, '(') | equal(here | fill(0x20), '{'); }

// Bytes that may begin an opening bracket: those of ASCII, and lead bytes of U+0F3A, U+169B and U+2045 up to U+FF62
// with the bytes behind them, as far as it pays to look.
Bytes may_open(const char* bytes) {
  const Bytes here = load(bytes);
  const Bytes ascii = ascii_brackets(here);
  const Bytes behind = load(bytes + 1);
  const auto pair = [&](int lead, int second) {
    return equal(here, static_cast<char>(lead)) & equal(behind, static_cast<char>(second));
  };
  return ascii | pair(0xE0, 0xBC) | pair(0xE1, 0x9A) | equal(here, static_cast<char>(0xE2)) | pair(0xE3, 0x80) |
         equal(here, static_cast<char>(0xEF));
}

constexpr std::size_t kBlock = 64;

// Behind the blocks at `at` that are ASCII without an opening bracket.
std::size_t skip_blocks(std::string_view text, std::size_t at) {
  for (; at + kBlock < text.size(); at += kBlock) {
    Bytes found = fill(0);
    for (std::size_t i = 0; i < kBlock; i += sizeof(Bytes)) {
      const Bytes here = load(text.data() + at + i);
      found = found | here | ascii_brackets(here);
    }
    if (bits(found) != 0) break;
  }
  return at;
}
#endif

}  // namespace

std::size_t OpeningBrackets::find(std::size_t from) const {
  const std::string_view text = text_;
  std::size_t at = from;
#ifdef __SSE2__
  for (; (at = skip_blocks(text, at)) + kBlock < text.size(); at += kBlock) {
    for (std::uint64_t mask = byte_mask<kBlock>(text.data() + at, may_open); mask != 0; mask &= mask - 1) {
      const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(mask));
      if (is_opening_bracket(utf8::peek(text, place))) return place;
    }
  }
  at = at == from ? from : utf8::floor(text, at);
#endif
  while (at < text.size()) {
    const std::size_t place = at;
    if (is_opening_bracket(utf8::next(text, at))) return place;
  }
  return text.size();
}

}  // namespace nutgraf
