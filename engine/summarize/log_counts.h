// Logarithms of counts, most of which are small: ln(1 + n), looked up.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace nutgraf {

class LogCounts {
 public:
  LogCounts() {
    for (std::size_t n = 0; n < small_.size(); ++n) small_[n] = std::log1p(static_cast<float>(n));
  }

  float operator()(std::size_t n) const { return n < small_.size() ? small_[n] : std::log1p(static_cast<float>(n)); }

 private:
  std::array<float, 128> small_{};
};

}  // namespace nutgraf
