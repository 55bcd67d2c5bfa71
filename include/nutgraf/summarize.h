// Summarizing: Document -> Summary, a few of the article's own sentences, in the article's order.
//
//   nutgraf::Analyser analyser;
//   nutgraf::Summarizer summarizer({.sentences = 2});   // .model = model: the one that the Analyser has
//   nutgraf::Document document = analyser.analyse(article);
//   for (const auto& s : summarizer.summarize(document).sentences)
//     std::cout << std::string_view(article.text).substr(s.begin, s.end - s.begin) << '\n';
//
// With a model, sentences are scored by how likely people are to put them into a summary, learned from summaries that
// people wrote (engine/summarize/scorer.h); without one, by directed, position-aware centrality on tf-idf vectors
// (PacSum: Zheng & Lapata, "Sentence Centrality Revisited for Unsupervised Summarization", ACL 2019). Then they are
// taken best first; a sentence that mostly says what is already taken is passed over. One that cannot stand alone
// ("He", "But", the second half of a quotation) comes only right behind the one that it leans on, and one that breaks
// off (a question, a quotation that goes on) not at all, unless there is nothing else: so a summary may be shorter than
// its limits allow.
//
// A sentence comes without the dateline in front of it and the credit behind it ("VELD (Reuters) - ", "(AP)"): its
// offsets leave them out, and they count for no budget. Nor do lists of links that the page has pasted into its middle,
// which Document::readable leaves out. Who says so ("..., police said.") stays: it is who answers for
// the claim.
//
// A summary of an article that has any text is never empty, and never over a budget that was asked for: when not even
// one whole sentence fits into `words` or `characters`, the best one is cut at a word and `truncated` is set.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/document.h"
#include "nutgraf/error.h"
#include "nutgraf/model.h"

namespace nutgraf {

// Every limit that is given holds. When none is, a summary is as long as people write them: sentences are taken until
// they have kEnoughWords words, three at most.
inline constexpr std::size_t kEnoughWords = 40;

struct SummaryOptions {
  std::size_t sentences = 0;   // at most so many sentences
  std::size_t words = 0;       // at most so many words, counted as in Sentence::words
  std::size_t characters = 0;  // at most so many code points, one between two sentences counted in
  double ratio = 0;            // at most this share of the article's body sentences, and at least one; in (0, 1]
  std::string query;           // prefer sentences about these words
  bool explain = false;        // fill Summary::explanations
  std::shared_ptr<const Model> model;  // for its learned scorer; without one sentences are scored by centrality
};

// What became of a sentence.
enum class Verdict : std::uint8_t {
  kTaken,
  kOutranked,   // others scored higher
  kRedundant,   // says what a taken sentence says
  kOverBudget,  // would not fit into the words or characters left
  kNotBody,     // not part of the report: see its kind
  kDangling,    // leans on a sentence that was not taken, or breaks off
};

std::string_view to_string(Verdict verdict);

// What speaks for or against a sentence.
enum class Evidence : std::uint8_t {
  kPosition,   // how early it is told
  kLength,     // how long it is
  kForm,       // quotes, numbers, names, questions; whether it can stand alone
  kSalience,   // how many of the terms it has that a summary of the article is likely to have
  kAgreement,  // how much of the article says the same
  kContent,    // what it is about
};
inline constexpr std::size_t kEvidences = 6;

std::string_view to_string(Evidence evidence);

struct Explanation {
  std::size_t index = 0;  // into Document::sentences
  SentenceKind kind = SentenceKind::kBody;
  bool dependent = false;
  // By Evidence, what it adds to the score: with a learned scorer to its log-odds, beside a sentence that is as the
  // mean in this; else to the score itself, position and agreement only.
  std::array<double, kEvidences> evidence{};
  double query = 0;       // [0, 1]: cosine with the query
  double score = 0;       // [0, 1]: what it was ranked by
  double redundancy = 0;  // [0, 1]: share of its term weight that the summary had, or of a taken sentence's that it has
  Verdict verdict = Verdict::kOutranked;
};

struct SummarySentence {
  std::size_t index = 0;  // into Document::sentences
  std::size_t begin = 0;  // byte offsets into the article's text
  std::size_t end = 0;
  double score = 0;  // [0, 1]
};

struct Summary {
  std::vector<SummarySentence> sentences;  // in the article's order
  std::size_t words = 0;
  std::size_t characters = 0;
  bool truncated = false;                 // the only sentence was cut to fit
  std::vector<Explanation> explanations;  // one a sentence of the article, if asked for
};

// A title-like line: a part of one sentence of the article. Every limit holds; 0 is none.
struct HeadlineOptions {
  std::size_t words = 12;       // at most so many
  std::size_t characters = 90;  // at most so many code points
};

struct Headline {
  std::size_t index = 0;  // into Document::sentences
  std::size_t begin = 0;  // byte offsets into the article's text; the final stop is left out
  std::size_t end = 0;
  std::size_t words = 0;
  std::size_t characters = 0;
  double score = 0;        // [0, 1]: share of what the best sentence of the report says that this part says
  bool truncated = false;  // no border of a clause or phrase was near enough: cut at a word
};

// Checks that `options` can be met: kInvalidOption if the ratio is outside (0, 1].
Result<void> check(const SummaryOptions& options);

// Summarizes documents. Near-linear in the size of the document. Not thread-safe: one per thread.
class Summarizer {
 public:
  explicit Summarizer(SummaryOptions options = {});
  Summarizer(Summarizer&&) noexcept;
  Summarizer& operator=(Summarizer&&) noexcept;
  ~Summarizer();

