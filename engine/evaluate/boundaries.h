// Counting how well found sentences match gold ones.
//
//   BoundaryCounts counts;
//   counts.add(text, gold, found);
//   counts.all.f1();
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "nutgraf/segment.h"

namespace nutgraf {

// Precision and recall of one kind of thing.
struct Matches {
  std::size_t gold = 0;
  std::size_t found = 0;
  std::size_t correct = 0;

  // Of nothing: 1.
  [[nodiscard]] double precision() const { return share(correct, found); }
  [[nodiscard]] double recall() const { return share(correct, gold); }
  [[nodiscard]] double f1() const { return share(2 * correct, gold + found); }

  static double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

struct BoundaryCounts {
  Matches all;        // boundaries inside the texts
  Matches in_line;    // those without a line break in the white space behind them
  Matches sentences;  // with both ends
  std::size_t cases = 0;
  std::size_t exact_cases = 0;

  // Counts one text. The spans are in order, without white space at their ends.
  void add(std::string_view text, std::span<const Span> gold, std::span<const Span> found);
};

}  // namespace nutgraf
