// What befell what is counted: "12 dead", "killed 12 people", "12 people were injured".
#pragma once

#include <vector>

#include "compare/quantity.h"
#include "compare/report.h"

namespace nutgraf {

// Fills Quantity::event: the nearest word for an event behind the number, up to the next mark, conjunction or number;
// else in front of it, likewise; else anywhere in its clause.
void find_events(const Report& report, std::vector<Quantity>& quantities);

// Marks counts in a row that the same befell as parts of a whole: "three firefighters and two residents were hurt".
void mark_lists(const Report& report, std::vector<Quantity>& quantities);

}  // namespace nutgraf
