#include "text/ascii_words.h"

#include <algorithm>
#include <bit>

#include "text/byte_masks.h"

namespace nutgraf {

#ifdef __SSE2__

std::size_t AsciiWords::add(std::size_t at, std::vector<TokenSpan>& tokens) {
  while (at < text_.size()) {
    if (at >= block_ + kBlock || parts_ == 0) {
      if (at + kBlock > whole_text_.size()) return at;
      look(at);
    }
    if (letters_ == 0 && parts_ != 0) return at;  // another script
    std::uint64_t rest = parts_ >> (at - block_) << (at - block_);
    const std::uint64_t letters = letters_;
    const std::uint64_t ends = ends_;
    const auto block = static_cast<std::uint32_t>(block_);
    at = block_ + kBlock;
    while (rest != 0) {
      // The bit behind the letters, to which one carries; none where they reach the end of the block.
      const std::uint64_t first = rest & -rest;
      const std::uint64_t behind = (letters + first) & ~letters;
      const auto begin = block + static_cast<std::uint32_t>(std::countr_zero(rest));
      if (behind << 1 == 0 && begin > block) {  // may go on in the next block
        at = begin;
        parts_ = 0;
        break;
      }
      if (behind << 1 == 0 || behind == first || (ends & behind) == 0) return begin;
      const auto end = block + static_cast<std::uint32_t>(std::countr_zero(behind));
      tokens.push_back({.begin = begin, .end = end, .capital = whole_text_[begin] < 'a'});
      rest &= -behind;
    }
  }
  return std::min(at, text_.size());
}

void AsciiWords::look(std::size_t at) {
  const auto mask = [&](auto property) {
    const std::uint64_t inside = ~std::uint64_t{0} >> (kBlock - std::min(kBlock, text_.size() - at));
    return byte_mask<kBlock>(&whole_text_[at], [&](const char* c) { return property(load(c)); }) & inside;
  };
  block_ = at;
  letters_ = mask([](Bytes c) { return is_letter(c); });
  // The highest bit of what is not ASCII is set.
  parts_ = letters_ | mask([](Bytes c) { return c | in_range(c, '0', '9') | equal(c, '_'); });
  const std::uint64_t joints = mask([](Bytes c) { return equal(c, '.') | equal(c, '\''); });
  ends_ = ~parts_ & ~(joints & parts_ >> 1);  // all others between letters end words
}

#else

std::size_t AsciiWords::add(std::size_t at, std::vector<TokenSpan>& /*tokens*/) { return at; }

#endif

}  // namespace nutgraf
