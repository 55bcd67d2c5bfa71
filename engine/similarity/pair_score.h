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

#include <cstddef>
#include <cstdint>
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
//   scorer.take(a);    // must live on
//   scorer.score(b);   // compare_profiles(a, b), to the bit
class PairScorer {
 public:
  PairScorer() : first_(kBuckets) {}

  void take(const Profile& profile);
  PairScore score(const Profile& other);

 private:
  static constexpr std::size_t kBuckets = 4096;

  struct Own {
    std::uint32_t hash = 0;
    std::uint32_t next = 0;  // in its bucket: index of an own term + 1; 0: it is the last
    double rarity = 0;
    double damped = 0;
    bool lead = false;
  };

  const Profile* profile_ = nullptr;
  std::vector<Own> own_;
  std::vector<std::uint32_t> first_;   // by the low bits of a hash: index of an own term + 1; 0: there is none
  std::vector<std::uint32_t> likely_;  // terms of the other whose bucket is not empty
};

}  // namespace nutgraf
