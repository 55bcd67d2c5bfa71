// The inner product of two vectors of one size, summed in eight lanes, so that compilers can use vector instructions
// and every processor gives the same bits.
#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace nutgraf {

inline float dot_product(std::span<const float> a, std::span<const float> b) {
  constexpr std::size_t kLanes = 8;
  std::array<float, kLanes> lanes{};
  std::size_t at = 0;
  for (; at + kLanes <= a.size(); at += kLanes)
    for (std::size_t lane = 0; lane < kLanes; ++lane) lanes[lane] += a[at + lane] * b[at + lane];
  for (; at < a.size(); ++at) lanes[0] += a[at] * b[at];
  return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
}

}  // namespace nutgraf
