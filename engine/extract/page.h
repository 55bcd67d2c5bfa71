// A web page as libxml2's tree, and how to walk it.
//
//   const Page page(html);
//   for (const xmlNode* node = page.root(); node; node = next_node(node, page.root()))
//     if (is_element(node, "meta")) use(attribute(node, "content"));
//
// Broken markup is mended as browsers do, more or less. Nothing is fetched, nothing is printed, nothing recurses.
#pragma once

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace nutgraf {

class Page {
 public:
  // `html` must be UTF-8 of less than 2 GiB.
  explicit Page(std::string_view html);

  [[nodiscard]] const xmlNode* root() const;  // null if there is no element

 private:
  struct Free {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  };
  std::unique_ptr<xmlDoc, Free> document_;
};

inline std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

inline bool is_text(const xmlNode* node) { return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE; }

inline bool is_element(const xmlNode* node) { return node->type == XML_ELEMENT_NODE; }
inline bool is_element(const xmlNode* node, std::string_view name) {
  return is_element(node) && view(node->name) == name;
}

// The value of an attribute; empty if there is none.
std::string_view attribute(const xmlNode* element, std::string_view name);
bool has_attribute(const xmlNode* element, std::string_view name);

// The node after `node` in document order, below `root`; null at the end.
const xmlNode* next_node(const xmlNode* node, const xmlNode* root);

// Appends `text` with each run of white space as one space: none at the start of `out`, perhaps one at its end.
void append_text(std::string_view text, std::string& out);

// The text below an element, white space folded.
std::string text_below(const xmlNode* root);
std::string folded(std::string_view text);

}  // namespace nutgraf
