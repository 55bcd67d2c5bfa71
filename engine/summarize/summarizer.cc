#include <algorithm>
#include <cmath>
#include <utility>

#include "nutgraf/summarize.h"
#include "summarize/centrality.h"
#include "summarize/selection.h"
#include "text/character.h"
#include "text/language.h"
#include "text/tokenizer.h"
#include "text/utf8.h"
#include "text/word_normalizer.h"

namespace nutgraf {
namespace {

constexpr std::size_t kDefaultSentences = 3;

// The share of centrality in a score without a query, the rest is position. Chosen on news (CNN, half of a dev set).
constexpr double kCentralityShare = 0.5;

// With a query, the share of the cosine with the query.
constexpr double kQueryShare = 0.7;

// How fast position falls: after so many sentences it is half.
constexpr double kHalfPosition = 4;

// Which kinds may enter a summary: the report itself, and if there is none, what comes nearest to it.
int tier(SentenceKind kind) {
  switch (kind) {
    case SentenceKind::kBody:
      return 0;
    case SentenceKind::kDeck:
      return 1;
    case SentenceKind::kHeading:
    case SentenceKind::kTitle:
      return 2;
    case SentenceKind::kRepeat:
      return 3;
    case SentenceKind::kDateline:
    case SentenceKind::kCredit:
    case SentenceKind::kReference:
    case SentenceKind::kForm:
      break;
  }
  return 4;
}

// The end of the longest start of `text` that has at most so many words and characters, without white space behind.
std::size_t fitting_end(std::string_view text, std::size_t words, std::size_t characters) {
  std::size_t at = 0;
  std::size_t fits = 0;  // the end of the last whole word that fits
  std::size_t cut = 0;   // the end of the last character that fits
  for (std::size_t count = 0; at < text.size() && count < characters;) {
    const bool space = is_white_space(utf8::next(text, at));
    ++count;
    if (!space) cut = at;
    if (!space && (at == text.size() || is_white_space(utf8::peek(text, at)))) {
      fits = at;
      if (--words == 0) break;
    }
  }
  return fits > 0 ? fits : cut;
}

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
  Tokenizer tokenizer;
  WordNormalizer normalizer;
  Centrality centrality;
  Selection selection;

  std::vector<std::uint32_t> eligible;
  std::vector<Explanation> explanations;  // of the eligible sentences
  std::vector<Candidate> candidates;
  std::vector<TokenSpan> query_tokens;
  std::vector<bool> query_terms;  // of each term of the document: the query has it

  explicit State(SummaryOptions summary_options) : options(std::move(summary_options)) {}

  void find_eligible(const Document& document);
  void find_query_terms(const Document& document);
  void score(const Document& document);
  [[nodiscard]] Budget budget() const;
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
  state.find_eligible(document);
  if (state.eligible.empty()) return;
  state.score(document);
  state.selection.select(document, state.budget(), state.candidates);
  state.take(document, summary);
  if (summary.sentences.empty()) state.take_part(document, summary);
  if (state.options.explain) state.explain(document, summary);
}

void Summarizer::State::find_eligible(const Document& document) {
  eligible.clear();
  int best = 4;
  for (const Sentence& sentence : document.sentences) best = std::min(best, tier(sentence.kind));
  for (std::uint32_t i = 0; i < document.sentences.size(); ++i)
    if (tier(document.sentences[i].kind) == best) eligible.push_back(i);
}

void Summarizer::State::find_query_terms(const Document& document) {
  query_terms.assign(document.terms.size(), false);
  query_tokens.clear();
  tokenizer.tokenize(options.query, {0, options.query.size()}, query_tokens);
  normalizer.use(Language::find(document.language));
  for (const TokenSpan& token : query_tokens) {
    const Word word = normalizer.look_up(std::string_view(options.query).substr(token.begin, token.end - token.begin));
    for (std::size_t term = 0; term < document.terms.size(); ++term)
      if (document.terms[term].hash == word.stem) query_terms[term] = true;
  }
}

void Summarizer::State::score(const Document& document) {
  if (!options.query.empty()) find_query_terms(document);
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
    if (!options.query.empty()) {
      for (const TermWeight& entry : document.vector(eligible[i]))
        e.query += query_terms[entry.term] ? entry.weight : 0.0;
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

Budget Summarizer::State::budget() const {
  Budget budget;
  const auto limit = [](std::size_t& field, std::size_t option) { field = option > 0 ? option : field; };
  limit(budget.sentences, options.sentences);
  limit(budget.words, options.words);
  limit(budget.characters, options.characters);
  if (options.ratio > 0) {
    const double share = std::floor(options.ratio * static_cast<double>(eligible.size()));
    budget.sentences = std::min(budget.sentences, std::max<std::size_t>(1, static_cast<std::size_t>(share)));
  }
  if (options.sentences == 0 && options.words == 0 && options.characters == 0 && options.ratio == 0)
    budget.sentences = kDefaultSentences;
  return budget;
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
  const Budget limits = budget();
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
