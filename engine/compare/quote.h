// Who is quoted with what, and who is said to have said something.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "compare/report.h"

namespace nutgraf {

// Whoever a verb of speech names.
struct Speaker {
  std::uint32_t first_word = 0;  // [first_word, last_word) of the report
  std::uint32_t last_word = 0;
  std::uint64_t key = 0;  // of the last word: a surname, or the noun
  bool name = false;
  bool vague = false;      // "officials", "she"
  std::uint32_t verb = 0;  // the verb of speech
};

struct QuoteMention {
  std::size_t begin = 0;  // byte offsets into the article's text, between the marks
  std::size_t end = 0;
  std::uint32_t first_word = 0;  // [first_word, last_word) of the report
  std::uint32_t last_word = 0;
  std::optional<Speaker> speaker;
  bool named_beside = false;  // not only by a pronoun, nor in a sentence before

  [[nodiscard]] std::uint32_t words() const { return last_word - first_word; }
};

// A quotation of fewer words may be a set phrase that two people used.
inline constexpr std::uint32_t kTellingQuote = 6;

// Quotations of three words or more. A pronoun stands for the speaker before it.
struct Quotations {
  std::vector<QuoteMention> quotes;
  std::vector<bool> quoted;  // of each word, whether it stands between marks
};

void read_quotations(const Report& report, Quotations& quotations);

// The first verb of speech outside quotations, and who stands beside it.
std::optional<Speaker> find_speaker(const Report& report, const std::vector<bool>& quoted, std::uint32_t first_word,
                                    std::uint32_t last_word);

// Whether the words of one are in the other, in a run that is most of the shorter one.
bool is_same_quote(const Report& a, const QuoteMention& x, const Report& b, const QuoteMention& y);

}  // namespace nutgraf
