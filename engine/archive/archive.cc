#include "nutgraf/archive.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "archive/archive_state.h"
#include "archive/schema.h"
#include "parallel.h"
#include "text/timestamp.h"

namespace nutgraf {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;
constexpr double kMostGranularity = 5;
constexpr std::size_t kMostDays = 36500;

constexpr std::int64_t kCacheKilobytes = 262144;
// One in some hundred additions copies this many pages into the file: few enough to be short, enough to be seldom.
constexpr std::int64_t kPagesBetweenCheckpoints = 16384;

std::unexpected<Error> refused(ErrorCode code, const std::string& file, std::string message) {
  return std::unexpected(Error{.code = code, .message = std::move(message), .file = file});
}

void configure(Database& database, const ArchiveOptions& options) {
  database.run(fmt::format("PRAGMA synchronous = {}", options.durable ? "FULL" : "NORMAL"));
  database.run(fmt::format("PRAGMA wal_autocheckpoint = {}", kPagesBetweenCheckpoints));
  database.run(fmt::format("PRAGMA cache_size = {}", -kCacheKilobytes));
  database.run("PRAGMA secure_delete = ON");
  if (options.most_bytes > 0) {
    const auto page = static_cast<std::size_t>(std::max<std::int64_t>(1, database.number("PRAGMA page_size")));
    database.run(fmt::format("PRAGMA max_page_count = {}", std::max<std::size_t>(1, options.most_bytes / page)));
  }
}

double setting(Database& database, std::string_view name) {
  Statement value = database.prepare("SELECT value FROM settings WHERE name = ?");
  double found = 0;
  for (value.start(name); value.next();) found = value.real(0);
  return found;
}

// Sorted, each once.
std::vector<std::int64_t> distinct(std::vector<std::int64_t> articles) {
  std::ranges::sort(articles);
  const auto repeated = std::ranges::unique(articles);
  articles.erase(repeated.begin(), repeated.end());
  return articles;
}

}  // namespace

std::string_view to_string(Arrival arrival) {
  switch (arrival) {
    case Arrival::kOpened:
      return "opened";
    case Arrival::kJoined:
      return "joined";
    case Arrival::kUpdated:
      return "updated";
    case Arrival::kUnchanged:
      return "unchanged";
  }
  return {};
}

Archive::State::State(std::unique_ptr<Database> opened, const ArchiveOptions& given)
    : options(given),
      database(std::move(opened)),
      preparer(given.analyse),
      granularity(setting(*database, "granularity")),
      pairs(*database, static_cast<std::int64_t>(setting(*database, "days")) * kSecondsPerDay, granularity),
      stories(*database, pairs, granularity),
      frequencies(*database),
      find_article(database->prepare("SELECT number FROM articles WHERE id = ?")),
      last_article(database->prepare("SELECT max(number) FROM articles")),
      next_story(database->prepare("SELECT value FROM settings WHERE name = 'next_story'")),
      add_article(database->prepare("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)")),
      remove_article(database->prepare("DELETE FROM articles WHERE number = ?")),
      add_content(database->prepare("INSERT INTO contents VALUES (?, ?, ?)")),
      remove_content(database->prepare("DELETE FROM contents WHERE article = ?")),
      json(database->prepare("SELECT json FROM contents WHERE article = ?")) {}

Added Archive::State::add(const Article& article, PreparedArticle& prepared) {
  const std::optional<std::int64_t> known = find_article.find(article.id);
  const StoryNumber before = known ? stories.story_of(*known) : 0;
  if (known) {
    bool same = false;
    for (json.start(*known); json.next();) same = decompress_json(json.bytes(0)) == prepared.json;
    if (same) return {.arrival = Arrival::kUnchanged, .story = before};
    take_out(*known);
  }
  const std::int64_t number = known ? *known : last_article.find().value_or(0) + 1;
  const StoryNumber next = next_story.find().value_or(1);
  insert(article, prepared, number, before);
  Added added{.merges = stories.group_around({&number, 1})};
  if (frequencies.is_time_to_weigh_again(prepared.profile.language)) {
    const std::vector<StoryMerge> more = weigh_again(prepared.profile.language);
    added.merges.insert(added.merges.end(), more.begin(), more.end());
  }
  added.story = stories.story_of(number);
  added.arrival = known ? Arrival::kUpdated : added.story < next ? Arrival::kJoined : Arrival::kOpened;
  return added;
}

