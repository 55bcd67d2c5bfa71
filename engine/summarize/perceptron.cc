#include "summarize/perceptron.h"

#include <algorithm>

#include "summarize/weighted_rows.h"

namespace nutgraf {

void Perceptron::scale_inputs(std::span<float> inputs) const {
  for (std::size_t i = 0; i < mean.size(); ++i) {
    const float input = (inputs[i] - mean[i]) * scale[i];
    const float above = input < -kMaxInput ? -kMaxInput : input;
    inputs[i] = above > kMaxInput ? kMaxInput : above;
  }
}

float Perceptron::operator()(std::span<const float> inputs, std::vector<float>& units) const {
  units.assign(bias.begin(), bias.end());
  add_weighted_rows(inputs, first, units);
  float output = offset;
  for (std::size_t h = 0; h < units.size(); ++h) output += std::max(units[h], 0.0F) * second[h];
  return output;
}

}  // namespace nutgraf
