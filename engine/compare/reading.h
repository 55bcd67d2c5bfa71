// All that is read of a report before it is set beside others.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "compare/day.h"
#include "compare/quantity.h"
#include "compare/quote.h"
#include "compare/report.h"

namespace nutgraf {

struct ReadReport : Report {
  std::vector<Quantity> quantities;
  std::vector<DayMention> days;
  Quotations quotations;
};

}  // namespace nutgraf
