#include "read/format.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "nutgraf/article.h"
#include "read/article_json.h"
#include "read/decode.h"
#include "read/json_document.h"

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
  // Those that browsers go by (WHATWG, "MIME Sniffing", 7.1), and others that pages begin with.
  for (const std::string_view name :
       {"html", "head", "script", "iframe", "h1",   "div",  "font",     "table",  "a",    "style",   "title",
        "b",    "body", "br",     "p",      "meta", "link", "noscript", "header", "main", "article", "section"}) {
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

// Takes the first line that is not blank off `text`, without the white space before it and its break. Nothing while its
// end is still to come.
std::optional<std::string_view> take_line(std::string_view& text, bool whole) {
  text = without_leading_space(text);
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos && !whole) return std::nullopt;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(line.size());
  return line;
}

enum class LineKind {
  kArticle,    // an object with a text
  kObject,     // one without
  kContainer,  // an object with an array of articles
  kOther,
};

LineKind kind_of(std::string_view line) {
  if (!line.starts_with('{')) return LineKind::kOther;
  std::string json;
  append_valid_utf8(line, json);
  JsonDocument document;
  document.open(std::move(json));
  JsonDocument::Element element;
  const Result<bool> more = document.next(element);
  if (!more) return LineKind::kOther;
  if (!*more || element.index > 0) return LineKind::kContainer;
  Article article;
  const Result<void> parsed = ArticleJson().parse(element.json, article);
  if (parsed) return LineKind::kArticle;
  return parsed.error().code == ErrorCode::kEmpty ? LineKind::kObject : LineKind::kOther;
}

// Whether the line after `first`, a line that is no object, is an article for all that. Inside of a JSON document an
// object follows an open bracket, a comma or a colon.
std::optional<bool> goes_on_as_lines(std::string_view first, std::string_view rest, bool whole) {
  const std::size_t last = first.find_last_not_of(kSpace);
  if (last != std::string_view::npos && "[,:"sv.find(first[last]) != std::string_view::npos) return false;
  rest = without_leading_space(rest);
  if (!rest.empty() && rest.front() != '{') return false;
  const std::optional<std::string_view> second = take_line(rest, whole);
  if (!second) return std::nullopt;
  return kind_of(*second) == LineKind::kArticle;
}

// For what begins like an object.
std::optional<Format> detect_object(std::string_view text, bool whole) {
  const std::optional<std::string_view> first = take_line(text, whole);
  if (!first) return std::nullopt;
  const LineKind kind = kind_of(*first);
  if (kind == LineKind::kContainer) return Format::kJson;
  if (kind != LineKind::kOther) return text.empty() ? Format::kJson : Format::kJsonLines;
  const std::optional<bool> lines = goes_on_as_lines(*first, text, whole);
  if (!lines) return std::nullopt;
  return *lines ? Format::kJsonLines : Format::kJson;
}

// For what is no JSON, or at least does not begin so.
std::optional<Format> detect_text(std::string_view text, bool whole) {
  if (!whole && text.size() < kDetectFormatBytes) return std::nullopt;
  const std::string_view head = text.substr(0, kDetectFormatBytes);
  const std::size_t line_end = head.find('\n');
  if (line_end != std::string_view::npos && !without_leading_space(head.substr(line_end)).empty()) {
    const std::optional<bool> lines = goes_on_as_lines(text.substr(0, line_end), text.substr(line_end), whole);
    if (!lines) return std::nullopt;
    if (*lines) return Format::kJsonLines;
  }
  return is_html(head) ? Format::kHtml : Format::kText;
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
  if (text.front() != '{' && text.front() != '[') return detect_text(text, whole);
  const std::string_view rest = without_leading_space(text.substr(1));
  if (rest.empty() && !whole) return std::nullopt;
  const char second = rest.empty() ? '\0' : rest.front();
  if (text.front() == '{' && (second == '"' || second == '}')) return detect_object(text, whole);
  if (text.front() == '[' && (second == '{' || second == '"' || second == ']')) return Format::kJson;
  return detect_text(text, whole);
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
