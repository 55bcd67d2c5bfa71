// Quantities: numbers with what they count or measure.
//
//   "At least 12 people were killed"   12 or more, of people, killed
//   "a 70-metre crane"                 70 m, of a crane
//   "$2.5 million in damage"           2.5 million dollars
//
// Numbers that are none are left out: years and dates, times of day, section, flight and telephone numbers, ordinals,
// scores, numbers inside names.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "compare/lexicon.h"
#include "compare/report.h"

namespace nutgraf {

struct Quantity {
  std::size_t begin =
      0;  // byte offsets into the article's text, of the number with what tells how exact it is, its unit and its noun
  std::size_t end = 0;
  std::uint32_t clause = 0;      // of the report
  std::uint32_t first_word = 0;  // [first_word, last_word): the number, its unit and its noun
  std::uint32_t last_word = 0;
  double low = 0;  // in the base unit; the same unless it is a range
  double high = 0;
  double step = 0;            // in the base unit: half of what its last digit counts, if it looks rounded; else 0
  double digit = 0;           // in the base unit: what one in its last digit counts
  std::uint32_t phrases = 0;  // NumberPhrase bits
  Unit unit;                  // measure 0: a count
  bool age = false;
  std::uint64_t rate = 0;  // for each of what: "12 a day"; 0: none
  std::uint64_t head = 0;  // key of the noun that is counted; 0: none, or one that is as good as none ("people")
  bool anybody = false;    // what is counted is people
  std::array<std::uint64_t, 3> modifiers{};  // of the noun, as keys; 0 behind the last
  std::uint32_t event = 0;                   // the set of words that tells what befell what is counted; 0: none
  std::uint32_t year = 0;                    // that its sentence names; 0: none
};

// Not thread-safe: one per thread.
class QuantityReader {
 public:
  // Replaces `quantities` by those of the report, in order.
  void read(const Report& report, std::vector<Quantity>& quantities);

 private:
  std::vector<std::uint64_t> folded_;  // of each word of the report
};

// Whether both can be true of one thing: as exactly as each is told, and rounded where units were converted. They must
// be of one measure.
bool agree(const Quantity& a, const Quantity& b);

}  // namespace nutgraf
