#include <algorithm>
#include <utility>

#include "nutgraf/summarize.h"
#include "summarize/budget.h"
#include "summarize/centrality.h"
#include "summarize/eligible.h"
#include "summarize/query.h"
#include "summarize/selection.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

// The share of centrality in a score without a query, the rest is position. Chosen on news (CNN, half of a dev set).
constexpr double kCentralityShare = 0.5;

// With a query, the share of the cosine with the query.
constexpr double kQueryShare = 0.7;

// How fast position falls: after so many sentences it is half.
constexpr double kHalfPosition = 4;

}  // namespace

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::kTaken:
      return "taken";
    case Verdict::kOutranked:
      return "outranked";
    case Verdict::kRedundant:
      return "redundant";
    case Verdict::kOverBudget:
      return "over-budget";
    case Verdict::kNotBody:
      return "not-body";
    case Verdict::kDangling:
      return "dangling";
  }
  return "";
}

Result<void> check(const SummaryOptions& options) {
  const bool fits = options.ratio >= 0 && options.ratio <= 1;  // NaN does not
  if (!fits)
    return std::unexpected(
        Error{.code = ErrorCode::kInvalidOption, .message = "the ratio must be above 0 and at most 1, such as 0.2"});
  return {};
}

struct Summarizer::State {
  SummaryOptions options;
  Query query;
  Centrality centrality;
  Selection selection;

  std::vector<std::uint32_t> eligible;
  std::vector<Explanation> explanations;  // of the eligible sentences
  std::vector<Candidate> candidates;

  explicit State(SummaryOptions summary_options) : options(std::move(summary_options)), query(options.query) {}

  void score(const Document& document);
  void take(const Document& document, Summary& summary) const;
  void take_part(const Document& document, Summary& summary);
  void explain(const Document& document, Summary& summary) const;
};

Summarizer::Summarizer(SummaryOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Summarizer::Summarizer(Summarizer&&) noexcept = default;
Summarizer& Summarizer::operator=(Summarizer&&) noexcept = default;
Summarizer::~Summarizer() = default;

Summary Summarizer::summarize(const Document& document) {
  Summary summary;
  summarize(document, summary);
  return summary;
}

void Summarizer::summarize(const Document& document, Summary& summary) {
  State& state = *state_;
  summary.sentences.clear();
  summary.explanations.clear();
  summary.words = summary.characters = 0;
  summary.truncated = false;
  state.eligible.clear();
  add_tier(document, nearest_tier(document), state.eligible);
  if (state.eligible.empty()) return;
  state.score(document);
  state.selection.select(document, budget_of(state.options, state.eligible.size()), state.candidates);
  state.take(document, summary);
  if (summary.sentences.empty()) state.take_part(document, summary);
  if (state.options.explain) state.explain(document, summary);
}

void Summarizer::State::score(const Document& document) {
  if (!query.empty()) query.use(document);
  const std::span<const double> centralities = centrality.score(document, eligible);

  explanations.clear();
  double best_query = 0;
  for (std::size_t i = 0; i < eligible.size(); ++i) {
    const Sentence& sentence = document.sentences[eligible[i]];
    Explanation& e = explanations.emplace_back();
    e.index = eligible[i];
    e.kind = sentence.kind;
    e.dependent = sentence.dependent;
    e.centrality = centralities[i];
    e.position = 1.0 / (1.0 + static_cast<double>(i) / kHalfPosition);
    if (!query.empty()) {
      e.query = query.match(document, eligible[i]);
      best_query = std::max(best_query, e.query);
    }
  }
  candidates.clear();
  for (Explanation& e : explanations) {
    e.score = kCentralityShare * e.centrality + (1 - kCentralityShare) * e.position;
    if (best_query > 0) {
      e.query /= best_query;
      e.score = kQueryShare * e.query + (1 - kQueryShare) * e.score;
    }
    candidates.push_back({.sentence = static_cast<std::uint32_t>(e.index), .score = e.score, .dependent = e.dependent});
  }
}

void Summarizer::State::take(const Document& document, Summary& summary) const {
  for (const Candidate& candidate : candidates) {
    if (candidate.verdict != Verdict::kTaken) continue;
    const Sentence& sentence = document.sentences[candidate.sentence];
    summary.characters += sentence.characters + (summary.sentences.empty() ? 0 : 1);
    summary.words += sentence.words;
    summary.sentences.push_back({.index = candidate.sentence,
                                 .begin = sentence.content_begin,
                                 .end = sentence.content_end,
                                 .score = candidate.score});
  }
}

// Not one sentence fits: cuts the best.
void Summarizer::State::take_part(const Document& document, Summary& summary) {
  Candidate& best = *std::ranges::max_element(candidates, {}, &Candidate::score);
  best.verdict = Verdict::kTaken;
  const Sentence& sentence = document.sentences[best.sentence];
  const Budget limits = budget_of(options, eligible.size());
  const std::string_view whole = document.content(sentence);
  const std::string_view part = whole.substr(0, fitting_end(whole, limits.words, limits.characters));
  summary.sentences.push_back({.index = best.sentence,
                               .begin = sentence.content_begin,
                               .end = sentence.content_begin + part.size(),
                               .score = best.score});
  summary.words = std::min<std::size_t>(sentence.words, limits.words);
  summary.characters = utf8::length(part);
  summary.truncated = true;
}

void Summarizer::State::explain(const Document& document, Summary& summary) const {
  std::size_t next = 0;
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    Explanation& e = summary.explanations.emplace_back();
    if (next < eligible.size() && eligible[next] == i) {
      e = explanations[next];
      e.score = candidates[next].score;
      e.redundancy = candidates[next].redundancy;
      e.verdict = candidates[next].verdict;
      ++next;
    } else {
      e.index = i;
      e.kind = document.sentences[i].kind;
      e.dependent = document.sentences[i].dependent;
      e.verdict = Verdict::kNotBody;
    }
  }
}

}  // namespace nutgraf
