#include "compare/day.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "nutgraf/analyse.h"

namespace nutgraf {
namespace {

struct Read {
  explicit Read(const std::string& text, const std::string& published = {}) {
    article.text = text;
    article.published = published;
    article.language = "en";
    document = Analyser().analyse(article);
    ReportReader(nullptr).read(document, /*whole=*/false, report);
    read_days(report, days);
  }
  Article article;
  Document document;
  Report report;
  std::vector<DayMention> days;
};

TEST(Days, AreDatesAndWeekdays) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"The harbour reopened on October 3.", "October 3"},
      {"The harbour reopened on 3 October 2026 at noon.", "3 October 2026"},
      {"The harbour reopened on October 3, 2026, at noon.", "October 3, 2026"},
      {"The harbour reopened on Tuesday at noon.", "Tuesday"},
      {"The harbour will reopen on May 1st.", "May 1st"},
  };
  for (const auto& [text, expected] : cases) {
    const Read read(text);
    ASSERT_EQ(read.days.size(), 1U) << text;
    EXPECT_EQ(text.substr(read.days[0].begin, read.days[0].end - read.days[0].begin), expected);
  }
}

TEST(Days, AreNotMonthsNorWhenSomethingWasSaid) {
  for (const char* text :
       {"The harbour reopened in October.", "The harbour may reopen soon.",
        "The harbour has reopened, Marrow said on Tuesday.", "On Tuesday Marrow said the harbour had reopened.",
        "Marrow told reporters on Tuesday it had reopened."})
    EXPECT_TRUE(Read(text).days.empty()) << text;
}

TEST(Days, AreTheSameAsFarAsItCanBeTold) {
  const auto same = [](const std::string& a, const std::string& b, const std::string& published = {}) {
    const Read x("The harbour reopened on " + a + ".", published);
    const Read y("The harbour reopened on " + b + ".", published);
    EXPECT_EQ(x.days.size() + y.days.size(), 2U);
    EXPECT_EQ(same_day(x.days.at(0), y.days.at(0)), same_day(y.days.at(0), x.days.at(0)));
    return same_day(x.days.at(0), y.days.at(0));
  };
  EXPECT_EQ(same("Tuesday", "Tuesday"), true);
  EXPECT_EQ(same("Tuesday", "Wednesday"), false);
  EXPECT_EQ(same("October 3", "3 October"), true);
  EXPECT_EQ(same("October 3", "October 4"), false);
  EXPECT_EQ(same("October 3", "November 3"), false);
  EXPECT_EQ(same("October 3", "Tuesday"), std::nullopt);  // of what year?
  EXPECT_EQ(same("October 3, 2026", "Saturday"), true);
  EXPECT_EQ(same("October 3, 2026", "Sunday"), false);
  EXPECT_EQ(same("September 29", "Tuesday", "2026-10-01"), true);
  EXPECT_EQ(same("September 29", "Monday", "2026-10-01"), false);
  EXPECT_EQ(same("December 1", "Tuesday", "2026-09-29"), std::nullopt);  // one of many
}

}  // namespace
}  // namespace nutgraf
