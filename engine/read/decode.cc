#include "read/decode.h"

#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "text/utf8.h"

namespace nutgraf {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kFallback = "windows-1252";
constexpr std::size_t kDetectBytes = std::size_t{64} << 10;  // how much of a text ICU's detector looks at
constexpr std::size_t kHeadBytes = 4096;                     // how much is searched for zero bytes or a page's charset
constexpr int kUnsure = 10;  // ICU's confidence, of 100, below which the name is a guess

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

// ICU calls this for each sequence that it cannot convert; `context` counts them.
void substitute(const void* context, UConverterToUnicodeArgs* arguments, const char* units, std::int32_t length,
                UConverterCallbackReason reason, UErrorCode* status) {
  if (reason <= UCNV_IRREGULAR) ++*static_cast<std::size_t*>(const_cast<void*>(context));
  UCNV_TO_U_CALLBACK_SUBSTITUTE(nullptr, arguments, units, length, reason, status);
}

std::size_t convert(std::string_view bytes, UConverter* from, std::string& text) {
  const Converter to = open_converter("UTF-8");
  UErrorCode status = U_ZERO_ERROR;
  std::size_t replaced = 0;
  ucnv_setToUCallBack(from, substitute, &replaced, nullptr, nullptr, &status);
  std::array<UChar, 4096> pivot;
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  std::array<char, 16384> piece;
  const char* source = bytes.data();
  bool first = true;
  do {
    char* target = piece.data();
    status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from, &target, piece.data() + piece.size(), &source, bytes.data() + bytes.size(),
                   pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(), first, true, &status);
    text.append(piece.data(), target);
    first = false;
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return replaced + replace_nuls(text);
}

struct Utf8Balance {
  std::size_t valid = 0;    // well-formed sequences of more than one byte
  std::size_t invalid = 0;  // ill-formed sequences
};

Utf8Balance count_sequences(std::string_view bytes) {
  Utf8Balance balance;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const char32_t c = utf8::next(bytes, at);
    const bool ill_formed = c == 0xFFFD && bytes.substr(begin, at - begin) != kReplacement;
    ++(ill_formed ? balance.invalid : balance.valid);
  }
  return balance;
}

bool is_charset_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == ':' || c == '.';
}

// The charset that a page names: `charset=utf-8`, `charset = "utf-8"`, `<?xml encoding='utf-8'`.
std::string declared_charset(std::string_view head) {
  std::string lower(head.substr(0, kHeadBytes));
  std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  for (const std::string_view label : {std::string_view("encoding"), std::string_view("charset")}) {
    if (label == "encoding" && !lower.starts_with("<?xml")) continue;
    for (std::size_t at = lower.find(label); at != std::string::npos; at = lower.find(label, at + 1)) {
      std::size_t begin = lower.find_first_not_of(" \t\r\n", at + label.size());
      if (begin == std::string::npos || lower[begin] != '=') continue;
      begin = lower.find_first_not_of(" \t\r\n\"'", begin + 1);
      if (begin == std::string::npos) break;
      std::size_t end = begin;
      while (end < lower.size() && is_charset_character(lower[end])) ++end;
      if (end > begin) return lower.substr(begin, end - begin);
    }
  }
  return {};
}

// Pages and detectors say Latin-1 or ASCII where windows-1252, which has more characters, is meant.
std::string widened(std::string charset) {
  for (const std::string_view narrow : {"iso-8859-1", "ISO-8859-1", "latin1", "latin-1", "ascii", "us-ascii"}) {
    if (charset == narrow) return std::string(kFallback);
  }
  return charset;
}

std::string detect_legacy(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
  const std::string_view head = bytes.substr(0, kDetectBytes);
  ucsdet_setText(detector.get(), head.data(), static_cast<std::int32_t>(head.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    if (ucsdet_getConfidence(matches[i], &status) < kUnsure) break;
    const char* name = ucsdet_getName(matches[i], &status);
    if (U_FAILURE(status)) break;
    // Unicode was ruled out before; IBM's EBCDIC pages do not occur in news and fit almost any bytes.
    const std::string_view view(name);
    if (!view.starts_with("UTF-") && !view.starts_with("IBM4")) return name;
  }
  return std::string(kFallback);
}

}  // namespace

