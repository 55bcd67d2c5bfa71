#include "archive/story_table.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "archive/story_numbers.h"
#include "cluster/agglomeration.h"
#include "similarity/pair_score.h"

namespace nutgraf {
namespace {

constexpr double kAlways = 1e9;

}  // namespace

StoryTable::StoryTable(Database& database, PairTable& pairs, double threshold, std::size_t most_together)
    : pairs_(pairs),
      threshold_(threshold),
      most_together_(most_together),
      member_(database.prepare("SELECT seconds, id, story FROM articles WHERE number = ?")),
      articles_(database.prepare("SELECT number FROM articles WHERE story = ?")),
      set_story_(database.prepare("UPDATE articles SET story = ? WHERE number = ?")),
      links_(database.prepare("SELECT number, must FROM links JOIN articles ON id = second WHERE first = ?1 UNION ALL "
                              "SELECT number, must FROM links JOIN articles ON id = first WHERE second = ?1")),
      next_story_(database.prepare("SELECT value FROM settings WHERE name = 'next_story'")),
      set_next_story_(database.prepare("UPDATE settings SET value = ? WHERE name = 'next_story'")),
      add_merge_(database.prepare("INSERT INTO merges VALUES (?, ?)")) {}

StoryNumber StoryTable::story_of(std::int64_t article) { return member(article).story; }

std::vector<StoryMerge> StoryTable::group_around(std::span<const std::int64_t> articles) {
  std::vector<std::int64_t> all(articles.begin(), articles.end());
  const std::vector<Near> stories = stories_around(articles);
  const bool linked = std::ranges::count(stories, kAlways, &Near::nearness) > 1;
  for (const Near& near : stories) {
    const std::vector<std::int64_t> its = articles_of(near.story);
    if (all.size() + its.size() > most_together_) {
      if (all.size() == 1 && !linked && belongs_to(all.front(), its)) {
        set_story_.run(near.story, all.front());
        return {};
      }
      if (near.nearness < kAlways) continue;
    }
    all.insert(all.end(), its.begin(), its.end());
  }
  std::ranges::sort(all);
  const auto repeated = std::ranges::unique(all);
  all.erase(repeated.begin(), repeated.end());
  return group(all);
}

// Whether agglomerate() would join the article, alone, to the articles of a story.
bool StoryTable::belongs_to(std::int64_t article, std::span<const std::int64_t> story) {
  const std::unordered_set<std::int64_t> others(story.begin(), story.end());
  bool parted = false;
  const Member own = member(article);
  for (links_.start(own.id); links_.next();) parted |= links_.integer(1) == 0 && others.contains(links_.integer(0));
  if (parted) return false;
  const auto pairs = static_cast<double>(others.size() - others.count(article));
  double log_odds = kLeastLogOdds * pairs;
  pairs_.for_each_earlier(article, [&](std::int64_t other, double its) {
    if (others.contains(other)) log_odds += its - kLeastLogOdds;
  });
  return log_odds >= threshold_ * pairs;
}

void StoryTable::group_again(StoryNumber story) {
  const std::vector<std::int64_t> articles = articles_of(story);
  if (articles.size() <= most_together_) group(articles);
}

// Those that the articles are in first, then the nearest.
std::vector<StoryTable::Near> StoryTable::stories_around(std::span<const std::int64_t> articles) {
  std::map<StoryNumber, double> nearness;
  for (const std::int64_t article : articles) {
    const Member own = member(article);
    nearness[own.story] = kAlways;
    for (const Neighbour& neighbour : pairs_.find_near(article)) {
      double& nearest = nearness.try_emplace(story_of(neighbour.article), kLeastLogOdds).first->second;
      nearest = std::max(nearest, neighbour.log_odds);
    }
    std::vector<std::int64_t> linked;
    for (links_.start(own.id); links_.next();)
      if (links_.integer(1) != 0) linked.push_back(links_.integer(0));
    for (const std::int64_t other : linked) nearness[story_of(other)] = kAlways;
  }
  nearness.erase(0);
  std::vector<Near> stories;
  stories.reserve(nearness.size());
  for (const auto& [story, near] : nearness) stories.push_back({.story = story, .nearness = near});
  std::ranges::stable_sort(stories, std::greater(), &Near::nearness);
  return stories;
}

std::vector<std::int64_t> StoryTable::articles_of(StoryNumber story) {
  std::vector<std::int64_t> articles;
  for (articles_.start(story); articles_.next();) articles.push_back(articles_.integer(0));
  return articles;
}

std::vector<StoryMerge> StoryTable::group(std::span<const std::int64_t> articles) {
  std::vector<Member> members;
  members.reserve(articles.size());
  for (const std::int64_t article : articles) members.push_back(member(article));
  std::ranges::sort(members, {}, [](const Member& m) { return std::tie(m.seconds, m.id); });
  return write(members, agglomerate_members(members));
}

StoryTable::Member StoryTable::member(std::int64_t article) {
  Member member{.article = article};
  for (member_.start(article); member_.next();) {
    if (!member_.is_null(0)) member.seconds = member_.integer(0);
    member.id = member_.text(1);
    member.story = member_.integer(2);
  }
  return member;
}

std::vector<std::uint32_t> StoryTable::agglomerate_members(std::span<const Member> members) {
  std::unordered_map<std::int64_t, std::uint32_t> places;
  for (std::uint32_t i = 0; i < members.size(); ++i) places[members[i].article] = i;
  std::vector<ScoredPair> pairs;
  std::vector<Link> must;
  std::vector<Link> cannot;
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    pairs_.for_each_earlier(members[i].article, [&](std::int64_t other, double log_odds) {
      const auto place = places.find(other);
      if (place == places.end()) return;
      const auto [first, second] = std::minmax(i, place->second);
      pairs.push_back({.first = first, .second = second, .log_odds = static_cast<float>(log_odds)});
    });
    for (links_.start(members[i].id); links_.next();)
      if (const auto place = places.find(links_.integer(0)); place != places.end() && i < place->second)
        (links_.integer(1) != 0 ? must : cannot).emplace_back(i, place->second);
  }
  std::ranges::sort(pairs, {}, [](const ScoredPair& pair) { return std::pair(pair.first, pair.second); });
  std::ranges::sort(must);
  std::ranges::sort(cannot);
  return agglomerate(members.size(), pairs, {.threshold = threshold_, .must = must, .cannot = cannot});
}

std::vector<StoryMerge> StoryTable::write(std::span<const Member> members, std::span<const std::uint32_t> group) {
  std::vector<StoryNumber> before;
  before.reserve(members.size());
  for (const Member& member : members) before.push_back(member.story);
  const StoryNumber next = next_story_.find().value_or(1);
  StoryNumbers numbers = number_stories(before, group, next);
  StoryNumber last = next - 1;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (numbers.story[i] != before[i]) set_story_.run(numbers.story[i], members[i].article);
    last = std::max(last, numbers.story[i]);
  }
  if (last >= next) set_next_story_.run(last + 1);
  for (const StoryMerge& merge : numbers.merges) add_merge_.run(merge.story, merge.into);
  return std::move(numbers.merges);
}

}  // namespace nutgraf
