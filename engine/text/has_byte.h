// Whether a text has any of a few bytes, sixteen at a time: for a look at all of it before one that costs more.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/byte_masks.h"

namespace nutgraf {

template <unsigned char... kBytes>
bool has_byte(std::string_view text) {
  std::size_t at = 0;
#ifdef __SSE2__
  Bytes found = fill(0);
  for (; at + sizeof(Bytes) <= text.size(); at += sizeof(Bytes)) {
    const Bytes bytes = load(text.data() + at);
    found |= (equal(bytes, static_cast<char>(kBytes)) | ...);
  }
  if (bits(found) != 0) return true;
#endif
  for (; at < text.size(); ++at)
    if (((static_cast<unsigned char>(text[at]) == kBytes) || ...)) return true;
  return false;
}

inline bool is_ascii(std::string_view text) {
  std::size_t at = 0;
#ifdef __SSE2__
  Bytes all = fill(0);
  for (; at + sizeof(Bytes) <= text.size(); at += sizeof(Bytes)) all |= load(text.data() + at);
  if (bits(all) != 0) return false;
#endif
  for (; at < text.size(); ++at)
    if (static_cast<unsigned char>(text[at]) >= 0x80) return false;
  return true;
}

}  // namespace nutgraf
