// Cutting a sentence to fit.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "nutgraf/document.h"
#include "summarize/clause.h"

namespace nutgraf {

// The sentence's content up to what is pasted into it.
std::string_view before_pasted(const Document& document, const Sentence& sentence);

// The last border of a clause, or else of a phrase, in the later part of the first `fits` bytes of the sentence's
// content; `fits` if there is none.
std::size_t end_of_clause(std::span<const Border> borders, const Sentence& sentence, std::size_t fits);

}  // namespace nutgraf
