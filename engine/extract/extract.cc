#include "read/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace nutgraf {
namespace {

constexpr std::string_view kSpace = " \t\r\n\f";

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

Document parse(std::string_view page) {
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT | XML_PARSE_HUGE;
  return Document(htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8", kOptions));
}

std::string_view view(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : std::string_view(); }

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::ranges::find(names, name) != names.end();
}

std::string attribute(const xmlNode* node, const char* name) {
  const std::unique_ptr<xmlChar, decltype(xmlFree)> value(
      xmlGetProp(const_cast<xmlNode*>(node), reinterpret_cast<const xmlChar*>(name)), xmlFree);
  return std::string(view(value.get()));
}

// The node after `node` in document order, below `root`; without its children if `skip`. `leave` is called for each
// element that is behind the walk.
template <class Leave>
const xmlNode* step(const xmlNode* node, const xmlNode* root, bool skip, Leave&& leave) {
  if (!skip && node->type == XML_ELEMENT_NODE && node->children) return node->children;
  for (; node != root; node = node->parent) {
    leave(node);
    if (node->next) return node->next;
  }
  return nullptr;
}

// Appends `text` with each run of white space as one space, none at the start.
void append_folded(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t word = std::min(text.find_first_not_of(kSpace, at), text.size());
    if (word > at && !out.empty() && out.back() != ' ') out += ' ';
    const std::size_t end = std::min(text.find_first_of(kSpace, word), text.size());
    out.append(text.substr(word, end - word));
    at = end;
  }
}

std::string folded(std::string_view text) {
  std::string out;
  append_folded(text, out);
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string text_below(const xmlNode* root) {
  std::string out;
  for (const xmlNode* node = root; node; node = step(node, root, false, [](const xmlNode*) {})) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) append_folded(view(node->content), out);
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

// ---- what is never part of the report ----

constexpr std::array<std::string_view, 27> kDroppedTags = {
    "script", "style",  "noscript", "template",   "nav",    "aside",  "footer", "form",     "button",
    "select", "option", "input",    "textarea",   "label",  "iframe", "svg",    "canvas",   "object",
    "embed",  "video",  "audio",    "figcaption", "dialog", "menu",   "head",   "fieldset", "math"};

// Words of a class or an id that tell of what surrounds a report.
constexpr std::array<std::string_view, 32> kDroppedWords = {
    "comment", "comments", "share",      "sharing",     "social",     "cookie",      "cookies", "consent",
    "gdpr",    "related",  "newsletter", "subscribe",   "signup",     "promo",       "advert",  "advertisement",
    "ads",     "sidebar",  "breadcrumb", "breadcrumbs", "pagination", "popup",       "modal",   "banner",
    "footer",  "nav",      "navbar",     "menu",        "caption",    "recommended", "byline",  "disqus"};

// Calls `found` for each word of a class or id: "js-shareBar" has js, share and bar.
template <class Found>
bool any_word(std::string_view value, Found&& found) {
  std::string word;
  const auto test = [&] { return !word.empty() && found(std::string_view(word)); };
  for (const char c : value) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    if (upper || !lower) {
      if (test()) return true;
      word.clear();
    }
    if (upper) word += static_cast<char>(c + 32);
    if (lower) word += c;
  }
  return test();
}

bool is_hidden(const xmlNode* node) {
  return xmlHasProp(const_cast<xmlNode*>(node), BAD_CAST "hidden") || attribute(node, "aria-hidden") == "true";
}

bool is_dropped(const xmlNode* node) {
  const std::string_view name = view(node->name);
  if (is_one_of(name, kDroppedTags)) return true;
  // A whole page or report is never dropped for a class like "has-comments".
  constexpr std::array<std::string_view, 4> kKept = {"html", "body", "main", "article"};
  if (!node->properties || is_one_of(name, kKept)) return false;
  // The page's header is navigation; a header inside an article holds its title.
  if (attribute(node, "role") == "navigation" || is_hidden(node)) return true;
  const auto dropped_word = [](std::string_view word) { return is_one_of(word, kDroppedWords); };
  return any_word(attribute(node, "class"), dropped_word) || any_word(attribute(node, "id"), dropped_word);
}

// ---- blocks: the page as a row of paragraphs ----

