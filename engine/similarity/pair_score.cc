#include "similarity/pair_score.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <span>

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

  // The products of their rarities and of their damped counts.
  void add(double rarity, double counts, bool in_both_leads) {
    terms += rarity * counts;
    lead += in_both_leads ? rarity : 0;
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
      shared.add(double{i->rarity * kRarityUnit} * (j->rarity * kRarityUnit),
                 double{damped(i->count)} * damped(j->count), i->lead && j->lead);
      ++i;
      ++j;
    } else {
      const bool first = i->hash < j->hash;
      i += first ? 1 : 0;
      j += first ? 0 : 1;
    }
  }
  return score_of(shared, a, b);
}

void PairScorer::take(const Profile& profile) {
  for (const Own& own : own_) first_[own.hash % kBuckets] = 0;
  own_.clear();
  profile_ = &profile;
  for (const ProfileTerm& term : profile.terms) {
    std::uint32_t& first = first_[term.hash % kBuckets];
    own_.push_back({.hash = term.hash,
                    .next = first,
                    .rarity = double{term.rarity * kRarityUnit},
                    .damped = damped(term.count),
                    .lead = term.lead});
    first = static_cast<std::uint32_t>(own_.size());
  }
}

PairScore PairScorer::score(const Profile& other) {
  // Most terms end here, and without a branch, which would often be foretold wrongly.
  likely_.resize(std::max(likely_.size(), other.terms.size()));
  std::size_t likely = 0;
  for (std::size_t i = 0; i < other.terms.size(); ++i) {
    likely_[likely] = static_cast<std::uint32_t>(i);
    likely += first_[other.terms[i].hash % kBuckets] != 0 ? 1 : 0;
  }
  const std::span<const float, 256> damping = damped_counts();
  Shared shared;
  for (const std::uint32_t i : std::span(likely_).first(likely)) {
    const ProfileTerm& its = other.terms[i];
    std::uint32_t next = first_[its.hash % kBuckets];
    while (next != 0 && own_[next - 1].hash != its.hash) next = own_[next - 1].next;
    if (next == 0) continue;
    const Own& own = own_[next - 1];
    shared.add(own.rarity * (its.rarity * kRarityUnit), own.damped * damping[its.count], own.lead && its.lead);
  }
  return score_of(shared, *profile_, other);
}

}  // namespace nutgraf
