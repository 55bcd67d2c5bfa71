// What only tells who spoke, and says nothing of what was said: that stands in another sentence or block.
//
//   "Ilse Marrow, the harbour master, said in a statement."
//   "Marrow wrote in a letter." "The mayor said on Monday." "Weir told reporters."
#pragma once

#include <cstddef>

#include "analyse/sentence_form.h"

namespace nutgraf {

inline constexpr std::size_t kLongestAttribution = 12;  // words

// How many words at the sentence's start are an attribution: somebody, a verb of speech, and where or when. They reach
// to the sentence's end, to a comma, or from the verb to a clause ("Marrow replied as crews left"); 0 if it opens with
// none, or has a quotation of its own.
std::size_t attribution_at_start(const SentenceForm& form);

}  // namespace nutgraf
