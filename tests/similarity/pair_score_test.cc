#include "similarity/pair_score.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "similarity/profile_writer.h"

namespace nutgraf {
namespace {

// Weighed by a collection that has none of its terms.
Profile weighed(std::vector<ProfileTerm> terms) {
  DocumentFrequencies frequencies;
  for (int i = 0; i < 20; ++i) frequencies.add({});
  Profile profile{.terms = std::move(terms)};
  weigh(frequencies, profile);
  return profile;
}

void expect_same(const PairScore& a, const PairScore& b) {
  EXPECT_EQ(a.terms, b.terms);
  EXPECT_EQ(a.lead, b.lead);
  EXPECT_EQ(a.vectors, b.vectors);
  EXPECT_EQ(a.days, b.days);
  EXPECT_EQ(a.log_odds, b.log_odds);
}

TEST(PairScores, AreTheSameToTheBitHoweverTheyAreMade) {
  ProfileWriter writer(1);
  PairScorer scorer;
  std::size_t telling = 0;
  for (int round = 0; round < 30; ++round) {
    const std::vector<Profile> profiles = writer.write_collection(12, writer.below(400), 20 + writer.below(2000));
    for (const Profile& a : profiles) {
      scorer.take(a);
      for (const Profile& b : profiles) {
        const PairScore score = compare_profiles(a, b);
        expect_same(scorer.score(b), score);
        expect_same(compare_profiles(b, a), score);
        telling += score.log_odds > kLeastLogOdds && score.log_odds < kMostLogOdds ? 1 : 0;
      }
    }
  }
  EXPECT_GT(telling, 100U) << "or only bounds were compared";
}

TEST(PairScores, KnowTheLongestProfiles) {
  ProfileWriter writer(2);
  constexpr std::uint32_t kTerms = 70000;  // pairs of syllables are terms without a limit
  Profile longest{.language = "vi"};
  for (std::uint32_t i = 0; i < kTerms; ++i) longest.terms.push_back({.hash = 7 * i, .count = 1, .lead = i < 9});
  longest = weighed(longest.terms);
  Profile last = weighed({longest.terms.end() - 300, longest.terms.end()});
  PairScorer scorer;
  scorer.take(longest);
  expect_same(scorer.score(last), compare_profiles(longest, last));
  EXPECT_GT(scorer.score(last).terms, 0);
}

TEST(PairScores, AreWithinTheirBounds) {
  ProfileWriter writer(3);
  for (int round = 0; round < 200; ++round) {
    const std::vector<Profile> profiles = writer.write_collection(2, writer.below(50), 1 + writer.below(100));
    const PairScore score = compare_profiles(profiles[0], profiles[1]);
    for (const float cosine : {score.terms, score.lead}) {
      EXPECT_GE(cosine, 0);
      EXPECT_LE(cosine, 1);
    }
    EXPECT_GE(score.log_odds, kLeastLogOdds);
    EXPECT_LE(score.log_odds, kMostLogOdds);
    EXPECT_GE(score.days, 0);
  }
}

TEST(PairScores, OfOneTextIsTheMostAndOfNothingSharedTheLeast) {
  const Profile a = weighed({{.hash = 1, .count = 3, .lead = true}, {.hash = 5, .count = 1}});
  const Profile b = weighed({{.hash = 2, .count = 3, .lead = true}, {.hash = 6, .count = 1}});
  EXPECT_NEAR(compare_profiles(a, a).terms, 1, 1e-6);
  EXPECT_NEAR(compare_profiles(a, a).lead, 1, 1e-6);
  EXPECT_EQ(compare_profiles(a, a).log_odds, kMostLogOdds);
  EXPECT_EQ(compare_profiles(a, b).terms, 0);
  EXPECT_EQ(compare_profiles(a, b).log_odds, kLeastLogOdds);
  EXPECT_EQ(compare_profiles({}, {}).terms, 0);
  EXPECT_EQ(compare_profiles(a, {}).log_odds, kLeastLogOdds);
}

TEST(PairScores, RiseWithTheLead) {
  const Profile plain = weighed({{.hash = 1, .count = 1}, {.hash = 5, .count = 1}, {.hash = 9, .count = 1}});
  const Profile other = weighed({{.hash = 1, .count = 1}, {.hash = 6, .count = 1}, {.hash = 8, .count = 1}});
  Profile plain_lead = plain;
  Profile other_lead = other;
  for (Profile* profile : {&plain_lead, &other_lead}) {
    profile->terms[0].lead = true;
    profile->lead_length = weighed({profile->terms[0]}).length;
  }
  EXPECT_EQ(compare_profiles(plain, other).lead, 0);
  EXPECT_NEAR(compare_profiles(plain_lead, other_lead).lead, 1, 1e-6);
  EXPECT_GT(compare_profiles(plain_lead, other_lead).log_odds, compare_profiles(plain, other).log_odds);
}

TEST(PairScores, OfShortTextsRiseWithTheirVectors) {
  Profile a = weighed({{.hash = 1, .count = 1}, {.hash = 5, .count = 1}, {.hash = 9, .count = 1}});
  Profile b = weighed({{.hash = 1, .count = 1}, {.hash = 6, .count = 1}, {.hash = 8, .count = 1}});
  const float by_words = compare_profiles(a, b).log_odds;
  a.vector = {1, 0};
  b.vector = {0.6F, 0.8F};
  EXPECT_EQ(compare_profiles(a, b).log_odds, by_words) << "of long ones";
  a.shortness = 1;
  EXPECT_EQ(compare_profiles(a, b).log_odds, by_words) << "of a short and a long one";
  b.shortness = 0.5;
  const PairScore near = compare_profiles(a, b);
  EXPECT_FLOAT_EQ(near.vectors, 0.6F);
  EXPECT_GT(near.log_odds, by_words);
  expect_same(compare_profiles(b, a), near);
  b.shortness = 1;
  EXPECT_GT(compare_profiles(a, b).log_odds, near.log_odds);
  b.vector = {0, 1};
  EXPECT_LT(compare_profiles(a, b).log_odds, by_words);
  b.vector.clear();
  EXPECT_EQ(compare_profiles(a, b).log_odds, by_words) << "one without a vector";
}

TEST(PairScores, FallAsTheDaysPass) {
  Profile a = weighed({{.hash = 1, .count = 1}, {.hash = 5, .count = 1}, {.hash = 9, .count = 1}});
  Profile b = weighed({{.hash = 1, .count = 1}, {.hash = 6, .count = 1}, {.hash = 8, .count = 1}});
  const float undated = compare_profiles(a, b).log_odds;
  a.published = 1'790'000'000;
  EXPECT_EQ(compare_profiles(a, b).days, 0);
  EXPECT_EQ(compare_profiles(a, b).log_odds, undated) << "one without a date";
  float before = undated;
  for (const std::int64_t hours : {0, 1, 24, 72, 240}) {
    b.published = *a.published + hours * 3600;
    const PairScore score = compare_profiles(a, b);
    EXPECT_FLOAT_EQ(score.days, static_cast<float>(hours) / 24);
    EXPECT_EQ(score.log_odds < before, hours > 0) << hours;
    before = score.log_odds;
  }
}

}  // namespace
}  // namespace nutgraf
