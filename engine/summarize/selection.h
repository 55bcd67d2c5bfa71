// Takes the best sentences that fit a budget and do not repeat each other.
//
// Greedy, best first. A sentence's value falls with the share of its tf-idf weight that the summary covers already. So
// values never rise as sentences are taken, and a heap with lazy updates finds the best without looking at all the
// others again (Minoux 1978).
//
// A sentence that leans on the one before it comes in only once that one is taken, even if room is left; one that
// breaks off never does. Where there is nothing else, they have to do. Before one that speaks of somebody as known
// comes the one that introduces them. One that speaks so of a thing, stands far behind the one before it, or adds
// hardly a word, has to be better than others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "nutgraf/document.h"
#include "nutgraf/summarize.h"
#include "summarize/best_first.h"
#include "summarize/budget.h"
#include "summarize/introductions.h"

namespace nutgraf {

struct Candidate {
  std::uint32_t sentence = 0;             // index into Document::sentences
  double score = 0;                       // [0, 1]
  double value = 0;                       // out: what it was ranked by when it was looked at last
  bool dependent = false;                 // leans on the sentence before it
  bool examined = false;                  // was looked at for what it lacks
  double redundancy = 0;                  // out: [0, 1], when it was looked at last
  Verdict verdict = Verdict::kOutranked;  // out
};

class Selection {
 public:
  // Sets the scores of some of the candidates.
  using Score = std::function<void(std::span<const std::uint32_t> candidates)>;

  // Decides on every candidate; they come in the order of their sentences. At least one is taken unless none that can
  // stand there fits. `score` is asked for the scores of those that may be taken, when they may; without it, all
  // candidates come with theirs.
  void select(const Document& document, const Budget& budget, std::span<Candidate> candidates, const Score& score = {});

 private:
  void push_first(const Document& document, std::span<Candidate> candidates);
  void push_next(const Document& document, std::span<Candidate> candidates, std::size_t taken);
  void decide(const Document& document, const Budget& budget, std::span<Candidate> candidates, std::size_t at);
  bool examine(const Document& document, const Budget& budget, std::span<Candidate> candidates, std::size_t at);
  bool introduce(const Document& document, const Budget& budget, std::span<Candidate> candidates, std::size_t at);
  [[nodiscard]] bool is_far(const Candidate& candidate) const;
  [[nodiscard]] bool adds_little(const Document& document, const Candidate& candidate) const;
  [[nodiscard]] double redundancy(const Document& document, const Candidate& candidate);

  Score score_;  // of the call at hand, as is what follows
  Budget used_;
  Introductions introductions_;
  BestFirst queue_;
  std::vector<std::uint32_t> sentences_;  // of the candidates
  std::vector<std::uint32_t> standing_;   // the candidates that may be taken first
  std::vector<bool> covered_;             // of each term: a taken sentence has it
  std::vector<bool> here_;                // of each term: the candidate at hand has it
  std::vector<std::uint32_t> taken_;      // sentences, in the order in which they were
};

}  // namespace nutgraf
