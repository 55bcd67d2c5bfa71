#include "cluster/document_expansion.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "similarity/pair_score.h"

namespace nutgraf {
namespace {

// Short texts of these terms, in a collection of many others.
std::vector<Profile> short_texts(const std::vector<std::vector<std::uint32_t>>& texts) {
  DocumentFrequencies frequencies;
  for (int i = 0; i < 200; ++i) frequencies.add({});
  std::vector<Profile> profiles;
  for (const std::vector<std::uint32_t>& terms : texts) {
    Profile& profile = profiles.emplace_back(Profile{.language = "en", .shortness = 1});
    for (const std::uint32_t hash : terms) profile.terms.push_back({.hash = hash, .count = 1, .lead = true});
    std::ranges::sort(profile.terms, {}, &ProfileTerm::hash);
    frequencies.add(profile);
  }
  for (Profile& profile : profiles) weigh(frequencies, profile);
  return profiles;
}

bool has(const Profile& profile, std::uint32_t hash) {
  return std::ranges::find(profile.terms, hash, &ProfileTerm::hash) != profile.terms.end();
}

float weight(const Profile& profile, std::uint32_t hash) {
  const auto term = std::ranges::find(profile.terms, hash, &ProfileTerm::hash);
  return term == profile.terms.end() ? 0 : term->rarity * kRarityUnit * damped(term->count) / profile.length;
}

TEST(DocumentExpansion, BringsTextsTogetherThatShareNeighbours) {
  // The first and the last share nothing, but each shares half with those between.
  std::vector<Profile> profiles =
      short_texts({{1, 2, 3, 4}, {3, 4, 5, 6}, {3, 4, 5, 6, 9}, {5, 6, 7, 8}, {20, 21, 22}});
  ASSERT_EQ(compare_profiles(profiles[0], profiles[3]).terms, 0);
  expand_short(profiles, {.threads = 1});
  EXPECT_GT(compare_profiles(profiles[0], profiles[3]).terms, 0.1F);
  EXPECT_EQ(compare_profiles(profiles[0], profiles[4]).terms, 0);
  EXPECT_GT(weight(profiles[0], 1), weight(profiles[0], 5)) << "its own weigh more";
  for (const Profile& profile : profiles) {
    EXPECT_TRUE(profile.expanded);
    EXPECT_TRUE(std::ranges::is_sorted(profile.terms, {}, &ProfileTerm::hash));
    EXPECT_NEAR(compare_profiles(profile, profile).terms, 1, 1e-5);
  }
  EXPECT_EQ(profiles[4].terms.size(), 3U) << "what stands alone keeps to its own";
}

TEST(DocumentExpansion, LeavesLongTextsAsTheyAre) {
  std::vector<Profile> profiles = short_texts({{1, 2, 3, 4}, {3, 4, 5, 6}, {1, 2, 3, 5}});
  profiles[1].shortness = 0;
  const Profile before = profiles[1];
  expand_short(profiles, {.threads = 1});
  EXPECT_FALSE(profiles[1].expanded);
  EXPECT_EQ(profiles[1].length, before.length);
  ASSERT_EQ(profiles[1].terms.size(), before.terms.size());
  EXPECT_FALSE(has(profiles[0], 6)) << "and takes nothing of them";
  EXPECT_TRUE(has(profiles[0], 5));
}

TEST(DocumentExpansion, TakesTheLessTheLongerATextIs) {
  const std::vector<std::vector<std::uint32_t>> texts = {{1, 2, 3, 4}, {2, 3, 4, 5}};
  std::vector<Profile> titles = short_texts(texts);
  std::vector<Profile> longer = short_texts(texts);
  longer[0].shortness = 0.25;
  expand_short(titles, {.threads = 1});
  expand_short(longer, {.threads = 1});
  EXPECT_GT(weight(longer[0], 5), 0);
  EXPECT_GT(weight(titles[0], 5), weight(longer[0], 5));
}

TEST(DocumentExpansion, HasNothingToDoWithoutTexts) {
  std::vector<Profile> none;
  expand_short(none, {.threads = 1});
  EXPECT_TRUE(none.empty());
  std::vector<Profile> empty(2, Profile{.shortness = 1});
  expand_short(empty, {.threads = 1});
  EXPECT_TRUE(empty[0].terms.empty());
}

}  // namespace
}  // namespace nutgraf
