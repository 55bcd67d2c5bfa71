#include "summarize/selection.h"

#include <algorithm>

namespace nutgraf {
namespace {

// The share of a score that full redundancy takes off.
constexpr double kRedundancyCost = 0.2;

// A sentence that the summary covers to more than this share says nothing new; nor does one that says a taken one again
// with more words.
constexpr double kRedundant = 0.7;

// With so many taken sentences each one is compared alone; more would make long summaries quadratic.
constexpr std::size_t kCompared = 16;

// What a sentence that cannot stand alone keeps of its score; one that breaks off, twice over.
constexpr double kDependentShare = 0.1;

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
  for (const std::uint32_t taken : taken_) {
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
  int best = 2;
  for (const Candidate& candidate : candidates) best = std::min(best, rank(candidate));
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const int own = rank(candidates[i]);
    for (int k = 0; k < own; ++k) candidates[i].score *= kDependentShare;
    if (own == best) {
      queue_.push(candidates[i].score, static_cast<std::uint32_t>(i));
    } else {
      candidates[i].verdict = Verdict::kDangling;
    }
  }
}

// The sentence behind a taken one that leans on it.
void Selection::push_next(const Document& document, std::span<Candidate> candidates, std::size_t taken) {
  const std::size_t next = taken + 1;
  if (next == candidates.size() || candidates[next].verdict != Verdict::kDangling) return;
  const std::uint32_t sentence = candidates[next].sentence;
  if (sentence != candidates[taken].sentence + 1 || document.sentences[sentence].incomplete) return;
  candidates[next].dependent = false;
  candidates[next].verdict = Verdict::kOutranked;
  candidates[next].score /= kDependentShare;
  queue_.push(candidates[next].score, static_cast<std::uint32_t>(next));
}

void Selection::select(const Document& document, const Budget& budget, std::span<Candidate> candidates) {
  covered_.assign(document.terms.size(), false);
  here_.assign(document.terms.size(), false);
  taken_.clear();
  queue_.clear();
  push_first(document, candidates);

  Budget used{.sentences = 0, .words = 0, .characters = 0};
  while (!queue_.empty() && used.sentences < budget.sentences && used.words < budget.enough) {
    const BestFirst::Entry best = queue_.pop();
    Candidate& candidate = candidates[best.candidate];
    candidate.redundancy = redundancy(document, candidate);
    if (candidate.redundancy > kRedundant) {
      candidate.verdict = Verdict::kRedundant;
      continue;
    }
    const double value = candidate.score * (1 - kRedundancyCost * candidate.redundancy);
    if (value < best.value) {
      queue_.push(value, best.candidate);
      continue;
    }
    const Sentence& sentence = document.sentences[candidate.sentence];
    const std::size_t characters = sentence.characters + (used.sentences > 0 ? 1 : 0);
    if (used.words + sentence.words > budget.words || used.characters + characters > budget.characters) {
      candidate.verdict = Verdict::kOverBudget;
      continue;
    }
    candidate.verdict = Verdict::kTaken;
    ++used.sentences;
    used.words += sentence.words;
    used.characters += characters;
    for (const TermWeight& entry : document.vector(candidate.sentence)) covered_[entry.term] = true;
    if (taken_.size() < kCompared) taken_.push_back(candidate.sentence);
    push_next(document, candidates, best.candidate);
  }
}

}  // namespace nutgraf
