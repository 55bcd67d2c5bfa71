#include "archive/schema.h"

#include <fmt/format.h>

#include <string_view>

namespace nutgraf {
namespace {

constexpr std::int64_t kApplication = 0x6e757467;  // "nutg"
constexpr std::int64_t kVersion = 1;

// Numbers of articles are used again once they are free; those of stories never.
constexpr std::string_view kTables = R"(
CREATE TABLE settings (name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;

CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  outlet TEXT NOT NULL,
  published TEXT NOT NULL,  -- as the article has it
  seconds INTEGER,          -- since 1970; NULL if unknown
  story INTEGER NOT NULL
);
CREATE INDEX articles_by_story ON articles (story);
CREATE INDEX articles_by_time ON articles (seconds);

-- JSON as the readers take it, compressed by zstd; and a CopyProfile.
CREATE TABLE contents (article INTEGER PRIMARY KEY, json BLOB NOT NULL, copy_profile BLOB NOT NULL);

-- A weighed Profile.
CREATE TABLE profiles (article INTEGER PRIMARY KEY, profile BLOB NOT NULL);

-- Where the terms that articles are searched by are; undated articles at the lowest number.
CREATE TABLE postings (
  term INTEGER NOT NULL,
  seconds INTEGER NOT NULL,
  article INTEGER NOT NULL,
  weight REAL NOT NULL,
  PRIMARY KEY (term, seconds, article)
) WITHOUT ROWID;

-- Pairs above the lowest log-odds, under the article that was added later; near ones may hold a story together.
CREATE TABLE pairs (
  later INTEGER NOT NULL,
  earlier INTEGER NOT NULL,
  log_odds REAL NOT NULL,
  near INTEGER NOT NULL,
  PRIMARY KEY (later, earlier)
) WITHOUT ROWID;
CREATE INDEX near_pairs ON pairs (earlier, log_odds) WHERE near;

-- How many articles there are in each language, and how many of them have a term; but for those still uncounted.
-- `weighed`: how many articles there were when all were weighed last.
CREATE TABLE languages (
  number INTEGER PRIMARY KEY,
  language TEXT NOT NULL UNIQUE,
  articles INTEGER NOT NULL DEFAULT 0,
  weighed INTEGER NOT NULL DEFAULT 0
);
-- `term` is the number of its language times 2^32, and its hash.
CREATE TABLE frequencies (term INTEGER PRIMARY KEY, articles INTEGER NOT NULL);
CREATE TABLE uncounted (article INTEGER PRIMARY KEY);

-- Stories that are no more, and what most of their articles went to.
CREATE TABLE merges (story INTEGER PRIMARY KEY, target INTEGER NOT NULL);
CREATE INDEX merges_by_target ON merges (target);

-- Corrections, by ids, so that they outlive updates; first < second.
CREATE TABLE links (
  first TEXT NOT NULL,
  second TEXT NOT NULL,
  must INTEGER NOT NULL,
  PRIMARY KEY (first, second)
) WITHOUT ROWID;
CREATE INDEX links_by_second ON links (second);
)";

Error not_ours(std::string message) { return {.code = ErrorCode::kUnsupported, .message = std::move(message)}; }

bool is_new(Database& database) { return database.number("SELECT count(*) FROM sqlite_schema") == 0; }

void create(Database& database, const ArchiveOptions& options) {
  Transaction transaction(database);
  if (is_new(database)) {  // else another process has been faster
    database.run(kTables);
    Statement set = database.prepare("INSERT INTO settings VALUES (?, ?)");
    set.run("granularity", options.granularity);
    set.run("days", static_cast<std::int64_t>(options.days));
    set.run("next_story", std::int64_t{1});
    database.run(fmt::format("PRAGMA application_id = {}", kApplication));
    database.run(fmt::format("PRAGMA user_version = {}", kVersion));
  }
  if (Result<void> done = transaction.commit(); !done) database.fail(std::move(done.error()));
}

}  // namespace

void prepare_schema(Database& database, const ArchiveOptions& options) {
  if (is_new(database) && database.ok()) {
    if (options.access == ArchiveAccess::kRead)
      return database.fail({.code = ErrorCode::kEmpty, .message = "is empty: no archive has been written to it yet"});
    // Readers and a writer at once, and one write instead of two.
    database.run("PRAGMA journal_mode = WAL");
    create(database, options);
  }
  const std::int64_t application = database.number("PRAGMA application_id");
  const std::int64_t version = database.number("PRAGMA user_version");
  if (!database.ok()) return;
  if (application != kApplication)
    return database.fail(not_ours("is a database of another program, no archive; name another file"));
  if (version > kVersion)
    database.fail(not_ours(
        fmt::format("was written by a newer nutgraf (schema {}; this one knows {}); use that one, or a newer one still",
                    version, kVersion)));
}

}  // namespace nutgraf
