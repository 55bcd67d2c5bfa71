#include "compare/spelling.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace nutgraf {
namespace {

constexpr double kApart = 0.34;  // share of the bytes of the longer one that may be edited

// Bytes to insert, delete or replace (Levenshtein).
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

bool is_same_spelt(std::string_view a, std::string_view b) {
  return static_cast<double>(edits(a, b)) <= kApart * static_cast<double>(std::max(a.size(), b.size()));
}

}  // namespace nutgraf
