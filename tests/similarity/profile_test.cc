#include "similarity/profile.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "embed/small_model.h"
#include "nutgraf/analyse.h"

namespace nutgraf {
namespace {

Profile profile_of(const Article& article, std::shared_ptr<const Model> model = nullptr) {
  const Document document = Analyser().analyse(article);
  Profile profile;
  Profiler(std::move(model)).profile(document, profile);
  return profile;
}

// The hash of the stem of a word.
std::uint32_t hash_of(const std::string& word) {
  const Article article{.text = word, .language = "en"};
  return static_cast<std::uint32_t>(Analyser().analyse(article).terms.at(0).hash >> 32U);
}

const ProfileTerm* find(const Profile& profile, const std::string& word) {
  const auto found = std::ranges::find(profile.terms, hash_of(word), &ProfileTerm::hash);
  return found == profile.terms.end() ? nullptr : &*found;
}

std::string words(std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i)
    text += fmt::format("zu{}{}{}{}.\n\n", static_cast<char>('a' + i / 676), static_cast<char>('a' + i / 26 % 26),
                        static_cast<char>('a' + i % 26), "kvo");
  return text;
}

TEST(Profiles, HaveTheTermsOfTitleAndReport) {
  const Profile profile = profile_of({.title = "Ferries of Orrin",
                                      .text = "A ferry waited off the cape. Divers replaced its rudder. "
                                              "Another ferry brought flour.\n\nRead more: Bees swarm in Sule",
                                      .published = "2026-10-14T06:00:00Z",
                                      .language = "en-GB"});
  EXPECT_EQ(profile.language, "en");
  EXPECT_EQ(profile.published, 1791957600);
  EXPECT_TRUE(std::ranges::is_sorted(profile.terms, {}, &ProfileTerm::hash));
  ASSERT_NE(find(profile, "ferry"), nullptr);
  EXPECT_EQ(find(profile, "ferry")->count, 3);
  EXPECT_TRUE(find(profile, "ferry")->lead);
  EXPECT_EQ(find(profile, "Orrin")->count, 1);
  EXPECT_TRUE(find(profile, "Orrin")->lead) << "of the title alone";
  EXPECT_TRUE(find(profile, "rudder")->lead) << "of the second sentence";
  EXPECT_FALSE(find(profile, "flour")->lead) << "of the third";
  EXPECT_EQ(find(profile, "bees"), nullptr) << "of no part of the report";
  for (const ProfileTerm& term : profile.terms) EXPECT_EQ(term.rarity, 0) << "no model knows it";
}

TEST(Profiles, OfATitleAlone) {
  const Profile profile = profile_of({.title = "Ferry returns to Orrin", .language = "en"});
  EXPECT_EQ(profile.terms.size(), 3U);
  for (const ProfileTerm& term : profile.terms) EXPECT_TRUE(term.lead);
  EXPECT_EQ(profile.published, std::nullopt);
  EXPECT_TRUE(profile_of({}).terms.empty());
}

TEST(Profiles, AreFilledAnew) {
  const Article first{.title = "Ferry returns", .text = "Divers waited.", .published = "2026-10-14", .language = "en"};
  const Article second{.text = "Bakers ration flour.", .language = "en"};
  Profiler profiler(nullptr);
  Profile profile;
  profiler.profile(Analyser().analyse(first), profile);
  profiler.profile(Analyser().analyse(second), profile);
  EXPECT_EQ(profile.published, std::nullopt);
  EXPECT_EQ(profile.terms.size(), 3U);
  EXPECT_EQ(find(profile, "divers"), nullptr);
}

TEST(Profiles, KeepTheFirstTermsOfLongArticlesAndThoseOfTheTitle) {
  const Profile profile = profile_of({.title = "Ferry returns", .text = words(0, kMostTerms + 50), .language = "en"});
  EXPECT_EQ(profile.terms.size(), kMostTerms + 2);
  EXPECT_NE(find(profile, "zuaaakvo"), nullptr);
  EXPECT_EQ(find(profile, words(kMostTerms + 10, kMostTerms + 11)), nullptr);
  EXPECT_NE(find(profile, "ferry"), nullptr);
}

TEST(Profiles, CountUpTo255) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += fmt::format("The ferry made crossing {}. ", i);
  EXPECT_EQ(find(profile_of({.text = text, .language = "en"}), "ferry")->count, 255);
}

