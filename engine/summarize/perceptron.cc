#include "summarize/perceptron.h"

#include <algorithm>
#include <cstring>

#include "summarize/weighted_rows.h"
#include "widest_vectors.h"

namespace nutgraf {
namespace {

using Lanes [[gnu::vector_size(32)]] = float;
constexpr std::size_t kLanes = sizeof(Lanes) / sizeof(float);

// x = clamp((x - mean) * factor, -kMaxInput, kMaxInput), of eight numbers or one. By reference, since vectors of 32
// bytes have no way to be passed that all processors know.
template <class Numbers, class Of>
void scale(const Of& mean, const Of& factor, Numbers& x) {
  x = (x - mean) * factor;
  x = x < -kMaxInput ? Numbers{} - kMaxInput : x;
  x = x > kMaxInput ? Numbers{} + kMaxInput : x;
}

// The same of the numbers at `i`, eight with Lanes or one with float.
template <class Numbers>
void scale_at(std::size_t i, const float* mean, const float* factor, const float* numbers, float* scaled) {
  Numbers x;
  Numbers centre;
  Numbers by;
  std::memcpy(&x, numbers + i, sizeof x);
  std::memcpy(&centre, mean + i, sizeof centre);
  std::memcpy(&by, factor + i, sizeof by);
  scale(centre, by, x);
  std::memcpy(scaled + i, &x, sizeof x);
}

void scale_row(std::span<const float> mean, std::span<const float> factor, const float* numbers, float* scaled) {
  const std::size_t size = mean.size();
  std::size_t i = 0;
  for (; i + kLanes <= size; i += kLanes) scale_at<Lanes>(i, mean.data(), factor.data(), numbers, scaled);
  if (i < size && size > kLanes) {  // some of them again
    scale_at<Lanes>(size - kLanes, mean.data(), factor.data(), numbers, scaled);
    return;
  }
  for (; i < size; ++i) scale_at<float>(i, mean.data(), factor.data(), numbers, scaled);
}

// Adds what `kUnits` units from `unit` on, kept in registers, give to the outputs of kLanes things.
template <std::size_t kUnits>
void add_units(const Perceptron& perceptron, const float* columns, std::size_t stride, std::size_t unit,
               Lanes& outputs) {
  Lanes units[kUnits];
  for (std::size_t u = 0; u < kUnits; ++u) units[u] = Lanes{} + perceptron.bias[unit + u];
  for (std::size_t i = 0; i < perceptron.mean.size(); ++i) {
    Lanes x;
    std::memcpy(&x, columns + i * stride, sizeof x);
    scale(perceptron.mean[i], perceptron.factor[i], x);
    const float* const weights = &perceptron.first[i * perceptron.hidden() + unit];
    for (std::size_t u = 0; u < kUnits; ++u) units[u] += weights[u] * x;
  }
  for (std::size_t u = 0; u < kUnits; ++u) outputs += (units[u] < 0 ? Lanes{} : units[u]) * perceptron.second[unit + u];
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

void Perceptron::apply_to_columns(std::span<const float> columns, std::vector<float>& outputs) const {
  constexpr std::size_t kTogether = 8;
  const std::size_t stride = columns.size() / mean.size();
  outputs.resize(stride);
  with_widest_vectors([&] {
    for (std::size_t thing = 0; thing < stride; thing += kLanes) {
      Lanes sums = Lanes{} + offset;
      std::size_t unit = 0;
      for (; unit + kTogether <= hidden(); unit += kTogether)
        add_units<kTogether>(*this, &columns[thing], stride, unit, sums);
      for (; unit < hidden(); ++unit) add_units<1>(*this, &columns[thing], stride, unit, sums);
      std::memcpy(&outputs[thing], &sums, sizeof sums);
    }
  });
}

}  // namespace nutgraf
