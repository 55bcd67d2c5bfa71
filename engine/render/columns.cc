#include "render/columns.h"

#include <unicode/uchar.h>

#include "text/utf8.h"

namespace nutgraf {
namespace {

std::size_t columns_of(char32_t character) {
  const auto c = static_cast<UChar32>(character);
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

void append_folded(std::string_view text, std::string& out) {
  bool any = false;
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const auto c = static_cast<UChar32>(utf8::next(text, i));
    if (u_isWhitespace(c) || u_isISOControl(c)) {
      space = any;
      continue;
    }
    if (space) out += ' ';
    space = false;
    any = true;
    out.append(text, begin, i - begin);
  }
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    width += columns_of(utf8::next(text, i));
  }
  return width;
}

std::string clip(std::string_view text, std::size_t columns) {
  std::size_t width = 0;
  std::size_t fits = 0;  // the bytes that leave a column for "…"
  for (std::size_t i = 0; i < text.size();) {
    width += columns_of(utf8::next(text, i));
    if (width > columns) return columns == 0 ? std::string() : std::string(text.substr(0, fits)) + "…";
    if (width < columns) fits = i;
  }
  return std::string(text);
}

}  // namespace nutgraf
