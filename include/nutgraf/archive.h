// An archive: articles and their stories in one file, to which articles are added as they come.
//
//   nutgraf::Result<nutgraf::Archive> archive = nutgraf::Archive::open("news.archive");
//   if (!archive) return fail(archive.error());
//   nutgraf::Result<nutgraf::Added> added = archive->add(article);
//   if (!added) return fail(added.error());
//   std::cout << article.id << " is in story " << added->story << '\n';
//   for (const nutgraf::StoryMerge& merge : added->merges)
//     std::cout << "story " << merge.story << " is a part of story " << merge.into << " now\n";
//
// A new article joins the story that it reports on, or opens one. Only the stories near it are looked at again, so it
// takes about as long in a large archive as in a small one: two milliseconds among 100,000. It may bring two stories
// together, or part one; a story keeps its number as long as some of it is left, and no number is ever used again.
// Where stories merge, the one with most of the articles gives its number, of two equal ones the older.
//
// What an archive promises:
//   - What add() and the other functions have returned is in the file: it outlives the end of the process, however that
//     comes, and with ArchiveOptions::durable also a power failure. What they have not returned is in it as a whole or
//     not at all.
//   - Several processes may use it at once. One writes at a time, the others wait; those that read never wait, and see
//     the archive as it was when they began.
//   - What is removed is gone: the file keeps neither text nor words of it.
//   - After an Error nothing has changed, and the Archive can be used on.
//
// The stories are much the same as if all articles were grouped together, but not always: the archive does not change
// all for each new article, and has seen nothing of those to come.
//   - How rare a word is is counted among the articles that were there when an article came. Only while there are few,
//     up to 512 in a language, all are weighed again each time that they have doubled.
//   - Only the stories that a new article is near are grouped anew, and of them the nearest with together kMostTogether
//     articles. Larger stories are only joined.
//   - Titles without a text are compared by their own words alone. Grouped together, they also lend each other words
//   and
//     are compared by their vectors, which finds more of what belongs together.
// So the order in which articles come can matter. Of the pairs of articles in one story, in sets of 50 to 12,000
// articles that came one by one, 88 to 100 % were as if grouped together (F1; bench/archive_agreement.cc).
//
// The file is an SQLite database (schema: engine/archive/schema.cc). While it is used, and after a crash, files
// NAME-wal and NAME-shm lie beside it and belong to it. It must be on a local disk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/analyse.h"
#include "nutgraf/article.h"
#include "nutgraf/copies.h"
#include "nutgraf/error.h"

namespace nutgraf {

enum class ArchiveAccess : std::uint8_t {
  kRead,
  kWrite,
  kCreate,  // makes the file if there is none
};

struct ArchiveOptions {
  ArchiveAccess access = ArchiveAccess::kCreate;

  // Of a new archive; one that is there keeps its own. As in ClusterOptions.
  double granularity = 0;
  std::size_t days = 7;

  bool durable = false;           // what was returned also outlives a power failure; half a millisecond to ten more
  std::size_t wait_seconds = 30;  // for another process that writes, before an Error says so
  std::size_t most_bytes = 0;     // the file grows no larger, as if the disk were full then; 0: no limit
  std::size_t threads = 0;        // that analyse what is added together; 0: one a core
  AnalyseOptions analyse;
};

// A story's number in its archive, from 1.
using StoryNumber = std::int64_t;

// A story that is no more, and the one that most of its articles went to.
struct StoryMerge {
  StoryNumber story = 0;
  StoryNumber into = 0;

  bool operator==(const StoryMerge&) const = default;
};

enum class Arrival : std::uint8_t {
  kOpened,     // is the first of its story
  kJoined,     // has joined one that was there
  kUpdated,    // was there with another text, title or other field, and is replaced
  kUnchanged,  // was there as it is
};
std::string_view to_string(Arrival arrival);

// What became of an article that was added.
struct Added {
  Arrival arrival = Arrival::kOpened;
  StoryNumber story = 0;           // when all that were added with it are in
  std::vector<StoryMerge> merges;  // that it caused
};

struct Removed {
  std::size_t articles = 0;
  std::vector<std::string> missing;  // ids that the archive has not
};

enum class LinkKind : std::uint8_t {
  kMust,    // both are in one story, whatever they say
  kCannot,  // they are not; yields to kMust
};

struct ArchivedArticle {
  std::string id;
  std::string title;
  std::string outlet;
  std::string published;
  StoryNumber story = 0;
};

struct ArchivedStory {
  StoryNumber number = 0;
  std::vector<ArchivedArticle> articles;  // by time of publication, then id; those without a time first
  std::vector<StoryNumber> merged;        // stories that went into it, sorted
};

// So many articles at the most are grouped together when one is added.
inline constexpr std::size_t kMostTogether = 64;

// Not thread-safe: one per thread. Many may have one file open.
class Archive {
 public:
  static Result<Archive> open(const std::string& file, const ArchiveOptions& options = {});
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  // Adds an article, under its id; one of that id that is there already is replaced, if anything in it is another.
  Result<Added> add(const Article& article);

  // The same for each, in this order, all of them or none: much faster than one by one.
  Result<std::vector<Added>> add(std::span<const Article> articles);

  // Removes articles, and links with them, for good. Their stories may part.
  Result<Removed> remove(std::span<const std::string> ids);

  // Removes all articles that were published before `time` (RFC 3339, or a day); not those without a time. Tells how
  // many they were.
  Result<std::size_t> remove_before(std::string_view time);

  // Corrects the stories, for now and for all articles to come. Two articles have one link at most: a new one replaces
  // the old. Both must be in the archive; their stories are grouped again.
  Result<void> link(LinkKind kind, std::string_view first, std::string_view second);

  // Takes a link back. False: there was none.
  Result<bool> unlink(std::string_view first, std::string_view second);

  [[nodiscard]] Result<std::size_t> size() const;  // articles

  // Sorted by number.
  [[nodiscard]] Result<std::vector<ArchivedStory>> stories() const;

  // A story; if it has merged into another, that one. An Error (kNotFound) if there is none.
  [[nodiscard]] Result<ArchivedStory> story(StoryNumber number) const;

  // As it was added. Errors (kNotFound) here and below: there is none of this id.
  [[nodiscard]] Result<Article> article(std::string_view id) const;
  [[nodiscard]] Result<StoryNumber> story_of(std::string_view id) const;

  // The articles of a story whole, and what tells copies among them; in the order of ArchivedStory::articles.
  [[nodiscard]] Result<std::vector<Article>> articles(StoryNumber number) const;
  [[nodiscard]] Result<std::vector<CopyProfile>> copy_profiles(StoryNumber number) const;

  // Calls `use` with each article, by time of publication, until it returns false.
  Result<void> for_each(const std::function<bool(const Article&, StoryNumber)>& use) const;

 private:
  struct State;
  explicit Archive(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace nutgraf
