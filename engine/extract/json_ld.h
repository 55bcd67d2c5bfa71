// What a page's JSON-LD says of its article.
//
//   JsonLd found = read_json_ld(script);   // the content of a <script type="application/ld+json">
//   found.headline
#pragma once

#include <string>
#include <string_view>

namespace nutgraf {

struct JsonLd {
  bool article = false;  // the fields below are those of an article, not of the page or the site
  std::string headline;
  std::string outlet;
  std::string url;
  std::string published;
  std::string language;
  std::string body;
};

// All fields are empty if `json` is broken or says nothing of the kind.
JsonLd read_json_ld(std::string_view json);

}  // namespace nutgraf
