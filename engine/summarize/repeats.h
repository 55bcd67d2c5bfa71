// What needs no saying: because it is said, or because it no longer holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "summarize/report_collection.h"
#include "text/numbering.h"

namespace nutgraf {

// The sentences that a summary has, and whether another would repeat one of them. Not thread-safe: one per thread.
class Repeats {
 public:
  void clear();
  void add(const ReportCollection& collection, const ReportSentence& sentence);

  // Whether most of its terms are in one sentence of the summary, or a whole clause of it is, word for word.
  [[nodiscard]] bool has(const ReportCollection& collection, const ReportSentence& sentence) const;

 private:
  std::vector<ReportSentence> said_;
  Numbering clauses_;  // each run of so many words in them
};

// Whether a report that was published later says nearly the same with other figures, in a sentence that stands alone.
// Figures are those written in digits; where a time is not known, nothing is later.
bool is_superseded(const ReportCollection& collection, const ReportSentence& sentence);

}  // namespace nutgraf
