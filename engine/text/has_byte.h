// Whether a text has any of a few bytes, in a form that compilers turn into vector instructions: for a look at all of
// it before one that costs more.
#pragma once

#include <string_view>

namespace nutgraf {

template <unsigned char... kBytes>
bool has_byte(std::string_view text) {
  unsigned char found = 0;
  for (const char c : text) found |= static_cast<unsigned char>(((static_cast<unsigned char>(c) == kBytes) | ...));
  return found != 0;
}

inline bool is_ascii(std::string_view text) {
  unsigned char bits = 0;
  for (const char c : text) bits |= static_cast<unsigned char>(c);
  return bits < 0x80;
}

}  // namespace nutgraf
