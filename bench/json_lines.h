// Articles -> JSON Lines, as the readers take them.
#pragma once

#include <string>

#include "nutgraf/article.h"

namespace nutgraf::bench {

// Appends the article as one line; empty fields are left out.
void append_json_line(const Article& article, std::string& out);

}  // namespace nutgraf::bench
