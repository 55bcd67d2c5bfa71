#include "summarize/selection.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <ranges>

#include "summarize/title.h"

namespace nutgraf {
namespace {

// The share of a score that full redundancy takes off.
constexpr double kRedundancyCost = 0.2;

// A sentence that the summary covers to more than this share says nothing new; nor does one that says a taken one again
// with more words. Of few terms, some are the same by chance.
constexpr double kRedundant = 0.6;
constexpr double kRedundantWithFewTerms = 0.7;
constexpr std::size_t kFewTerms = 8;

// With so many taken sentences each one is compared alone; more would make long summaries quadratic.
constexpr std::size_t kCompared = 16;

// What a sentence that cannot stand alone keeps of its score; one that breaks off, twice over.
constexpr double kDependentShare = 0.1;

// And, for each, one that speaks of somebody as known where there is no room to say first who that is, one that speaks
// so of something, one that is so many sentences behind the one before it in the summary, and one that has fewer terms
// that neither the title nor the summary has, or less than half of its own.
constexpr double kLackingShare = 0.5;
constexpr std::uint32_t kFar = 12;
constexpr std::ptrdiff_t kFewestNewTerms = 4;

bool is_redundant(const Document& document, const Candidate& candidate) {
  const bool few = document.vector(candidate.sentence).size() < kFewTerms;
  return candidate.redundancy > (few ? kRedundantWithFewTerms : kRedundant);
}

}  // namespace

// What the summary says of the candidate; or, if that is more, the candidate of one sentence that was taken.
double Selection::redundancy(const Document& document, const Candidate& candidate) {
  // The vectors have length 1: the squares of their weights are shares.
  const auto square = [](const TermWeight& entry) { return static_cast<double>(entry.weight) * entry.weight; };
  double covered = 0;
  for (const TermWeight& entry : document.vector(candidate.sentence)) {
    if (covered_[entry.term]) covered += square(entry);
    here_[entry.term] = true;
  }
  for (const std::uint32_t taken : taken_ | std::views::take(kCompared)) {
    double covers = 0;
    for (const TermWeight& entry : document.vector(taken)) covers += here_[entry.term] ? square(entry) : 0;
    covered = std::max(covered, covers);
  }
  for (const TermWeight& entry : document.vector(candidate.sentence)) here_[entry.term] = false;
  return covered;
}

// What stands alone; only where there is nothing such, what leans on another sentence, and last what breaks off.
void Selection::push_first(const Document& document, std::span<Candidate> candidates) {
  const auto rank = [&](const Candidate& candidate) {
    return document.sentences[candidate.sentence].incomplete ? 2 : candidate.dependent ? 1 : 0;
  };
  const auto value = [](double score, int own) {
    for (int k = 0; k < own; ++k) score *= kDependentShare;
    return score;
  };
  int best = 2;
  for (const Candidate& candidate : candidates) best = std::min(best, rank(candidate));
  standing_.clear();
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    const int own = rank(candidates[i]);
    if (own == best) {
      standing_.push_back(i);
    } else {
      candidates[i].value = value(candidates[i].score, own);
      candidates[i].verdict = Verdict::kDangling;
    }
  }
  if (score_) score_(standing_);
  for (const std::uint32_t i : standing_) {
    candidates[i].value = value(candidates[i].score, best);
    queue_.push(candidates[i].value, i);
  }
}

// The sentence behind a taken one that leans on it.
void Selection::push_next(const Document& document, std::span<Candidate> candidates, std::size_t taken) {
  const std::size_t next = taken + 1;
  if (next == candidates.size() || candidates[next].verdict != Verdict::kDangling || !candidates[next].dependent)
    return;
  const std::uint32_t sentence = candidates[next].sentence;
  if (sentence != candidates[taken].sentence + 1 || document.sentences[sentence].incomplete) return;
  candidates[next].dependent = false;
  candidates[next].verdict = Verdict::kOutranked;
  const std::array place{static_cast<std::uint32_t>(next)};
  if (score_) score_(place);
  candidates[next].value = candidates[next].score;
  queue_.push(candidates[next].value, place[0]);
}

