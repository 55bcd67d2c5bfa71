#include <algorithm>
#include <cstdint>
#include <ranges>
#include <span>
#include <utility>

#include "nutgraf/summarize.h"
#include "summarize/budget.h"
#include "summarize/centrality.h"
#include "summarize/clause.h"
#include "summarize/eligible.h"
#include "summarize/fitting.h"
#include "summarize/query.h"
#include "summarize/scorer.h"
#include "summarize/selection.h"
#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

// Without a learned scorer: the share of centrality in a score, the rest is position. Chosen on news (CNN, half of a
// dev set).
constexpr double kCentralityShare = 0.5;

// With a query, the share of the cosine with the query.
constexpr double kQueryShare = 0.7;

// How fast position falls: after so many sentences it is half.
constexpr double kHalfPosition = 4;

double position_of(std::size_t place) { return 1.0 / (1.0 + static_cast<double>(place) / kHalfPosition); }

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

std::string_view to_string(Evidence evidence) {
  switch (evidence) {
    case Evidence::kPosition:
      return "position";
    case Evidence::kLength:
      return "length";
    case Evidence::kForm:
      return "form";
    case Evidence::kSalience:
      return "salience";
    case Evidence::kAgreement:
      return "agreement";
    case Evidence::kContent:
      return "content";
  }
  return "";
}

struct Summarizer::State {
  SummaryOptions options;
  Query query;
  Scorer scorer;
  Centrality centrality;
  Selection selection;
  ClauseReader clauses;

  bool learned = false;  // the document at hand is scored by the scorer
  std::vector<std::uint32_t> eligible;
  std::vector<std::uint32_t> all;  // 0, 1, ... up to the number of eligible sentences
  std::vector<double> scores;      // of the eligible sentences, as far as they are known
  std::vector<double> matches;     // of them with the query
  bool matched = false;            // one of these is above 0
  std::vector<Candidate> candidates;

  explicit State(SummaryOptions summary_options)
      : options(std::move(summary_options)), query(options.query), scorer(options.model) {}

  void read(const Document& document);
  void score_by_centrality(const Document& document);
  void match_query(const Document& document);
  void score(const Document& document, std::span<const std::uint32_t> places);
  void select(const Document& document);
  void take(const Document& document, Summary& summary) const;
  void take_part(const Document& document, Summary& summary);
  void explain(const Document& document, Summary& summary);
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
  state.read(document);
  state.select(document);
  state.take(document, summary);
  if (summary.sentences.empty()) state.take_part(document, summary);
  if (state.options.explain) state.explain(document, summary);
}

void Summarizer::State::read(const Document& document) {
  learned = scorer.use(document);
  scores.assign(eligible.size(), 0);
  if (learned) {
    scorer.read(document, eligible);
  } else {
    score_by_centrality(document);
  }
  matches.assign(eligible.size(), 0);
  matched = false;
  if (!query.empty()) match_query(document);
  candidates.clear();
  for (const std::uint32_t sentence : eligible)
    candidates.push_back({.sentence = sentence, .dependent = document.sentences[sentence].dependent});
}

void Summarizer::State::score_by_centrality(const Document& document) {
  const std::span<const double> centralities = centrality.score(document, eligible);
  for (std::size_t i = 0; i < eligible.size(); ++i)
    scores[i] = kCentralityShare * centralities[i] + (1 - kCentralityShare) * position_of(i);
}

void Summarizer::State::match_query(const Document& document) {
  query.use(document);
  for (std::size_t i = 0; i < eligible.size(); ++i) matches[i] = query.match(document, eligible[i]);
  const double best = std::ranges::max(matches);
  matched = best > 0;
  if (!matched) return;
  for (double& match : matches) match /= best;
}

void Summarizer::State::score(const Document& document, std::span<const std::uint32_t> places) {
  if (learned) scorer.score(document, places, scores);
  for (const std::uint32_t i : places)
    candidates[i].score = matched ? kQueryShare * matches[i] + (1 - kQueryShare) * scores[i] : scores[i];
}

// Most sentences cannot be taken, and their scores are not asked for: but to explain them, and where it may be that
// none fits, since then the best is cut.
void Summarizer::State::select(const Document& document) {
  const Budget budget = budget_of(options, eligible.size());
  if (options.explain || budget.words != SIZE_MAX || budget.characters != SIZE_MAX) {
    const auto places = std::views::iota(0U, static_cast<std::uint32_t>(eligible.size()));
    all.assign(places.begin(), places.end());
    score(document, all);
    selection.select(document, budget, candidates);
  } else {
    selection.select(document, budget, candidates, [&](std::span<const std::uint32_t> some) { score(document, some); });
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
                                 .score = candidate.value});
  }
}

// Not one sentence fits: cuts the best.
void Summarizer::State::take_part(const Document& document, Summary& summary) {
  Candidate& best = *std::ranges::max_element(candidates, {}, &Candidate::value);
  best.verdict = Verdict::kTaken;
  const Sentence& sentence = document.sentences[best.sentence];
  const Budget limits = budget_of(options, eligible.size());
  const std::string_view whole = before_pasted(document, sentence);
  const std::size_t fits = fitting_end(whole, limits.words, limits.characters);
  const std::string_view part = whole.substr(0, end_of_clause(clauses.read(document, sentence), sentence, fits));
  summary.sentences.push_back({.index = best.sentence,
                               .begin = sentence.content_begin,
                               .end = sentence.content_begin + part.size(),
                               .score = best.value});
  const bool spaced = whole.size() < document.content(sentence).size() || count_runs(whole) == sentence.words;
  summary.words = spaced ? count_runs(part) : std::min<std::size_t>(sentence.words, limits.words);
  summary.characters = utf8::length(part);
  summary.truncated = true;
}

void Summarizer::State::explain(const Document& document, Summary& summary) {
  std::size_t next = 0;
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    const Sentence& sentence = document.sentences[i];
    Explanation& e = summary.explanations.emplace_back();
    e.index = i;
    e.kind = sentence.kind;
    e.dependent = sentence.dependent;
    if (next == eligible.size() || eligible[next] != i) {
      e.verdict = Verdict::kNotBody;
      continue;
    }
    if (learned) {
      e.evidence = scorer.evidence(next);
    } else {
      e.evidence[static_cast<std::size_t>(Evidence::kPosition)] = (1 - kCentralityShare) * position_of(next);
      e.evidence[static_cast<std::size_t>(Evidence::kAgreement)] = kCentralityShare * centrality.scores()[next];
    }
    e.query = matches[next];
    e.score = candidates[next].value;
    e.redundancy = candidates[next].redundancy;
    e.verdict = candidates[next].verdict;
    ++next;
  }
}

}  // namespace nutgraf
