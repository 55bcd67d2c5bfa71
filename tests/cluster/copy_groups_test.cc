#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "cluster/profiles.h"
#include "nutgraf/copies.h"

namespace nutgraf {
namespace {

std::vector<CopyGroup> group(const std::vector<CopyProfile>& profiles, const CopyOptions& options = {}) {
  return group_copies(profiles, compare_all(profiles, options), options);
}

// "original: copy copy; ..." by ids.
std::string names(const std::vector<CopyProfile>& profiles, const std::vector<CopyGroup>& groups) {
  std::string text;
  for (const CopyGroup& g : groups) {
    text += text.empty() ? "" : "; ";
    text += profiles[g.original].id + ":";
    for (const Copy& copy : g.copies) text += " " + profiles[copy.article].id;
  }
  return text;
}

struct OriginalCase {
  const char* name;
  CopyProfile a;  // has the whole text
  CopyProfile b;  // lacks its end
  std::string original;
};

class Original : public testing::TestWithParam<OriginalCase> {};

TEST_P(Original, IsTold) {
  TextWriter writer(1);
  const Shingles text = writer.write(300);
  std::vector<CopyProfile> profiles = {GetParam().a, GetParam().b};
  profiles[0].fingerprint = profile_of("", text).fingerprint;
  profiles[1].fingerprint = profile_of("", writer.copy(text, 250, 0, 0)).fingerprint;
  const std::string expected = GetParam().original + (GetParam().original == "a" ? ": b" : ": a");
  EXPECT_EQ(names(profiles, group(profiles)), expected);
  std::swap(profiles[0], profiles[1]);
  EXPECT_EQ(names(profiles, group(profiles)), expected);
}

constexpr const char* kEarly = "2026-10-14T06:00:00Z";
constexpr const char* kLate = "2026-10-14T06:30:00Z";

INSTANTIATE_TEST_SUITE_P(
    Rules, Original,
    testing::Values(
        OriginalCase{"AnAgencyThatPublishesBeatsOneThatIsCredited",
                     {.id = "a", .outlet = "veld courier", .published = kEarly, .agency = "reuters"},
                     {.id = "b", .outlet = "reuters", .published = kLate, .agency = "reuters"},
                     "b"},
        OriginalCase{"ACreditBeatsTime",
                     {.id = "a", .outlet = "veld courier", .published = kEarly},
                     {.id = "b", .outlet = "sule post", .published = kLate, .agency = "reuters"},
                     "b"},
        OriginalCase{
            "TheEarliestBeatsTheLongest", {.id = "a", .published = kLate}, {.id = "b", .published = kEarly}, "b"},
        OriginalCase{"TimesAreComparedAcrossZones",
                     {.id = "a", .published = "2026-10-14T08:00:00+02:00"},
                     {.id = "b", .published = "2026-10-14T05:30:00Z"},
                     "b"},
        OriginalCase{"ATimeBeatsNone", {.id = "a", .published = "yesterday"}, {.id = "b", .published = kLate}, "b"},
        OriginalCase{"TheLongestBeatsTheId", {.id = "b"}, {.id = "a"}, "b"}),
    [](const auto& test) { return test.param.name; });

TEST(Original, IsTheFirstByIdWhereNothingElseTells) {
  const Shingles text = TextWriter(1).write(300);
  const std::vector<CopyProfile> profiles = {profile_of("b", text), profile_of("a", text)};
  EXPECT_EQ(names(profiles, group(profiles)), "a: b");
}

TEST(CopyGroups, TellWhatACopyChanged) {
  TextWriter writer(2);
  const Shingles text = writer.write(400);
  std::vector<CopyProfile> profiles = {
      profile_of("original", text), profile_of("same", text), profile_of("cut", writer.copy(text, 100, 0, 5)),
      profile_of("more", writer.copy(text, 395, 0, 100)), profile_of("edited", writer.copy(text, 400, 40, 0))};
  profiles[0].published = kEarly;
  const std::vector<CopyGroup> groups = group(profiles);
  ASSERT_EQ(names(profiles, groups), "original: cut edited more same");
  const std::vector<Copy>& copies = groups[0].copies;
  EXPECT_EQ(copies[0].kind, CopyKind::kTruncated);
  EXPECT_NEAR(copies[0].taken, 100.0 / 105, 1e-9);
  EXPECT_NEAR(copies[0].kept, 0.25, 1e-9);
  EXPECT_EQ(copies[1].kind, CopyKind::kEdited);
  EXPECT_EQ(copies[2].kind, CopyKind::kExtended);
  EXPECT_EQ(copies[3].kind, CopyKind::kIdentical);
  EXPECT_EQ(copies[3].taken, 1);
}

// Each version has three quarters of the one before it.
TEST(CopyGroups, DoNotChain) {
  TextWriter writer(3);
  std::vector<CopyProfile> profiles;
  const Shingles all = writer.write(1000);
  for (std::size_t version = 0; version < 6; ++version) {
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(100 * version);
    profiles.push_back(profile_of(std::to_string(version), Shingles(begin, begin + 400)));
  }
  const CopyOptions options;
  const std::vector<CopyGroup> groups = group(profiles);
  EXPECT_GT(groups.size(), 1U);
  for (const CopyGroup& g : groups)
    for (const Copy& copy : g.copies)
      EXPECT_TRUE(is_copy(profiles[g.original].fingerprint, profiles[copy.article].fingerprint, options));
}

TEST(CopyGroups, PutAnArticleWhereItHasMostInCommon) {
  TextWriter writer(4);
  const Shingles a = writer.write(400);
  Shingles b = a;
  std::ranges::copy(writer.write(200), b.begin() + 200);  // shares less than a copy does
  Shingles between = b;                                   // has 300 of a, and 320 of b
  std::copy(a.begin() + 200, a.begin() + 300, between.begin() + 200);
  std::copy(b.begin() + 200, b.begin() + 220, between.begin() + 200);
  std::vector<CopyProfile> profiles = {profile_of("a", a), profile_of("b", b), profile_of("between", between)};
  for (const char* number : {"1", "2", "3"}) {
    profiles.push_back(profile_of(std::string("a") + number, writer.copy(a, 400, 90, 0)));
    profiles.push_back(profile_of(std::string("b") + number, writer.copy(b, 400, 90, 0)));
  }
  EXPECT_EQ(names(profiles, group(profiles)), "a: a1 a2 a3; b: b1 b2 b3 between");
}

TEST(CopyGroups, DoNotDependOnOrder) {
  TextWriter writer(5);
  std::vector<Shingles> texts;
  std::vector<CopyProfile> profiles;
  for (std::size_t i = 0; i < 300; ++i) {
    Shingles text = writer.write(50 + writer.below(300));
    if (i > 0 && writer.below(2) == 0) {
      const Shingles& other = texts[writer.below(texts.size())];
      text = writer.copy(other, other.size(), writer.below(other.size() / 3), writer.below(100));
    }
    profiles.push_back(profile_of(std::to_string(i), text));
    if (i % 3 == 0) profiles.back().published = "2026-10-" + std::to_string(10 + writer.below(15));
    if (i % 7 == 0) profiles.back().agency = "reuters";
    texts.push_back(std::move(text));
  }
  const std::string expected = names(profiles, group(profiles));
  EXPECT_GT(std::ranges::count(expected, ';'), 30);
  for (int round = 0; round < 5; ++round) {
    writer.shuffle(profiles);
    EXPECT_EQ(names(profiles, group(profiles)), expected);
  }
}

struct SourcesCase {
  const char* name;
  std::vector<CopyProfile> profiles;  // all different texts, but for those whose ids begin alike
  std::size_t sources;
};

class Sources : public testing::TestWithParam<SourcesCase> {};

TEST_P(Sources, AreCounted) {
  std::vector<CopyProfile> profiles = GetParam().profiles;
  for (CopyProfile& profile : profiles)
    profile.fingerprint = profile_of("", TextWriter(static_cast<std::uint32_t>(profile.id[0])).write(200)).fingerprint;
  EXPECT_EQ(count_sources(profiles, group(profiles)), GetParam().sources);
}

INSTANTIATE_TEST_SUITE_P(
    Rules, Sources,
    testing::Values(
        SourcesCase{"None", {}, 0},
        SourcesCase{"Outlets", {{.id = "a", .outlet = "veld courier"}, {.id = "b", .outlet = "sule post"}}, 2},
        SourcesCase{"ReportsOfOneOutlet", {{.id = "a", .outlet = "sule post"}, {.id = "b", .outlet = "sule post"}}, 1},
        SourcesCase{"Copies", {{.id = "a1", .outlet = "veld courier"}, {.id = "a2", .outlet = "sule post"}}, 1},
        SourcesCase{"DifferentTextsOfOneAgency",
                    {{.id = "a", .outlet = "veld courier", .agency = "reuters"},
                     {.id = "b", .outlet = "sule post", .agency = "reuters"},
                     {.id = "c", .outlet = "reuters"}},
                    1},
        SourcesCase{"ACopyAndAReportOfItsOwn",
                    {{.id = "a1", .outlet = "reuters", .agency = "reuters"},
                     {.id = "a2", .outlet = "sule post"},
                     {.id = "b", .outlet = "sule post"}},
                    2},
        SourcesCase{"UnknownOutlets", {{.id = "a"}, {.id = "b"}}, 2}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace nutgraf
