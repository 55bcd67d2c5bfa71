#include "summarize/scorer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "embed/model_parts.h"
#include "summarize/weighted_rows.h"

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

std::span<const float> Scorer::find_saliences(const Document& document, std::span<const std::uint32_t> sentences) {
  find_term_features_.find(document, sentences, covered_ ? model_.get() : nullptr, term_features_);
  saliences_.clear();
  for (std::size_t at = 0; at < term_features_.size(); at += kTermFeatures) {
    const std::span<float> row = std::span(term_features_).subspan(at, kTermFeatures);
    if (row[kCount] == 0) {
      saliences_.push_back(0);
      continue;
    }
    weights_->terms.scale_inputs(row);
    saliences_.push_back(1 / (1 + std::exp(-weights_->terms(row, units_))));
  }
  return saliences_;
}

void Scorer::find_inputs(const Document& document, std::span<const std::uint32_t> sentences) {
  find_sentence_features_.find(document, sentences, saliences_, covered_, sentence_features_);
  const std::size_t projected = weights_->projected();
  const std::size_t width = kSentenceFeatures + projected;
  inputs_.assign(sentences.size() * width, 0);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::span<float> row = std::span(inputs_).subspan(i * width, width);
    std::copy_n(&sentence_features_[i * kSentenceFeatures], kSentenceFeatures, row.begin());
    weights_->sentences.scale_inputs(row);
    const std::span<const float> vector = document.sentence_vector(sentences[i]).first(weights_->dimensions);
    add_weighted_rows(vector, weights_->projection, row.subspan(kSentenceFeatures));
  }
}

void Scorer::score(const Document& document, std::span<const std::uint32_t> sentences, std::vector<double>& scores) {
  find_saliences(document, sentences);
  find_inputs(document, sentences);
  scores.clear();
  const std::size_t width = weights_->sentences.inputs();
  for (std::size_t at = 0; at < inputs_.size(); at += width) {
    const double log_odds = weights_->sentences(std::span(inputs_).subspan(at, width), units_);
    scores.push_back(1 / (1 + std::exp(-log_odds)));
  }
}

std::array<double, kEvidences> Scorer::evidence(std::size_t i) {
  const std::size_t width = weights_->sentences.inputs();
  const std::span<const float> row = std::span(inputs_).subspan(i * width, width);
  const double whole = weights_->sentences(row, units_);
  std::array<double, kEvidences> evidence{};
  for (std::size_t kind = 0; kind < kEvidences; ++kind) {
    row_.assign(row.begin(), row.end());
    for (std::size_t input = 0; input < width; ++input)
      if (evidence_of(input) == static_cast<Evidence>(kind)) row_[input] = 0;  // the mean of scaled inputs
    evidence[kind] = whole - weights_->sentences(row_, units_);
  }
  return evidence;
}

}  // namespace nutgraf
