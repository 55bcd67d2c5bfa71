// Walks over the places of a text where a sentence may end.
//
// The rules speak first. Where white space follows, a learned model of both sides may overrule them; where none does
// ("ended.Then"), and at the end of a line, their word holds.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include "segment/boundary.h"
#include "segment/candidates.h"
#include "segment/gap.h"
#include "segment/line_wrap.h"
#include "segment/list_marker.h"
#include "segment/opening.h"
#include "segment/path.h"
#include "text/character.h"
#include "text/language.h"
#include "text/utf8.h"
#include "text/word_normalizer.h"

namespace nutgraf {

struct PossibleBoundary {
  std::size_t end = 0;   // where the sentence would end
  Span gap;              // the white space behind it, empty if there is none
  bool rule = false;     // what the rules say
  bool learned = false;  // the model decides, by gap_features(text, gap, language, rule)
};

// The first line break in `gap` that ends a sentence whatever stands around it.
inline bool has_final_line_break(std::string_view text, Span gap, const LineWrap& lines, const Language& language) {
  if (language.goes_on_behind(text.substr(0, gap.begin))) return false;
  for (std::size_t at = gap.begin; at < gap.end;) {
    const std::size_t position = at;
    if (is_line_break(utf8::next(text, at))) return lines.ends_sentence(position);
  }
  return false;
}

// Calls `decide` with each possible boundary inside `text`, in order; it returns whether a sentence ends there. Both
// paths call it alike.
template <Path kPath = Path::kFast, class Decide>
void walk_boundaries(std::string_view text, const Language& language, const UserAbbreviations& abbreviations,
                     Decide decide) {
  const LineWrap lines(text);
  BoundaryRules rules(text, language, abbreviations, lines);
  std::conditional_t<kPath == Path::kFast, CandidateScanner, PlainScanner> candidates(text, language);
  std::size_t begin = 0;
  std::size_t at = 0;
  std::size_t next_item = 0;  // where a list that the sentence is an item of goes on
  const auto begin_sentence = [&](std::size_t where) {
    begin = at = where;
    next_item = text.size();
    if (!may_be_list_marker(text, begin)) return;
    if (const auto marker = list_marker_at(text, begin)) {
      at = skip_white_space(text, marker->end);
      next_item = next_list_item(text, *marker);
    }
  };
  begin_sentence(skip_white_space(text, 0));
  while ((at = std::min(candidates.find(at), next_item)) < text.size()) {
    std::size_t behind = at;
    PossibleBoundary boundary{.end = at, .gap = {}};
    const bool space_only = at == next_item || is_white_space(utf8::next(text, behind));
    bool certain = false;
    if (at == next_item) {
      boundary.end = trim_white_space(text, begin, at);
      boundary.rule = certain = true;
      next_item = text.size();
    } else if (space_only) {
      boundary.end = trim_white_space(text, begin, at);
      boundary.rule = certain = rules.colon_ends_sentence(boundary.end, at);
      boundary.rule |= opens_credit(text, boundary.end, skip_white_space(text, at), language);
    } else {
      const Boundary ruled = rules.decide(begin, at);
      boundary.end = behind = ruled.end;
      boundary.rule = ruled.ends_sentence;
      certain = ruled.certain;
    }
    boundary.gap = {boundary.end, skip_white_space(text, boundary.end)};
    if (boundary.gap.end == text.size()) return;
    if (boundary.gap.size() > 0) {
      const bool final_line = !(boundary.rule && certain) && has_final_line_break(text, boundary.gap, lines, language);
      boundary.rule |= final_line;
      boundary.learned = !final_line && !certain && (!space_only || may_end_sentence(text, boundary.gap, language)) &&
                         !ends_with_opening(text, begin, boundary.end) &&
                         !ends_with_item_marker(text, begin, boundary.end) &&
                         !(space_only && rules.goes_on_behind_brackets(begin, boundary.end, boundary.gap.end));
    }
    if ((boundary.rule || boundary.learned) && decide(boundary)) {
      begin_sentence(boundary.gap.end);
    } else {
      at = std::max(behind, boundary.gap.end);
    }
  }
}

}  // namespace nutgraf
