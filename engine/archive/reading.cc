// What an archive tells.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "archive/archive_state.h"
#include "archive/profile_bytes.h"

namespace nutgraf {
namespace {

constexpr int kMostMerges = 1'000'000;  // one after the other, in a file that is not damaged

template <class T>
Result<T> result(Database& database, T value) {
  if (const Result<void> good = database.result(); !good) return std::unexpected(good.error());
  return value;
}

ArchivedArticle article_of(const Statement& row) {
  return {.id = std::string(row.text(0)),
          .title = std::string(row.text(1)),
          .outlet = std::string(row.text(2)),
          .published = std::string(row.text(3)),
          .story = row.integer(4)};
}

// All stories that ended in this one, by whatever way.
std::vector<StoryNumber> merged_into(Database& database, StoryNumber story) {
  Statement find = database.prepare("SELECT story FROM merges WHERE target = ?");
  std::vector<StoryNumber> merged;
  std::vector<StoryNumber> waiting = {story};
  while (!waiting.empty()) {
    const StoryNumber target = waiting.back();
    waiting.pop_back();
    for (find.start(target); find.next();) {
      merged.push_back(find.integer(0));
      waiting.push_back(find.integer(0));
    }
  }
  std::ranges::sort(merged);
  return merged;
}

// The story that is left of this one.
StoryNumber follow_merges(Database& database, StoryNumber story) {
  Statement find = database.prepare("SELECT target FROM merges WHERE story = ?");
  for (int i = 0; i < kMostMerges; ++i) {
    const std::optional<StoryNumber> target = find.find(story);
    if (!target) break;
    story = *target;
  }
  return story;
}

void fail_without_story(Database& database, StoryNumber story) {
  database.fail({.code = ErrorCode::kNotFound, .message = fmt::format("has no story {}", story)});
}

void fail_without_article(Database& database, std::string_view id) {
  database.fail({.code = ErrorCode::kNotFound, .message = fmt::format("has no article '{}'", id)});
}

}  // namespace

Result<std::size_t> Archive::size() const {
  const std::int64_t articles = state_->database->number("SELECT count(*) FROM articles");
  return result(*state_->database, static_cast<std::size_t>(articles));
}

Result<std::vector<ArchivedStory>> Archive::stories() const {
  Database& database = *state_->database;
  const Snapshot snapshot(database);
  std::vector<ArchivedStory> stories;
  Statement find =
      database.prepare("SELECT id, title, outlet, published, story FROM articles ORDER BY story, seconds, id");
  for (find.start(); find.next();) {
    ArchivedArticle article = article_of(find);
    if (stories.empty() || stories.back().number != article.story)
      stories.push_back({.number = article.story, .articles = {}, .merged = {}});
    stories.back().articles.push_back(std::move(article));
  }
  for (ArchivedStory& story : stories) story.merged = merged_into(database, story.number);
  return result(database, std::move(stories));
}

Result<ArchivedStory> Archive::story(StoryNumber number) const {
  Database& database = *state_->database;
  const Snapshot snapshot(database);
  ArchivedStory story{.number = follow_merges(database, number), .articles = {}, .merged = {}};
  Statement find =
      database.prepare("SELECT id, title, outlet, published, story FROM articles WHERE story = ? ORDER BY seconds, id");
  for (find.start(story.number); find.next();) story.articles.push_back(article_of(find));
  story.merged = merged_into(database, story.number);
  if (story.articles.empty()) fail_without_story(database, number);
  return result(database, std::move(story));
}

Result<Article> Archive::article(std::string_view id) const {
  Database& database = *state_->database;
  const Snapshot snapshot(database);
  Statement find =
      database.prepare("SELECT json FROM contents WHERE article = (SELECT number FROM articles WHERE id = ?)");
  std::optional<Article> article;
  find.start(id);
  if (find.next()) {
    article = parse_article(find.bytes(0));
    if (!article) database.fail(damaged_article());
  } else {
    fail_without_article(database, id);
  }
  return result(database, std::move(article).value_or(Article()));
}

Result<StoryNumber> Archive::story_of(std::string_view id) const {
  Database& database = *state_->database;
  const std::optional<StoryNumber> story = database.prepare("SELECT story FROM articles WHERE id = ?").find(id);
  if (!story) fail_without_article(database, id);
  return result(database, story.value_or(0));
}

Result<std::vector<Article>> Archive::articles(StoryNumber number) const {
  Database& database = *state_->database;
  const Snapshot snapshot(database);
  Statement find = database.prepare(
      "SELECT json FROM articles JOIN contents ON article = number WHERE story = ? ORDER BY seconds, id");
  std::vector<Article> articles;
  for (find.start(follow_merges(database, number)); find.next();) {
    std::optional<Article> article = parse_article(find.bytes(0));
    if (!article) {
      database.fail(damaged_article());
      break;
    }
    articles.push_back(std::move(*article));
  }
  if (articles.empty()) fail_without_story(database, number);
  return result(database, std::move(articles));
}

Result<std::vector<CopyProfile>> Archive::copy_profiles(StoryNumber number) const {
  Database& database = *state_->database;
  const Snapshot snapshot(database);
  Statement find = database.prepare(
      "SELECT copy_profile FROM articles JOIN contents ON article = number WHERE story = ? ORDER BY seconds, id");
  std::vector<CopyProfile> profiles;
  for (find.start(follow_merges(database, number)); find.next();)
    if (!read_bytes(find.bytes(0), profiles.emplace_back())) database.fail(damaged_profile());
  if (profiles.empty()) fail_without_story(database, number);
  return result(database, std::move(profiles));
}

Result<void> Archive::for_each(const std::function<bool(const Article&, StoryNumber)>& use) const {
  Database& database = *state_->database;
  const Snapshot snapshot(database);
  Statement find =
      database.prepare("SELECT json, story FROM articles JOIN contents ON article = number ORDER BY seconds, id");
  for (find.start(); find.next();) {
    const std::optional<Article> article = parse_article(find.bytes(0));
    if (!article) {
      database.fail(damaged_article());
    } else if (!use(*article, find.integer(1))) {
      break;
    }
  }
  return database.result();
}

}  // namespace nutgraf
