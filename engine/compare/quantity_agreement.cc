#include <algorithm>
#include <cmath>

#include "compare/quantity.h"

namespace nutgraf {
namespace {

// How far two numbers for one thing may be apart, by their size.
constexpr double kRounded = 0.05;    // if one looks rounded, or units were converted
constexpr double kAboutApart = 0.1;  // if one is "about"
constexpr double kNearlyApart = 0.12;
constexpr double kAtLeastApart = 0.5;  // "at least 12" says nothing against 15, but something against 50

struct Bounds {
  double low = 0;
  double high = 0;
};

// The values that the quantity leaves open.
Bounds bounds(const Quantity& quantity, bool loose) {
  const double size = std::max(std::abs(quantity.low), std::abs(quantity.high));
  double around = std::min(quantity.step, kRounded * size);
  if (loose) around = std::max(around, kRounded * size);
  if ((quantity.phrases & kAbout) != 0)
    around = std::max({around, kAboutApart * size, std::min(quantity.step, 2 * kAboutApart * size)});
  Bounds bounds{.low = quantity.low - around, .high = quantity.high + around};
  if ((quantity.phrases & kNearly) != 0)
    bounds = {.low = quantity.low - std::max(quantity.step, kNearlyApart * size), .high = quantity.high};
  if ((quantity.phrases & kAtLeast) != 0) bounds.high = quantity.high + kAtLeastApart * size;
  if ((quantity.phrases & kAtMost) != 0) bounds.low = quantity.low - kAtLeastApart * size;
  return bounds;
}

}  // namespace

bool agree(const Quantity& a, const Quantity& b) {
  const bool converted = a.unit.factor != b.unit.factor;
  const Bounds x = bounds(a, converted);
  const Bounds y = bounds(b, converted);
  constexpr double kNoise = 1e-9;
  const double size = std::max(std::abs(x.high), std::abs(y.high)) * kNoise;
  if (x.low <= y.high + size && y.low <= x.high + size) return true;
  // "2 percent" is what 1.7 percent is when it is rounded; nobody rounds the dead.
  const double rounded = a.unit.measure != 0 && a.digit != b.digit ? std::max(a.digit, b.digit) / 2 : 0;
  return std::abs(a.low - b.low) <= rounded + size && std::abs(a.high - b.high) <= rounded + size;
}

}  // namespace nutgraf
