// Copies: articles that are the same text, such as a wire report that many outlets print, cut, or add to; not those
// that report the same in words of their own.
//
//   nutgraf::Analyser analyser;
//   nutgraf::CopyProfiler profiler;
//   std::vector<nutgraf::CopyProfile> profiles;
//   for (const nutgraf::Article& article : articles) profiles.push_back(profiler.profile(analyser.analyse(article)));
//   for (const nutgraf::CopyGroup& group : nutgraf::group_copies(profiles, nutgraf::find_copies(profiles)))
//     for (const nutgraf::Copy& copy : group.copies)
//       std::cout << articles[copy.article].id << " is a copy of " << articles[group.original].id << '\n';
//
// Two texts are compared by the runs of five words that they share (shingles; Broder 1997). One is a copy of the other
// if the longer has most of the shorter's: so a report that was cut to a third is a copy still, whereas two reports
// that quote the same speech are not. How much is most was read off 71 pairs that people had labelled. Only a report's
// own sentences count, without datelines, credits and what else surrounds it on a page (SentenceKind).
//
// Limits: texts that an outlet fills into one template (results, prices) are copies by this. A text that was written
// anew from another, or translated, is not. An article without text is a copy of nothing.
//
// All functions here are pure: the same articles give the same result in any order of input and for any number of
// threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/analyse.h"
#include "nutgraf/article.h"
#include "nutgraf/document.h"
#include "nutgraf/error.h"

namespace nutgraf {

struct CopyOptions {
  // How much of the shorter text's shingles the longer must have, above 0 and up to 1. Independent reports of one event
  // reach .35, those that share a long quotation .7; copies begin at .7.
  double containment = 0.7;

  // The same for two texts that each open in words of their own, as when one quotes most of the other under a lead that
  // it wrote itself; does nothing below `containment`.
  double own_leads = 0.8;

  // How long the shorter text must be, as a share of the longer one, from 0 to 1: an extract of a few sentences is no
  // copy, nor is each of the reports that a digest brings together.
  double length = 0.2;

  std::size_t threads = 0;  // that look for copies; 0: one a core
};

// An Error (kInvalidOption) if a value is out of its range.
Result<void> check(const CopyOptions& options);

// The shingles of a report: 4 bytes a word. Plain numbers, the same on every machine, so that they may be stored.
struct Fingerprint {
  std::vector<std::uint32_t> shingles;  // hashes, sorted, each once
  std::vector<std::uint32_t> lead;      // the first 30, as they come in the text

  bool operator==(const Fingerprint&) const = default;
};

// What is to be known of an article to tell copies: made once, of its Document, which need not be kept.
struct CopyProfile {
  std::string id;
  std::string outlet;     // in lower case; an agency as Document::agency calls it: "ap" for "Associated Press"
  std::string published;  // as the article has it
  std::string agency;     // Document::agency
  Fingerprint fingerprint;
};

// Not thread-safe: one per thread.
class CopyProfiler {
 public:
  CopyProfiler();
  CopyProfiler(CopyProfiler&&) noexcept;
  CopyProfiler& operator=(CopyProfiler&&) noexcept;
  ~CopyProfiler();

  [[nodiscard]] CopyProfile profile(const Document& document);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The profiles of many articles, by options.threads threads.
std::vector<CopyProfile> profile_articles(std::span<const Article> articles, const AnalyseOptions& analyse,
                                          const CopyOptions& options);

// What two texts share.
struct SharedText {
  double containment = 0;  // share of the shingles of the text that has fewer; 0 if one has none
  double jaccard = 0;      // share of the shingles that either has
  double length = 0;       // shingles of the shorter text over those of the longer
};
SharedText shared_text(const Fingerprint& a, const Fingerprint& b);

bool is_copy(const Fingerprint& a, const Fingerprint& b, const CopyOptions& options);

// Two of a list of articles that are copies.
struct CopyPair {
  std::uint32_t first = 0;  // indices into the list; first < second
  std::uint32_t second = 0;
  std::uint32_t shared = 0;  // shingles

  bool operator==(const CopyPair&) const = default;
};

// The pairs of articles that are copies, sorted. Time grows as the articles do, not as their pairs: an article is
// compared only with those that have some of a small sample of its shingles. At the default containment that misses
// less than one pair in a thousand. Of the articles that print one text, if they are more than 128, an article is
// compared with some hundreds: enough to group them all.
std::vector<CopyPair> find_copies(std::span<const CopyProfile> profiles, const CopyOptions& options = {});

// The same by comparing every two: exact, and fast enough for the articles of a story.
std::vector<CopyPair> compare_all(std::span<const CopyProfile> profiles, const CopyOptions& options = {});

// How a copy differs from its original.
enum class CopyKind : std::uint8_t {
  kIdentical,  // the same words
  kTruncated,  // leaves out, and adds next to nothing
  kExtended,   // adds, and leaves out next to nothing
  kEdited,     // both
};
std::string_view to_string(CopyKind kind);

// Passages that differ, in the order of the texts.
struct CopyChanges {
  std::vector<Span> added;     // in the copy's text, what the original does not have
  std::vector<Span> left_out;  // in the original's text, what the copy does not have
};

struct Copy {
  std::size_t article = 0;  // index into the list
  double taken = 0;         // share of its own text that is the original's
  double kept = 0;          // share of the original's text that it has
  CopyKind kind = CopyKind::kIdentical;
  CopyChanges changes;  // by find_changes
};

// An original and its copies: each of them is a copy of the original by is_copy, so that no group is held together by a
// chain of texts that differ more and more.
struct CopyGroup {
  std::size_t original = 0;  // index into the list
  std::string agency;        // that the original credits; may be empty
  std::vector<Copy> copies;  // by time of publication
};

// Groups articles, of which `pairs` are copies. An article is in one group at most: of those that many articles are
// copies of, the one that has most of it. The original is, of those that all others in the group are copies of, the
// first one in this order: published by an agency that it credits, or crediting one ("VELD (Reuters) - "); published
// first; the longest; by id. The groups are sorted by their originals' publication.
std::vector<CopyGroup> group_copies(std::span<const CopyProfile> profiles, std::span<const CopyPair> pairs,
                                    const CopyOptions& options = {});

// How many independent sources the articles have. Copies have one together; texts that credit the same agency have the
// same, and so do those of one outlet that credit none. An article without outlet and credit is its own source.
std::size_t count_sources(std::span<const CopyProfile> profiles, std::span<const CopyGroup> groups);

// Not thread-safe: one per thread.
class CopyComparer {
 public:
  CopyComparer();
  CopyComparer(CopyComparer&&) noexcept;
  CopyComparer& operator=(CopyComparer&&) noexcept;
  ~CopyComparer();

  // A passage is a run of words of the report, whole sentences where it can be; bytes into the articles' texts. What
  // only stands in another place is no change.
  [[nodiscard]] CopyChanges compare(const Document& original, const Document& copy);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The changes of all copies in `groups`, by options.threads threads. The articles are analysed for it once more.
void find_changes(std::span<const Article> articles, const AnalyseOptions& analyse, const CopyOptions& options,
                  std::span<CopyGroup> groups);

}  // namespace nutgraf
