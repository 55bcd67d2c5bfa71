#include "compare/alignment.h"

#include <algorithm>

namespace nutgraf {
namespace {

// What clauses that are told next to each other in both reports add to each other's score.
constexpr float kNeighbour = 0.1F;

// Clauses less alike than this tell something else, whatever stands beside them.
constexpr float kUnlikely = 0.15F;

// A link that is weaker by more than this than the best of both its clauses is none: they tell something else.
constexpr float kWeaker = 0.25F;

// What tells of another year tells of something else, most often.
constexpr float kOtherYear = 0.5F;

bool is_other_year(const Report& a, const ReportClause& x, const Report& b, const ReportClause& y) {
  if (x.year == y.year) return false;
  if (x.year != 0 && y.year != 0) return true;
  const std::uint32_t year = std::max(x.year, y.year);
  return year != year_published(a) && year != year_published(b);
}

// Clauses that quote the same words tell the same, whoever else they name.
constexpr float kSameQuotation = 0.9F;

void align_quotations(const ReadReport& a, const ReadReport& b, Alignment& alignment) {
  const std::vector<QuoteMention>& left = a.quotations.quotes;
  const std::vector<QuoteMention>& right = b.quotations.quotes;
  alignment.quotes.clear();
  for (std::uint32_t i = 0; i < left.size(); ++i) {
    for (std::uint32_t j = 0; j < right.size(); ++j) {
      if (!is_same_quote(a, left[i], b, right[j])) continue;
      alignment.quotes.push_back({.a = i, .b = j});
      if (std::min(left[i].words(), right[j].words()) < kTellingQuote) continue;
      const std::size_t row = clause_of(a, left[i].first_word);
      const std::size_t column = clause_of(b, right[j].first_word);
      float& score = alignment.scores[row * alignment.columns + column];
      score = std::max(score, kSameQuotation);
    }
  }
}

}  // namespace

void align(const ReadReport& a, const ReadReport& b, Alignment& alignment) {
  const std::size_t rows = a.clauses.size();
  const std::size_t columns = b.clauses.size();
  alignment.columns = columns;
  alignment.scores.resize(rows * columns);
  alignment.links.clear();
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      float& score = alignment.scores[i * columns + j];
      score = static_cast<float>(pair_score(pair_features(a, i, b, j)));
      if (is_other_year(a, a.clauses[i], b, b.clauses[j])) score *= kOtherYear;
    }
  }
  align_quotations(a, b, alignment);

  std::vector<float> best_a(rows, 0);
  std::vector<float> best_b(columns, 0);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      float score = alignment.score(i, j);
      if (score < kUnlikely) continue;
      if (i > 0 && j > 0 && alignment.score(i - 1, j - 1) >= kLinked) score += kNeighbour;
      if (i + 1 < rows && j + 1 < columns && alignment.score(i + 1, j + 1) >= kLinked) score += kNeighbour;
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
