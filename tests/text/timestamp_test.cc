#include "text/timestamp.h"

#include <gtest/gtest.h>

namespace nutgraf {
namespace {

Timestamp timestamp_of(const char* text) {
  const auto timestamp = parse_timestamp(text);
  EXPECT_TRUE(timestamp) << text;
  return timestamp.value_or(Timestamp{});
}

TEST(Timestamp, ReadsDatesAndTimesInAnyZone) {
  const struct {
    const char* text;
    std::int64_t seconds;
  } cases[] = {{"1970-01-01", 0},
               {"1970-01-01T00:00:00Z", 0},
               {"1969-12-31T23:59:59Z", -1},
               {"2026-10-14", 1791936000},
               {"2026-10-14T06:52:00Z", 1791960720},
               {"2026-10-14t06:52:00z", 1791960720},
               {"2026-10-14 06:52", 1791960720},
               {"2026-10-14T06:52:00.250Z", 1791960720},
               {"2026-10-14T08:52:00+02:00", 1791960720},
               {"2026-10-14T08:52:00+0200", 1791960720},
               {"2026-10-13T21:22:00-09:30", 1791960720},
               {"2028-02-29", 1835395200}};
  for (const auto& c : cases) {
    EXPECT_EQ(timestamp_of(c.text).seconds, c.seconds) << c.text;
  }
}

TEST(Timestamp, TellsADayFromATime) {
  EXPECT_TRUE(timestamp_of("2026-10-14").day_only);
  EXPECT_FALSE(timestamp_of("2026-10-14T00:00Z").day_only);
}

TEST(Timestamp, GivesNothingForWhatIsNoTime) {
  for (const char* text :
       {"", "last Tuesday", "2026", "2026-13-01", "2027-02-29", "2026-10-32", "14.10.2026", "2026-10-14T",
        "2026-10-14T24:00Z", "2026-10-14T06:61Z", "2026-10-14T06:52:00Z!", "2026-10-14T06:52+2", "2026-10-14 at noon"})
    EXPECT_FALSE(parse_timestamp(text)) << text;
}

TEST(Timestamp, OfADayOnlyTheDayTells) {
  const auto later = [](const char* a, const char* b) { return is_later(timestamp_of(a), timestamp_of(b)); };
  EXPECT_TRUE(later("2026-10-14T06:52Z", "2026-10-14T06:51Z"));
  EXPECT_FALSE(later("2026-10-14T06:52Z", "2026-10-14T06:52Z"));
  EXPECT_FALSE(later("2026-10-14T06:52Z", "2026-10-14"));
  EXPECT_FALSE(later("2026-10-14", "2026-10-14T06:52Z"));
  EXPECT_TRUE(later("2026-10-15", "2026-10-14T06:52Z"));
  EXPECT_TRUE(later("1970-01-01", "1969-12-31T12:00Z"));
}

}  // namespace
}  // namespace nutgraf