  void summarize(const Document& document, Summary& summary);
  [[nodiscard]] Summary summarize(const Document& document);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// One summary of several reports of one event.
//
//   std::vector<nutgraf::Document> documents = ...;   // analysed one by one; they need not be in one language
//   nutgraf::MultiSummarizer summarizer({.words = 100});
//   for (const auto& s : summarizer.summarize(documents).sentences)
//     std::cout << documents[s.document].article->outlet << ": "
//               << std::string_view(documents[s.document].article->text).substr(s.begin, s.end - s.begin) << '\n';
//
// Taken are the sentences that together have most of what a summary of that length is expected to have: what many
// reports say, and say early (see engine/summarize/expected_recall.h). Several reports of one outlet count as one.
//
//   - A sentence that shares most of its terms, or ten words in a row, with a taken one is passed over.
//   - So is one whose figures a later report corrects: one that says the same with other figures, written in digits.
//     Times are those of Article::published where it is RFC 3339.
//   - One that cannot stand alone comes only right behind the one that it leans on, one that breaks off or has fewer
//   than
//     three words not at all; and sentences come without datelines and credits, as in a Summary.
//   - The order is that of time, where every report has one, and then of the sentences in their report. Without times,
//     first sentences come first, the best of them at the top.
//   - The result does not depend on the order of the documents, but for the numbers that refer to them.
struct MultiSummarySentence {
  std::size_t document = 0;  // into the documents
  std::size_t index = 0;     // into Document::sentences
  std::size_t begin = 0;     // byte offsets into that article's text
  std::size_t end = 0;
  double score = 0;  // [0, 1]: what it was ranked by when nothing was taken, the best being 1
};

struct MultiSummary {
  std::vector<MultiSummarySentence> sentences;  // in the order to read them
  std::size_t words = 0;
  std::size_t characters = 0;
  bool truncated = false;  // the only sentence was cut to fit
};

// The options are those of a Summary, and budgets hold as there: `ratio` is of the body sentences of all reports
// together, `explain` does nothing. Near-linear in the size of the documents, times the sentences of the summary. Not
// thread-safe: one per thread.
class MultiSummarizer {
 public:
  explicit MultiSummarizer(SummaryOptions options = {});
  MultiSummarizer(MultiSummarizer&&) noexcept;
  MultiSummarizer& operator=(MultiSummarizer&&) noexcept;
  ~MultiSummarizer();

  void summarize(std::span<const Document* const> documents, MultiSummary& summary);
  [[nodiscard]] MultiSummary summarize(std::span<const Document> documents);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Finds headlines: the beginning of a sentence, up to the end of a clause or phrase, that says most of what the article
// is about (Summarizers take whole sentences). For texts without a title, or for another one. The title of an article
// is offered only where it stands in its text, fits, and is not in capitals. Not thread-safe: one per thread.
class Headliner {
 public:
  explicit Headliner(HeadlineOptions options = {});
  Headliner(Headliner&&) noexcept;
  Headliner& operator=(Headliner&&) noexcept;
  ~Headliner();

  // Nothing only for an article without a word.
  [[nodiscard]] std::optional<Headline> find(const Document& document);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nutgraf
