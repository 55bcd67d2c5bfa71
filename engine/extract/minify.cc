#include "extract/minify.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

namespace nutgraf {
namespace {

struct ReadAttribute {
  std::string_view name;
  std::string_view element;  // the only one of which it is read; empty: any
};

// By the length of their names.
constexpr ReadAttribute kReadAttributes[] = {
    {"id", {}},          {"rel", "link"},      {"href", "link"},       {"lang", "html"},
    {"name", "meta"},    {"role", {}},         {"type", "script"},     {"class", {}},
    {"style", {}},       {"hidden", {}},       {"content", "meta"},    {"datetime", "time"},
    {"itemprop", {}},    {"property", "meta"}, {"xml:lang", "html"},   {"http-equiv", "meta"},
    {"aria-hidden", {}}, {"data-testid", {}},  {"data-component", {}},
};
static_assert(std::ranges::is_sorted(kReadAttributes, {}, [](const ReadAttribute& a) { return a.name.size(); }));

constexpr std::size_t kLongestName = std::rbegin(kReadAttributes)->name.size();

// Where those of each length begin.
constexpr auto kFirstOfLength = [] {
  std::array<std::size_t, kLongestName + 2> first{};
  for (std::size_t length = 0; length < first.size(); ++length)
    for (const ReadAttribute& attribute : kReadAttributes) first[length] += attribute.name.size() < length;
  return first;
}();

enum ByteKind : unsigned char { kSpace = 1, kEndsName = 2, kEndsUnquoted = 4 };

constexpr auto kByteKinds = [] {
  std::array<unsigned char, 256> kinds{};
  for (const unsigned char c : {' ', '\t', '\n', '\f', '\r'}) kinds[c] = kSpace | kEndsName | kEndsUnquoted;
  kinds['>'] = kEndsName | kEndsUnquoted;
  kinds['/'] = kinds['='] = kEndsName;
  return kinds;
}();

bool is(ByteKind kind, char c) { return (kByteKinds[static_cast<unsigned char>(c)] & kind) != 0; }

bool is_ascii_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return std::ranges::equal(text, lower, [](char c, char l) { return (c >= 'A' && c <= 'Z' ? c | 0x20 : c) == l; });
}

bool is_read(std::string_view name, std::string_view value, std::string_view element) {
  if (name.size() > kLongestName) return false;
  for (std::size_t i = kFirstOfLength[name.size()]; i < kFirstOfLength[name.size() + 1]; ++i) {
    const ReadAttribute& attribute = kReadAttributes[i];
    if (!equals_ignoring_case(name, attribute.name)) continue;
    if (attribute.name == "style") return value.find("display") != std::string_view::npos;
    return attribute.element.empty() || equals_ignoring_case(element, attribute.element);
  }
  return false;
}

class Minifier {
 public:
  // `rest` has room for all of `html`.
  Minifier(std::string_view html, char* rest) : html_(html), rest_(rest) {}

  // Where the rest ends.
  char* minify() {
    while (skip_to('<')) {
      if (is_ascii_letter(peek(1))) {
        read_start_tag();
      } else if (peek(1) == '/' && is_ascii_letter(peek(2))) {
        read_end_tag();
      } else if (html_.substr(at_).starts_with("<!--")) {
        read_comment();
      } else if (peek(1) == '!' || peek(1) == '?' || peek(1) == '/') {
        skip_to('>');
      } else {
        ++at_;
      }
      leave_out_indentation();
    }
    copy_up_to(html_.size());
    return rest_;
  }

 private:
  struct StartTag {
    bool holds_nothing = false;  // "<script/>"
    bool holds_data = false;     // "<script type='application/ld+json'>"
  };

  [[nodiscard]] char peek(std::size_t ahead) const { return at_ + ahead < html_.size() ? html_[at_ + ahead] : '\0'; }

  // To the end, if there is none: false.
  bool skip_to(char c) {
    const void* found = std::memchr(html_.data() + at_, c, html_.size() - at_);
    at_ = found == nullptr ? html_.size() : static_cast<std::size_t>(static_cast<const char*>(found) - html_.data());
    return found != nullptr;
  }
  void skip(ByteKind kind) {
    while (at_ < html_.size() && is(kind, html_[at_])) ++at_;
  }
  void skip_to(ByteKind kind) {
    while (at_ < html_.size() && !is(kind, html_[at_])) ++at_;
  }

