#include "summarize/centrality.h"

#include <algorithm>

namespace nutgraf {
namespace {

constexpr double kBackward = 0.3;

}  // namespace

std::span<const double> Centrality::score(const Document& document, std::span<const std::uint32_t> sentences) {
  before_.assign(document.terms.size(), 0);
  after_.assign(document.terms.size(), 0);
  for (const std::uint32_t sentence : sentences)
    for (const TermWeight& entry : document.vector(sentence)) after_[entry.term] += entry.weight;

  scores_.clear();
  for (const std::uint32_t sentence : sentences) {
    for (const TermWeight& entry : document.vector(sentence)) after_[entry.term] -= entry.weight;
    double score = 0;
    for (const TermWeight& entry : document.vector(sentence))
      score += entry.weight * (after_[entry.term] - kBackward * before_[entry.term]);
    for (const TermWeight& entry : document.vector(sentence)) before_[entry.term] += entry.weight;
    scores_.push_back(score);
  }
  if (scores_.empty()) return scores_;
  const auto [low, high] = std::ranges::minmax(scores_);
  for (double& score : scores_) score = high > low ? (score - low) / (high - low) : 1.0;
  return scores_;
}

}  // namespace nutgraf
