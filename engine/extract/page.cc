#include "extract/page.h"

#include <libxml/SAX2.h>

#include <new>

#include "text/character.h"

namespace nutgraf {

namespace {

// Deeper than any page that is meant to be read; browsers stop at 512. libxml2 looks through all open elements for the
// one that a stray end tag might close.
constexpr int kDeepest = 1000;

// Opens an element; at the limit, as the sibling of the innermost one instead of its child, which is what browsers do.
void start_element(void* context, const xmlChar* name, const xmlChar** attributes) {
  auto* parser = static_cast<xmlParserCtxt*>(context);
  if (parser->nameNr > kDeepest) {
    const xmlChar*& innermost = parser->nameTab[parser->nameNr - 2];  // behind it stands the one that opens
    xmlSAX2EndElement(context, innermost);
    innermost = parser->name;
    --parser->nameNr;
  }
  xmlSAX2StartElement(context, name, attributes);
}

struct FreeParser {
  void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};

}  // namespace

Page::Page(std::string_view html) {
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT | XML_PARSE_HUGE;
  const std::unique_ptr<htmlParserCtxt, FreeParser> parser(htmlNewParserCtxt());
  if (!parser) throw std::bad_alloc();
  parser->sax->startElement = start_element;
  document_.reset(
      htmlCtxtReadMemory(parser.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kOptions));
}

const xmlNode* Page::root() const { return document_ ? xmlDocGetRootElement(document_.get()) : nullptr; }

namespace {

const xmlAttr* find_attribute(const xmlNode* element, std::string_view name) {
  const xmlAttr* at = element->properties;
  while (at && view(at->name) != name) at = at->next;
  return at;
}

}  // namespace

std::string_view attribute(const xmlNode* element, std::string_view name) {
  const xmlAttr* found = find_attribute(element, name);
  return found && found->children ? view(found->children->content) : std::string_view();
}

bool has_attribute(const xmlNode* element, std::string_view name) { return find_attribute(element, name) != nullptr; }

const xmlNode* next_node(const xmlNode* node, const xmlNode* root) {
  if (is_element(node) && node->children) return node->children;
  for (; node != root; node = node->parent) {
    if (node->next) return node->next;
  }
  return nullptr;
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

}  // namespace

void append_text(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
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

std::string text_below(const xmlNode* root) {
  std::string out;
  for (const xmlNode* node = root; node; node = next_node(node, root)) {
    if (is_text(node)) append_text(view(node->content), out);
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace nutgraf
