// Bytes of any common encoding -> valid UTF-8 without NULs.
//
//   std::string text;
//   std::size_t replaced = decode(bytes, TextKind::kPlain, text);
//
// In this order:
//   1. a byte order mark says UTF-8, UTF-16 or UTF-32;
//   2. UTF-16 without one shows by the zero bytes of its ASCII characters, all at even or all at odd places;
//   3. valid UTF-8 is UTF-8, whatever a page says about itself;
//   4. a page's own charset (<meta charset>, "charset=", an XML declaration), if ICU knows it;
//   5. text with at least as many valid multi-byte UTF-8 sequences as invalid ones is damaged UTF-8: legacy text hardly
//      ever holds a valid one;
//   6. what is left is legacy 8-bit text: ICU's detector names the charset, windows-1252 when it is unsure.
//
// Whatever cannot be decoded, and each NUL, becomes U+FFFD. The count returned is that of the U+FFFD put in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nutgraf {

enum class TextKind {
  kPlain,
  kHtml,  // may name its charset
  kJson,  // is never legacy text: UTF-8 or UTF-16 only
};

std::size_t decode(std::string_view bytes, TextKind kind, std::string& text);

// The Unicode encoding that a byte order mark or a pattern of zero bytes shows; an empty name if none does.
struct UnicodeEncoding {
  std::string_view name;       // as ICU calls it
  std::size_t mark_bytes = 0;  // length of the byte order mark
};
UnicodeEncoding detect_unicode(std::string_view head);

// Appends `bytes`, taken as UTF-8, with every ill-formed sequence and NUL replaced; returns how many were.
std::size_t append_valid_utf8(std::string_view bytes, std::string& text);

// The same for a string that is known to be valid but for NULs.
std::size_t replace_nuls(std::string& text);

}  // namespace nutgraf
