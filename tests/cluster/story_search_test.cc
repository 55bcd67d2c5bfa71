#include "cluster/story_search.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <vector>

#include "similarity/pair_score.h"
#include "similarity/profile_writer.h"

namespace nutgraf {
namespace {

using Groups = std::vector<std::vector<std::uint32_t>>;

// Of one search over all articles at once.
Groups slow_groups(std::size_t articles, const std::vector<ScoredPair>& pairs, const AgglomerationOptions& options) {
  const std::vector<std::uint32_t> first = agglomerate(articles, pairs, options);
  Groups groups;
  std::vector<std::size_t> group(articles);
  for (std::uint32_t article = 0; article < articles; ++article) {
    if (first[article] == article) {
      group[article] = groups.size();
      groups.emplace_back();
    }
    groups[group[first[article]]].push_back(article);
  }
  return groups;
}

TEST(GroupArticles, GivesWhatOneSearchOverAllDoes) {
  std::mt19937 random(1);
  for (int round = 0; round < 60; ++round) {
    constexpr std::uint32_t kArticles = 60;
    std::vector<ScoredPair> pairs;
    for (std::uint32_t a = 0; a < kArticles; ++a)
      for (std::uint32_t b = a + 1; b < kArticles; ++b)
        if (random() % 20 == 0)
          pairs.push_back({.first = a, .second = b, .log_odds = static_cast<float>(random() % 32) / 4 - 2.25F});
    std::vector<Link> must;
    std::vector<Link> cannot;
    for (int i = 0; i < round % 4; ++i) {
      const auto article = [&] { return static_cast<std::uint32_t>(random() % (kArticles / 2)); };
      must.emplace_back(article(), kArticles / 2 + article());
      cannot.emplace_back(article(), kArticles / 2 + article());
    }
    const AgglomerationOptions options{.threshold = round % 3 - 1.0, .must = must, .cannot = cannot};
    const Groups expected = slow_groups(kArticles, pairs, options);
    EXPECT_EQ(group_articles(kArticles, pairs, options, 1), expected) << round;
    EXPECT_EQ(group_articles(kArticles, pairs, options, 4), expected) << round;
  }
}

TEST(GroupArticles, OfNothingIsNothing) {
  EXPECT_EQ(group_articles(0, {}, {}, 1), Groups());
  EXPECT_EQ(group_articles(2, {}, {}, 1), (Groups{{0}, {1}}));
}

TEST(WeighAll, CountsEachLanguageForItself) {
  std::vector<Profile> profiles(5);
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    profiles[i].language = i < 3 ? "en" : "de";
    profiles[i].terms.push_back({.hash = 1, .count = 1});
    if (i == 0 || i == 3) profiles[i].terms.push_back({.hash = 2, .count = 1});
  }
  weigh_all(profiles, 1);
  DocumentFrequencies english;
  DocumentFrequencies german;
  for (std::size_t i = 0; i < profiles.size(); ++i) (i < 3 ? english : german).add(profiles[i]);
  EXPECT_NEAR(profiles[0].terms[1].rarity * kRarityUnit, english.rarity(2, 0), kRarityUnit);
  EXPECT_NEAR(profiles[3].terms[1].rarity * kRarityUnit, german.rarity(2, 0), kRarityUnit);
  EXPECT_GT(profiles[0].length, 0);
}

}  // namespace
}  // namespace nutgraf