  void copy_up_to(std::size_t end) {
    std::memcpy(rest_, html_.data() + copied_, end - copied_);
    rest_ += end - copied_;
    copied_ = end;
  }

  void leave_out(std::size_t begin, std::size_t end) {
    copy_up_to(begin);
    copied_ = end;
  }

  void leave_out_indentation() {
    if (!is(kSpace, peek(0)) || !is(kSpace, peek(1))) return;
    const std::size_t begin = ++at_;
    skip(kSpace);
    leave_out(begin, at_);
  }

  // An empty one stays: without it, what is before and what is behind might become a tag.
  void read_comment() {
    const std::size_t begin = at_ += 4;
    if (peek(0) == '>' || (peek(0) == '-' && peek(1) == '>')) return;
    for (;; ++at_) {
      at_ = std::min(html_.find("--", at_), html_.size());
      if (at_ == html_.size() || peek(2) == '>' || (peek(2) == '!' && peek(3) == '>')) break;
    }
    leave_out(begin, at_);
  }

  void read_start_tag() {
    const std::size_t begin = ++at_;
    skip_to(kEndsName);
    const std::string_view element = html_.substr(begin, at_ - begin);
    const StartTag tag = read_attributes(element);
    if (tag.holds_nothing) return;
    if (equals_ignoring_case(element, "script")) {
      read_content("</script", /*stays=*/tag.holds_data);
    } else if (equals_ignoring_case(element, "style")) {
      read_content("</style", /*stays=*/false);
    } else if (equals_ignoring_case(element, "title")) {
      read_content("</title", /*stays=*/true);
    } else if (equals_ignoring_case(element, "textarea")) {
      read_content("</textarea", /*stays=*/true);
    }
  }

  void read_end_tag() {
    at_ += 2;
    skip_to(kEndsName);
    read_attributes({});
  }

  // Up to and with the ">".
  StartTag read_attributes(std::string_view element) {
    StartTag tag;
    for (;;) {
      skip(kSpace);
      const std::size_t begin = at_;
      while (peek(0) == '/') ++at_;
      const std::size_t name_begin = at_;
      if (at_ == html_.size()) return tag;
      if (html_[at_] == '>') {
        tag.holds_nothing = name_begin > begin;
        ++at_;
        return tag;
      }
      if (is(kSpace, html_[at_])) continue;
      ++at_;  // a name may begin with "="
      skip_to(kEndsName);
      const std::string_view name = html_.substr(name_begin, at_ - name_begin);
      const std::string_view value = read_value();
      tag.holds_data |= equals_ignoring_case(name, "type") && value.find("ld+json") != std::string_view::npos;
      if (is_read(name, value, element)) continue;
      leave_out(begin, at_);
      if (name_begin > begin) *rest_++ = ' ';  // a "/" that is left might come to stand in front of a ">"
    }
  }

  // From the end of an attribute's name to its own end.
  std::string_view read_value() {
    const std::size_t end_of_name = at_;
    skip(kSpace);
    if (peek(0) != '=') {
      at_ = end_of_name;
      return {};
    }
    ++at_;
    skip(kSpace);
    const char quote = peek(0);
    const bool quoted = quote == '"' || quote == '\'';
    const std::size_t begin = at_ += quoted ? 1 : 0;
    quoted ? static_cast<void>(skip_to(quote)) : skip_to(kEndsUnquoted);
    const std::string_view value = html_.substr(begin, at_ - begin);
    if (quoted && at_ < html_.size()) ++at_;
    return value;
  }

  // What is no markup, up to the end tag.
  void read_content(std::string_view end_tag, bool stays) {
    const std::size_t begin = at_;
    while (skip_to('<') && !equals_ignoring_case(html_.substr(at_, end_tag.size()), end_tag)) ++at_;
    if (!stays) leave_out(begin, at_);
  }

  std::string_view html_;
  char* rest_;
  std::size_t at_ = 0;
  std::size_t copied_ = 0;  // or left out
};

}  // namespace

void minify(std::string_view html, std::string& rest) {
  rest.resize_and_overwrite(html.size(), [&](char* begin, std::size_t) {
    return static_cast<std::size_t>(Minifier(html, begin).minify() - begin);
  });
}

}  // namespace nutgraf