void Archive::State::insert(const Article& article, PreparedArticle& prepared, std::int64_t number, StoryNumber story) {
  const auto bytes = [](const std::string& text) { return std::as_bytes(std::span(text)); };
  DocumentFrequencies counts = frequencies.find(prepared.profile);
  counts.add(prepared.profile);
  weigh(counts, prepared.profile);
  add_article.run(number, article.id, article.title, article.outlet, article.published, prepared.profile.published,
                  story);
  add_content.run(number, bytes(prepared.compressed), bytes(prepared.copy_profile));
  pairs.add(number, prepared.profile);
  frequencies.add(number);
}

std::vector<StoryMerge> Archive::State::weigh_again(const std::string& language) {
  std::vector<std::pair<std::int64_t, Profile>> articles;
  Statement contents = database->prepare("SELECT article, json FROM contents");
  PreparedArticle prepared;
  for (contents.start(); contents.next();) {
    const std::int64_t number = contents.integer(0);
    Profile old = pairs.profile(number);
    if (old.language != language) continue;
    pairs.remove(number, old);
    const std::optional<Article> article = parse_article(contents.bytes(1));
    if (!article) {
      database->fail(damaged_article());
      return {};
    }
    preparer.prepare(*article, prepared);
    articles.emplace_back(number, std::move(prepared.profile));
  }
  std::vector<StoryMerge> merges;
  for (auto& [number, profile] : articles) {
    weigh(frequencies.find(profile), profile);
    pairs.add(number, profile);
  }
  for (const auto& [number, _] : articles) {
    const std::vector<StoryMerge> more = stories.group_around({&number, 1});
    merges.insert(merges.end(), more.begin(), more.end());
  }
  return merges;
}

void Archive::State::take_out(std::int64_t article) {
  const Profile profile = pairs.profile(article);
  frequencies.remove(article, profile);
  pairs.remove(article, profile);
  remove_content.run(article);
  remove_article.run(article);
}

void Archive::State::remove(std::span<const std::int64_t> articles) {
  Statement remove_first =
      database->prepare("DELETE FROM links WHERE first = (SELECT id FROM articles WHERE number = ?)");
  Statement remove_second =
      database->prepare("DELETE FROM links WHERE second = (SELECT id FROM articles WHERE number = ?)");
  std::set<StoryNumber> touched;
  for (const std::int64_t article : articles) {
    touched.insert(stories.story_of(article));
    remove_first.run(article);
    remove_second.run(article);
    take_out(article);
  }
  for (const StoryNumber story : touched) stories.group_again(story);
}

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(const std::string& file, const ArchiveOptions& options) {
  if (std::isnan(options.granularity) || std::abs(options.granularity) > kMostGranularity)
    return refused(ErrorCode::kInvalidOption, "",
                   fmt::format("granularity must be from {} to {}, not {}", -kMostGranularity, kMostGranularity,
                               options.granularity));
  if (options.days > kMostDays)
    return refused(ErrorCode::kInvalidOption, "", fmt::format("days is at most {}, not {}", kMostDays, options.days));
  std::error_code unknown;
  const std::filesystem::file_status status = std::filesystem::status(file, unknown);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
    return refused(ErrorCode::kUnsupported, file,
                   "is no file; name the file of an archive, or one that is not there yet");
  const bool create = options.access == ArchiveAccess::kCreate;
  const bool write = options.access != ArchiveAccess::kRead;
  if (!create && status.type() == std::filesystem::file_type::not_found)
    return refused(ErrorCode::kNotFound, file, "there is no such archive; adding an article makes one");

  Result<std::unique_ptr<Database>> opened =
      Database::open(file, {.create = create, .write = write, .wait_seconds = options.wait_seconds});
  if (!opened) return std::unexpected(std::move(opened.error()));
  prepare_schema(**opened, options);
  configure(**opened, options);
  if (const Result<void> good = (*opened)->result(); !good) return std::unexpected(good.error());
  auto state = std::make_unique<State>(std::move(*opened), options);
  if (const Result<void> good = state->database->result(); !good) return std::unexpected(good.error());
  return Archive(std::move(state));
}

Result<Added> Archive::add(const Article& article) {
  Result<std::vector<Added>> added = add(std::span(&article, 1));
  if (!added) return std::unexpected(std::move(added.error()));
  return std::move(added->front());
}

