// Decides whether a stop ends a sentence, from what stands on its two sides.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_set>

#include "segment/line_wrap.h"
#include "segment/opening_brackets.h"
#include "segment/stop_context.h"
#include "text/language.h"

namespace nutgraf {

// Abbreviations that a user added: the word_hash of each without its last stop.
using UserAbbreviations = std::unordered_set<std::uint64_t>;

struct Boundary {
  bool ends_sentence = false;
  bool certain = false;  // nothing may overrule it
  std::size_t end = 0;   // behind the stop and the quotes and brackets that close with it: where the sentence would end
};

class BoundaryRules {
 public:
  // All arguments must outlive the object.
  BoundaryRules(std::string_view text, const Language& language, const UserAbbreviations& abbreviations,
                const LineWrap& lines)
      : text_(text), language_(language), abbreviations_(abbreviations), lines_(lines), opening_brackets_(text) {}

  // Whether the sentence before [end, gap), white space, ended with a colon that is the full stop of its language.
  [[nodiscard]] bool colon_ends_sentence(std::size_t end, std::size_t gap) const;

  // Whether [begin, end), a sentence or a part of one, goes on behind the brackets it ends with and [end, gap), white
  // space: "at 2 p.m. (5 p.m. ET) Tuesday".
  [[nodiscard]] bool goes_on_behind_brackets(std::size_t begin, std::size_t end, std::size_t gap) const;

  // The decision for the stop at `stop` in a sentence that began at `sentence_begin`, which must not go back from call
  // to call.
  [[nodiscard]] Boundary decide(std::size_t sentence_begin, std::size_t stop);

 private:
  [[nodiscard]] Boundary decide_by_context(std::size_t sentence_begin, std::size_t stop);
  [[nodiscard]] bool is_decimal_point(std::size_t sentence_begin, std::size_t stop) const;
  [[nodiscard]] std::size_t paragraph_end(std::size_t stop) const;
  [[nodiscard]] bool is_plain_full_stop(std::size_t sentence_begin, std::size_t stop);
  [[nodiscard]] bool is_part_of_abbreviation(const StopContext& context) const;
  [[nodiscard]] bool is_part_of_sentence(const StopContext& context) const;
  [[nodiscard]] bool is_spaced_ellipsis(const StopContext& context) const;
  [[nodiscard]] bool is_fourth_dot(const StopContext& context) const;
  [[nodiscard]] bool is_before_wide_space(const StopContext& context) const;
  [[nodiscard]] std::size_t end_before_word(const StopContext& context) const;
  [[nodiscard]] bool is_amount(const StopContext& context) const;
  [[nodiscard]] bool is_degree(const StopContext& context) const;
  [[nodiscard]] bool opens_with_adverbial(std::size_t sentence_begin) const;
  [[nodiscard]] bool is_phrase_end_before_name(const StopContext& context) const;
  [[nodiscard]] bool is_bracketed(const StopContext& context) const;
  [[nodiscard]] bool is_abbreviation_inside(const StopContext& context) const;
  [[nodiscard]] bool is_spaced_acronym(const StopContext& context) const;
  [[nodiscard]] bool is_repeated(const StopContext& context) const;
  [[nodiscard]] bool is_inside_brackets(std::size_t sentence_begin, std::size_t stop, std::size_t end);
  [[nodiscard]] bool is_exclamation_inside(const StopContext& context) const;
  [[nodiscard]] std::size_t skip_opening(std::size_t at) const;
  [[nodiscard]] bool is_ordinal(const StopContext& context) const;
  [[nodiscard]] std::uint64_t kinds_of(std::string_view word) const;
  [[nodiscard]] bool is_click(const StopContext& context) const;
  [[nodiscard]] bool is_bracketed_mark(const StopContext& context) const;
  [[nodiscard]] bool is_before_speaker(const StopContext& context) const;
  [[nodiscard]] bool is_inside_name(const StopContext& context) const;
  [[nodiscard]] bool is_bare_adverbial(const StopContext& context) const;
  [[nodiscard]] bool is_capital_name(const StopContext& context) const;
  [[nodiscard]] std::size_t footnote_end(const StopContext& context) const;
  [[nodiscard]] bool is_user_abbreviation(const StopContext& context) const;
  [[nodiscard]] bool is_never_final(const StopContext& context) const;
  [[nodiscard]] bool is_part_of_name(const StopContext& context) const;
  [[nodiscard]] bool is_spaced_decimal(const StopContext& context) const;
  [[nodiscard]] bool is_time_of_other_zone_ahead(const StopContext& context) const;
  [[nodiscard]] bool is_only_never_final(const StopContext& context) const;
  [[nodiscard]] bool period_ends_sentence(const StopContext& context) const;
  [[nodiscard]] bool glued_period_ends_sentence(const StopContext& context) const;
  [[nodiscard]] bool starts_in_lower_case(const StopContext& context) const;
  [[nodiscard]] bool time_follows(const StopContext& context) const;
  [[nodiscard]] std::uint64_t kinds_at(std::size_t begin) const;
  [[nodiscard]] bool is_starter_at(std::size_t begin) const;
  [[nodiscard]] bool starter_follows(const StopContext& context) const;

  std::string_view text_;
  const Language& language_;
  const UserAbbreviations& abbreviations_;
  const LineWrap& lines_;
  OpeningBrackets opening_brackets_;
};

}  // namespace nutgraf
