// Walks over the places of a text where a sentence may end.
//
// The rules speak first. Where white space follows, a learned model of both sides may overrule them; where none does
// ("ended.Then"), and at the end of a line, their word holds.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

#include "segment/boundary.h"
#include "segment/candidates.h"
#include "segment/gap.h"
#include "segment/line_wrap.h"
#include "segment/list_marker.h"
#include "segment/path.h"
#include "segment/word.h"
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
inline bool has_final_line_break(std::string_view text, Span gap, const LineWrap& lines) {
  for (std::size_t at = gap.begin; at < gap.end;) {
    const std::size_t position = at;
    if (is_line_break(utf8::next(text, at))) return lines.ends_sentence(position);
  }
  return false;
}

// Whether [begin, end) ends with a bullet, bracket, operator or quotation mark that stands alone and opens
// what follows ("in '' Veld Times
// ''", "* Bread").
inline bool ends_with_opening(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongestMark = 2;
  for (const std::string_view bullet : {"\u2022", "\u2023", "\u2043", "\u25AA", "\u25CF"})
    if (text.substr(begin, end - begin) == bullet) return true;
  std::size_t mark = end;
  while (mark > begin && std::string_view("*\"'`([{+=/&<").find(text[mark - 1]) != std::string_view::npos) --mark;
  if (mark == end || end - mark > kLongestMark) return false;
  const std::size_t before = trim_white_space(text, begin, mark);
  return before == begin || (before < mark && !is_stop(utf8::peek_back(text, before)));
}

// Whether [begin, end) ends with the marker of an item inside a sentence ("a) to stay, b) to go").
inline bool ends_with_item_marker(std::string_view text, std::size_t begin, std::size_t end) {
  if (end < begin + 3 || text[end - 1] != ')') return false;
  const auto letter = static_cast<unsigned char>(text[end - 2] - 'a');
  return letter < 26 && is_white_space_at(text, end - 3);
}

// "Photo: Ona Weir": the label of a credit or caption begins here.
inline bool opens_credit(std::string_view text, std::size_t begin, const Language& language) {
  const std::string_view label = word_at(text, begin);
  const std::size_t end = begin + label.size();
  if (label.empty() || end >= text.size() || text[end] != ':' || !is_upper(utf8::peek(label, 0))) return false;
  std::string folded;
  fold_case(label, folded);
  return std::ranges::any_of(language.phrases_from(word_hash(folded)), [](const Phrase& phrase) {
    return phrase.kind == PhraseKind::kCredit && phrase.words.size() == 1;
  });
}

// Calls `decide` with each possible boundary inside `text`, in order; it returns whether a sentence ends there. Both
// paths call it alike.
template <Path kPath = Path::kFast, class Decide>
void walk_boundaries(std::string_view text, const Language& language, const UserAbbreviations& abbreviations,
                     Decide decide) {
  const LineWrap lines(text);
  const BoundaryRules rules(text, language, abbreviations, lines);
  std::conditional_t<kPath == Path::kFast, CandidateScanner, PlainScanner> candidates(text, language);
  std::size_t begin = 0;
  std::size_t at = 0;
  std::size_t next_item = 0;  // where a list that the sentence is an item of goes on
  const auto begin_sentence = [&](std::size_t where) {
    begin = at = where;
    next_item = text.size();
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
      boundary.rule |= opens_credit(text, skip_white_space(text, at), language);
    } else {
      const Boundary ruled = rules.decide(begin, at);
      boundary.end = behind = ruled.end;
      boundary.rule = ruled.ends_sentence;
      certain = ruled.certain;
    }
    boundary.gap = {boundary.end, skip_white_space(text, boundary.end)};
    if (boundary.gap.end == text.size()) return;
    if (boundary.gap.size() > 0) {
      const bool final_line = has_final_line_break(text, boundary.gap, lines);
      boundary.rule |= final_line;
      boundary.learned = !final_line && !certain && (!space_only || may_end_sentence(text, boundary.gap, language)) &&
                         !ends_with_opening(text, begin, boundary.end) &&
                         !ends_with_item_marker(text, begin, boundary.end);
    }
    if ((boundary.rule || boundary.learned) && decide(boundary)) {
      begin_sentence(boundary.gap.end);
    } else {
      at = std::max(behind, boundary.gap.end);
    }
  }
}

}  // namespace nutgraf
