// Whether a sentence ends at a gap: a logistic model over the features of gap.h.
//
// Its weights are data: one int8 a feature, in sixteenths, made by models/recipe/segment.
#pragma once

#include <cstdint>
#include <span>

#include "segment/gap.h"

namespace nutgraf {

// The weights built in: kGapWeights of them.
std::span<const std::int8_t, kGapWeights> gap_weights();

// The sum of the weights, in sixteenths; above 0 where the model says that a sentence ends.
inline int gap_score(const GapFeatures& features) {
  const auto weights = gap_weights();
  int score = 0;
  for (const std::uint16_t feature : features) score += weights[feature];
  return score;
}

// Whether a sentence ends at the gap: what the model says, unless it is not sure enough to overrule firm rules.
inline bool gap_ends_sentence(const GapFeatures& features, const Language& language, bool rule) {
  constexpr int kSure = 16;
  const int score = gap_score(features);
  return language.has_firm_rules() && score >= -kSure && score <= kSure ? rule : score > 0;
}

}  // namespace nutgraf
