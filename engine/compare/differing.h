// Where two reports tell the same fact otherwise.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "compare/alignment.h"
#include "compare/reading.h"
#include "nutgraf/compare.h"

namespace nutgraf {

struct DifferingPart {
  std::uint32_t clause = 0;
  std::size_t begin = 0;  // byte offsets into the article's text
  std::size_t end = 0;
};

struct FoundDifference {
  DifferenceKind kind = DifferenceKind::kFigure;
  DifferingPart a;
  DifferingPart b;
  double score = 0;
};

// Each adds what it finds to `differences`.

// Quantities of the same things, in clauses that tell of the same, that can't both be true. One that the other report
// has somewhere else too is no difference.
void find_differing_figures(const ReadReport& a, const ReadReport& b, const Alignment& alignment,
                            std::vector<FoundDifference>& differences);

// Days on which the same is told to have happened.
void find_differing_days(const ReadReport& a, const ReadReport& b, const Alignment& alignment,
                         std::vector<FoundDifference>& differences);

// Names in the same place of the same sentence, neither of which is anywhere in the other report.
void find_differing_names(const ReadReport& a, const ReadReport& b, const Alignment& alignment,
                          std::vector<FoundDifference>& differences);

// The same quotation of two speakers, the same statement of two others.
void find_differing_attributions(const ReadReport& a, const ReadReport& b, const Alignment& alignment,
                                 std::vector<FoundDifference>& differences);

// The same statement, once with a negation.
void find_differing_statements(const ReadReport& a, const ReadReport& b, const Alignment& alignment,
                               std::vector<FoundDifference>& differences);

}  // namespace nutgraf
