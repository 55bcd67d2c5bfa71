// Invented articles for the tests of the command.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace nutgraf {

inline constexpr std::string_view kHarbour =
    "The port of Veld reopened on Monday after nine days of repairs to its northern lock. "
    "Forty ships had waited in the bay while divers replaced the gate. "
    "Harbour master Ona Weir said the first grain freighters would be unloaded before noon. "
    "Bakers in the old town had begun to ration flour last Thursday. "
    "The city council will vote next week on money for a second lock. "
    "Engineers blame a crack that an inspection in spring had missed.\n";

// A JSON Lines record, a different report for each number.
inline std::string record(std::size_t number) {
  return fmt::format(
      R"({{"id":"veld-{0}","title":"Ferry {0} returns","text":"Ferry {0} returned to Veld on day {1} with {2} passengers. )"
      R"(Its engine had failed off the cape near buoy {3}. A tug from Marrow brought the ferry home at dawn. )"
      R"(The company promised refunds to all {2} passengers.","outlet":"Veld Courier"}})"
      "\n",
      number, number % 28 + 1, number * 7 % 400 + 20, number % 13);
}

inline std::string records(std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += record(i);
  return all;
}

}  // namespace nutgraf
