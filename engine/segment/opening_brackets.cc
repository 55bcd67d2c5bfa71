#include "segment/opening_brackets.h"

#include <bit>
#include <cstdint>

#include "segment/punctuation.h"
#include "text/byte_masks.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

#ifdef __SSE2__
// Bytes that may begin an opening bracket: those of ASCII, and lead bytes of U+0F3A, U+169B and U+2045 up to U+FF62
// with the bytes behind them, as far as it pays to look.
Bytes may_open(const char* bytes) {
  const Bytes here = load(bytes);
  const Bytes ascii = equal(here, '(') | equal(here | fill(0x20), '{');
  if (bits(here) == 0) return ascii;
  const Bytes behind = load(bytes + 1);
  const auto pair = [&](int lead, int second) {
    return equal(here, static_cast<char>(lead)) & equal(behind, static_cast<char>(second));
  };
  return ascii | pair(0xE0, 0xBC) | pair(0xE1, 0x9A) | equal(here, static_cast<char>(0xE2)) | pair(0xE3, 0x80) |
         equal(here, static_cast<char>(0xEF));
}
#endif

}  // namespace

std::size_t OpeningBrackets::find(std::size_t from) const {
  std::size_t at = from;
#ifdef __SSE2__
  constexpr std::size_t kBlock = 64;
  for (; at + kBlock < text_.size(); at += kBlock) {
    for (std::uint64_t mask = byte_mask<kBlock>(text_.data() + at, may_open); mask != 0; mask &= mask - 1) {
      const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(mask));
      if (is_opening_bracket(utf8::peek(text_, place))) return place;
    }
  }
  at = at == from ? from : utf8::floor(text_, at);
#endif
  while (at < text_.size()) {
    const std::size_t place = at;
    if (is_opening_bracket(utf8::next(text_, at))) return place;
  }
  return text_.size();
}

}  // namespace nutgraf
