#include "archive/story_table.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "archive/database.h"
#include "archive/pair_table.h"
#include "archive/schema.h"
#include "archive/temporary_folder.h"

namespace nutgraf {
namespace {

constexpr std::size_t kMost = 4;

class Stories : public testing::Test {
 protected:
  Stories() { prepare_schema(*database_, {}); }

  void add(std::int64_t number, StoryNumber story) {
    database_->prepare("INSERT INTO articles VALUES (?, ?, '', '', '', ?1, ?)")
        .run(number, std::to_string(number), story);
  }

  void pair(std::int64_t later, std::int64_t earlier, double log_odds) {
    database_->prepare("INSERT INTO pairs VALUES (?, ?, ?, ?)")
        .run(later, earlier, log_odds, std::int64_t{log_odds >= 0 ? 1 : 0});
  }

  void link(const std::string& first, const std::string& second, bool must) {
    database_->prepare("INSERT INTO links VALUES (?, ?, ?)").run(first, second, std::int64_t{must ? 1 : 0});
  }

  std::vector<StoryMerge> group_around(std::int64_t article) {
    PairTable pairs(*database_, 1000, 0);
    StoryTable stories(*database_, pairs, 0, kMost);
    return stories.group_around({&article, 1});
  }

  StoryNumber story_of(std::int64_t article) {
    return database_->prepare("SELECT story FROM articles WHERE number = ?").find(article).value_or(-1);
  }

  // A story of so many articles, each near all others.
  void add_story(StoryNumber story, std::int64_t first, std::int64_t count) {
    for (std::int64_t article = first; article < first + count; ++article) {
      add(article, story);
      for (std::int64_t earlier = first; earlier < article; ++earlier) pair(article, earlier, 3);
    }
  }

  TemporaryFolder folder_;
  std::unique_ptr<Database> database_ = Database::open(folder_.file("a"), {.create = true}).value();
};

TEST_F(Stories, OnlyThoseNearTheArticleAreGrouped) {
  add_story(1, 10, 2);
  add(20, 2);
  add(21, 3);  // would merge, but nobody asks
  pair(21, 20, 5);
  add(30, 0);
  pair(30, 10, 2);
  pair(30, 11, 2);
  EXPECT_TRUE(group_around(30).empty());
  EXPECT_EQ(story_of(30), 1);
  EXPECT_EQ(story_of(20), 2);
  EXPECT_EQ(story_of(21), 3);
  EXPECT_EQ(group_around(20), std::vector<StoryMerge>({{3, 2}}));
}

TEST_F(Stories, ALargeStoryIsJoinedByWhatIsNearAllOfIt) {
  add_story(1, 10, 5);
  add(30, 0);
  for (std::int64_t other = 10; other < 15; ++other) pair(30, other, 1);
  EXPECT_TRUE(group_around(30).empty());
  EXPECT_EQ(story_of(30), 1);
  EXPECT_EQ(group_around(30).size(), 0U);
  EXPECT_EQ(story_of(30), 1) << "and stays in it";
}

TEST_F(Stories, ALargeStoryIsNotJoinedByWhatIsNearAPartOfIt) {
  database_->run("UPDATE settings SET value = 2 WHERE name = 'next_story'");
  add_story(1, 10, 5);
  add(30, 0);
  pair(30, 10, 5);
  EXPECT_TRUE(group_around(30).empty());
  EXPECT_EQ(story_of(30), 2);
}

TEST_F(Stories, ACannotLinkKeepsAnArticleOutOfALargeStory) {
  database_->run("UPDATE settings SET value = 2 WHERE name = 'next_story'");
  add_story(1, 10, 5);
  add(30, 0);
  for (std::int64_t other = 10; other < 15; ++other) pair(30, other, 1);
  link("12", "30", /*must=*/false);
  EXPECT_TRUE(group_around(30).empty());
  EXPECT_EQ(story_of(30), 2);
}

TEST_F(Stories, AMustLinkJoinsWhateverTheSize) {
  add_story(1, 10, 5);
  add_story(2, 20, 5);
  link("10", "20", /*must=*/true);
  group_around(10);
  EXPECT_EQ(story_of(10), story_of(20));
}

TEST_F(Stories, BeyondTheMostTheNearestAreGrouped) {
  add_story(1, 10, 2);
  add_story(2, 20, 2);
  add(30, 0);
  for (const std::int64_t other : {10, 11}) pair(30, other, 0.1);
  for (const std::int64_t other : {20, 21}) pair(30, other, 1);
  EXPECT_TRUE(group_around(30).empty());
  EXPECT_EQ(story_of(30), 2);
}

}  // namespace
}  // namespace nutgraf
