// Clustering: articles -> stories, the coverage of one event across outlets.
//
//   nutgraf::AnalyseOptions analyse{.model = *model};
//   for (const nutgraf::Story& story : nutgraf::find_stories(articles, analyse)) {
//     std::cout << story.title << ": " << story.outlets << " outlets, " << story.independent << " sources\n";
//     for (const nutgraf::StoryArticle& a : story.articles) std::cout << "  " << articles[a.article].id << '\n';
//   }
//
// Every article is in one story, perhaps alone. Two articles are the likelier of one event the more of their words they
// share, those most that are rare in the collection, and the closer they were published; stories are what is near on
// the mean, so that neither a chain of articles nor one that reports two events pulls two stories together
// (engine/cluster/agglomeration.h). How rare a word is is counted in the collection itself, together with the model
// where that covers the language. So non-English articles need no model, but more than a few articles; and articles are
// grouped within each language.
//
// The same articles give the same stories in any order of input and for any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nutgraf/analyse.h"
#include "nutgraf/article.h"
#include "nutgraf/copies.h"
#include "nutgraf/error.h"
#include "nutgraf/summarize.h"

namespace nutgraf {

// Two articles, by their ids.
using ArticlePair = std::pair<std::string, std::string>;

struct ClusterOptions {
  // How near articles must be to be one story, in log-odds, beside what is best for most collections: above 0 there are
  // more and smaller stories, below 0 fewer and larger ones. From -5 to 5.
  double granularity = 0;

  std::size_t days = 7;  // articles that were published further apart are not compared; stories may last longer

  std::vector<ArticlePair> must_link;    // are of one story, whatever they say
  std::vector<ArticlePair> cannot_link;  // are not; yields to must_link

  bool describe = true;     // fill Story::names and summary
  SummaryOptions summary;   // of each story with several articles
  CopyOptions copies;       // what is a copy
  std::size_t threads = 0;  // 0: one a core
};

// An Error (kInvalidOption) if a value is out of its range.
Result<void> check(const ClusterOptions& options);

enum class StoryRole : std::uint8_t {
  kReport,    // in words of its own
  kOriginal,  // has copies in the story
  kCopy,      // of another article of the story
};
std::string_view to_string(StoryRole role);

struct StoryArticle {
  std::size_t article = 0;  // index into the articles
  StoryRole role = StoryRole::kReport;
  std::size_t original = 0;  // of a copy: index of what it is a copy of
};

struct Story {
  std::string id;                      // made of the id of its first article: the same in each run that begins with it
  std::vector<StoryArticle> articles;  // by time of publication, then id; those without a time first
  std::string title;                   // that of the article that is nearest to all others
  std::string begin;                   // the first and last time of publication, as the articles have it; may be empty
  std::string end;
  std::size_t outlets = 0;      // that are named; 0 if none is
  std::size_t independent = 0;  // sources: copies, and what credits one agency, have one together (count_sources)
  std::vector<std::string>
      names;             // that its articles share, the most frequent first; five at most; of one article none
  MultiSummary summary;  // MultiSummarySentence::document is an index into `articles`; empty if there is one article
};

// Sorted by the publication of their first articles, then by id. Linear in the articles, times the number of those that
// share rare words within the days.
std::vector<Story> find_stories(std::span<const Article> articles, const AnalyseOptions& analyse,
                                const ClusterOptions& options = {});

// The story of articles that are known to be one, such as those of a story in an archive. There must be one at least.
Story describe_story(std::span<const Article> articles, const AnalyseOptions& analyse,
                     const ClusterOptions& options = {});

// What joined two articles, or parted them.
struct PairReason {
  double terms = 0;                 // [0, 1]: cosine of their words, weighed by rarity
  double lead = 0;                  // [0, 1]: the same of title and first two sentences
  std::optional<double> vectors;    // [-1, 1]: of two short texts, such as titles, cosine of their vectors
  std::optional<double> days;       // between their publication
  double log_odds = 0;              // of one event, by these four
  std::vector<std::string> shared;  // words that both have, the most telling first; twelve at most
  bool together = false;            // they are in one story
  std::size_t first_story = 0;      // indices into the stories
  std::size_t second_story = 0;
  double nearness = 0;  // of their two stories, mean log-odds less what large groups of one mind need; 0 is joined
};

// `first` and `second` are indices into the articles, `stories` what find_stories made of these with these options.
PairReason explain(std::span<const Article> articles, std::span<const Story> stories, std::size_t first,
                   std::size_t second, const AnalyseOptions& analyse, const ClusterOptions& options = {});

}  // namespace nutgraf
