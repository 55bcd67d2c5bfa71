#include "read/format.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "read/decode.h"

namespace nutgraf {
namespace {

using namespace std::literals;

constexpr std::string_view kSpace = " \t\r\n\f\v";

std::string_view without_leading_space(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text.substr(std::min(text.find_first_not_of(kSpace), text.size()));
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && std::ranges::equal(text.substr(0, word.size()), word, {}, lower);
}

// Whether `text` begins with the opening tag `<name`.
bool starts_with_tag(std::string_view text, std::string_view name) {
  if (!text.starts_with('<') || !starts_with_word(text.substr(1), name)) return false;
  const std::string_view rest = text.substr(1 + name.size());
  return !rest.empty() && (kSpace.find(rest.front()) != std::string_view::npos || rest[0] == '>' || rest[0] == '/');
}

// Past comments, processing instructions and the white space around them.
std::string_view without_markup_prologue(std::string_view text) {
  for (;;) {
    text = without_leading_space(text);
    std::string_view end;
    if (text.starts_with("<!--")) {
      end = "-->";
    } else if (text.starts_with("<?")) {
      end = "?>";
    } else {
      return text;
    }
    const std::size_t at = text.find(end, 2);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + end.size());
  }
}

bool is_html(std::string_view head) {
  const std::string_view start = without_markup_prologue(head);
  if (starts_with_word(start, "<!doctype html") || (start.empty() && head.starts_with("<!--"))) return true;
  for (const std::string_view name : {"html", "head", "body", "title", "meta", "article", "div", "p"}) {
    if (starts_with_tag(start, name)) return true;
  }
  // Fragments that begin with text or an inline tag: several block tags, one of them closed.
  std::size_t blocks = 0;
  std::size_t closed = 0;
  for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
    const std::string_view tag = head.substr(at);
    if (tag.starts_with("</")) ++closed;
    for (const std::string_view name : {"p", "div", "h1", "h2", "h3", "ul", "table", "section", "article", "br"}) {
      if (starts_with_tag(tag, name)) ++blocks;
    }
  }
  return blocks >= 3 && closed >= 1;
}

// The character after the first one and white space; 0 if it is not there yet.
char second_character(std::string_view text) {
  const std::string_view rest = without_leading_space(text.substr(1));
  return rest.empty() ? '\0' : rest.front();
}

std::optional<Format> detect_json(std::string_view text, bool whole) {
  const char second = second_character(text);
  if (second == '\0' && !whole) return std::nullopt;
  if (text.front() == '[') {
    return second == '{' || second == '"' || second == ']' ? Format::kJson : Format::kText;
  }
  if (second != '"' && second != '}') return Format::kText;
  const std::size_t line_end = text.find('\n');
  if (line_end == std::string_view::npos) return whole ? std::optional(Format::kJson) : std::nullopt;
  const std::string_view next = without_leading_space(text.substr(line_end));
  if (next.empty()) return whole ? std::optional(Format::kJson) : std::nullopt;
  const char last = text[text.find_last_not_of(kSpace, line_end)];
  const bool open = last == '[' || last == '{' || last == ',' || last == ':';
  return next.front() == '{' && !open ? Format::kJsonLines : Format::kJson;
}

struct Signature {
  std::string_view magic;
  std::string_view kind;
  std::size_t offset = 0;
};

// "" "" parts a hexadecimal escape from the letters behind it.
constexpr std::array kSignatures = {
    Signature{"%PDF-"sv, "a PDF document"},
    Signature{"\x89PNG\r\n"sv, "a PNG image"},
    Signature{"\xFF\xD8\xFF"sv, "a JPEG image"},
    Signature{"GIF87a"sv, "a GIF image"},
    Signature{"GIF89a"sv, "a GIF image"},
    Signature{"WEBPVP8"sv, "a WebP image", 8},
    Signature{"PK\x03\x04"sv, "a ZIP archive or an office document"},
    Signature{"\xD0\xCF\x11\xE0"sv, "an old office document"},
    Signature{"{\\rtf"sv, "an RTF document"},
    Signature{"\x7F"
              "ELF"sv,
              "a program"},
    Signature{"SQLite format 3\0"sv, "an SQLite database"},
    Signature{"7z\xBC\xAF\x27\x1C"sv, "a 7z archive"},
    Signature{"\xFD"
              "7zXZ"sv,
              "an xz archive"},
    Signature{"1AY&SY"sv, "a bzip2 archive", 4},
    Signature{"\x1F\x8B"sv, "gzip data inside compressed data"},
};

}  // namespace

std::optional<Format> detect_format(std::string_view window, bool whole) {
  const std::string_view text = without_leading_space(window);
  if (text.empty()) return whole ? std::optional(Format::kText) : std::nullopt;
  if (text.front() == '{' || text.front() == '[') return detect_json(text, whole);
  if (!whole && window.size() < kDetectFormatBytes) return std::nullopt;
  return is_html(text.substr(0, kDetectFormatBytes)) ? Format::kHtml : Format::kText;
}

std::string_view unsupported_kind(std::string_view head) {
  for (const Signature& signature : kSignatures) {
    if (head.size() > signature.offset && head.substr(signature.offset).starts_with(signature.magic)) {
      return signature.kind;
    }
  }
  head = head.substr(0, kDetectFormatBytes);
  const auto nuls = static_cast<std::size_t>(std::ranges::count(head, '\0'));
  if (nuls >= 8 && nuls * 16 > head.size() && detect_unicode(head).name.empty()) return "binary data";

  const std::string_view root = without_markup_prologue(head);
  for (const std::string_view name : {"rss", "feed", "rdf:RDF"}) {
    if (starts_with_tag(root, name)) return "a news feed";
  }
  if (without_leading_space(head).starts_with("<?xml") && !root.empty() && !is_html(head)) return "an XML document";
  return {};
}

}  // namespace nutgraf
