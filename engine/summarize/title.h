// What the title of an article tells.
#pragma once

#include <algorithm>
#include <cstdint>

#include "nutgraf/document.h"

namespace nutgraf {

// Whether the article's title has a term, an index into Document::terms.
inline bool is_in_title(const Document& document, std::uint32_t term) {
  return std::ranges::find(document.title_terms, document.terms[term].hash) != document.title_terms.end();
}

}  // namespace nutgraf
