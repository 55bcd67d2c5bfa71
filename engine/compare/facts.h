// What several reports tell, and what only one of them does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "compare/alignment.h"
#include "compare/reading.h"
#include "nutgraf/compare.h"

namespace nutgraf {

// The alignment of each two reports, by the first, then the second.
struct PairAlignment {
  std::uint32_t a = 0;  // reports
  std::uint32_t b = 0;
  Alignment alignment;
};

// Where the alignment of reports a < b is among those of `reports` reports.
constexpr std::size_t pair_index(std::size_t a, std::size_t b, std::size_t reports) {
  return a * (2 * reports - a - 1) / 2 + (b - a - 1);
}

// Clauses that are linked, directly or by others between them that are as alike, are one fact. In order: the most told
// first, of those the ones that are told earliest. Places are in reports, not yet in documents.
std::vector<SharedFact> find_shared(std::span<const ReadReport> reports, std::span<const PairAlignment> pairs);

// Clauses that are linked to none, with what they have of terms that no other report has. Report after report, the
// weightiest first.
std::vector<OnlyFact> find_only(std::span<const ReadReport> reports, std::span<const PairAlignment> pairs);

}  // namespace nutgraf
