#include "cluster/pair_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "similarity/pair_score.h"
#include "similarity/profile_writer.h"

namespace nutgraf {
namespace {

constexpr std::int64_t kDay = 86400;

// Whether the search terms that both have are surely enough to compare them; nothing if it is close.
std::optional<bool> meet(const Profile& a, const Profile& b) {
  std::vector<ProfileTerm> of_a;
  std::vector<ProfileTerm> of_b;
  find_search_terms(a, of_a);
  find_search_terms(b, of_b);
  double shared = 0;
  for (const ProfileTerm& term : of_a) {
    const auto other = std::ranges::find(of_b, term.hash, &ProfileTerm::hash);
    if (other == of_b.end()) continue;
    const double rarity = term.rarity * kRarityUnit;
    shared += rarity * rarity * damped(term.count) * damped(other->count) / a.length / b.length * (term.lead ? 2 : 1) *
              (other->lead ? 2 : 1);
  }
  if (std::abs(shared - 0.09) < 1e-5) return std::nullopt;
  return shared > 0.09;
}

bool contains(const std::vector<ScoredPair>& pairs, std::uint32_t first, std::uint32_t second) {
  return std::ranges::any_of(pairs, [&](const ScoredPair& p) { return p.first == first && p.second == second; });
}

// Of one text, some time after the first.
std::vector<Profile> repeated(const std::vector<std::optional<std::int64_t>>& times) {
  ProfileWriter writer(7);
  std::vector<Profile> profiles(times.size(), writer.write(40, 100000));
  for (std::size_t i = 0; i < times.size(); ++i) profiles[i].published = times[i];
  DocumentFrequencies frequencies;
  for (int i = 0; i < 50; ++i) frequencies.add({});
  for (Profile& profile : profiles) weigh(frequencies, profile);
  return profiles;
}

TEST(PairSearch, FindsWhatComparingEveryTwoDoes) {
  ProfileWriter writer(1);
  std::size_t found = 0;
  for (int round = 0; round < 6; ++round) {
    const std::vector<Profile> profiles = writer.write_collection(80, 10 + writer.below(120), 300 + writer.below(3000));
    const std::vector<ScoredPair> pairs = find_pairs(profiles, {.days = 7, .threads = 1});
    EXPECT_TRUE(std::ranges::is_sorted(pairs, {}, [](const ScoredPair& p) { return std::pair(p.first, p.second); }));
    for (std::uint32_t b = 0; b < profiles.size(); ++b) {
      for (std::uint32_t a = 0; a < b; ++a) {
        const Profile& first = profiles[a];
        const Profile& second = profiles[b];
        const bool near = !first.published || second.published.value_or(0) - *first.published <= 7 * kDay;
        const float log_odds = compare_profiles(first, second).log_odds;
        const std::optional<bool> met = meet(first, second);
        if (!met) continue;
        const bool expected = near && *met && log_odds > kLeastLogOdds;
        EXPECT_EQ(contains(pairs, a, b), expected) << a << ' ' << b;
        found += expected ? 1 : 0;
      }
    }
    for (const ScoredPair& pair : pairs)
      EXPECT_EQ(pair.log_odds, compare_profiles(profiles[pair.first], profiles[pair.second]).log_odds);
  }
  EXPECT_GT(found, 100U) << "or nothing was tested";
}

TEST(PairSearch, ComparesWithinTheDays) {
  const std::vector<Profile> profiles = repeated({std::nullopt, 0, 2 * kDay, 2 * kDay + 1});
  const auto pairs = [&](std::size_t days) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ids;
    for (const ScoredPair& pair : find_pairs(profiles, {.days = days, .threads = 1}))
      ids.emplace_back(pair.first, pair.second);
    return ids;
  };
  using Ids = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
  EXPECT_EQ(pairs(0), (Ids{{0, 1}, {0, 2}, {0, 3}})) << "one without a date is compared with all";
  EXPECT_EQ(pairs(1), (Ids{{0, 1}, {0, 2}, {0, 3}, {2, 3}}));
  EXPECT_EQ(pairs(2), (Ids{{0, 1}, {0, 2}, {0, 3}, {1, 2}, {2, 3}}));
  EXPECT_EQ(pairs(3).size(), 6U);
  EXPECT_EQ(pairs(SIZE_MAX).size(), 6U) << "any number of days";
}

TEST(PairSearch, KeepsLanguagesApart) {
  std::vector<Profile> profiles = repeated({0, 0, 0, 0});
  profiles[1].language = "de";
  profiles[2].language = "";
  const std::vector<ScoredPair> pairs = find_pairs(profiles, {.threads = 1});
  EXPECT_FALSE(contains(pairs, 0, 1));
  EXPECT_TRUE(contains(pairs, 0, 2)) << "may be of any";
  EXPECT_TRUE(contains(pairs, 1, 2));
  EXPECT_TRUE(contains(pairs, 0, 3));
  EXPECT_FALSE(contains(pairs, 1, 3));
}

TEST(PairSearch, DoesNotDependOnThreads) {
  const std::vector<Profile> profiles = ProfileWriter(2).write_collection(300, 60, 2000);
  const std::vector<ScoredPair> expected = find_pairs(profiles, {.threads = 1});
  EXPECT_GT(expected.size(), 20U);
  for (const std::size_t threads : {2, 5, 0})
    EXPECT_EQ(find_pairs(profiles, {.threads = threads}), expected) << threads;
}

TEST(PairSearch, OfNothingIsNothing) {
  EXPECT_TRUE(find_pairs({}, {}).empty());
  EXPECT_TRUE(find_pairs(std::vector<Profile>(3), {}).empty());
  std::vector<Profile> profiles = repeated({0, 0, 0});
  for (Profile& profile : profiles)
    for (ProfileTerm& term : profile.terms) term.rarity = 0;
  EXPECT_TRUE(find_pairs(profiles, {}).empty()) << "what they share tells nothing";
}

TEST(SearchTerms, AreTheHeaviest) {
  Profile profile = ProfileWriter(3).write(200, 100000);
  for (ProfileTerm& term : profile.terms) term = {.hash = term.hash, .rarity = 4096, .count = 1};
  profile.terms[10].rarity = 5000;  // the rarest
  profile.terms[90].count = 9;      // the most frequent
  profile.terms[50].lead = true;    // in the lead
  std::vector<ProfileTerm> terms;
  find_search_terms(profile, terms);
  EXPECT_EQ(terms.size(), kSearchTerms);
  EXPECT_TRUE(std::ranges::is_sorted(terms, {}, &ProfileTerm::hash));
  for (const std::size_t heavy : {10, 50, 90})
    EXPECT_TRUE(std::ranges::count(terms, profile.terms[heavy].hash, &ProfileTerm::hash) > 0) << heavy;
  profile.terms.resize(5);
  find_search_terms(profile, terms);
  EXPECT_EQ(terms.size(), 5U);
}

TEST(SearchTerms, TellSomething) {
  Profile profile = ProfileWriter(3).write(200, 100000);
  for (ProfileTerm& term : profile.terms) term.rarity = 0;  // all articles have them
  profile.terms[7].rarity = 4096;
  std::vector<ProfileTerm> terms;
  find_search_terms(profile, terms);
  ASSERT_EQ(terms.size(), 1U);
  EXPECT_EQ(terms.front().hash, profile.terms[7].hash);
}

}  // namespace
}  // namespace nutgraf