struct Block {
  std::string text;
  std::size_t linked = 0;           // bytes of text inside links
  const xmlNode* parent = nullptr;  // the element that the paragraph stands in
  bool heading = false;
  bool paragraph = false;  // <p> or the like, not text that happens to stand in a <div>

  [[nodiscard]] bool is_mostly_links() const { return linked * 2 > text.size(); }
};

constexpr std::array<std::string_view, 34> kBlockTags = {
    "html", "body",   "main",   "article", "section", "div",   "p",  "h1",         "h2",      "h3",     "h4", "h5",
    "h6",   "ul",     "ol",     "li",      "dl",      "dt",    "dd", "blockquote", "pre",     "table",  "tr", "td",
    "th",   "header", "figure", "center",  "tbody",   "thead", "hr", "address",    "details", "summary"};

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool is_paragraph(std::string_view name) {
  constexpr std::array<std::string_view, 5> kNames = {"p", "li", "blockquote", "pre", "dd"};
  return is_one_of(name, kNames);
}

// Collects the blocks below one element.
class BlockCollector {
 public:
  std::vector<Block> collect(const xmlNode* root) {
    block_element_ = root;
    for (const xmlNode* node = root; node;) {
      const bool skip = node != root && node->type == XML_ELEMENT_NODE && is_dropped(node);
      if (!skip) enter(node);
      node = step(node, root, skip, [this](const xmlNode* left) { leave(left); });
    }
    flush();
    return std::move(blocks_);
  }

 private:
  void enter(const xmlNode* node) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      const std::size_t before = block_.text.size();
      append_folded(view(node->content), block_.text);
      if (links_ > 0) block_.linked += block_.text.size() - before;
      if (!block_.text.empty()) breaks_ = 0;
    } else if (node->type == XML_ELEMENT_NODE) {
      const std::string_view name = view(node->name);
      if (name == "a") {
        ++links_;
      } else if (name == "br") {
        if (++breaks_ >= 2) flush();
        if (!block_.text.empty() && !block_.text.ends_with(' ')) block_.text += ' ';
      } else if (is_one_of(name, kBlockTags)) {
        flush();
        block_element_ = node;
      }
    }
  }

  void leave(const xmlNode* node) {
    if (node->type != XML_ELEMENT_NODE) return;
    const std::string_view name = view(node->name);
    if (name == "a") {
      if (links_ > 0 && !is_dropped(node)) --links_;
    } else if (is_one_of(name, kBlockTags)) {
      flush();
      block_element_ = node->parent;
    }
  }

  void flush() {
    while (block_.text.ends_with(' ')) block_.text.pop_back();
    if (!block_.text.empty()) {
      const std::string_view name = view(block_element_->name);
      block_.heading = is_heading(name);
      block_.paragraph = is_paragraph(name);
      block_.parent = block_.paragraph || block_.heading ? block_element_->parent : block_element_;
      blocks_.push_back(std::move(block_));
    }
    block_ = {};
    breaks_ = 0;
  }

  std::vector<Block> blocks_;
  Block block_;
  const xmlNode* block_element_ = nullptr;
  std::size_t links_ = 0;   // how many <a> the walk is inside of
  std::size_t breaks_ = 0;  // <br> in a row
};

constexpr std::size_t kShortBlock = 40;  // bytes: shorter paragraphs are captions and labels as often as not

// The element whose own paragraphs hold the most text; a paragraph counts half for the element around its own.
const xmlNode* best_container(std::span<const Block> blocks, const xmlNode* body) {
  std::unordered_map<const xmlNode*, std::size_t> scores;
  const xmlNode* best = body;
  std::size_t best_score = 0;
  for (const Block& block : blocks) {
    if (block.heading || block.text.size() < kShortBlock || block.is_mostly_links()) continue;
    const std::size_t mass = (block.text.size() - block.linked) * (block.paragraph ? 2 : 1);
    std::size_t share = mass;
    const xmlNode* node = block.parent;
    for (int level = 0; level < 3 && node && node->type == XML_ELEMENT_NODE; ++level, node = node->parent) {
      const std::size_t score = scores[node] += share;
      if (score > best_score) {
        best = node;
        best_score = score;
      }
      share /= 2;
    }
  }
  return best;
}

std::string join(std::span<const Block> blocks) {
  std::string text;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    if (block.is_mostly_links()) continue;
    // A heading without a paragraph below it heads something that was left out.
    if (block.heading && (i + 1 == blocks.size() || blocks[i + 1].heading || blocks[i + 1].is_mostly_links())) continue;
    if (!text.empty()) text += "\n\n";
    text += block.text;
  }
  return text;
}