TEST(Profiles, HavePairsOfSyllablesWhereSpacesPartThem) {
  const std::string text = "Thuyền trưởng lái phà Orrin.";
  const Profile syllables = profile_of({.text = text, .language = "vi"});
  const Profile plain = profile_of({.text = text, .language = "xx"});
  EXPECT_EQ(plain.terms.size(), 5U);
  EXPECT_EQ(syllables.terms.size(), 5U + 4U);
  const Profile turned = profile_of({.text = "Trưởng thuyền lái phà Orrin.", .language = "vi"});
  std::vector<ProfileTerm> shared;
  for (const ProfileTerm& term : syllables.terms)
    if (std::ranges::find(turned.terms, term.hash, &ProfileTerm::hash) != turned.terms.end()) shared.push_back(term);
  EXPECT_EQ(shared.size(), 5U + 2U) << "a pair has an order";

  const Profile titled = profile_of({.title = "Thuyền trưởng", .text = text, .language = "vi"});
  EXPECT_EQ(titled.terms.size(), syllables.terms.size());
  EXPECT_EQ(std::ranges::count(titled.terms, 2, &ProfileTerm::count), 3) << "two syllables and their pair";
}

TEST(Profiles, HaveTheRaritiesOfTheModelInItsLanguage) {
  const SmallModel small({.words = {{"river", {1, 0}}}, .terms = {{"ferri", 3}}, .documents = 999});
  const Article article{.text = "A ferry waited.", .language = "en"};
  const Profile profile = profile_of(article, small.model);
  EXPECT_NEAR(find(profile, "ferry")->rarity * kRarityUnit, 3, kRarityUnit);
  EXPECT_NEAR(find(profile, "waited")->rarity * kRarityUnit, 1 + std::log(1000.0), kRarityUnit)
      << "as rare as a stem of no document";
  const Article german{.text = "Ferry.", .language = "de"};
  for (const ProfileTerm& term : profile_of(german, small.model).terms) EXPECT_EQ(term.rarity, 0);
}

Profile with_terms(std::vector<std::uint32_t> hashes) {
  Profile profile;
  for (const std::uint32_t hash : hashes) profile.terms.push_back({.hash = hash, .count = 1});
  return profile;
}

TEST(Frequencies, AreThoseOfTheCollectionWithoutAModel) {
  DocumentFrequencies frequencies;
  for (int i = 0; i < 9; ++i)
    frequencies.add(with_terms(i < 2 ? std::vector<std::uint32_t>{1, 2} : std::vector<std::uint32_t>{1}));
  EXPECT_EQ(frequencies.articles(), 9U);
  EXPECT_NEAR(frequencies.rarity(3, 0), std::log(10 / 0.5), 1e-5) << "in no article";
  EXPECT_NEAR(frequencies.rarity(2, 0), std::log(10 / 2.5), 1e-5);
  EXPECT_NEAR(frequencies.rarity(1, 0), std::log(10 / 9.5), 1e-5) << "in all";
}

TEST(Frequencies, CountTheModelForSomeArticles) {
  DocumentFrequencies frequencies;
  for (int i = 0; i < 9; ++i) frequencies.add(with_terms({1}));
  const float prior = 1 + std::log(10.0F);  // a tenth of the model's documents
  EXPECT_NEAR(frequencies.rarity(1, prior), std::log((kPriorArticles + 10) / (kPriorArticles / 10 + 9.5)), 1e-4);
  EXPECT_NEAR(frequencies.rarity(2, prior), std::log((kPriorArticles + 10) / (kPriorArticles / 10 + 0.5)), 1e-4);
  EXPECT_GT(frequencies.rarity(1, 5), frequencies.rarity(1, 2)) << "rarer in the model";
  EXPECT_GT(frequencies.rarity(1, 1), 0) << "in all documents, of either";
}

TEST(Frequencies, WeighAProfile) {
  DocumentFrequencies frequencies;
  Profile profile = with_terms({1, 2});
  profile.terms[0].lead = true;
  profile.terms[0].count = 4;
  for (int i = 0; i < 3; ++i) frequencies.add(profile);
  frequencies.add({});
  weigh(frequencies, profile);
  const double rarity = frequencies.rarity(1, 0);
  EXPECT_NEAR(profile.terms[0].rarity * kRarityUnit, rarity, kRarityUnit);
  EXPECT_NEAR(damped(4), 1 + std::log(4.0), 1e-6);
  EXPECT_EQ(damped(1), 1);
  EXPECT_NEAR(profile.lead_length, rarity, 1e-3);
  EXPECT_NEAR(profile.length, rarity * std::sqrt(1 + damped(4) * damped(4)), 1e-3);
}

}  // namespace
}  // namespace nutgraf
