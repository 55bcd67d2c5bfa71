// A web page, parsed by libxml2, as a row of nodes in document order.
//
//   const Page page(html);
//   const Nodes root = page.root();
//   for (std::size_t i = 0; i < root.size(); ++i)
//     if (root[i].name == "meta") use(attribute(root[i], "content"));
//
// What is below an element is the nodes behind it: `node.size` of them, itself counted in. Broken markup is mended as
// browsers do, more or less. Nothing is fetched, nothing is printed, nothing recurses.
#pragma once

#include <libxml/HTMLparser.h>

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf {

struct Attribute {
  std::string_view name;
  std::string_view value;  // empty if it has none
};

// An element; or, without a name, a run of text.
struct Node {
  std::string_view name;  // in lower case
  std::string_view text;
  std::span<const Attribute> attributes;
  std::uint32_t size = 1;

  [[nodiscard]] bool is_text() const { return name.empty(); }
};

// An element, the first of them, and all that is below it; or none.
using Nodes = std::span<const Node>;

class Page {
 public:
  // `html` must be UTF-8 of less than 2 GiB. Scripts and styles hold no text, but for data ("application/ld+json"), and
  // elements have only those attributes that are read (minify.h).
  explicit Page(std::string_view html);
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  [[nodiscard]] Nodes root() const;

 private:
  struct Free {
    void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
  };
  class Builder;

  std::unique_ptr<htmlParserCtxt, Free> parser_;  // holds the names
  std::pmr::monotonic_buffer_resource memory_;    // holds the texts and attributes
  std::vector<Node> nodes_;
};

// The value of an attribute; empty if there is none.
std::string_view attribute(const Node& element, std::string_view name);

// Appends `text` with each run of white space as one space: none at the start of `out`, perhaps one at its end.
void append_text(std::string_view text, std::string& out);

// The text below an element, white space folded.
std::string text_below(Nodes nodes);
std::string folded(std::string_view text);

}  // namespace nutgraf
