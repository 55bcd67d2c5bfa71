// The clauses of two reports that tell the same, many to many.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "compare/pair_score.h"
#include "compare/reading.h"

namespace nutgraf {

struct Link {
  std::uint32_t a = 0;  // clauses
  std::uint32_t b = 0;
  float score = 0;
};

// Quotations of the two reports that have most of their words in common.
struct SameQuote {
  std::uint32_t a = 0;  // quotes
  std::uint32_t b = 0;
};

struct Alignment {
  std::size_t columns = 0;
  std::vector<float> scores;  // a row for each clause of the first report
  std::vector<Link> links;    // those that tell the same, by (a, b)

  std::vector<SameQuote> quotes;

  [[nodiscard]] float score(std::size_t a, std::size_t b) const { return scores[a * columns + b]; }
};

// A pair with a lower score is not linked.
inline constexpr double kLinked = 0.3;

void align(const ReadReport& a, const ReadReport& b, Alignment& alignment);

}  // namespace nutgraf
