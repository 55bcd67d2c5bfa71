// The weights of a learned scorer, as they lie in a section of a model file:
//
//   u32  version               kScorerVersion, which changes with the features
//   u32  dimensions            of the vectors that sentences need; 0: none
//   u32  projected             numbers that are made of a sentence's vector, and of the mean of all
//   u32  term features, units  kTermFeatures, and hidden units
//   u32  sentence features, units
//   u32  0
//   f32  projection            of a sentence's vector: a row of `projected` a dimension
//   f32  article projection    of the mean of all sentences' vectors: the same
//   f32  of terms              mean, 1 / deviation, a row of units a feature, bias, second, offset: see Perceptron
//   f32  of sentences          the same; behind the features, rows of units for the projected numbers of the sentence,
//                              those of the article, and the products of the two
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "summarize/perceptron.h"

namespace nutgraf {

inline constexpr std::uint32_t kScorerVersion = 2;

// A view of the section, which must outlive it.
struct ScorerWeights {
  std::size_t dimensions = 0;
  std::span<const float> projection;
  std::span<const float> article_projection;
  Perceptron terms;
  Perceptron sentences;

  [[nodiscard]] std::size_t projected() const { return dimensions == 0 ? 0 : projection.size() / dimensions; }

  // Nothing if it is empty, of another version, or not of the size that it says.
  static std::optional<ScorerWeights> view(std::span<const std::byte> section);
};

}  // namespace nutgraf
