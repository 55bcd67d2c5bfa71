#include "evaluate/boundaries.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace nutgraf {
namespace {

constexpr std::string_view kText = "One. Two.\nThree. Four.";
const std::vector<Span> kGold = {{0, 4}, {5, 9}, {10, 16}, {17, 22}};

BoundaryCounts count(const std::vector<Span>& found) {
  BoundaryCounts counts;
  counts.add(kText, kGold, found);
  return counts;
}

TEST(Boundaries, OfTheSameSentencesAreAllRight) {
  const BoundaryCounts counts = count(kGold);
  EXPECT_EQ(counts.all.gold, 3U);
  EXPECT_EQ(counts.all.correct, 3U);
  EXPECT_EQ(counts.in_line.gold, 2U);
  EXPECT_EQ(counts.all.f1(), 1.0);
  EXPECT_EQ(counts.sentences.recall(), 1.0);
  EXPECT_EQ(counts.exact_cases, 1U);
}

TEST(Boundaries, CountMissedAndFalseOnesByTheirEnd) {
  // Misses the one after "One.", and cuts "Four" from its stop.
  const BoundaryCounts counts = count({{0, 9}, {10, 16}, {17, 21}, {21, 22}});
  EXPECT_EQ(counts.all.found, 3U);
  EXPECT_EQ(counts.all.correct, 2U);
  EXPECT_EQ(counts.in_line.correct, 1U);
  EXPECT_EQ(counts.sentences.correct, 1U);
  EXPECT_EQ(counts.exact_cases, 0U);
}

TEST(Boundaries, DoNotCountTheEndOfTheText) {
  const BoundaryCounts counts = count({{0, 22}});
  EXPECT_EQ(counts.all.found, 0U);
  EXPECT_EQ(counts.all.precision(), 1.0);
  EXPECT_EQ(counts.all.recall(), 0.0);
  EXPECT_EQ(counts.all.f1(), 0.0);
}

TEST(Boundaries, AddUpOverTexts) {
  BoundaryCounts counts = count(kGold);
  counts.add("Five. Six.", std::vector<Span>{{0, 5}, {6, 10}}, std::vector<Span>{{0, 10}});
  EXPECT_EQ(counts.cases, 2U);
  EXPECT_EQ(counts.exact_cases, 1U);
  EXPECT_EQ(counts.all.gold, 4U);
  EXPECT_EQ(counts.all.correct, 3U);
}

}  // namespace
}  // namespace nutgraf
