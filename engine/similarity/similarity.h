// How far two texts say the same: by what their words mean, by which words they share, and by both together.
//
//   SimilarityMeasure measure(model);
//   measure(first_document, second_document, TextLength::kArticle).combined
#pragma once

#include <memory>
#include <optional>
#include <span>

#include "nutgraf/document.h"
#include "nutgraf/model.h"
#include "similarity/term_vector.h"

namespace nutgraf {

struct Similarity {
  std::optional<double> dense;  // [-1, 1]: cosine of the documents' vectors; nothing if they have none
  double sparse = 0;            // [0, 1]: square root of the cosine of their tf-idf vectors
  double combined = 0;          // [-1, 1]: both; without vectors, the sparse one
};

// What the texts are. Two articles on one event share names, two sentences that say the same perhaps no word, so the
// parts do not weigh the same.
enum class TextLength { kSentence, kArticle };

// Not thread-safe: one per thread.
class SimilarityMeasure {
 public:
  // Without a model the sparse part is all.
  explicit SimilarityMeasure(std::shared_ptr<const Model> model) : model_(std::move(model)) {}

  // The documents must have been analysed with the same model.
  Similarity operator()(const Document& a, const Document& b, TextLength length);

 private:
  std::shared_ptr<const Model> model_;
  TermWeighter weighter_;
  TermVector a_;
  TermVector b_;
};

// Of vectors at unit length, or 0.
double cosine(std::span<const float> a, std::span<const float> b);

}  // namespace nutgraf
