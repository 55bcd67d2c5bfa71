#include "similarity/pair_score.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>

#include "similarity/similarity.h"

namespace nutgraf {
namespace {

// Made by models/recipe/stories/train.py.
constexpr float kBias = -6.21F;
constexpr float kTerms = 7.74F;
constexpr float kTermsRoot = 11.57F;
constexpr float kLead = 0.83F;
constexpr float kLeadRoot = 3.34F;
constexpr float kDays = -1.5F;  // times ln(1 + days)

// Of short texts, chosen on fnc1_headlines (models/recipe/stories/README.md).
constexpr float kVectors = 10;
constexpr float kVectorBias = -4.5F;
constexpr float kExpanded = -2;  // expanded texts share more

constexpr float kSecondsPerDay = 86400;

// Sums over the terms that both have, in the order of their hashes.
struct Shared {
  double terms = 0;
  double lead = 0;

  void add(const ProfileTerm& a, const ProfileTerm& b) {
    const double product = double{a.rarity * kRarityUnit} * (b.rarity * kRarityUnit);
    terms += product * (double{damped(a.count)} * damped(b.count));
    if (a.lead && b.lead) lead += product;
  }
};

float cosine(double product, float a_length, float b_length) {
  const double lengths = double{a_length} * b_length;
  return lengths > 0 ? static_cast<float>(std::min(product / lengths, 1.0)) : 0;
}

// What is added for two short texts.
float score_short(const Profile& a, const Profile& b, PairScore& score) {
  const float both = std::sqrt(a.shortness * b.shortness);
  if (both == 0) return 0;
  float added = a.expanded && b.expanded ? kExpanded : 0;
  if (!a.vector.empty() && a.vector.size() == b.vector.size()) {
    score.vectors = static_cast<float>(nutgraf::cosine(a.vector, b.vector));
    added += kVectors * score.vectors + kVectorBias;
  }
  return both * added;
}

PairScore score_of(const Shared& shared, const Profile& a, const Profile& b) {
  PairScore score{.terms = cosine(shared.terms, a.length, b.length),
                  .lead = cosine(shared.lead, a.lead_length, b.lead_length)};
  if (a.published && b.published)
    score.days = static_cast<float>(std::abs(*a.published - *b.published)) / kSecondsPerDay;
  const float words = kBias + kTerms * score.terms + kTermsRoot * std::sqrt(score.terms) + kLead * score.lead +
                      kLeadRoot * std::sqrt(score.lead);
  score.log_odds =
      std::clamp(words + kDays * std::log1p(score.days) + score_short(a, b, score), kLeastLogOdds, kMostLogOdds);
  return score;
}

}  // namespace

PairScore compare_profiles(const Profile& a, const Profile& b) {
  Shared shared;
  for (auto i = a.terms.begin(), j = b.terms.begin(); i != a.terms.end() && j != b.terms.end();) {
    if (i->hash == j->hash) {
      shared.add(*i++, *j++);
    } else {
      const bool first = i->hash < j->hash;
      i += first ? 1 : 0;
      j += first ? 0 : 1;
    }
  }
  return score_of(shared, a, b);
}

void PairScorer::take(const Profile& profile) {
  profile_ = &profile;
  filter_.fill(0);
  slots_.assign(std::bit_ceil(2 * profile.terms.size() + 1), 0);
  for (std::size_t i = 0; i < profile.terms.size(); ++i) {
    const std::uint32_t hash = profile.terms[i].hash;
    const std::size_t bit = hash % kFilterBits;
    filter_[bit / 64] |= std::uint64_t{1} << bit % 64;
    std::size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

const ProfileTerm* PairScorer::find(std::uint32_t hash) const {
  for (std::size_t slot = hash & (slots_.size() - 1); slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    const ProfileTerm& term = profile_->terms[slots_[slot] - 1];
    if (term.hash == hash) return &term;
  }
  return nullptr;
}

PairScore PairScorer::score(const Profile& other, std::span<const std::uint32_t> hashes) const {
  Shared shared;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    const std::size_t bit = hashes[i] % kFilterBits;
    if ((filter_[bit / 64] >> bit % 64 & 1) == 0) continue;
    if (const ProfileTerm* own = find(hashes[i])) shared.add(*own, other.terms[i]);
  }
  return score_of(shared, *profile_, other);
}

}  // namespace nutgraf
