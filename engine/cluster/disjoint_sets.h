// Which of numbered things are connected (union-find; Tarjan 1975, path halving).
//
//   DisjointSets sets(4);
//   sets.join(3, 1);
//   sets.lowest(3);   // 1
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ranges>
#include <vector>

namespace nutgraf {

class DisjointSets {
 public:
  explicit DisjointSets(std::size_t size) : leader_(size) {
    std::ranges::copy(std::views::iota(0U, static_cast<std::uint32_t>(size)), leader_.begin());
  }

  // The lowest number in the set of `item`.
  std::uint32_t lowest(std::uint32_t item) {
    while (leader_[item] != item) item = leader_[item] = leader_[leader_[item]];
    return item;
  }

  void join(std::uint32_t a, std::uint32_t b) {
    a = lowest(a);
    b = lowest(b);
    leader_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> leader_;  // a lower number of the same set; the lowest has its own
};

}  // namespace nutgraf
