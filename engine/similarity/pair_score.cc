#include "similarity/pair_score.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace nutgraf {
namespace {

// Made by models/recipe/stories/train.py.
constexpr float kBias = -6.66F;
constexpr float kTerms = 8.42F;
constexpr float kTermsRoot = 12.04F;
constexpr float kLead = 1.93F;
constexpr float kLeadRoot = 3.31F;
constexpr float kDays = -1.5F;  // times ln(1 + days)

constexpr float kSecondsPerDay = 86400;

}  // namespace

PairScore compare_profiles(const Profile& a, const Profile& b) {
  double terms = 0;
  double lead = 0;
  for (auto i = a.terms.begin(), j = b.terms.begin(); i != a.terms.end() && j != b.terms.end();) {
    if (i->hash == j->hash) {
      const double product = double{i->rarity * kRarityUnit} * (j->rarity * kRarityUnit);
      terms += product * damped(i->count) * damped(j->count);
      if (i->lead && j->lead) lead += product;
      ++i;
      ++j;
    } else {
      const bool first = i->hash < j->hash;
      i += first ? 1 : 0;
      j += first ? 0 : 1;
    }
  }
  const auto cosine = [](double product, float a_length, float b_length) {
    const double lengths = double{a_length} * b_length;
    return lengths > 0 ? static_cast<float>(std::min(product / lengths, 1.0)) : 0;
  };
  PairScore score{.terms = cosine(terms, a.length, b.length), .lead = cosine(lead, a.lead_length, b.lead_length)};
  if (a.published && b.published)
    score.days = static_cast<float>(std::abs(*a.published - *b.published)) / kSecondsPerDay;
  score.log_odds = std::clamp(kBias + kTerms * score.terms + kTermsRoot * std::sqrt(score.terms) + kLead * score.lead +
                                  kLeadRoot * std::sqrt(score.lead) + kDays * std::log1p(score.days),
                              kLeastLogOdds, kMostLogOdds);
  return score;
}

}  // namespace nutgraf
