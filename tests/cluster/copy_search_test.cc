#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cluster/profiles.h"
#include "nutgraf/copies.h"

namespace nutgraf {
namespace {

// Articles of 5 to 400 shingles, half of them copies that were cut, edited or extended, some in all three ways; and an
// outlet's standing text in many of them.
std::vector<CopyProfile> written_profiles(std::size_t count, std::uint32_t seed) {
  TextWriter writer(seed);
  const Shingles standing = writer.write(40);
  std::vector<Shingles> texts;
  std::vector<CopyProfile> profiles;
  while (texts.size() < count) {
    Shingles text = writer.write(5 + writer.below(writer.below(4) == 0 ? 60 : 400));
    if (!texts.empty() && writer.below(2) == 0) {
      const Shingles& other = texts[writer.below(texts.size())];
      const std::size_t kept = writer.below(2) == 0 ? other.size() : 1 + writer.below(other.size());
      const std::size_t changed = writer.below(2) == 0 ? 0 : writer.below(1 + kept / 3);
      text = writer.copy(other, kept, changed, writer.below(2) == 0 ? 0 : writer.below(other.size()));
    }
    if (writer.below(4) == 0) text.insert(text.end(), standing.begin(), standing.end());
    profiles.push_back(profile_of(std::to_string(texts.size()), text));
    texts.push_back(std::move(text));
  }
  return profiles;
}

std::set<std::pair<std::string, std::string>> by_id(const std::vector<CopyProfile>& profiles,
                                                    const std::vector<CopyPair>& pairs) {
  std::set<std::pair<std::string, std::string>> ids;
  for (const CopyPair& pair : pairs) {
    const auto [first, second] = std::minmax(profiles[pair.first].id, profiles[pair.second].id);
    ids.emplace(first, second);
  }
  return ids;
}

class CopySearch : public testing::TestWithParam<double> {};

TEST_P(CopySearch, FindsWhatComparingEveryTwoFinds) {
  const CopyOptions options{.containment = GetParam(), .length = 0};
  std::size_t all = 0;
  std::size_t both = 0;
  for (std::uint32_t seed = 1; seed <= 3; ++seed) {
    const std::vector<CopyProfile> profiles = written_profiles(400, seed);
    const std::vector<CopyPair> exhaustive = compare_all(profiles, options);
    const std::vector<CopyPair> found = find_copies(profiles, options);
    std::vector<CopyPair> common;
    for (const CopyPair& pair : found)
      if (std::ranges::find(exhaustive, pair) != exhaustive.end()) common.push_back(pair);
    EXPECT_EQ(common.size(), found.size()) << "found pairs that are no copies";
    all += exhaustive.size();
    both += common.size();
  }
  EXPECT_GT(all, 300U);
  EXPECT_GE(static_cast<double>(both), 0.995 * static_cast<double>(all));
}

INSTANTIATE_TEST_SUITE_P(Containment, CopySearch, testing::Values(0.5, 0.7, 0.9, 1.0));

TEST(CopySearch, DoesNotDependOnOrderOrThreads) {
  std::vector<CopyProfile> profiles = written_profiles(500, 4);
  const auto expected = by_id(profiles, find_copies(profiles, {.threads = 1}));
  EXPECT_EQ(by_id(profiles, find_copies(profiles, {.threads = 5})), expected);
  TextWriter(5).shuffle(profiles);
  EXPECT_EQ(by_id(profiles, find_copies(profiles, {.threads = 3})), expected);
}

TEST(CopySearch, FindsATextCutToAFifth) {
  TextWriter writer(6);
  std::vector<CopyProfile> profiles;
  std::vector<CopyPair> expected;
  for (std::uint32_t i = 0; i < 200; i += 2) {
    const Shingles text = writer.write(1000);
    profiles.push_back(profile_of("whole " + std::to_string(i), text));
    profiles.push_back(profile_of("cut " + std::to_string(i), writer.copy(text, 210, 0, 0)));
    expected.push_back({.first = i, .second = i + 1, .shared = 210});
  }
  EXPECT_EQ(find_copies(profiles), expected);
}

// More than an article is compared with.
TEST(CopySearch, KeepsAWirePrintedByManyOutletsTogether) {
  constexpr std::size_t kOutlets = 3000;
  TextWriter writer(7);
  const Shingles wire = writer.write(60);
  std::vector<CopyProfile> profiles;
  for (std::size_t i = 0; i < kOutlets; ++i) {
    const std::size_t kept = 30 + writer.below(31);
    profiles.push_back(profile_of(std::to_string(i), writer.copy(wire, kept, writer.below(3), writer.below(4))));
  }
  const std::vector<CopyPair> pairs = find_copies(profiles);
  EXPECT_LT(pairs.size(), kOutlets * kOutlets / 10);
  const std::vector<CopyGroup> groups = group_copies(profiles, pairs);
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups[0].copies.size(), kOutlets - 1);
}

TEST(CopySearch, HasNothingToFindAmongFewArticles) {
  EXPECT_TRUE(find_copies({}).empty());
  const std::vector<CopyProfile> one = {profile_of("a", {1, 2, 3})};
  EXPECT_TRUE(find_copies(one).empty());
  const std::vector<CopyProfile> empty = {profile_of("a", {}), profile_of("b", {})};
  EXPECT_TRUE(find_copies(empty).empty());
  EXPECT_TRUE(compare_all(empty).empty());
}

}  // namespace
}  // namespace nutgraf
