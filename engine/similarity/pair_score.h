// How likely two articles report one event.
//
// Log-odds from what they share: the cosine of their terms, the cosine of the terms of their leads, and how far apart
// they were published. Learned by logistic regression on five collections (models/recipe/stories, which also tells what
// else was tried: names, numbers, titles and containment each add nothing on a collection that was not trained on).
// Rarities are those of the collection, so the same weights serve every language.
//
// Two titles may tell one thing in other words, so of short texts the cosine of their vectors counts too, the more the
// shorter both are. Of longer ones it would blur what parts two events of a kind.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "similarity/profile.h"

namespace nutgraf {

struct PairScore {
  float terms = 0;     // [0, 1]: cosine of the terms
  float lead = 0;      // [0, 1]: cosine of the leads' terms
  float vectors = 0;   // [-1, 1]: cosine of the vectors of two short texts; 0 if one has none
  float days = 0;      // between them; 0 if one has no date
  float log_odds = 0;  // in [kLeastLogOdds, kMostLogOdds]; above 0: rather one event
};

inline constexpr float kLeastLogOdds = -2.5F;
inline constexpr float kMostLogOdds = 6.5F;

// Of weighed profiles. Symmetric, to the bit.
PairScore compare_profiles(const Profile& a, const Profile& b);

// The same of one profile with many, several times as fast.
//
//   PairScorer scorer;
//   scorer.take(a);      // must live on
//   scorer.score(b, hashes_of_b);   // compare_profiles(a, b), to the bit
class PairScorer {
 public:
  void take(const Profile& profile);

  // `hashes`: of the terms of `other`, which close together are sooner read than the terms.
  [[nodiscard]] PairScore score(const Profile& other, std::span<const std::uint32_t> hashes) const;

 private:
  static constexpr std::size_t kFilterBits = 8192;

  [[nodiscard]] const ProfileTerm* find(std::uint32_t hash) const;

  const Profile* profile_ = nullptr;
  std::array<std::uint64_t, kFilterBits / 64> filter_{};  // by the low bits of the hashes: most other terms end here
  std::vector<std::uint32_t> slots_;                      // index of a term + 1; a power of two, open addressing
};

}  // namespace nutgraf