// Takes a candidate that says something new and fits.
void Selection::decide(const Document& document, const Budget& budget, std::span<Candidate> candidates,
                       std::size_t at) {
  Candidate& candidate = candidates[at];
  const Sentence& sentence = document.sentences[candidate.sentence];
  const std::size_t characters = sentence.characters + (used_.sentences > 0 ? 1 : 0);
  if (is_redundant(document, candidate)) {
    candidate.verdict = Verdict::kRedundant;
    return;
  }
  if (used_.words + sentence.words > budget.words || used_.characters + characters > budget.characters) {
    candidate.verdict = Verdict::kOverBudget;
    return;
  }
  candidate.verdict = Verdict::kTaken;
  ++used_.sentences;
  used_.words += sentence.words;
  used_.characters += characters;
  for (const TermWeight& entry : document.vector(candidate.sentence)) covered_[entry.term] = true;
  taken_.push_back(candidate.sentence);
  introductions_.take(at);
  push_next(document, candidates, at);
}

// Where a candidate speaks of somebody or something as known: first takes the one that introduces it, or lowers the
// score. Whether it did either.
bool Selection::introduce(const Document& document, const Budget& budget, std::span<Candidate> candidates,
                          std::size_t at) {
  const std::optional<std::size_t> missing = introductions_.missing_for(document, at);
  if (!missing) return false;
  Candidate& first = candidates[*missing];
  if (first.verdict == Verdict::kOutranked && used_.sentences + 2 <= budget.sentences) {
    first.redundancy = redundancy(document, first);
    decide(document, budget, candidates, *missing);
  }
  if (first.verdict != Verdict::kTaken) candidates[at].value *= kLackingShare;
  return true;
}

// Whether a reader misses what was told in between: where readers marked what did not read right, that was one in five
// of the sentences so far behind another, and one in fifty of its neighbours.
bool Selection::is_far(const Candidate& candidate) const {
  bool follows = false;
  for (const std::uint32_t taken : taken_) {
    if (taken > candidate.sentence) continue;
    if (candidate.sentence < taken + kFar) return false;
    follows = true;
  }
  return follows;
}

// "The vote was close.", behind news of the vote.
bool Selection::adds_little(const Document& document, const Candidate& candidate) const {
  if (used_.sentences == 0) return false;
  const auto is_new = [&](const TermWeight& entry) {
    return !covered_[entry.term] && !is_in_title(document, entry.term);
  };
  const std::span<const TermWeight> terms = document.vector(candidate.sentence);
  const std::ptrdiff_t news = std::ranges::count_if(terms, is_new);
  return news < kFewestNewTerms || 2 * news < std::ssize(terms);
}

// Looks once at what a candidate lacks that would be taken now. Whether it has to be compared again.
bool Selection::examine(const Document& document, const Budget& budget, std::span<Candidate> candidates,
                        std::size_t at) {
  Candidate& candidate = candidates[at];
  if (candidate.examined) return false;
  candidate.examined = true;
  const bool little = adds_little(document, candidate);
  const bool untold = introductions_.speaks_of_a_thing_untold(document, at);
  const bool far = is_far(candidate);
  for (const bool lacks : {little, untold, far})
    if (lacks) candidate.value *= kLackingShare;
  return introduce(document, budget, candidates, at) || little || untold || far;
}

void Selection::select(const Document& document, const Budget& budget, std::span<Candidate> candidates,
                       const Score& score) {
  score_ = score;
  covered_.assign(document.terms.size(), false);
  here_.assign(document.terms.size(), false);
  taken_.clear();
  queue_.clear();
  push_first(document, candidates);
  sentences_.clear();
  for (const Candidate& candidate : candidates) sentences_.push_back(candidate.sentence);
  introductions_.read(document, sentences_);

  used_ = {.sentences = 0, .words = 0, .characters = 0};
  while (!queue_.empty() && used_.sentences < budget.sentences && used_.words < budget.enough) {
    const BestFirst::Entry best = queue_.pop();
    Candidate& candidate = candidates[best.candidate];
    if (candidate.verdict != Verdict::kOutranked) continue;
    candidate.redundancy = redundancy(document, candidate);
    const double value = candidate.value * (1 - kRedundancyCost * candidate.redundancy);
    const bool redundant = is_redundant(document, candidate);
    if (!redundant && (value < best.value || examine(document, budget, candidates, best.candidate))) {
      queue_.push(candidate.value * (1 - kRedundancyCost * candidate.redundancy), best.candidate);
    } else {
      decide(document, budget, candidates, best.candidate);
    }
  }
}

}  // namespace nutgraf
