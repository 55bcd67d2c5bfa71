// What comparisons say in words, for people: shared by text and HTML.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "nutgraf/compare.h"

namespace nutgraf {

// A, B, ... Z, 27, 28, ...
std::string article_label(std::size_t document);

// "12 names, a quote": what an only-here fact has that is new; empty if only words are.
std::string what_is_new(const OnlyFact& fact);

// The relation of two articles and the reasons, one line: "same event: B tells 60 % of ..., ...".
std::string verdict(const ArticleSimilarity& similarity);

// "figure, newer in B"
std::string difference_heading(const Difference& difference);

}  // namespace nutgraf
