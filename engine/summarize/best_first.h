// Candidates to come, by value: a heap for lazy greedy selection (Minoux 1978).
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace nutgraf {

class BestFirst {
 public:
  struct Entry {
    double value = 0;
    std::uint32_t candidate = 0;
  };

  void clear() { heap_.clear(); }
  [[nodiscard]] bool empty() const { return heap_.empty(); }

  void push(double value, std::uint32_t candidate) {
    heap_.push_back({.value = value, .candidate = candidate});
    std::ranges::push_heap(heap_, worse);
  }

  // The one with the highest value; of equal ones the earlier.
  Entry pop() {
    std::ranges::pop_heap(heap_, worse);
    const Entry best = heap_.back();
    heap_.pop_back();
    return best;
  }

 private:
  static bool worse(const Entry& a, const Entry& b) {
    return a.value != b.value ? a.value < b.value : a.candidate > b.candidate;
  }

  std::vector<Entry> heap_;
};

}  // namespace nutgraf
