#include "render/json_string.h"

#include <simdjson.h>

#include <array>
#include <bit>
#include <cstdint>

#include "text/byte_masks.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

// What stands after the backslash for each byte: 0 if it needs no escape, 'u' for \u00XX.
constexpr auto kEscape = [] {
  std::array<char, 256> escape{};
  for (std::size_t c = 0; c < 0x20; ++c) escape[c] = 'u';
  escape['\b'] = 'b';
  escape['\f'] = 'f';
  escape['\n'] = 'n';
  escape['\r'] = 'r';
  escape['\t'] = 't';
  escape['"'] = '"';
  escape['\\'] = '\\';
  return escape;
}();

// The first byte from `at` on that needs an escape; the text's size if none does.
std::size_t find_escape(std::string_view text, std::size_t at) {
#ifdef __SSE2__
  for (; at + sizeof(Bytes) <= text.size(); at += sizeof(Bytes)) {
    const Bytes bytes = load(&text[at]);
    const std::uint64_t found = bits(in_range(bytes, 0, 0x1F) | equal(bytes, '"') | equal(bytes, '\\'));
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
  }
#endif
  while (at < text.size() && kEscape[static_cast<unsigned char>(text[at])] == 0) ++at;
  return at;
}

void append_escaped(std::string_view text, std::string& out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  for (std::size_t copied = 0;;) {
    const std::size_t at = find_escape(text, copied);
    out.append(text, copied, at - copied);
    if (at == text.size()) return;
    const auto byte = static_cast<unsigned char>(text[at]);
    out += '\\';
    out += kEscape[byte];
    if (kEscape[byte] == 'u') {
      out += "00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
    copied = at + 1;
  }
}

std::string replace_invalid(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (utf8::next(text, i) == U'\uFFFD') {
      valid += "\uFFFD";
    } else {
      valid.append(text, begin, i - begin);
    }
  }
  return valid;
}

}  // namespace

void append_json_string(std::string_view text, std::string& out) {
  out += '"';
  if (simdjson::validate_utf8(text.data(), text.size())) {
    append_escaped(text, out);
  } else {
    append_escaped(replace_invalid(text), out);
  }
  out += '"';
}

}  // namespace nutgraf
