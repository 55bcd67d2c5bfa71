#include "similarity/similarity.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nutgraf {
namespace {

// combined = share * dense + (1 - share) * sparse.
constexpr double kDenseShareOfSentences = 0.6;
constexpr double kDenseShareOfArticles = 0.4;

}  // namespace

Similarity SimilarityMeasure::operator()(const Document& a, const Document& b, TextLength length) {
  Similarity similarity;
  weighter_.weigh(a, model_.get(), a_);
  weighter_.weigh(b, model_.get(), b_);
  // The root spreads out what lies close to 0: reports of one event often share few of their words.
  similarity.sparse = std::sqrt(cosine(a_, b_));
  similarity.combined = similarity.sparse;
  if (a.dimensions > 0 && a.dimensions == b.dimensions) {
    const double share = length == TextLength::kSentence ? kDenseShareOfSentences : kDenseShareOfArticles;
    similarity.dense = cosine(a.document_vector, b.document_vector);
    similarity.combined = share * *similarity.dense + (1 - share) * similarity.sparse;
  }
  return similarity;
}

double cosine(std::span<const float> a, std::span<const float> b) {
  double product = 0;
  for (std::size_t i = 0; i < a.size(); ++i) product += double{a[i]} * b[i];
  return std::clamp(product, -1.0, 1.0);
}

}  // namespace nutgraf
