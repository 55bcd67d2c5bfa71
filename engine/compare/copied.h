// Passages that two reports have word for word, wherever they stand in each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "compare/report.h"
#include "text/numbering.h"

namespace nutgraf {

struct CopiedRun {
  std::uint32_t a = 0;  // the first word in each report
  std::uint32_t b = 0;
  std::uint32_t words = 0;
};

// Not thread-safe: one per thread.
class CopyFinder {
 public:
  // Replaces `runs` by the longest passages of both, in the order of the second report; no word of either is in two.
  // Linear, but for words that are repeated over and over.
  void find(const Report& a, const Report& b, std::vector<CopiedRun>& runs);

 private:
  Numbering numbers_;
  std::vector<std::uint32_t> first_;  // of each numbered run of words: where it is in the first report
  std::vector<std::uint32_t> next_;   // of each position there: the next one with the same run
  std::vector<bool> used_;
};

}  // namespace nutgraf
