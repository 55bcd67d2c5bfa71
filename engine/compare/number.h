// Numbers as they stand in a report: "1,200", "2.5 million", "twenty-five", "half a million", "5bn".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "compare/lexicon.h"
#include "compare/report.h"

namespace nutgraf {

struct Number {
  double value = 0;
  double step = 0;              // half of what its last digit that is not 0 counts, if it looks rounded; else 0
  double digit = 1;             // what its last digit counts
  std::uint32_t last_word = 0;  // of the report: behind it
  Unit unit;                    // if it is written in one word with it
  bool spelled = false;
};

// Between two words: a hyphen or dash, nothing else.
bool is_range_mark(std::string_view gap);

std::string_view without_space(std::string_view gap);

class NumberReader {
 public:
  explicit NumberReader(const Report& report) : report_(report) {}

  // The number that begins with word `i` of a clause that ends before `end`: digits with what is written in one word
  // with them, or words. None where digits are no number but a part of a name, time, date or the like: "#12", "9/11",
  // "10:30".
  [[nodiscard]] std::optional<Number> at(std::uint32_t i, std::size_t end) const;

  // The number that the word's digits are, wherever they stand; none if it has anything else.
  [[nodiscard]] std::optional<Number> figures(std::uint32_t i) const;

  // Takes the words for a scale behind the number into it. `money`: letters are, too ("$5 m").
  void scale(Number& number, bool money, std::size_t end) const;

 private:
  [[nodiscard]] const ReportWord& word(std::size_t i) const { return report_.words[i]; }
  [[nodiscard]] bool is(std::size_t i, std::uint32_t kind) const { return (word(i).entry->kinds & kind) != 0; }
  [[nodiscard]] std::optional<Number> in_words(std::uint32_t i, std::size_t end) const;
  [[nodiscard]] std::optional<Number> in_digits(std::uint32_t i, std::size_t end) const;
  [[nodiscard]] bool is_part(std::uint32_t i, std::size_t end) const;
  [[nodiscard]] bool read_suffix(std::string_view suffix, std::string_view gap, Number& number) const;
  [[nodiscard]] bool parse(std::string_view text, Number& number) const;

  const Report& report_;
};

}  // namespace nutgraf
