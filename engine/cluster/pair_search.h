// Finds, among many articles, the pairs that may report one event, and scores them.
//
// An article is compared with those of the days before it that share some of its kSearchTerms heaviest terms. Time
// grows as the articles do, times the number of those that share a rare term within the days. The same for any number
// of threads.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "cluster/agglomeration.h"
#include "similarity/profile.h"

namespace nutgraf {

inline constexpr std::size_t kSearchTerms = 24;

struct PairSearchOptions {
  std::size_t days = 7;     // articles further apart are not compared; without a date, with all
  std::size_t threads = 0;  // 0: one a core
};

// The heaviest terms of a weighed profile, those of the lead twice as heavy, none without weight; at most kSearchTerms,
// sorted by hash.
void find_search_terms(const Profile& profile, std::vector<ProfileTerm>& terms);

// Whether neither the languages of two articles nor the days between them keep them from making a pair.
bool may_be_compared(const Profile& a, const Profile& b, std::size_t days);

// What a search term tells: its part of the length of the article's vector, twice that if it is in the lead. And what
// the products of those that two articles share must come to, for these to be compared.
float search_weight(const ProfileTerm& term, const Profile& profile);
inline constexpr float kLeastShared = 0.09F;

bool may_be_one_language(const Profile& a, const Profile& b);

// Sorted by (first, second). `profiles` are weighed, and sorted by time, those without one first; only articles in one
// language, or of unknown language, make a pair. Pairs at kLeastLogOdds are left out.
std::vector<ScoredPair> find_pairs(std::span<const Profile> profiles, const PairSearchOptions& options);

}  // namespace nutgraf