Result<std::vector<Added>> Archive::add(std::span<const Article> articles) {
  if (std::ranges::any_of(articles, [](const Article& article) { return article.id.empty(); }))
    return refused(ErrorCode::kInvalidOption, "", "an article has no id, which it is kept under; give it one");
  std::vector<PreparedArticle> prepared(articles.size());
  if (articles.size() == 1) {
    state_->preparer.prepare(articles[0], prepared[0]);
  } else {
    for_each_index(state_->options.threads, articles.size(), [&](std::size_t) {
      return [&, preparer = std::make_shared<ArticlePreparer>(state_->options.analyse)](std::size_t i) {
        preparer->prepare(articles[i], prepared[i]);
      };
    });
  }
  std::vector<Added> added;
  added.reserve(articles.size());
  Transaction transaction(*state_->database);
  for (std::size_t i = 0; i < articles.size() && state_->database->ok(); ++i)
    added.push_back(state_->add(articles[i], prepared[i]));
  for (std::size_t i = 0; i < added.size() && articles.size() > 1; ++i)
    added[i].story = state_->stories.story_of(state_->find_article.find(articles[i].id).value_or(0));
  if (const Result<void> done = transaction.commit(); !done) return std::unexpected(done.error());
  return added;
}

Result<Removed> Archive::remove(std::span<const std::string> ids) {
  Removed removed;
  Transaction transaction(*state_->database);
  std::vector<std::int64_t> articles;
  for (const std::string& id : ids) {
    const std::optional<std::int64_t> article = state_->find_article.find(id);
    article ? articles.push_back(*article) : removed.missing.push_back(id);
  }
  articles = distinct(std::move(articles));
  removed.articles = articles.size();
  state_->remove(articles);
  if (const Result<void> done = transaction.commit(); !done) return std::unexpected(done.error());
  state_->database->clear_log();
  return removed;
}

Result<std::size_t> Archive::remove_before(std::string_view time) {
  const std::optional<Timestamp> before = parse_timestamp(time);
  if (!before)
    return refused(ErrorCode::kInvalidOption, "",
                   fmt::format("'{}' is no time; write it as 2026-10-14 or 2026-10-14T06:52:00Z", time));
  Transaction transaction(*state_->database);
  Statement find = state_->database->prepare("SELECT number FROM articles WHERE seconds < ?");
  std::vector<std::int64_t> articles;
  for (find.start(before->seconds); find.next();) articles.push_back(find.integer(0));
  state_->remove(articles);
  if (const Result<void> done = transaction.commit(); !done) return std::unexpected(done.error());
  state_->database->clear_log();
  return articles.size();
}

Result<void> Archive::link(LinkKind kind, std::string_view first, std::string_view second) {
  if (first == second)
    return refused(ErrorCode::kInvalidOption, "", fmt::format("a link is between two articles, not '{}' alone", first));
  Database& database = *state_->database;
  Transaction transaction(database);
  std::vector<std::int64_t> articles;
  for (const std::string_view id : {first, second}) {
    const std::optional<std::int64_t> article = state_->find_article.find(id);
    if (!article) {
      database.fail({.code = ErrorCode::kNotFound, .message = fmt::format("has no article '{}'", id)});
      break;
    }
    articles.push_back(*article);
  }
  const auto [low, high] = std::minmax(first, second);
  database.prepare("INSERT OR REPLACE INTO links VALUES (?, ?, ?)")
      .run(low, high, std::int64_t{kind == LinkKind::kMust ? 1 : 0});
  state_->stories.group_around(articles);
  return transaction.commit();
}

Result<bool> Archive::unlink(std::string_view first, std::string_view second) {
  Database& database = *state_->database;
  Transaction transaction(database);
  const auto [low, high] = std::minmax(first, second);
  const bool known = database.prepare("SELECT 1 FROM links WHERE first = ? AND second = ?").find(low, high).has_value();
  database.prepare("DELETE FROM links WHERE first = ? AND second = ?").run(low, high);
  std::vector<std::int64_t> articles;
  for (const std::string_view id : {first, second})
    if (const std::optional<std::int64_t> article = state_->find_article.find(id)) articles.push_back(*article);
  if (known) state_->stories.group_around(articles);
  if (const Result<void> done = transaction.commit(); !done) return std::unexpected(done.error());
  return known;
}

}  // namespace nutgraf
