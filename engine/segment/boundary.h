// Decides whether a stop ends a sentence, from what stands on its two sides.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_set>

#include "segment/line_wrap.h"
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
      : text_(text), language_(language), abbreviations_(abbreviations), lines_(lines) {}

  // The decision for the stop at `stop` in a sentence that began at `sentence_begin`.
  [[nodiscard]] Boundary decide(std::size_t sentence_begin, std::size_t stop) const;

 private:
  struct Context;

  [[nodiscard]] Context context(std::size_t sentence_begin, std::size_t stop) const;
  [[nodiscard]] bool is_plain_full_stop(std::size_t sentence_begin, std::size_t stop) const;
  [[nodiscard]] bool is_spaced_ellipsis(const Context& context) const;
  [[nodiscard]] bool is_fourth_dot(const Context& context) const;
  [[nodiscard]] bool is_time_before_name(const Context& context) const;
  [[nodiscard]] bool is_bracketed(const Context& context) const;
  [[nodiscard]] bool is_abbreviation_inside(const Context& context) const;
  [[nodiscard]] bool is_user_abbreviation(const Context& context) const;
  [[nodiscard]] bool period_ends_sentence(const Context& context) const;
  [[nodiscard]] bool glued_period_ends_sentence(const Context& context) const;
  [[nodiscard]] bool starter_follows(const Context& context) const;

  std::string_view text_;
  const Language& language_;
  const UserAbbreviations& abbreviations_;
  const LineWrap& lines_;
};

}  // namespace nutgraf
