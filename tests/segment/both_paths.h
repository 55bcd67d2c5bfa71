// What the walk over a text's possible boundaries sees and decides, on the fast path or the plain one: the same, for
// any text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "segment/gap.h"
#include "segment/gap_model.h"
#include "segment/path.h"
#include "segment/segmentation.h"
#include "segment/word.h"

namespace nutgraf {

struct Decision {
  std::string_view word;  // that the sentence ends with
  std::string_view next;  // word behind the gap
  std::size_t end = 0;
  Span gap;
  bool rule = false;
  bool learned = false;
  GapFeatures features{};  // where learned
  bool ends = false;

  bool operator==(const Decision&) const = default;
};

template <Path kPath>
std::vector<Decision> decisions(std::string_view text, const Language& language) {
  std::vector<Decision> decisions;
  walk_boundaries<kPath>(text, language, {}, [&](const PossibleBoundary& boundary) {
    Decision decision{.word = word_before<kPath>(text, 0, boundary.end),
                      .next = word_at<kPath>(text, boundary.gap.end),
                      .end = boundary.end,
                      .gap = boundary.gap,
                      .rule = boundary.rule,
                      .learned = boundary.learned};
    if (boundary.learned) decision.features = gap_features<kPath>(text, boundary.gap, language, boundary.rule);
    decision.ends = boundary.learned ? gap_ends_sentence(decision.features, language, boundary.rule) : boundary.rule;
    decisions.push_back(decision);
    return decision.ends;
  });
  return decisions;
}

}  // namespace nutgraf
