#include "extract/page.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>
#include <new>

#include "extract/minify.h"
#include "text/character.h"

namespace nutgraf {

namespace {

// Deeper than any page that is meant to be read; browsers stop at 512. libxml2 looks through all open elements for the
// one that a stray end tag might close.
constexpr int kDeepest = 1000;

std::string_view view(const xmlChar* text) {
  return text != nullptr ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

// libxml2 wants to be made ready by one thread, before others use it.
htmlParserCtxt* new_parser() {
  static std::once_flag ready;
  std::call_once(ready, xmlInitParser);
  return htmlNewParserCtxt();
}

}  // namespace

// Takes what libxml2 calls out while it parses. A tree of its own would cost twice as much time.
class Page::Builder {
 public:
  explicit Builder(Page& page) : page_(page) {}

  static void start_element(void* context, const xmlChar* name, const xmlChar** attributes) {
    auto* parser = static_cast<htmlParserCtxt*>(context);
    if (parser->nameNr > kDeepest) make_sibling(*parser);
    of(context).open(view(name), attributes);
  }
  static void end_element(void* context, const xmlChar* /*name*/) { of(context).close(); }
  static void characters(void* context, const xmlChar* text, int size) {
    of(context).add_text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
  }
  static void raw_text(void* context, const xmlChar* text, int size) {
    if (of(context).in_data()) characters(context, text, size);
  }

  // What a page leaves open that breaks off inside a tag: libxml2 ends no element then.
  void close_all() {
    while (!open_.empty()) close();
  }

 private:
  static Builder& of(void* context) { return *static_cast<Builder*>(static_cast<htmlParserCtxt*>(context)->_private); }

  // At the limit, an element that opens is the sibling of the innermost one instead of its child, which is what
  // browsers do.
  static void make_sibling(htmlParserCtxt& parser) {
    of(&parser).close();
    parser.nameTab[parser.nameNr - 2] =
        parser.name;  // in the place of the innermost; behind it stands the one that opens
    --parser.nameNr;
  }

  void open(std::string_view name, const xmlChar** attributes) {
    open_.push_back(static_cast<std::uint32_t>(page_.nodes_.size()));
    page_.nodes_.push_back({.name = name, .attributes = copy(attributes)});
  }

  void close() {
    if (open_.empty()) return;
    page_.nodes_[open_.back()].size = static_cast<std::uint32_t>(page_.nodes_.size()) - open_.back();
    open_.pop_back();
  }

  void add_text(std::string_view text) {
    if (!open_.empty()) page_.nodes_.push_back({.text = copy(text)});
  }

  [[nodiscard]] bool in_data() const {
    return !open_.empty() && attribute(page_.nodes_[open_.back()], "type") == "application/ld+json";
  }

  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    char* bytes = static_cast<char*>(page_.memory_.allocate(text.size(), 1));
    std::memcpy(bytes, text.data(), text.size());
    return {bytes, text.size()};
  }

  // Names and values by turns, up to a null; perhaps none at all.
  std::span<const Attribute> copy(const xmlChar** attributes) {
    std::size_t count = 0;
    while (attributes != nullptr && attributes[2 * count] != nullptr) ++count;
    if (count == 0) return {};
    auto* made = static_cast<Attribute*>(page_.memory_.allocate(count * sizeof(Attribute), alignof(Attribute)));
    for (std::size_t i = 0; i < count; ++i)
      new (made + i) Attribute{.name = view(attributes[2 * i]), .value = copy(view(attributes[2 * i + 1]))};
    return {made, count};
  }

  Page& page_;
  std::vector<std::uint32_t> open_;  // elements
};

Page::Page(std::string_view whole) : parser_(new_parser()) {
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE;
  if (!parser_) throw std::bad_alloc();
  std::string html;
  minify(whole, html);
  Builder builder(*this);
  parser_->_private = &builder;
  *parser_->sax = {};
  parser_->sax->startElement = Builder::start_element;
  parser_->sax->endElement = Builder::end_element;
  parser_->sax->characters = Builder::characters;
  parser_->sax->cdataBlock = Builder::raw_text;
  nodes_.reserve(html.size() / 16);
  xmlFreeDoc(htmlCtxtReadMemory(parser_.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kOptions));
  builder.close_all();
}

Nodes Page::root() const { return nodes_.empty() ? Nodes() : Nodes(nodes_).first(nodes_.front().size); }

std::string_view attribute(const Node& element, std::string_view name) {
  const auto found = std::ranges::find(element.attributes, name, &Attribute::name);
  return found == element.attributes.end() ? std::string_view() : found->value;
}

namespace {

// Soft hyphens, zero-width spaces and byte order marks say where a line may break, no more. Their length in bytes, if
// one is at `at`.
std::size_t invisible_at(std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at]) < 0xC2) return 0;
  for (const std::string_view character : {"\u00AD", "\u200B", "\uFEFF"}) {
    if (text.substr(at).starts_with(character)) return character.size();
  }
  return 0;
}

// What is neither white space nor invisible, whatever follows it. Of longer characters, those that begin like one that
// is, are not among them.
constexpr auto kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x21; c < plain.size(); ++c) plain[c] = c < 0x80 || c > 0xC2;
  for (const std::size_t c : {0xE1, 0xE2, 0xE3, 0xEF}) plain[c] = false;
  for (std::size_t c = 0x80; c < 0xC0; ++c) plain[c] = true;  // inside of a character
  return plain;
}();
bool is_plain(char c) { return kPlain[static_cast<unsigned char>(c)]; }

}  // namespace

void append_text(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    // Words with a single space behind each, nearly always all of it.
    const std::size_t first = at;
    while (at < text.size() && is_plain(text[at])) {
      while (at < text.size() && is_plain(text[at])) ++at;
      if (at + 1 < text.size() && text[at] == ' ' && is_plain(text[at + 1])) ++at;
    }
    out.append(text.substr(first, at - first));
    if (at == text.size()) break;
    if (const std::size_t size = invisible_at(text, at)) {
      at += size;
      continue;
    }
    if (is_white_space_at(text, at)) {
      at = skip_white_space(text, at);
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      const std::size_t begin = at++;
      while (at < text.size() && !is_white_space_at(text, at) && invisible_at(text, at) == 0) ++at;
      out.append(text.substr(begin, at - begin));
    }
  }
}

std::string folded(std::string_view text) {
  std::string out;
  append_text(text, out);
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string text_below(Nodes nodes) {
  std::string out;
  for (const Node& node : nodes) append_text(node.text, out);
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace nutgraf
