#include "summarize/scorer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "embed/model_parts.h"
#include "summarize/weighted_rows.h"
#include "widest_vectors.h"

namespace nutgraf {
namespace {

std::optional<ScorerWeights> find_weights(const Model* model, SectionKind kind) {
  return model == nullptr ? std::nullopt : ScorerWeights::view(model->parts().file.section(kind));
}

// Behind the features come the projected numbers.
Evidence evidence_of(std::size_t input) {
  if (input < kLogWords) return Evidence::kPosition;
  if (input < kNumbers) return Evidence::kLength;
  if (input < kSalience) return Evidence::kForm;
  if (input < kLikeArticle) return Evidence::kSalience;
  if (input < kSentenceFeatures) return Evidence::kAgreement;
  return Evidence::kContent;
}

}  // namespace

Scorer::Scorer(std::shared_ptr<const Model> model)
    : model_(std::move(model)),
      with_vectors_(find_weights(model_.get(), SectionKind::kScorer)),
      plain_(find_weights(model_.get(), SectionKind::kPlainScorer)) {}

bool Scorer::use(const Document& document) {
  covered_ = with_vectors_ && document.dimensions > 0 &&
             (with_vectors_->dimensions == 0 || with_vectors_->dimensions == document.dimensions);
  const std::optional<ScorerWeights>& weights = covered_ ? with_vectors_ : plain_;
  weights_ = weights ? &*weights : nullptr;
  return weights_ != nullptr;
}

TermScores Scorer::score_terms(const Document& document, std::span<const std::uint32_t> sentences) {
  find_term_features_.find(document, sentences, covered_, term_features_);
  weights_->terms.apply_to_columns(term_features_, outputs_);
  saliences_.resize(document.terms.size());
  const float* const counts = term_features_.data() + kCount * outputs_.size();
  for (std::size_t term = 0; term < saliences_.size(); ++term)
    saliences_[term] = counts[term] > 0 ? 1 / (1 + std::exp(-outputs_[term])) : 0;
  return {.saliences = saliences_,
          .log_spreads = {term_features_.data() + kSentencesWith * outputs_.size(), saliences_.size()}};
}

void Scorer::read(const Document& document, std::span<const std::uint32_t> sentences) {
  sentences_.assign(sentences.begin(), sentences.end());
  const TermScores terms = score_terms(document, sentences);
  find_sentence_features_.find_salience_and_likeness(document, sentences, terms, sentence_features_);
}

void Scorer::find_inputs(const Document& document, std::span<const std::uint32_t> places) {
  const std::size_t projected = weights_->projected();
  const std::size_t width = kSentenceFeatures + projected;
  inputs_.resize(places.size() * width);
  for (std::size_t k = 0; k < places.size(); ++k) {
    const std::span<float> row =
        std::span(sentence_features_).subspan(places[k] * kSentenceFeatures, kSentenceFeatures);
    find_sentence_features_.find_form(document, sentences_, places[k], covered_, row);
    weights_->sentences.scale(row, std::span(inputs_).subspan(k * width, width));
  }
  if (projected == 0) return;
  project(document, places);
  for (std::size_t k = 0; k < places.size(); ++k)
    std::copy_n(&projections_[k * projected], projected, &inputs_[k * width + kSentenceFeatures]);
}

void Scorer::project(const Document& document, std::span<const std::uint32_t> places) {
  vectors_.clear();
  for (const std::uint32_t place : places) {
    const std::span<const float> vector = document.sentence_vector(sentences_[place]);
    vectors_.insert(vectors_.end(), vector.begin(), vector.end());
  }
  const std::size_t projected = weights_->projected();
  projections_.assign(places.size() * projected, 0);
  with_widest_vectors([&] { add_weighted_rows(vectors_, weights_->projection, projected, projections_); });
}

void Scorer::score(const Document& document, std::span<const std::uint32_t> places, std::span<double> scores) {
  find_inputs(document, places);
  weights_->sentences.apply(inputs_, units_, outputs_);
  for (std::size_t k = 0; k < places.size(); ++k) scores[places[k]] = 1 / (1 + std::exp(-double{outputs_[k]}));
}

std::array<double, kEvidences> Scorer::evidence(std::size_t i) {
  const std::size_t width = weights_->sentences.inputs();
  const std::span<const float> row = std::span(inputs_).subspan(i * width, width);
  const auto log_odds_of = [this](std::span<const float> inputs) {
    weights_->sentences.apply(inputs, units_, outputs_);
    return double{outputs_[0]};
  };
  const double whole = log_odds_of(row);
  std::array<double, kEvidences> evidence{};
  for (std::size_t kind = 0; kind < kEvidences; ++kind) {
    row_.assign(row.begin(), row.end());
    for (std::size_t input = 0; input < width; ++input)
      if (evidence_of(input) == static_cast<Evidence>(kind)) row_[input] = 0;  // the mean of scaled inputs
    evidence[kind] = whole - log_odds_of(row_);
  }
  return evidence;
}

}  // namespace nutgraf
