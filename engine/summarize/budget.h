// What a summary may hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "nutgraf/summarize.h"

namespace nutgraf {

// SIZE_MAX where there is no limit.
struct Budget {
  std::size_t sentences = SIZE_MAX;
  std::size_t words = SIZE_MAX;
  std::size_t characters = SIZE_MAX;  // one between two sentences counted in
  std::size_t enough = SIZE_MAX;      // words after which no further sentence is taken
};

// The limits that are given, or the default; `ratio` is of so many sentences.
Budget budget_of(const SummaryOptions& options, std::size_t body_sentences);

// The end of the longest start of `text` that has at most so many words and characters, without white space behind.
std::size_t fitting_end(std::string_view text, std::size_t words, std::size_t characters);

}  // namespace nutgraf
