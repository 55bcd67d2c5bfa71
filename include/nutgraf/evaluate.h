// Evaluating: files of gold data -> scores. What `nutgraf eval` prints.
//
//   nutgraf::Result<nutgraf::Score> score = nutgraf::evaluate_segments("gold.jsonl", [](const nutgraf::Error& bad) {
//     std::cerr << to_string(bad) << '\n';  // a row that can't be scored is left out
//   });
//   // score->metrics: {"precision", 0.991}, {"recall", 0.984}, {"f1", 0.987}, ...
//
// Files are JSON Lines, one row a line, also compressed (.gz, .zst); fields that a task does not name are passed over.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nutgraf/cluster.h"
#include "nutgraf/copies.h"
#include "nutgraf/error.h"
#include "nutgraf/model.h"

namespace nutgraf {

// A range that holds the true value of a mean at 95 % confidence.
struct Interval {
  double low = 0;
  double high = 0;
};

struct Metric {
  std::string_view name;
  double value = 0;
  bool count = false;                // a number of things; else a share in [0, 1] or a correlation in [-1, 1]
  std::string_view of;               // what it is the metric of, where a task scores several things: "rouge1"
  std::optional<Interval> interval;  // if the task gives one
};

struct Score {
  std::string_view task;
  std::string file;  // empty: the mean over `files` files, each counting the same
  std::size_t files = 1;
  std::vector<Metric> metrics;
};

// Is called with each row that can't be scored; its Error names the file and the line.
using ReportRow = std::function<void(const Error&)>;

// Sentence boundaries. Rows: "text", "sentences" (strings that make up the text, but for white space between them) and
// "lang" (BCP 47, may be missing).
//
//   precision, recall, f1      over the boundaries inside the texts, by the byte at which a sentence ends; the end of a
//                              text is none
//   precision_inline, ...      the same without the boundaries that a line break gives away (one in the white space
//                              after them)
//   exact_sentences            share of the gold sentences found with both ends
//   exact_cases                share of the rows with every boundary right and none too many
//   boundaries, sentences, cases   how many there are
//
// A precision or a recall of nothing is 1. Fails if the file can't be read or has no row to score.
Result<Score> evaluate_segments(const std::string& file, const ReportRow& report);

// The main text of web pages. Rows: "html", "with" and "without", strings that must and must not be in the text.
//
// Counted over all strings of the file, as trafilatura's evaluation does: a string of "with" is a true positive if it
// is in the text and else a false negative; a string of "without" is a false positive if it is in the text and else a
// true negative. Runs of white space (no-break spaces too) count as one space on both sides, and case counts.
//
//   precision, recall, f1   f1 = 2 tp / (2 tp + fp + fn)
//   accuracy                (tp + tn) / all
//   strings, pages          how many there are
Result<Score> evaluate_extraction(const std::string& file, const ReportRow& report);

// Which words ROUGE compares.
enum class RougeTokens {
  kByLanguage,  // kGoogle for English, kWords for everything else
  kGoogle,      // as Google's rouge_score: cut at everything but a-z and 0-9; stems by Porter's stemmer
  kWords,       // as Unicode cuts words, in any script, case-folded; stems by the Snowball stemmer of the language
};

// What counts where there are several references.
enum class RougeReferences {
  kBest,     // for each ROUGE the one of the highest F1, as Google's rouge_score
  kAverage,  // all: what is common, and the lengths, are summed over them, as ROUGE-1.5.5 -f A
};

// With no budget given, a summary is as long as SummaryOptions says, and the lead has 3 sentences.
struct RougeOptions {
  std::shared_ptr<const Model> model;  // whose scorer summarizes; may be none
  std::size_t sentences = 0;           // at most so many sentences
  std::size_t words = 0;               // at most so many words, counted as in Sentence::words
  bool stem = false;                   // compare stems
  RougeTokens tokens = RougeTokens::kByLanguage;
  RougeReferences references = RougeReferences::kBest;
  std::string language;  // BCP 47, of every row; empty: the row's own, else detected
};

// Summaries. Rows: "text" (and "title") or "docs", an array of objects that have them; "summary", a string, or
// "summaries", several; "lang" (BCP 47, may be missing). In a reference each line counts as a sentence.
//
//   precision, recall, f1 of
//     rouge1, ... rougeSU4             of our summary; see engine/evaluate/rouge.h for the five
//     lead_rouge1, ... lead_rougeSU4   of the lead: the first sentences of the report, within the same budget; of
//                                      several articles the first of each, then the second of each. Where the words
//                                      run out it is cut
//     gain_rouge1, ... gain_rougeSU4   what the first has over the second
//   summaries                          how many there are
//
// Means over the rows, each with the 95 % interval of 1,000 bootstrap resamples. Rows with "docs" are summarised by
// MultiSummarizer. Fails if the file can't be read or has no row to score.
Result<Score> evaluate_rouge(const std::string& file, const RougeOptions& options, const ReportRow& report);

struct StsOptions {
  std::shared_ptr<const Model> model;  // none: nothing is dense
  std::string language;                // BCP 47: score the rows in this language; empty: the model's
};

// How far two texts say the same (STS: semantic textual similarity). Rows: pairs of sentences "s1" and "s2" with a
// "score", higher is more similar; or pairs of articles "text1" and "text2", "title1" and "title2" (may be missing)
// with "overall", lower is more similar. "lang", or "lang1" and "lang2" (BCP 47), may be missing; rows in another
// language than that to be scored are left out, and without one to be scored (no model, no option) none is.
//
//   pearson, spearman of
//     dense                      how the gold correlates with the cosine of the texts' vectors
//     sparse                     with the square root of the cosine of their tf-idf vectors
//     combined                   with both together
//   rows_dense, rows, left_out   how many there are
Result<Score> evaluate_sts(const std::string& file, const StsOptions& options, const ReportRow& report);

// Copies. Rows: pairs of articles "text1" and "text2", "title1" and "title2" (may be missing), with a "label": "copy",
// or anything else. "lang", or "lang1" and "lang2" (BCP 47), may be missing.
//
//   precision, recall, f1   of the pairs that are copies by `options`
//   auc                     how often a copy has more containment than a pair that is none; 0 counts for those that
//                           are no copies for another reason
//   copies, pairs           how many there are
Result<Score> evaluate_copies(const std::string& file, const CopyOptions& options, const ReportRow& report);

// The names of two stories of which it is open whether they are one.
using AmbiguousStories = std::pair<std::string, std::string>;

struct ClusterEvaluationOptions {
  std::shared_ptr<const Model> model;       // may be none
  std::string language;                     // BCP 47, of every row; empty: the row's own, else detected
  ClusterOptions cluster;                   // nothing is described
  std::vector<AmbiguousStories> ambiguous;  // pairs of articles of two such stories are left out
};

// Stories. Rows: "text" or "title" or both, and "story", the name of the story; "id", "outlet", "date" and "lang" may
// be missing. Rows with a true "leak" are left out. See engine/evaluate/partition.h for the metrics.
//
//   precision, recall, f1 of
//     pairs                             articles of one story
//     b3                                B-cubed
//   ari, ami                            adjusted Rand index, adjusted mutual information
//   articles, gold_stories, stories, stories_of_several   how many there are
Result<Score> evaluate_clusters(const std::string& file, const ClusterEvaluationOptions& options,
                                const ReportRow& report);

// From a JSON file: an object whose members are arrays of arrays that begin with the names of two stories.
Result<std::vector<AmbiguousStories>> read_ambiguous_stories(const std::string& file);
struct AlignmentOptions {
  std::shared_ptr<const Model> model;  // none: nothing is dense
  std::string language;                // BCP 47, of every row; empty: detected
};

// Whether two clauses tell the same. Rows: pairs of sentences "s1" and "s2" with a "label", 1 if one says what the
// other does, else 0; or "summarySpanText" and "docSpanText", a proposition of a summary and a span of a source that
// tells it, of a "topic": there any other pair of a proposition and a span of one topic is wrong.
//
//   precision, recall, f1, auc of
//     aligned   by the score that Comparer aligns clauses with
//     sparse    by the cosine of their tf-idf vectors
//   pairs       how many were judged
//
// The threshold is the one of the best F1: of labelled pairs on the first, third ... row, and judged are the others; of
// propositions on those that are judged.
Result<Score> evaluate_alignment(const std::string& file, const AlignmentOptions& options, const ReportRow& report);

// The mean of each metric that is a share or a correlation, over scores of one task, without
// intervals; counts are summed.
Score mean(std::span<const Score> scores);

}  // namespace nutgraf
