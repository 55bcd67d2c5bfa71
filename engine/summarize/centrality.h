// Directed, position-aware sentence centrality (PacSum: Zheng & Lapata, ACL 2019).
//
// A sentence is central when the sentences after it resemble it: they take up what it said. Resembling what came before
// counts against it. With unit vectors s_j and dot products as similarities,
//
//   centrality(i) = s_i . sum(s_j, j > i)  -  kBackward * s_i . sum(s_j, j < i)
//
// and both sums are kept as running vectors, so that the whole is linear in the size of the document; PacSum's
// threshold on single similarities, which would need all pairs, is left out.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nutgraf/document.h"

namespace nutgraf {

class Centrality {
 public:
  // The centralities of `sentences` (indices into document.sentences, ascending) among each other, scaled to [0, 1].
  // The result is valid until the next call.
  std::span<const double> score(const Document& document, std::span<const std::uint32_t> sentences);

  // The result of the last call.
  [[nodiscard]] std::span<const double> scores() const { return scores_; }

 private:
  std::vector<double> before_;  // of each term: sum of its weights in the sentences before
  std::vector<double> after_;
  std::vector<double> scores_;
};

}  // namespace nutgraf
