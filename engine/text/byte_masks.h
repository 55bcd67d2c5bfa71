// Properties of many bytes at a time, as masks: bit i tells of byte i. With SSE2, which every x86-64 has; elsewhere
// what compilers make of vectors, and no byte_mask.
//
//   const std::uint64_t upper = byte_mask<64>(bytes, [](const char* at) { return in_range(load(at), 'A', 'Z'); });
#pragma once

#include <cstddef>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#else
#include <cstring>
#endif

namespace nutgraf {

#ifdef __SSE2__
using Bytes = __m128i;

inline Bytes load(const char* bytes) { return _mm_loadu_si128(reinterpret_cast<const Bytes*>(bytes)); }
inline Bytes fill(char c) { return _mm_set1_epi8(c); }

inline Bytes equal(Bytes bytes, char c) { return _mm_cmpeq_epi8(bytes, fill(c)); }

inline Bytes at_least(Bytes bytes, unsigned char first) {
  return _mm_cmpeq_epi8(_mm_max_epu8(bytes, fill(static_cast<char>(first))), bytes);
}

// Of bytes as signed numbers: ASCII above `last`.
inline Bytes above(Bytes bytes, char last) { return _mm_cmpgt_epi8(bytes, fill(last)); }

inline Bytes in_range(Bytes bytes, char first, char last) {
  const Bytes offset = _mm_sub_epi8(bytes, fill(first));
  return _mm_cmpeq_epi8(_mm_min_epu8(offset, fill(static_cast<char>(last - first))), offset);
}

inline Bytes is_letter(Bytes bytes) { return in_range(bytes | fill(0x20), 'a', 'z'); }
inline Bytes is_letter_or_digit(Bytes bytes) { return is_letter(bytes) | in_range(bytes, '0', '9'); }

// The highest bit of each byte.
inline std::uint64_t bits(Bytes bytes) { return static_cast<unsigned>(_mm_movemask_epi8(bytes)); }

// The bits of the Bytes that `property`, a function from an address, gives for the `kCount` bytes at `bytes`.
template <std::size_t kCount, class Property>
std::uint64_t byte_mask(const char* bytes, Property property) {
  static_assert(kCount % sizeof(Bytes) == 0 && kCount <= 64);
  std::uint64_t mask = 0;
  for (std::size_t i = 0; i < kCount; i += sizeof(Bytes)) mask |= bits(property(bytes + i)) << i;
  return mask;
}
#else
using Bytes [[gnu::vector_size(16)]] = unsigned char;

inline Bytes load(const char* bytes) {
  Bytes loaded;
  std::memcpy(&loaded, bytes, sizeof loaded);
  return loaded;
}
inline Bytes fill(char c) { return Bytes{} + static_cast<unsigned char>(c); }
inline Bytes equal(Bytes bytes, char c) { return reinterpret_cast<Bytes>(bytes == fill(c)); }
inline Bytes in_range(Bytes bytes, char first, char last) {
  return reinterpret_cast<Bytes>(bytes - fill(first) <= fill(static_cast<char>(last - first)));
}
#endif

}  // namespace nutgraf
