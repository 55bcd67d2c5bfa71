// Days that a report names: "October 3", "3 Oct. 2026", "on Tuesday".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "compare/report.h"

namespace nutgraf {

struct DayMention {
  std::size_t begin = 0;  // byte offsets into the article's text
  std::size_t end = 0;
  std::uint32_t clause = 0;
  std::uint32_t month = 0;    // 1-12; 0: not told
  std::uint32_t day = 0;      // of the month; 0: not told
  std::uint32_t weekday = 0;  // 1-7, Monday first; 0: not known
  bool far = false;           // more than a week from the report's day: no report would name only its weekday
  std::uint64_t act = 0;      // key of the verb that it goes with; 0: none found
};

// Replaces `days` by those of the report, in order, without those that only tell when something was said.
void read_days(const Report& report, std::vector<DayMention>& days);

// Whether both are the same day; nothing if it can't be told.
std::optional<bool> same_day(const DayMention& a, const DayMention& b);

}  // namespace nutgraf
