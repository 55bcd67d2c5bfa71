#include "json_lines.h"

#include <string_view>
#include <utility>

#include "render/json_string.h"

namespace nutgraf::bench {

void append_json_line(const Article& article, std::string& out) {
  char before = '{';
  for (const auto& [name, value] : {std::pair<std::string_view, const std::string&>{"id", article.id},
                                    {"title", article.title},
                                    {"outlet", article.outlet},
                                    {"url", article.url},
                                    {"published", article.published},
                                    {"language", article.language},
                                    {"text", article.text}}) {
    if (value.empty()) continue;
    out += std::exchange(before, ',');
    append_json_string(name, out);
    out += ':';
    append_json_string(value, out);
  }
  out += "}\n";
}

}  // namespace nutgraf::bench
