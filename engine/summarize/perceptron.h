// A perceptron with one hidden layer of rectified units: the numbers of a thing -> one number.
//
//   output = second . max(0, first^T x' + bias) + offset,   x' = clamp((x - mean) * factor, -kMaxInput, kMaxInput)
//
// Each unit is summed by itself, input after input and without fused multiply-add: the same bits on every processor.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace nutgraf {

// Inputs farther than this many deviations from the mean were hardly seen in training.
inline constexpr float kMaxInput = 6;

// Numbers of many things by columns: number i of thing t is columns[i * padded(things) + t]. What the numbers behind
// the last thing are does not matter.
constexpr std::size_t padded(std::size_t things) { return (things + 7) / 8 * 8; }

// A view of weights that lie in a model file.
struct Perceptron {
  std::span<const float> mean;    // of each input that is scaled; those behind them are taken as they are
  std::span<const float> factor;  // 1 / deviation
  std::span<const float> first;   // a row of hidden() an input
  std::span<const float> bias;
  std::span<const float> second;
  float offset = 0;

  [[nodiscard]] std::size_t hidden() const { return bias.size(); }
  [[nodiscard]] std::size_t inputs() const { return first.size() / hidden(); }

  // Brings rows of mean.size() numbers to x', as the first of rows of inputs().
  void scale(std::span<const float> numbers, std::span<float> rows) const;

  // The output of each row of inputs that are scaled. `units` is scratch.
  void apply(std::span<const float> rows, std::vector<float>& units, std::vector<float>& outputs) const;

  // The same of columns of numbers that are not scaled yet, mean.size() being inputs(): a column of padded() outputs.
  void apply_to_columns(std::span<const float> columns, std::vector<float>& outputs) const;
};

}  // namespace nutgraf
