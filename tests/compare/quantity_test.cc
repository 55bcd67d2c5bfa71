#include "compare/quantity.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "compare/report.h"
#include "nutgraf/analyse.h"

namespace nutgraf {
namespace {

struct Read {
  explicit Read(const std::string& text, const std::string& language = "en") {
    article.text = text;
    article.language = language;
    document = Analyser().analyse(article);
    ReportReader(nullptr).read(document, /*whole=*/false, report);
    QuantityReader().read(report, quantities);
    for (const Quantity& quantity : quantities)
      texts.push_back(text.substr(quantity.begin, quantity.end - quantity.begin));
  }
  Article article;
  Document document;
  Report report;
  std::vector<Quantity> quantities;
  std::vector<std::string> texts;
};

using Texts = std::vector<std::string>;

TEST(Quantities, AreNumbersWithTheirUnitsAndHowExactTheyAre) {
  const std::vector<std::pair<std::string, Texts>> cases = {
      {"At least 12 people were killed in Orrin.", {"At least 12 people"}},
      {"The repairs cost $2.5 million last year.", {"$2.5 million"}},
      {"The repairs cost more than $2.5m last year.", {"more than $2.5m"}},
      {"The crane is 70 metres high.", {"70 metres"}},
      {"Prices rose by 3.5% in the town.", {"3.5%"}},
      {"Prices rose 3.5 per cent in the town.", {"3.5 per cent"}},
      {"A 70-metre crane fell on the quay.", {"70-metre"}},
      {"Two dozen ships waited off Orrin.", {"Two dozen ships"}},
      {"Some twenty-five ships waited off Orrin.", {"Some twenty-five ships"}},
      {"Half a million homes were without power.", {"Half a million homes"}},
      {"It took 10 to 15 ships to tow it.", {"10 to 15 ships"}},
      {"Winds blew at 90 km/h over Sule.", {"90 km/h"}},
      {"The three-day strike ended.", {"three-day"}},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(Read(text).texts, expected) << text;
}

TEST(Quantities, AreNoneOfTheNumbersThatOnlyName) {
  for (const char* text : {
           "The mill was built in 1931 and sold in 2004.",
           "The talks were held on October 3 in Veld.",
           "The talks were held on 3 October in Veld.",
           "The talks were held on Oct. 3, 2026 in Veld.",
           "Under Section 12 towns may hold displays.",
           "Flight 370 landed in Orrin.",
           "The vessel sailed at 5:40 a.m. on Monday.",
           "The vessel sailed at 5 p.m. on Monday.",
           "Call the shelter on 555-0142 for more.",
           "It was the 19th meeting of the council.",
           "COVID-19 closed the schools of the town.",
           "The jets were F-16s and A380s, he said.",
           "Veld beat Orrin 3-1 on Sunday.",
           "The rocket was Apollo 11, she said.",
           "See page 12 for the tables.",
           "It was agent 007 who called.",
           "The 1990s were hard for the mill.",
           "The network runs around the clock, 24/7.",
           "One of them knew nothing.",
           "No. 7 was the last of the trams to leave.",
           "The revolver was a .38 caliber.",
       })
    EXPECT_EQ(Read(text).texts, Texts()) << text;
}

TEST(Quantities, KnowWhatIsCountedAndWhatBefellIt) {
  const Read read("Police arrested 12 students and 40 others were injured. Fourteen houses burned down.");
  ASSERT_EQ(read.quantities.size(), 3U);
  const Read other("Three pupils were arrested. Two people were hurt. Nine homes burned down.");
  ASSERT_EQ(other.quantities.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(read.quantities[i].head, other.quantities[i].head) << i;
    EXPECT_EQ(read.quantities[i].event, other.quantities[i].event) << i;
  }
  EXPECT_NE(read.quantities[0].event, read.quantities[1].event);
  EXPECT_TRUE(read.quantities[1].anybody);
  EXPECT_NE(read.quantities[2].head, 0U);
}

TEST(Quantities, AgreeIfBothCanBeTrue) {
  const auto both = [](const std::string& a, const std::string& b) {
    const Read x(a);
    const Read y(b);
    EXPECT_EQ(x.quantities.size(), 1U) << a;
    EXPECT_EQ(y.quantities.size(), 1U) << b;
    if (x.quantities.size() != 1 || y.quantities.size() != 1) return false;
    EXPECT_EQ(x.quantities[0].unit.measure, y.quantities[0].unit.measure) << a << b;
    return agree(x.quantities[0], y.quantities[0]) && agree(y.quantities[0], x.quantities[0]);
  };
  const std::vector<std::pair<std::string, std::string>> agreeing = {
      {"About 1,200 people came.", "1,187 people came."},
      {"1,200 people came.", "1,187 people came."},
      {"Twelve ships came.", "12 ships came."},
      {"At least 12 people came.", "15 people came."},
      {"Nearly 200 ships came.", "189 ships came."},
      {"Up to 50 ships came.", "43 ships came."},
      {"10 to 15 ships came.", "12 ships came."},
      {"It is 70 metres high.", "It is 230 feet high."},
      {"It is 5 km long.", "It is three miles long."},
      {"It was 38 degrees Celsius.", "It was 100 degrees Fahrenheit."},
      {"It weighs 2 tonnes.", "It weighs 2,000 kg."},
      {"It lasted two weeks.", "It lasted 14 days."},
      {"It cost $2.5 million.", "It cost 2.48 million dollars."},
      {"Prices rose 2%.", "Prices rose 1.7%."},
      {"Half a million homes burned.", "500,000 homes burned."},
      {"More than half a million homes burned.", "552,000 homes burned."},
  };
  for (const auto& [a, b] : agreeing) EXPECT_TRUE(both(a, b)) << a << ' ' << b;
  const std::vector<std::pair<std::string, std::string>> differing = {
      {"12 people came.", "15 people came."},
      {"At least 15 people came.", "12 people came."},
      {"About 1,200 people came.", "1,500 people came."},
      {"It is 70 metres high.", "It is 300 feet high."},
      {"It cost $25 million.", "It cost $35 million."},
      {"Prices rose 3.5%.", "Prices rose 3.8%."},
      {"50 ships came.", "52 ships came."},
      {"It was 38 degrees Celsius.", "It was 90 degrees Fahrenheit."},
      {"Fewer than 50 ships came.", "80 ships came."},
  };
  for (const auto& [a, b] : differing) EXPECT_FALSE(both(a, b)) << a << ' ' << b;
}

TEST(Quantities, ThatAskForNoWordsAreReadInEveryLanguage) {
  const Read german("Die Preise stiegen um 3,5 % auf 1.200 \u20AC.", "de");
  ASSERT_EQ(german.texts, (Texts{"3,5 %", "1.200 \u20AC"}));
  EXPECT_DOUBLE_EQ(german.quantities[0].low, 3.5);
  EXPECT_DOUBLE_EQ(german.quantities[1].low, 1200);
}

}  // namespace
}  // namespace nutgraf
