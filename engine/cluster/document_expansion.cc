#include "cluster/document_expansion.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "parallel.h"
#include "similarity/pair_score.h"

namespace nutgraf {
namespace {

constexpr std::size_t kNeighbours = 5;
constexpr float kShare = 0.3F;        // of a neighbour's terms, if it is as near as can be
constexpr float kVectorShare = 0.4F;  // of how near two are, where they have vectors

// Weights are below 1 + kNeighbours * kShare; so they fill the range of ProfileTerm::rarity.
constexpr float kWeightUnit = 4;

float closeness(const Profile& a, const Profile& b) {
  const PairScore score = compare_profiles(a, b);
  if (a.vector.empty() || b.vector.empty()) return score.terms;
  return std::max((1 - kVectorShare) * score.terms + kVectorShare * score.vectors, 0.0F);
}

struct Neighbour {
  std::uint32_t text = 0;
  float closeness = 0;
};

struct Weight {
  float sum = 0;
  bool lead = false;
};

void add(const Profile& profile, float share, std::map<std::uint32_t, Weight>& weights) {
  if (profile.length <= 0) return;
  for (const ProfileTerm& term : profile.terms) {
    Weight& weight = weights[term.hash];
    weight.sum += share * term.rarity * kRarityUnit * damped(term.count) / profile.length;
    weight.lead |= term.lead;
  }
}

Profile expanded(const Profile& profile, std::span<const Profile> texts, std::span<const Neighbour> neighbours) {
  std::map<std::uint32_t, Weight> weights;
  add(profile, 1, weights);
  for (const Neighbour& neighbour : neighbours) {
    add(texts[neighbour.text], kShare * profile.shortness * neighbour.closeness, weights);
  }
  Profile result = profile;
  result.expanded = true;
  result.terms.clear();
  for (const auto& [hash, weight] : weights)
    result.terms.push_back({.hash = hash, .rarity = packed(kWeightUnit * weight.sum), .count = 1, .lead = weight.lead});
  measure(result);
  return result;
}

// Of each text, the closest first.
std::vector<std::vector<Neighbour>> find_neighbours(std::span<const Profile> texts, const PairSearchOptions& options) {
  std::vector<std::vector<Neighbour>> neighbours(texts.size());
  for (const ScoredPair& pair : find_pairs(texts, options)) {
    const float close = closeness(texts[pair.first], texts[pair.second]);
    neighbours[pair.first].push_back({.text = pair.second, .closeness = close});
    neighbours[pair.second].push_back({.text = pair.first, .closeness = close});
  }
  for (std::vector<Neighbour>& its : neighbours) {
    const auto end = its.begin() + static_cast<std::ptrdiff_t>(std::min(its.size(), kNeighbours));
    std::ranges::partial_sort(its, end, {}, [](const Neighbour& n) { return std::pair(-n.closeness, n.text); });
    its.erase(end, its.end());
  }
  return neighbours;
}

}  // namespace

void expand_short(std::span<Profile> profiles, const PairSearchOptions& options) {
  std::vector<std::size_t> places;
  std::vector<Profile> texts;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    if (profiles[i].shortness <= 0) continue;
    places.push_back(i);
    texts.push_back(profiles[i]);
  }
  const std::vector<std::vector<Neighbour>> neighbours = find_neighbours(texts, options);
  for_each_index(options.threads, texts.size(), [&](std::size_t) {
    return [&](std::size_t i) { profiles[places[i]] = expanded(texts[i], texts, neighbours[i]); };
  });
}

}  // namespace nutgraf