UnicodeEncoding detect_unicode(std::string_view head) {
  using namespace std::literals;
  if (head.starts_with("\xEF\xBB\xBF")) return {"UTF-8", 3};
  if (head.starts_with("\xFF\xFE\0\0"sv)) return {"UTF-32LE", 4};
  if (head.starts_with("\0\0\xFE\xFF"sv)) return {"UTF-32BE", 4};
  if (head.starts_with("\xFF\xFE")) return {"UTF-16LE", 2};
  if (head.starts_with("\xFE\xFF")) return {"UTF-16BE", 2};

  head = head.substr(0, std::min(head.size(), kHeadBytes) & ~std::size_t{1});
  if (head.size() < 4) return {};
  // How often each byte stands at even and at odd places.
  std::array<std::array<std::size_t, 256>, 2> counts{};
  for (std::size_t i = 0; i < head.size(); ++i) ++counts[i % 2][static_cast<unsigned char>(head[i])];
  const std::size_t units = head.size() / 2;
  for (const std::size_t high : {std::size_t{1}, std::size_t{0}}) {
    auto highs = counts[high];
    if (counts[1 - high][0] != 0) continue;
    // Latin script: nearly every high byte is zero. Other alphabets: two values cover nearly all, zero is one of them.
    const std::size_t zeros = highs[0];
    highs[0] = 0;
    const std::size_t most = *std::ranges::max_element(highs);
    const bool latin = zeros * 10 >= units * 7;
    const bool alphabet = units >= 64 && zeros * 20 >= units && (zeros + most) * 10 >= units * 9;
    if (latin || alphabet) return {high == 1 ? "UTF-16LE" : "UTF-16BE", 0};
  }
  return {};
}

std::size_t append_valid_utf8(std::string_view bytes, std::string& text) {
  std::size_t replaced = 0;
  std::size_t copied = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte != 0 && byte < 0x80) {
      ++at;
      continue;
    }
    const char32_t c = utf8::next(bytes, at);
    const bool bad = c == 0 || (c == 0xFFFD && bytes.substr(begin, at - begin) != kReplacement);
    if (!bad) continue;
    text.append(bytes, copied, begin - copied).append(kReplacement);
    copied = at;
    ++replaced;
  }
  text.append(bytes, copied);
  return replaced;
}

std::size_t replace_nuls(std::string& text) {
  if (text.find('\0') == std::string::npos) return 0;
  std::string clean;
  const std::size_t replaced = append_valid_utf8(text, clean);
  text = std::move(clean);
  return replaced;
}

std::size_t decode(std::string_view bytes, TextKind kind, std::string& text) {
  text.clear();
  const UnicodeEncoding unicode = detect_unicode(bytes);
  bytes.remove_prefix(unicode.mark_bytes);
  if (!unicode.name.empty() && unicode.name != "UTF-8") {
    return convert(bytes, open_converter(std::string(unicode.name)).get(), text);
  }
  const std::string declared = kind == TextKind::kHtml ? widened(declared_charset(bytes)) : std::string();
  // A charset of seven-bit escape sequences looks like ASCII.
  const bool escaped = declared.starts_with("iso-2022") && bytes.find('\x1B') != std::string_view::npos;
  if (!escaped && simdjson::validate_utf8(bytes.data(), bytes.size())) {
    text = bytes;
    return replace_nuls(text);
  }
  if (unicode.name == "UTF-8" || kind == TextKind::kJson || declared == "utf-8" || declared == "utf8") {
    return append_valid_utf8(bytes, text);
  }
  if (!declared.empty() && !declared.starts_with("utf")) {
    if (const Converter converter = open_converter(declared)) return convert(bytes, converter.get(), text);
  }
  const Utf8Balance balance = count_sequences(bytes);
  if (balance.valid > 0 && balance.valid >= balance.invalid) return append_valid_utf8(bytes, text);
  if (const Converter converter = open_converter(widened(detect_legacy(bytes)))) {
    return convert(bytes, converter.get(), text);
  }
  return append_valid_utf8(bytes, text);
}

}  // namespace nutgraf
