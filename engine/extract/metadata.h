// What a page says of itself: title, outlet, address, date, language.
//
//   Metadata metadata = read_metadata(page.root());
//
// Each field is taken from the first of these that has it: the page's JSON-LD (an article's object), OpenGraph and
// other <meta> elements, <link>, <time> and microdata, the page as it is shown (<h1>, <title>).
#pragma once

#include <string>

#include "extract/page.h"

namespace nutgraf {

struct Metadata {
  std::string title;
  std::string outlet;
  std::string url;
  std::string published;
  std::string language;
  std::string body;  // the text that JSON-LD gives ("articleBody"), for pages that show it by script only
};

Metadata read_metadata(Nodes root);

}  // namespace nutgraf
