// How far two clauses of two reports tell the same fact.
#pragma once

#include <array>
#include <cstddef>

#include "compare/report.h"

namespace nutgraf {

// What speaks for or against two clauses telling the same.
struct PairFeatures {
  double dense = 0;       // cosine of their vectors; without vectors, the root of that of their terms
  double sparse = 0;      // cosine of their weighted terms
  double contained = 0;   // share of the terms of the one that has less which the other has too, by weight
  double containing = 0;  // the same the other way round
  double numbers = 0;     // share of the numbers in both, of those in the one with fewer; 1 if that has none
  double length = 0;      // the shorter's words to the longer's
  double words = 0;       // share of their words that both have, stop words too (Dice)
  double pairs = 0;       // the same of each word with the next
};

PairFeatures pair_features(const Report& a, std::size_t i, const Report& b, std::size_t j);

// In [0, 1].
double pair_score(const PairFeatures& features);

}  // namespace nutgraf
