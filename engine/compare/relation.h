// How alike two articles are as wholes, and what that makes of them.
#pragma once

#include <span>

#include "compare/alignment.h"
#include "compare/copied.h"
#include "compare/reading.h"
#include "nutgraf/compare.h"

namespace nutgraf {

// Fills all but the documents' numbers and `content`, which is the reader's to know, and the relation.
void measure_similarity(const ReadReport& a, const ReadReport& b, const Alignment& alignment,
                        std::span<const CopiedRun> runs, ArticleSimilarity& similarity);

Relation relation_of(const ArticleSimilarity& similarity);

// Whether most of a passage stands between quotation marks.
bool is_quoted(const ReadReport& report, std::uint32_t first_word, std::uint32_t words);

}  // namespace nutgraf
