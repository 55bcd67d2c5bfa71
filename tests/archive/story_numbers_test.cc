#include "archive/story_numbers.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace nutgraf {
namespace {

struct Case {
  const char* name;
  std::vector<StoryNumber> before;
  std::vector<std::uint32_t> group;
  std::vector<StoryNumber> after;
  std::vector<StoryMerge> merges;
};

class Numbers : public testing::TestWithParam<Case> {};

TEST_P(Numbers, AreKeptWherePossible) {
  const Case& test = GetParam();
  const StoryNumbers numbers = number_stories(test.before, test.group, /*next=*/100);
  EXPECT_EQ(numbers.story, test.after);
  EXPECT_EQ(numbers.merges, test.merges);
}

INSTANTIATE_TEST_SUITE_P(
    Groups, Numbers,
    testing::Values(Case{"NothingChanges", {3, 3, 7}, {0, 0, 2}, {3, 3, 7}, {}},
                    Case{"ANewArticleJoins", {3, 0, 3}, {0, 0, 0}, {3, 3, 3}, {}},
                    Case{"ANewArticleOpensAStory", {3, 0}, {0, 1}, {3, 100}, {}},
                    Case{"TwoNewStories", {0, 0, 0}, {0, 1, 0}, {100, 101, 100}, {}},
                    Case{"TheLargerStoryGivesItsNumber", {3, 7, 7}, {0, 0, 0}, {7, 7, 7}, {{3, 7}}},
                    Case{"OfEqualOnesTheOlder", {7, 3}, {0, 0}, {3, 3}, {{7, 3}}},
                    Case{"ThreeBecomeOne", {5, 4, 6, 4}, {0, 0, 0, 0}, {4, 4, 4, 4}, {{5, 4}, {6, 4}}},
                    Case{"AStoryParts", {3, 3, 3}, {0, 1, 0}, {3, 100, 3}, {}},
                    Case{"OfEqualPartsTheEarlierKeepsTheNumber", {3, 3}, {0, 1}, {3, 100}, {}},
                    Case{"TheLargerPartKeepsTheNumber", {3, 3, 3}, {0, 1, 1}, {100, 3, 3}, {}},
                    Case{"OneStoryLosesAnArticleToAnother", {3, 3, 7}, {0, 1, 1}, {3, 7, 7}, {}},
                    // Both groups have most of story 3, the first one more.
                    Case{"APartTakesTheNextBestNumber", {3, 3, 3, 3, 3, 7}, {0, 0, 0, 3, 3, 3}, {3, 3, 3, 7, 7, 7}, {}},
                    // Story 7 is shared out between two groups that others have given their numbers.
                    Case{"AMergeIsIntoWhatHasMostOfIt",
                         {3, 3, 7, 7, 7, 4, 4, 4},
                         {0, 0, 0, 3, 3, 3, 3, 3},
                         {3, 3, 3, 4, 4, 4, 4, 4},
                         {{7, 4}}}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace nutgraf
