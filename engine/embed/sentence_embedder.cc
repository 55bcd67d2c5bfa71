#include "embed/sentence_embedder.h"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <utility>

#include "dot_product.h"
#include "embed/model_parts.h"
#include "widest_vectors.h"

namespace nutgraf {
namespace {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// Look-ups that are in flight at a time.
constexpr std::size_t kLookAhead = 16;

}  // namespace

SentenceEmbedder::SentenceEmbedder(std::shared_ptr<const Model> model)
    : model_(std::move(model)), sum_rows_(find_sum_rows()), unseen_(model_->parts().vectors) {}

std::size_t SentenceEmbedder::dimensions() const { return model_->parts().vectors.dimensions(); }

void SentenceEmbedder::embed(std::span<const WordToEmbed> words, std::span<const std::uint32_t> ends,
                             std::vector<float>& vectors) {
  find_rows(words);
  embed(words_, ends, [&](std::size_t i) { return words[i]; }, vectors);
}

void SentenceEmbedder::embed(std::span<const Word> words, std::span<const std::uint32_t> ends,
                             const std::function<WordToEmbed(std::size_t)>& word, std::vector<float>& vectors) {
  const WordVectors& table = model_->parts().vectors;
  const std::size_t dimensions = table.dimensions();
  scaled_.resize(words.size());
  unseen_words_.clear();
  // A sum is padded: each but the last is followed by the next one, written over its padding.
  vectors.resize(ends.size() * dimensions + table.padded_dimensions() - dimensions);
  std::size_t begin = 0;
  ScaledRow* from = scaled_.data();
  ScaledRow* ahead = ends.empty() ? from : send_for(words.first(ends[0]), from);
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const std::span<ScaledRow> known(from, ahead);
    from = ahead;
    if (i + 1 < ends.size()) ahead = send_for(words.subspan(ends[i], ends[i + 1] - ends[i]), ahead);
    float* const sum = &vectors[i * dimensions];
    sum_known(known, sum);
    const bool all_known = known.size() == ends[i] - begin;
    for (; !all_known && begin < ends[i]; ++begin) {
      if (words[begin].row != kNoRow) continue;
      const auto [hash, text] = word(begin);
      unseen_words_.push_back({.hash = hash, .text = text, .sum = sum});
    }
    begin = ends[i];
  }
  unseen_.add(unseen_words_);
  vectors.resize(ends.size() * dimensions);
  remove_components(vectors);
}

// Writes where the rows lie that there are to `scaled`, and returns its new end; they are on their way from memory, and
// the factors come with them. (Of a loop that did nothing but prefetch, GCC would leave nothing.)
ScaledRow* SentenceEmbedder::send_for(std::span<const Word> words, ScaledRow* scaled) const {
  const WordVectors& table = model_->parts().vectors;
  for (const Word& word : words) {
    if (word.row == kNoRow) continue;
    table.prefetch_row(word.row);
    scaled++->values = table.values(word.row);
  }
  return scaled;
}

void SentenceEmbedder::sum_known(std::span<ScaledRow> rows, float* sum) {
  const WordVectors& table = model_->parts().vectors;
  for (ScaledRow& scaled : rows) {
    const VectorRow row = table.row_of(scaled.values);
    scaled.factor = row.scale * row.weight;
  }
  sum_rows_(rows, table.padded_dimensions(), sum);
}

void SentenceEmbedder::find_rows(std::span<const WordToEmbed> words) {
  const WordVectors& vectors = model_->parts().vectors;
  words_.resize(words.size());
  for (std::size_t i = 0; i < std::min(kLookAhead, words.size()); ++i) vectors.prefetch(words[i].hash);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i + kLookAhead < words.size()) vectors.prefetch(words[i + kLookAhead].hash);
    words_[i].row = vectors.find(words[i].hash).value_or(kNoRow);
  }
}

// S -= (S C^T) C. By lazyProduct, whose order of summation depends on the shapes alone; that of Eigen's blocked product
// depends on the sizes of the processor's caches.
void SentenceEmbedder::remove_components(std::span<float> vectors) {
  const Model::Parts& parts = model_->parts();
  const auto components = static_cast<Eigen::Index>(parts.info.components);
  if (components == 0 || vectors.empty()) return;
  const auto columns = static_cast<Eigen::Index>(dimensions());
  const auto rows = static_cast<Eigen::Index>(vectors.size()) / columns;
  projections_.resize(static_cast<std::size_t>(rows * components));
  const Eigen::Map<const Matrix, 0, Eigen::OuterStride<>> common(
      parts.components.data(), components, columns, Eigen::OuterStride<>(parts.vectors.padded_dimensions()));
  Eigen::Map<Matrix> sentences(vectors.data(), rows, columns);
  Eigen::Map<Matrix> projections(projections_.data(), rows, components);
  projections = sentences.lazyProduct(common.transpose());
  sentences -= projections.lazyProduct(common);
}

void SentenceEmbedder::embed_word(const WordToEmbed& word, std::vector<float>& vector) {
  const WordVectors& vectors = model_->parts().vectors;
  vector.resize(dimensions());
  if (const auto index = vectors.find(word.hash)) {
    const VectorRow row = vectors.word(*index);
    for (std::size_t i = 0; i < vector.size(); ++i) vector[i] = row.scale * static_cast<float>(row.values[i]);
  } else {
    std::copy_n(unseen_.vector(word.text).begin(), vector.size(), vector.begin());
  }
}

void normalize_rows(std::size_t dimensions, std::span<float> rows) {
  with_widest_vectors([&] {
    for (std::size_t begin = 0; begin < rows.size(); begin += dimensions) {
      const std::span<float> row = rows.subspan(begin, dimensions);
      const float length = std::sqrt(dot_product(row, row));
      if (length > 0 && std::isfinite(length)) {
        for (float& value : row) value /= length;
      } else {
        std::ranges::fill(row, 0.0F);
      }
    }
  });
}

}  // namespace nutgraf
