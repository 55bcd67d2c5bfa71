#include "render/json_string.h"

#include <simdjson.h>

#include <array>

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

void append_escaped(std::string_view text, std::string& out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const char escape = kEscape[byte];
    if (escape == 0) continue;
    out.append(text, copied, i - copied);
    copied = i + 1;
    out += '\\';
    out += escape;
    if (escape == 'u') {
      out += "00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  out.append(text, copied);
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
