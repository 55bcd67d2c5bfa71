// Whether a text has any of a few bytes, sixteen at a time: for a look at all of it before one that costs more.
#pragma once

#include <algorithm>
#include <string_view>

#include "text/byte_masks.h"

namespace nutgraf {

template <unsigned char... kBytes>
bool has_byte(std::string_view text) {
#ifdef __SSE2__
  if (text.size() >= sizeof(Bytes)) {
    const auto are_any = [](const char* at) {
      const Bytes bytes = load(at);
      return (equal(bytes, static_cast<char>(kBytes)) | ...);
    };
    const char* const last = text.data() + text.size() - sizeof(Bytes);
    Bytes found = are_any(last);  // some of them once more below, which costs less than one by one
    for (const char* at = text.data(); at < last; at += sizeof(Bytes)) found |= are_any(at);
    return bits(found) != 0;
  }
#endif
  return std::ranges::any_of(text, [](char c) { return ((static_cast<unsigned char>(c) == kBytes) || ...); });
}

inline bool is_ascii(std::string_view text) {
#ifdef __SSE2__
  if (text.size() >= sizeof(Bytes)) {
    const char* const last = text.data() + text.size() - sizeof(Bytes);
    Bytes all = load(last);
    for (const char* at = text.data(); at < last; at += sizeof(Bytes)) all |= load(at);
    return bits(all) == 0;
  }
#endif
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace nutgraf
