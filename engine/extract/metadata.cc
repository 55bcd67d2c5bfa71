#include "extract/metadata.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/json_ld.h"

namespace nutgraf {
namespace {

// A field, and how far its value is to be trusted: the lowest rank wins, and of the same rank the first.
class Candidate {
 public:
  void offer(int rank, std::string_view value) {
    if (rank >= rank_) return;
    std::string text = folded(value);
    if (text.empty()) return;
    value_ = std::move(text);
    rank_ = rank;
  }
  [[nodiscard]] const std::string& value() const { return value_; }

 private:
  std::string value_;
  int rank_ = 100;
};

enum Field : std::uint8_t { kTitle, kOutlet, kUrl, kPublished, kLanguage, kFields };

struct MetaName {
  std::string_view name;  // of the attribute "property", "name" or "itemprop", in lower case
  Field field;
  int rank;
};

constexpr int kJsonLdRank = 1;

constexpr MetaName kMetaNames[] = {
    {"og:title", kTitle, 0},
    {"headline", kTitle, 2},
    {"twitter:title", kTitle, 3},
    {"dc.title", kTitle, 4},
    {"dcterms.title", kTitle, 4},
    {"og:site_name", kOutlet, 0},
    {"application-name", kOutlet, 2},
    {"dc.publisher", kOutlet, 3},
    {"dcterms.publisher", kOutlet, 3},
    {"og:url", kUrl, 2},
    {"twitter:url", kUrl, 3},
    {"article:published_time", kPublished, 0},
    {"og:article:published_time", kPublished, 0},
    {"datepublished", kPublished, 2},
    {"parsely-pub-date", kPublished, 3},
    {"sailthru.date", kPublished, 3},
    {"dc.date.issued", kPublished, 3},
    {"dcterms.created", kPublished, 3},
    {"dcterms.date", kPublished, 4},
    {"dc.date", kPublished, 4},
    {"pubdate", kPublished, 4},
    {"publishdate", kPublished, 4},
    {"publish-date", kPublished, 4},
    {"publication_date", kPublished, 4},
    {"date", kPublished, 5},
    {"og:locale", kLanguage, 3},
    {"content-language", kLanguage, 4},
    {"language", kLanguage, 5},
    {"dc.language", kLanguage, 5},
};

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return lower;
}

// "de_DE" as BCP 47; empty if it is no language at all.
std::string language_tag(std::string_view value) {
  std::string tag = folded(value);
  tag.resize(std::min(tag.find_first_of(",;. "), tag.size()));
  std::ranges::replace(tag, '_', '-');
  while (tag.ends_with('-')) tag.pop_back();
  const std::size_t primary = std::min(tag.find('-'), tag.size());
  const bool valid = primary >= 2 && primary <= 3 && tag.size() <= 35 && std::ranges::all_of(tag, [](char c) {
                       return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
                     });
  return valid ? tag : std::string();
}

std::string absolute_url(std::string_view value) {
  if (value.starts_with("//")) return "https:" + std::string(value);
  return value.starts_with("http://") || value.starts_with("https://") ? std::string(value) : std::string();
}

// "courier.example" of "https://www.courier.example/port".
std::string_view host_of(std::string_view url) {
  const std::size_t begin = url.find("://");
  if (begin == std::string_view::npos) return {};
  std::string_view host = url.substr(begin + 3);
  host = host.substr(0, host.find_first_of(":/?#"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return host;
}

// Letters and digits, in lower case where they are ASCII.
std::string squeezed(std::string_view text) {
  std::string out = in_lower_case(text);
  std::erase_if(out, [](char c) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    return !kept;
  });
  return out;
}

// "Port of Veld reopens | The Veld Courier" without the outlet's name, or whatever else follows the page's heading.
std::string without_outlet(std::string title, std::string_view heading, std::string_view outlet,
                           std::string_view host) {
  constexpr std::string_view kSeparators[] = {" | ", " - ", " \u2013 ", " \u2014 ", " \u00BB ", " \u00B7 ", " :: "};
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.rfind(separator);
    if (at == std::string::npos) continue;
    const std::string tail = squeezed(std::string_view(title).substr(at + separator.size()));
    const bool is_outlet =
        !tail.empty() && (tail == squeezed(outlet) || squeezed(host).find(tail) != std::string::npos);
    if (is_outlet || heading == std::string_view(title).substr(0, at)) title.resize(at);
  }
  return title;
}

class MetadataReader {
 public:
  Metadata read(Nodes root) {
    for (std::size_t i = 0; i < root.size(); ++i)
      if (!root[i].is_text()) read_element(root.subspan(i, root[i].size));
    Metadata metadata{.outlet = fields_[kOutlet].value(),
                      .url = fields_[kUrl].value(),
                      .published = fields_[kPublished].value(),
                      .language = fields_[kLanguage].value(),
                      .body = std::move(body_)};
    const std::string_view host = host_of(metadata.url);
    const std::string heading = best_heading();
    fields_[kTitle].offer(10, heading);
    fields_[kTitle].offer(11, page_title_);
    metadata.title = without_outlet(fields_[kTitle].value(), heading, metadata.outlet, host);
    if (metadata.outlet.empty()) metadata.outlet = host;
    return metadata;
  }

