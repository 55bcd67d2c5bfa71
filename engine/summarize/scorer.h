// How likely each sentence of an article is to be in a summary of it: learned from summaries that people wrote
// (models/recipe/summarize).
//
// Two perceptrons, one after the other. The first tells from a term's use in the article how likely a summary has it
// (its salience); the second takes what a sentence's place, length and form are, how salient its terms are, how like
// the rest of the article its vector is, and what that vector says, beside what all of them say.
//
//   Scorer scorer(model);
//   if (!scorer.use(document)) return;  // no weights for it
//   scorer.read(document, sentences);
//   scorer.score(document, {{0, 2}}, scores);  // of the first and the third of the sentences
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "nutgraf/document.h"
#include "nutgraf/model.h"
#include "nutgraf/summarize.h"
#include "summarize/scorer_weights.h"
#include "summarize/sentence_features.h"
#include "summarize/term_features.h"

namespace nutgraf {

// Not thread-safe: one per thread.
class Scorer {
 public:
  // Without a model it has no use.
  explicit Scorer(std::shared_ptr<const Model> model);

  // Whether the model has weights for this document: those for vectors if it has vectors, else the plain ones. The
  // document is that of the calls that follow.
  bool use(const Document& document);

  // Reads the sentences (ascending) that the calls that follow are about.
  void read(const Document& document, std::span<const std::uint32_t> sentences);

  // Sets the scores of some of them: of the i-th, scores[i], its probability in (0, 1). `places` are these i.
  void score(const Document& document, std::span<const std::uint32_t> places, std::span<double> scores);

  // Of the document's terms, the saliences in [0, 1): 0 where none of `sentences` has the term. Valid until the next
  // call.
  TermScores score_terms(const Document& document, std::span<const std::uint32_t> sentences);

  // What each kind of evidence adds to the log-odds of the i-th sentence of the last score(): how much lower they would
  // be if that evidence were as in the mean of all sentences.
  [[nodiscard]] std::array<double, kEvidences> evidence(std::size_t i);

 private:
  void find_inputs(const Document& document, std::span<const std::uint32_t> places);
  void project(const Document& document, std::span<const std::uint32_t> places);
  void fit_to_article();

  std::shared_ptr<const Model> model_;
  std::optional<ScorerWeights> with_vectors_;
  std::optional<ScorerWeights> plain_;
  const ScorerWeights* weights_ = nullptr;
  bool covered_ = false;  // the document is in the model's language

  TermFeatures find_term_features_;
  SentenceFeatures find_sentence_features_;
  std::vector<std::uint32_t> sentences_;  // that were read
  std::vector<float> term_features_;
  std::vector<float> sentence_features_;  // of those sentences
  std::vector<float> saliences_;
  Perceptron perceptron_;     // of the sentences of this article
  std::vector<float> first_;  // its weights, if they are not the model's own
  std::vector<float> bias_;
  // Of the sentences of the last score(), a row each:
  std::vector<float> vectors_;
  std::vector<float> projections_;
  std::vector<float> inputs_;
  std::vector<float> units_;
  std::vector<float> outputs_;
  std::vector<float> row_;
};

}  // namespace nutgraf
