#include "compare/pair_score.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "dot_product.h"

namespace nutgraf {
namespace {

// The weights of the features are those of a logistic regression on pairs of sentences that people judged: half of
// the MRPC training set, and STS-B's with a twentieth of the weight.
constexpr double kBias = -8.17;

// Clauses without a term in common whose vectors are no closer than this: what stop words they share is not looked at.
constexpr double kNothingInCommon = 0.3;

// Twice the elements of both, to all of them; in ascending order.
double dice(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  std::size_t both = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    const bool step_a = *i <= *j;
    const bool step_b = *j <= *i;
    both += step_a && step_b ? 1 : 0;
    i += step_a ? 1 : 0;
    j += step_b ? 1 : 0;
  }
  const std::size_t all = a.size() + b.size();
  return all > 0 ? 2 * static_cast<double>(both) / static_cast<double>(all) : 0;
}

}  // namespace

PairFeatures pair_features(const Report& a, std::size_t i, const Report& b, std::size_t j) {
  const ReportClause& x = a.clauses[i];
  const ReportClause& y = b.clauses[j];
  const std::span<const ClauseTerm> left = a.terms_of(x);
  const std::span<const ClauseTerm> right = b.terms_of(y);
  double product = 0;
  double shared_left = 0;
  double shared_right = 0;
  std::size_t numbers_left = 0;
  std::size_t numbers_right = 0;
  std::size_t numbers_both = 0;
  const auto is_number = [](const ClauseTerm& term) { return term.kind == TermKind::kNumber ? 1U : 0U; };
  auto p = left.begin();
  auto q = right.begin();
  while (p != left.end() || q != right.end()) {
    if (q == right.end() || (p != left.end() && p->key < q->key)) {
      numbers_left += is_number(*p++);
    } else if (p == left.end() || q->key < p->key) {
      numbers_right += is_number(*q++);
    } else {
      product += double{p->weight} * q->weight;
      shared_left += p->weight;
      shared_right += q->weight;
      numbers_both += is_number(*p);
      ++p;
      ++q;
    }
  }
  PairFeatures features;
  features.sparse = std::min(product, 1.0);
  const double in_a = x.mass > 0 ? shared_left * x.length / x.mass : 0;
  const double in_b = y.mass > 0 ? shared_right * y.length / y.mass : 0;
  features.contained = std::max(in_a, in_b);
  features.containing = std::min(in_a, in_b);
  const std::size_t numbers = std::min(numbers_left, numbers_right) + numbers_both;
  features.numbers = numbers > 0 ? static_cast<double>(numbers_both) / static_cast<double>(numbers) : 1;
  const auto words_a = static_cast<double>(x.last_word - x.first_word);
  const auto words_b = static_cast<double>(y.last_word - y.first_word);
  features.length = std::min(words_a, words_b) / std::max(words_a, words_b);
  features.dense = std::sqrt(features.sparse);
  if (a.dimensions > 0 && a.dimensions == b.dimensions)
    features.dense = std::clamp(double{dot_product(a.vector(i), b.vector(j))}, -1.0, 1.0);
  if (features.sparse > 0 || features.dense > kNothingInCommon) {
    features.words = dice(a.words_of(x), b.words_of(y));
    features.pairs = dice(a.pairs_of(x), b.pairs_of(y));
  }
  return features;
}

double pair_score(const PairFeatures& f) {
  const double sum = kBias + 4.97 * f.dense - 1.49 * f.sparse + 1.18 * f.contained + 0.88 * f.containing +
                     0.32 * f.numbers + 2.75 * f.length + 4.32 * f.words - 1.45 * f.pairs;
  return 1 / (1 + std::exp(-sum));
}

}  // namespace nutgraf
