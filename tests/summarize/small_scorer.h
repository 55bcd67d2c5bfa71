// The section of a scorer with few weights, for a test.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "summarize/scorer_weights.h"
#include "summarize/sentence_features.h"
#include "summarize/term_features.h"

namespace nutgraf {

template <class Feature>
struct Weighted {
  Feature feature;
  float weight;
};

// Each input goes through a unit of its own, up and down: the output is the weighted sum of the inputs.
struct SmallScorer {
  std::vector<Weighted<TermFeature>> terms;
  std::vector<Weighted<SentenceFeature>> sentences;
  std::vector<float> content;  // of each dimension of the vectors; empty: they are not needed
  float of_article = 0;        // the weight of the same of the whole article
  float of_both = 0;           // and of the product of the two
  float term_offset = 0;

  [[nodiscard]] std::string section() const {
    const auto dimensions = static_cast<std::uint32_t>(content.size());
    const std::uint32_t projected = dimensions > 0 ? 1 : 0;
    std::string bytes;
    for (const std::uint32_t number : {kScorerVersion, dimensions, projected, std::uint32_t{kTermFeatures}, kUnits,
                                       std::uint32_t{kSentenceFeatures}, kUnits, std::uint32_t{0}})
      append(&number, 1, bytes);
    append(content.data(), content.size(), bytes);
    append(content.data(), content.size(), bytes);
    append_perceptron(kTermFeatures, terms, {}, term_offset, bytes);
    std::vector<float> behind;
    if (projected > 0) behind = {1, of_article, of_both};
    append_perceptron(kSentenceFeatures, sentences, behind, 0, bytes);
    return bytes;
  }

 private:
  static constexpr std::uint32_t kUnits = 2;

  template <class T>
  static void append(const T* values, std::size_t count, std::string& bytes) {
    bytes.append(reinterpret_cast<const char*>(values), count * sizeof(T));
  }

  template <class Feature>
  static void append_perceptron(std::size_t scaled, const std::vector<Weighted<Feature>>& weights,
                                const std::vector<float>& behind, float offset, std::string& bytes) {
    const std::vector<float> mean(scaled, 0);
    const std::vector<float> scale(scaled, 1);
    std::vector<float> first(scaled * kUnits, 0);
    for (const auto& [feature, weight] : weights) {
      first[feature * kUnits] = weight;
      first[feature * kUnits + 1] = -weight;
    }
    for (const float weight : behind) first.insert(first.end(), {weight, -weight});
    const std::vector<float> bias = {0, 0};
    const std::vector<float> second = {1, -1};
    for (const std::vector<float>* values : {&mean, &scale, &std::as_const(first), &bias, &second})
      append(values->data(), values->size(), bytes);
    append(&offset, 1, bytes);
  }
};

}  // namespace nutgraf