 private:
  void read_element(Nodes nodes) {
    const Node& node = nodes.front();
    const std::string_view name = node.name;
    if (name == "meta") {
      read_meta(node);
    } else if (name == "html") {
      fields_[kLanguage].offer(0, language_tag(attribute(node, "lang")));
      fields_[kLanguage].offer(1, language_tag(attribute(node, "xml:lang")));
    } else if (name == "title") {
      if (page_title_.empty()) page_title_ = text_below(nodes);
    } else if (name == "h1" || name == "h2") {
      std::string heading = text_below(nodes);
      if (first_h1_.empty() && name == "h1") first_h1_ = heading;
      if (!heading.empty()) headings_.push_back(std::move(heading));
    } else if (name == "link") {
      if (attribute(node, "rel") == "canonical") fields_[kUrl].offer(0, absolute_url(attribute(node, "href")));
    } else if (name == "time") {
      fields_[kPublished].offer(attribute(node, "itemprop") == "datePublished" ? 6 : 7, attribute(node, "datetime"));
    } else if (name == "script" && attribute(node, "type") == "application/ld+json") {
      read_script(nodes);
    }
  }

  void read_meta(const Node& node) {
    for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string name = in_lower_case(attribute(node, key));
      const auto* known = std::ranges::find(kMetaNames, name, &MetaName::name);
      if (known == std::end(kMetaNames)) continue;
      std::string value(attribute(node, "content"));
      if (known->field == kLanguage) value = language_tag(value);
      if (known->field == kUrl) value = absolute_url(value);
      fields_[known->field].offer(known->rank, value);
    }
  }

  void read_script(Nodes nodes) {
    std::string json;
    for (const Node& node : nodes) json += node.text;
    JsonLd found = read_json_ld(json);
    fields_[kTitle].offer(kJsonLdRank, found.headline);
    fields_[kOutlet].offer(kJsonLdRank, found.outlet);
    fields_[kUrl].offer(kJsonLdRank, absolute_url(found.url));
    fields_[kPublished].offer(kJsonLdRank, found.published);
    fields_[kLanguage].offer(2, language_tag(found.language));
    if (body_.empty()) body_ = std::move(found.body);
  }

  // The one that the page's title begins with, else the first <h1>: a logo may be an <h1> too.
  [[nodiscard]] std::string best_heading() const {
    const auto found = std::ranges::find_if(headings_, [&](const std::string& heading) {
      return page_title_.starts_with(heading) || fields_[kTitle].value().starts_with(heading);
    });
    return found == headings_.end() ? first_h1_ : *found;
  }

  std::array<Candidate, kFields> fields_;
  std::string page_title_;
  std::string first_h1_;
  std::vector<std::string> headings_;  // <h1> and <h2>
  std::string body_;
};

}  // namespace

Metadata read_metadata(Nodes root) { return MetadataReader().read(root); }

}  // namespace nutgraf
