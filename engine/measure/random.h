// Integers at random, the same for a seed with every compiler and on every machine. (Draw once in a call's arguments:
// their order is the compiler's.)
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>

namespace nutgraf {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  std::size_t below(std::size_t n) { return engine_() % n; }
  bool one_in(std::size_t n) { return below(n) == 0; }

  template <class List>
  const auto& pick(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace nutgraf
