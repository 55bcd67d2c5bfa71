// Which story each of an archive's articles is in, and grouping some of them anew.
//
// Pairs that are near connect most articles of a busy archive with one another, somehow; so what a new article may
// change is kept to the stories that it is near itself. These are grouped by all their pairs as if there were no others
// (cluster/agglomeration.h).
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "archive/database.h"
#include "archive/pair_table.h"
#include "nutgraf/archive.h"

namespace nutgraf {

class StoryTable {
 public:
  // `threshold` as in AgglomerationOptions. Beyond `most_together` articles, stories are only joined, if they are the
  // nearest, or left alone.
  StoryTable(Database& database, PairTable& pairs, double threshold, std::size_t most_together = kMostTogether);

  StoryNumber story_of(std::int64_t article);

  // Groups the stories that these articles are in, or have near pairs or links with: all of their articles, and these.
  // Returns the merges.
  std::vector<StoryMerge> group_around(std::span<const std::int64_t> articles);

  // The same for one story, which has lost articles.
  void group_again(StoryNumber story);

 private:
  struct Member {
    std::int64_t article = 0;
    std::optional<std::int64_t> seconds;
    std::string id;
    StoryNumber story = 0;
  };

  struct Near {
    StoryNumber story = 0;
    double nearness = 0;  // kAlways: is to be grouped, however large
  };

  std::vector<Near> stories_around(std::span<const std::int64_t> articles);
  bool belongs_to(std::int64_t article, std::span<const std::int64_t> story);
  std::vector<std::int64_t> articles_of(StoryNumber story);
  Member member(std::int64_t article);
  std::vector<StoryMerge> group(std::span<const std::int64_t> articles);
  std::vector<std::uint32_t> agglomerate_members(std::span<const Member> members);
  std::vector<StoryMerge> write(std::span<const Member> members, std::span<const std::uint32_t> group);

  PairTable& pairs_;
  double threshold_;
  std::size_t most_together_;
  Statement member_;
  Statement articles_;
  Statement set_story_;
  Statement links_;
  Statement next_story_;
  Statement set_next_story_;
  Statement add_merge_;
};

}  // namespace nutgraf