// ---- metadata ----

struct Metadata {
  std::string og_title, title, h1, og_site, canonical, og_url, published, json_date, time, language, json_outlet;
};

void set_once(std::string& field, std::string value) {
  if (field.empty()) field = folded(value);
}

std::string find_string(simdjson::dom::element root, std::initializer_list<std::string_view> path) {
  for (const std::string_view key : path) {
    if (root[key].get(root)) return {};
  }
  std::string_view value;
  return root.get(value) ? std::string() : std::string(value);
}

void read_json_ld(const xmlNode* script, Metadata& metadata) {
  std::string json;
  for (const xmlNode* node = script->children; node; node = node->next) json += view(node->content);
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.parse(json).get(root)) return;
  std::vector<simdjson::dom::element> candidates{root};
  simdjson::dom::array list;
  if (!root.get(list) || !root["@graph"].get(list)) candidates.assign(list.begin(), list.end());
  for (const simdjson::dom::element& candidate : candidates) {
    set_once(metadata.json_date, find_string(candidate, {"datePublished"}));
    if (!metadata.json_date.empty()) set_once(metadata.json_outlet, find_string(candidate, {"publisher", "name"}));
  }
}

void read_meta(const xmlNode* node, Metadata& metadata) {
  std::string name = attribute(node, "property");
  if (name.empty()) name = attribute(node, "name");
  if (name.empty()) name = attribute(node, "itemprop");
  const auto content = [&] { return attribute(node, "content"); };
  if (name == "og:title") set_once(metadata.og_title, content());
  if (name == "og:site_name") set_once(metadata.og_site, content());
  if (name == "og:url") set_once(metadata.og_url, content());
  if (name == "article:published_time" || name == "datePublished") set_once(metadata.published, content());
}

Metadata read_metadata(const xmlNode* root) {
  Metadata metadata;
  for (const xmlNode* node = root; node; node = step(node, root, false, [](const xmlNode*) {})) {
    if (node->type != XML_ELEMENT_NODE) continue;
    const std::string_view name = view(node->name);
    if (name == "meta") {
      read_meta(node, metadata);
    } else if (name == "html") {
      set_once(metadata.language, attribute(node, "lang"));
    } else if (name == "title") {
      if (metadata.title.empty()) metadata.title = text_below(node);
    } else if (name == "h1") {
      if (metadata.h1.empty()) metadata.h1 = text_below(node);
    } else if (name == "link") {
      if (attribute(node, "rel") == "canonical") set_once(metadata.canonical, attribute(node, "href"));
    } else if (name == "time") {
      set_once(metadata.time, attribute(node, "datetime"));
    } else if (name == "script" && attribute(node, "type") == "application/ld+json") {
      read_json_ld(node, metadata);
    }
  }
  return metadata;
}

// The first that is not empty.
std::string first_of(std::initializer_list<std::string> values) {
  const auto* found = std::ranges::find_if(values, [](const std::string& value) { return !value.empty(); });
  return found == values.end() ? std::string() : *found;
}

}  // namespace

Result<void> extract(std::string_view page, Article& article) {
  const Document document = parse(page);
  const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  std::vector<Block> blocks;
  if (root) {
    Metadata metadata = read_metadata(root);
    article.title = first_of({metadata.og_title, metadata.h1, metadata.title});
    article.outlet = first_of({metadata.og_site, metadata.json_outlet});
    article.url = first_of({metadata.canonical, metadata.og_url});
    article.published = first_of({metadata.published, metadata.json_date, metadata.time});
    article.language = std::move(metadata.language);
    blocks = BlockCollector().collect(root);
  }
  if (const xmlNode* container = root ? best_container(blocks, root) : nullptr; container != root) {
    std::vector<Block> inside = BlockCollector().collect(container);
    article.text = join(inside);
  } else {
    article.text = join(blocks);
  }
  if (article.text.empty()) {
    return std::unexpected(Error{.code = ErrorCode::kEmpty,
                                 .message = "no text: the page has no paragraph of its own; if it is no HTML, say so "
                                            "with the format option",
                                 .file = {},
                                 .line = 0});
  }
  return {};
}

}  // namespace nutgraf
