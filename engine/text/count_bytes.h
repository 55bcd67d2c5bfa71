// How many bytes of a text have a property, sixteen at a time.
//
//   count_bytes(text, [](const char* at) { return equal(load(at), ','); }, [](const char* at) { return *at == ','; });
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <string_view>

#include "text/byte_masks.h"

namespace nutgraf {

// `of_many` gives the Bytes of sixteen, each all ones or 0, and `of_one` the same of one, both from its address;
// neither looks behind.
template <class OfMany, class OfOne>
std::size_t count_bytes(std::string_view text, [[maybe_unused]] OfMany of_many, OfOne of_one) {
  std::size_t at = 0;
  std::size_t count = 0;
#ifdef __SSE2__
  constexpr std::size_t kMostAdded = 255 * sizeof(Bytes);  // then a byte is full
  while (at + sizeof(Bytes) <= text.size()) {
    Bytes counts = fill(0);
    for (const std::size_t end = std::min(text.size(), at + kMostAdded); at + sizeof(Bytes) <= end; at += sizeof(Bytes))
      counts = _mm_sub_epi8(counts, of_many(text.data() + at));
    const Bytes sums = _mm_sad_epu8(counts, fill(0));
    count += static_cast<std::size_t>(_mm_cvtsi128_si64(sums) + _mm_cvtsi128_si64(_mm_unpackhi_epi64(sums, sums)));
  }
  if (const std::size_t rest = text.size() - at; rest > 0 && text.size() >= sizeof(Bytes)) {
    const std::uint64_t last = bits(of_many(text.data() + text.size() - sizeof(Bytes)));
    return count + static_cast<std::size_t>(std::popcount(last >> (sizeof(Bytes) - rest)));
  }
#endif
  for (; at < text.size(); ++at) count += of_one(text.data() + at) ? 1 : 0;
  return count;
}

template <char kByte>
std::size_t count_byte(std::string_view text) {
  return count_bytes(
      text, [](const char* at) { return equal(load(at), kByte); }, [](const char* at) { return *at == kByte; });
}

}  // namespace nutgraf
