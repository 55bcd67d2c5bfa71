// Counts for people: 1234567 -> "1,234,567".
#pragma once

#include <cstddef>
#include <string>

namespace nutgraf::cli {

inline std::string with_thousands(std::size_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

}  // namespace nutgraf::cli
