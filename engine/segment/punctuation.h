// What punctuation does around the end of a sentence.
#pragma once

#include <unicode/uchar.h>

namespace nutgraf {

// The stops of scripts without case that end a sentence whether a space follows or not: "。", "।", "።", "။", "۔".
inline bool is_unspaced_stop(char32_t c) {
  return c == 0x3002 || c == 0xFF01 || c == 0xFF0E || c == 0xFF1F || c == 0xFF61 || c == 0x964 || c == 0x965 ||
         c == 0x104A || c == 0x104B || c == 0x1362 || c == 0x1367 || c == 0x1368 || c == 0x17D4 || c == 0x6D4;
}

inline bool is_quote(char32_t c) {
  if (c < 0x80) return c == '"' || c == '\'' || c == '`';
  const auto code_point = static_cast<UChar32>(c);
  return u_hasBinaryProperty(code_point, UCHAR_QUOTATION_MARK) != 0;
}

inline bool is_opening_bracket(char32_t c) {
  return c < 0x80 ? c == '(' || c == '[' || c == '{' : u_charType(static_cast<UChar32>(c)) == U_START_PUNCTUATION;
}

inline bool is_closing_bracket(char32_t c) {
  return c < 0x80 ? c == ')' || c == ']' || c == '}' : u_charType(static_cast<UChar32>(c)) == U_END_PUNCTUATION;
}

// "{", "|", "}", "~", DEL: of code and tables; no sentence begins with one.
inline bool is_brace(char32_t c) { return c > 'z' && c < 0x80; }

inline bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015); }

// SContinue of UAX #29 but for the dashes: a sentence goes on after it.
inline bool continues_sentence(char32_t c) {
  return c < 0x80
             ? c == ',' || c == ';' || c == ':'
             : !is_dash(c) && u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK) == U_SB_SCONTINUE;
}

}  // namespace nutgraf
