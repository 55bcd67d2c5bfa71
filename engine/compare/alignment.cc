#include "compare/alignment.h"

#include <algorithm>

namespace nutgraf {
namespace {

// Clauses that are told next to each other in both reports speak for each other.
constexpr float kNeighbours = 0.08F;

// A link that is weaker by more than this than the best of both its clauses is none: they tell something else.
constexpr float kWeaker = 0.25F;

}  // namespace

void align(const Report& a, const Report& b, Alignment& alignment) {
  const std::size_t rows = a.clauses.size();
  const std::size_t columns = b.clauses.size();
  alignment.columns = columns;
  alignment.scores.resize(rows * columns);
  alignment.links.clear();
  for (std::size_t i = 0; i < rows; ++i)
    for (std::size_t j = 0; j < columns; ++j)
      alignment.scores[i * columns + j] = static_cast<float>(pair_score(pair_features(a, i, b, j)));

  std::vector<float> best_a(rows, 0);
  std::vector<float> best_b(columns, 0);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      float score = alignment.score(i, j);
      float beside = 0;
      if (i > 0 && j > 0) beside = alignment.score(i - 1, j - 1);
      if (i + 1 < rows && j + 1 < columns) beside = std::max(beside, alignment.score(i + 1, j + 1));
      if (beside >= kLinked) score += kNeighbours;
      if (score < kLinked) continue;
      best_a[i] = std::max(best_a[i], score);
      best_b[j] = std::max(best_b[j], score);
      alignment.links.push_back(
          {.a = static_cast<std::uint32_t>(i), .b = static_cast<std::uint32_t>(j), .score = std::min(score, 1.0F)});
    }
  }
  std::erase_if(alignment.links, [&](const Link& link) {
    return link.score + kWeaker < best_a[link.a] && link.score + kWeaker < best_b[link.b];
  });
}

}  // namespace nutgraf
