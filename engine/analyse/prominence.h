// How much each sentence counts for what its article is about. News tells the most important first: the n-th sentence
// of the body counts 3 / (n + 2), the title 5/3. (On pairs of news articles in five languages, judged by people, that
// is better than equal shares and than 1 over n or its root.) What surrounds a report on its page counts
// nothing, unless it has run into a sentence of the report.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "nutgraf/document.h"

namespace nutgraf {

// The prominence of Article::title, which is outside the text; in the text, it counts only if there is none.
inline constexpr float kTitleProminence = 5.0F / 3;

// That of the n-th sentence of a report, from 1.
constexpr float prominence_of(std::size_t n) { return 3 / (static_cast<float>(n) + 2); }

// One number a sentence. An article without a body has all its sentences for one.
void find_prominence(const Document& document, std::vector<float>& prominence);

}  // namespace nutgraf
