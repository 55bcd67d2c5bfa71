// The names that the articles of a story share: runs of words with capitals inside sentences.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "nutgraf/document.h"

namespace nutgraf {

// The names that most articles have, then those that are written most often; `most` at most, and none that only one of
// several articles has. A name that is the end of a longer one ("Weir" of "Ona Weir") counts for that.
std::vector<std::string> find_key_names(std::span<const Document> documents, std::size_t most);

}  // namespace nutgraf
