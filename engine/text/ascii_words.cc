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
    // Runs of parts of words, by their first bits and by those behind their last ones. One is no word of letters if it
    // has something else in it, or nothing that ends it behind it; of what lies behind the block nothing is known.
    const std::uint64_t parts = parts_ >> (at - block_) << (at - block_);
    std::uint64_t begins = parts & ~(parts << 1);
    const std::uint64_t ends = parts << 1 & ~parts;
    const std::uint64_t others = (parts & ~letters_) | (ends & ~word_ends_);
    const auto place = [&](std::uint64_t bits) { return block_ + static_cast<std::size_t>(std::countr_zero(bits)); };
    for (std::uint64_t known = ends & ((others & -others) - 1); known != 0; known &= known - 1, begins &= begins - 1) {
      const std::size_t begin = place(begins);
      tokens.push_back({.begin = static_cast<std::uint32_t>(begin),
                        .end = static_cast<std::uint32_t>(place(known)),
                        .capital = whole_text_[begin] < 'a'});
    }
    if (begins == 0) {
      at = block_ + kBlock;
      continue;
    }
    at = place(begins);
    if (others << 1 != 0 || at == block_) return at;
    parts_ = 0;  // it may go on behind the block, so another one begins with it
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
  const std::uint64_t inner = joints & letters_ << 1 & letters_ >> 1;  // "it's", "U.S"
  letters_ |= inner;
  parts_ |= inner;
  word_ends_ = ~parts_ & ~(joints & parts_ >> 1) & ~std::uint64_t{0} >> 1;  // all others end words
}

#else

std::size_t AsciiWords::add(std::size_t at, std::vector<TokenSpan>& /*tokens*/) { return at; }

#endif

}  // namespace nutgraf
