#include "summarize/perceptron.h"

#include <algorithm>
#include <cstring>

#include "summarize/weighted_rows.h"
#include "widest_vectors.h"

namespace nutgraf {
namespace {

// clamp((x - mean) * factor, -kMaxInput, kMaxInput) of the numbers at `i`, eight with Lanes or one with float.
template <class Numbers>
void scale_at(std::size_t i, const float* mean, const float* factor, const float* numbers, float* scaled) {
  Numbers x;
  Numbers centre;
  Numbers by;
  std::memcpy(&x, numbers + i, sizeof x);
  std::memcpy(&centre, mean + i, sizeof centre);
  std::memcpy(&by, factor + i, sizeof by);
  x = (x - centre) * by;
  x = x < -kMaxInput ? Numbers{} - kMaxInput : x;
  x = x > kMaxInput ? Numbers{} + kMaxInput : x;
  std::memcpy(scaled + i, &x, sizeof x);
}

void scale_row(std::span<const float> mean, std::span<const float> factor, const float* numbers, float* scaled) {
  using Lanes [[gnu::vector_size(32)]] = float;
  constexpr std::size_t kLanes = sizeof(Lanes) / sizeof(float);
  const std::size_t size = mean.size();
  std::size_t i = 0;
  for (; i + kLanes <= size; i += kLanes) scale_at<Lanes>(i, mean.data(), factor.data(), numbers, scaled);
  if (i < size && size > kLanes) {  // some of them again
    scale_at<Lanes>(size - kLanes, mean.data(), factor.data(), numbers, scaled);
    return;
  }
  for (; i < size; ++i) scale_at<float>(i, mean.data(), factor.data(), numbers, scaled);
}

}  // namespace

void Perceptron::scale(std::span<const float> numbers, std::span<float> rows) const {
  with_widest_vectors([&] {
    for (std::size_t from = 0, to = 0; from < numbers.size(); from += mean.size(), to += inputs())
      scale_row(mean, factor, &numbers[from], &rows[to]);
  });
}

void Perceptron::apply(std::span<const float> rows, std::vector<float>& units, std::vector<float>& outputs) const {
  outputs.resize(rows.size() / inputs());
  units.resize(outputs.size() * hidden());
  with_widest_vectors([&] {
    for (std::size_t at = 0; at < units.size(); at += hidden())
      for (std::size_t h = 0; h < hidden(); ++h) units[at + h] = bias[h];
    add_weighted_rows(rows, first, hidden(), units);
    for (std::size_t i = 0; i < outputs.size(); ++i) {
      float output = offset;
      for (std::size_t h = 0; h < hidden(); ++h) output += std::max(units[i * hidden() + h], 0.0F) * second[h];
      outputs[i] = output;
    }
  });
}

}  // namespace nutgraf
