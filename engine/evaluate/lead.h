// The lead: the baseline that summaries of news have to beat. The first sentences of the report.
//
//   lead({&document, 1}, {.sentences = 3})   // three lines
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "nutgraf/document.h"

namespace nutgraf {

struct LeadBudget {
  std::size_t sentences = SIZE_MAX;
  std::size_t words = SIZE_MAX;  // counted as in Sentence::words
};

// The body's first sentences, one a line; of several documents the first of each, then the second of each, and so on.
// The sentence in which the words run out is cut there: a lead is never short of its budget while there is text.
std::string lead(std::span<const Document> documents, const LeadBudget& budget);

// Appends `text` as one line: its line breaks become spaces.
void append_line(std::string_view text, std::string& lines);

}  // namespace nutgraf
