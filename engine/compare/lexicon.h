// What comparing knows of words: which are numbers, units and months, which words around a number say how exact it is
// or that it counts nothing, and which words mean the same where things are counted.
//
// The knowledge is data, engine/compare/words.txt. A section is of one language, or of "any", which holds for all:
//
//   [numbers] [scales]       a word and its value: "twelve 12", "million 1000000"
//   [money scales]           letters that are scales only behind a number of money: "$5m"
//   [units]                  what is measured, the unit in a base unit of that, and its names: "length 1000 km". Each
//                            currency is a measure of its own. One that is a label too stands in front: "magnitude 5"
//   [unit phrases]           units of several words, each with a word that is one
//   [about] [nearly] [at least] [at most]   in front of a number: how exact it is, one phrase a line
//   [more] [part] [from]     in front of a number: that it adds to another, is a part of one, or is an old value
//   [labels]                 words before a number that is a name: "Section 12", "Flight 370"
//   [months] [weekdays]      a word and its number
//   [times]                  behind a number that is a time of day
//   [grammar]                what a word does beside a number, and the words that do it: "to to" of "10 to 15"
//   [rates]                  behind a number that is so much for each time: "12 a day"
//   [ages]                   beside a number that is an age
//   [negations]              turn a statement into its opposite
//   [limits]                 with a negation, turn it back: "not until Monday"
//   [anybody]                nouns that don't tell what is counted: "12 people"
//   [vague speakers]         nouns for whoever speaks: "officials said"
//   [same things]            nouns for the same, a set a line
//   [same events]            words that tell the same of what is counted, a set a line: "12 dead", "killed 12 people"
//   [decimal comma]          languages that write 1.234,5
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nutgraf {

// What a word can be, as bits.
enum LexicalKind : std::uint32_t {
  kNumberWord = 1 << 0,
  kScaleWord = 1 << 1,
  kUnitWord = 1 << 2,
  kLabelWord = 1 << 3,
  kMonthWord = 1 << 4,
  kWeekdayWord = 1 << 5,
  kTimeWord = 1 << 6,
  kRateWord = 1 << 7,
  kNegationWord = 1 << 8,
  kAnybodyWord = 1 << 9,
  kVagueSpeaker = 1 << 10,
  kThingWord = 1 << 11,
  kEventWord = 1 << 12,
  kAgeWord = 1 << 13,
  kMoneyScale = 1 << 14,
  // [grammar]
  kArticleWord = 1 << 15,  // "a dozen"
  kHalfWord = 1 << 16,     // "half a million"
  kToWord = 1 << 17,       // "10 to 15"
  kBetweenWord = 1 << 18,  // "between 10 and 15"
  kFromWord = 1 << 19,     // "from 10 to 15"
  kOfWord = 1 << 20,       // "12 of the ships"
  kOwnerWord = 1 << 21,    // "12 of the ships"
  kThemWord = 1 << 22,     // "12 of them"
  kMoreWord = 1 << 23,     // "12 more ships"
  kOtherWord = 1 << 24,    // "12 others"
  kAtWord = 1 << 25,       // "at 5"
  kPerWord = 1 << 26,      // "12 per ship"
  kEachWord = 1 << 27,     // "12 each"
  kFewWord = 1 << 29,      // a negation, but "a few" is none

  kLimitWord = 1 << 28,
};

// What a phrase in front of a number says of it, as bits.
enum NumberPhrase : std::uint32_t {
  kAbout = 1 << 0,
  kNearly = 1 << 1,
  kAtLeast = 1 << 2,
  kAtMost = 1 << 3,
  kMore = 1 << 4,
  kPart = 1 << 5,
  kFrom = 1 << 6,
};

struct Unit {
  std::uint32_t measure = 0;  // 0: none
  double factor = 1;          // in the measure's base unit
};

struct LexicalEntry {
  std::uint32_t kinds = 0;
  std::uint32_t concept_number = 0;  // of the set of words for the same; 0: none
  double value = 0;                  // of a number, a scale, a month or a weekday
  double money_scale = 1;
  Unit unit;
};

// Immutable; thread-safe.
class Lexicon {
 public:
  // That of a language (BCP 47); of one with no section of its own, what holds for any. Read once a process.
  static std::shared_ptr<const Lexicon> find(std::string_view language);

  explicit Lexicon(std::string_view language);

  // By the word_hash of the case-folded word; an empty entry for most words.
  [[nodiscard]] const LexicalEntry& entry(std::uint64_t folded) const;

  // The unit that a symbol is, the longest that `text` begins (ends) with, and how many bytes it takes; 0: none.
  struct Symbol {
    Unit unit;
    std::size_t size = 0;
  };
  [[nodiscard]] Symbol symbol_at_start(std::string_view text) const;
  [[nodiscard]] Symbol symbol_at_end(std::string_view text) const;

  // NumberPhrase bits of the phrases that the words (word_hash, case-folded) end with, and how many words those take.
  struct Phrases {
    std::uint32_t bits = 0;
    std::size_t words = 0;
  };
  [[nodiscard]] Phrases phrases_at_end(std::span<const std::uint64_t> words) const;

  // The unit that the words begin with, and how many words it takes.
  struct UnitName {
    Unit unit;
    std::size_t words = 0;
  };
  [[nodiscard]] UnitName unit_at_start(std::span<const std::uint64_t> words) const;

  // Whether it has words of the language itself, not only what holds for any.
  [[nodiscard]] bool knows_words() const { return knows_words_; }

  [[nodiscard]] bool has_decimal_comma() const { return decimal_comma_; }

  // Of a measure by its name, 0 if there is none such.
  [[nodiscard]] std::uint32_t measure(std::string_view name) const;

 private:
  void read(std::string_view language, std::string_view all_of);
  void add_line(std::string_view section, std::string_view line);
  std::uint32_t measure_number(std::string_view name);

  struct SymbolEntry {
    std::string_view text;
    Unit unit;
  };

  bool knows_words_ = false;
  bool decimal_comma_ = false;
  std::uint32_t concepts_ = 0;
  std::vector<std::string_view> measures_;
  std::unordered_map<std::uint64_t, LexicalEntry> words_;
  std::unordered_map<std::uint64_t, std::uint32_t> phrases_;  // by phrase_hash
  std::unordered_map<std::uint64_t, Unit> unit_phrases_;
  std::vector<SymbolEntry> symbols_;  // longest first
};

}  // namespace nutgraf
