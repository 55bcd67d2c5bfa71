#include "archive/profile_bytes.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <span>
#include <string>

namespace nutgraf {
namespace {

Profile some_profile() {
  return {.language = "pt",
          .published = -86400,
          .terms = {{.hash = 7, .rarity = 4096, .count = 3, .lead = true},
                    {.hash = 4'000'000'000, .rarity = 65535, .count = 255, .lead = false}},
          .length = 12.5F,
          .lead_length = 1.0F};
}

CopyProfile some_copy_profile() {
  return {.id = "wire",
          .outlet = "veld courier",
          .published = "2026-10-14",
          .agency = "reuters",
          .fingerprint = {.shingles = {1, 2, 4'000'000'000}, .lead = {2, 1}}};
}

template <class T>
std::string bytes_of(const T& profile) {
  std::string bytes;
  append_bytes(profile, bytes);
  return bytes;
}

template <class T>
bool reads(const std::string& bytes, T& profile) {
  return read_bytes(std::as_bytes(std::span(bytes)), profile);
}

bool operator==(const ProfileTerm& a, const ProfileTerm& b) {
  return a.hash == b.hash && a.rarity == b.rarity && a.count == b.count && a.lead == b.lead;
}

TEST(ProfileBytes, GiveTheProfileAgain) {
  Profile again = {.language = "old", .terms = {{.hash = 1}}};
  ASSERT_TRUE(reads(bytes_of(some_profile()), again));
  EXPECT_EQ(again.language, "pt");
  EXPECT_EQ(again.published, -86400);
  ASSERT_EQ(again.terms.size(), 2U);
  EXPECT_TRUE(again.terms[0] == some_profile().terms[0]);
  EXPECT_TRUE(again.terms[1] == some_profile().terms[1]);
  EXPECT_EQ(again.length, 12.5F);
  EXPECT_EQ(again.lead_length, 1.0F);
  ASSERT_TRUE(reads(bytes_of(Profile()), again));
  EXPECT_TRUE(again.terms.empty());
  EXPECT_EQ(again.published, std::nullopt);
}

TEST(ProfileBytes, GiveTheCopyProfileAgain) {
  CopyProfile again;
  ASSERT_TRUE(reads(bytes_of(some_copy_profile()), again));
  EXPECT_EQ(again.id, "wire");
  EXPECT_EQ(again.outlet, "veld courier");
  EXPECT_EQ(again.published, "2026-10-14");
  EXPECT_EQ(again.agency, "reuters");
  EXPECT_EQ(again.fingerprint, some_copy_profile().fingerprint);
}

// Those that a later version writes, too.
template <class T>
void expect_that_broken_bytes_are_refused(const std::string& whole) {
  T profile;
  for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_FALSE(reads(whole.substr(0, size), profile)) << size;
  EXPECT_FALSE(reads(whole + '\0', profile));
  std::string newer = whole;
  ++newer[0];
  EXPECT_FALSE(reads(newer, profile));
}

TEST(ProfileBytes, RefuseWhatIsCutShortOrTooLongOrNewer) {
  expect_that_broken_bytes_are_refused<Profile>(bytes_of(some_profile()));
  expect_that_broken_bytes_are_refused<CopyProfile>(bytes_of(some_copy_profile()));
}

template <class T>
std::size_t count_refused(const std::string& whole) {
  std::size_t refused = 0;
  for (std::size_t place = 0; place < whole.size(); ++place) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string changed = whole;
      changed[place] = static_cast<char>(changed[place] ^ (1 << bit));
      T profile;
      if (!reads(changed, profile)) ++refused;
    }
  }
  return refused;
}

// Whatever comes of it, it is no crash and takes no more memory than there are bytes.
TEST(ProfileBytes, SurviveEveryBitThatFlips) {
  EXPECT_GT(count_refused<Profile>(bytes_of(some_profile())), 64U) << "at least the version and both sizes";
  EXPECT_GT(count_refused<CopyProfile>(bytes_of(some_copy_profile())), 64U);
}

}  // namespace
}  // namespace nutgraf
