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

// Behind the features comes what the vectors say.
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
  perceptron_ = weights_->sentences;
  if (weights_->projected() > 0) fit_to_article();
}

// What the article says is the same for all its sentences: its rows of weights become a part of the others.
void Scorer::fit_to_article() {
  const std::size_t projected = weights_->projected();
  vectors_.clear();
  for (const float sum : find_sentence_features_.sum_of_vectors())
    vectors_.push_back(sum / static_cast<float>(sentences_.size()));
  projections_.assign(projected, 0);
  with_widest_vectors([&] { add_weighted_rows(vectors_, weights_->article_projection, projected, projections_); });

  const std::size_t units = perceptron_.hidden();
  const std::size_t own = kSentenceFeatures * units;
  const std::size_t size = projected * units;
  first_.assign(perceptron_.first.begin(), perceptron_.first.begin() + static_cast<std::ptrdiff_t>(own + size));
  bias_.assign(perceptron_.bias.begin(), perceptron_.bias.end());
  const std::span<const float> of_article = perceptron_.first.subspan(own + size, size);
  const std::span<const float> of_products = perceptron_.first.subspan(own + 2 * size, size);
  for (std::size_t i = 0, at = 0; i < projected; ++i)
    for (std::size_t unit = 0; unit < units; ++unit, ++at) {
      bias_[unit] += projections_[i] * of_article[at];
      first_[own + at] += projections_[i] * of_products[at];
    }
  perceptron_.first = first_;
  perceptron_.bias = bias_;
}

void Scorer::find_inputs(const Document& document, std::span<const std::uint32_t> places) {
  const std::size_t projected = weights_->projected();
  const std::size_t width = perceptron_.inputs();
  inputs_.resize(places.size() * width);
  for (std::size_t k = 0; k < places.size(); ++k) {
    const std::span<float> row =
        std::span(sentence_features_).subspan(places[k] * kSentenceFeatures, kSentenceFeatures);
    find_sentence_features_.find_form(document, sentences_, places[k], covered_, row);
    perceptron_.scale(row, std::span(inputs_).subspan(k * width, width));
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
  perceptron_.apply(inputs_, units_, outputs_);
  for (std::size_t k = 0; k < places.size(); ++k) scores[places[k]] = 1 / (1 + std::exp(-double{outputs_[k]}));
}

std::array<double, kEvidences> Scorer::evidence(std::size_t i) {
  const std::size_t width = perceptron_.inputs();
  const std::span<const float> row = std::span(inputs_).subspan(i * width, width);
  const auto log_odds_of = [this](std::span<const float> inputs) {
    perceptron_.apply(inputs, units_, outputs_);
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
