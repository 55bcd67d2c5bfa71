#include "compare/quantity.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <string_view>

#include "compare/counted_events.h"
#include "compare/number.h"
#include "text/character.h"

namespace nutgraf {
namespace {

constexpr double kYear = 31557600;  // seconds, as in words.txt
constexpr double kHours = 24;       // of a day: "at 5"
constexpr double kFirstYear = 1800;
constexpr double kLastYear = 2100;
constexpr std::size_t kLongestNoun = 4;    // words
constexpr std::size_t kLongestGap = 3;     // bytes between a number and its unit
constexpr std::size_t kLongestPrefix = 4;  // words in front of a number that may tell how exact it is

class Reading {
 public:
  Reading(const Report& report, std::span<const std::uint64_t> folded, std::vector<Quantity>& quantities)
      : report_(report), folded_(folded), quantities_(quantities) {}

  void read() {
    for (std::uint32_t c = 0; c < report_.clauses.size(); ++c) {
      clause_ = c;
      const ReportClause& clause = report_.clauses[c];
      if (c == 0 || clause.sentence != report_.clauses[c - 1].sentence) open_sentence();
      for (std::uint32_t i = clause.first_word; i < clause.last_word;) i = std::max(i + 1, read_at(i));
    }
    open_sentence();
  }

 private:
  [[nodiscard]] const ReportWord& word(std::size_t i) const { return report_.words[i]; }
  [[nodiscard]] bool has(std::size_t i, std::uint32_t kind) const {
    return i < last_word() && (word(i).entry->kinds & kind) != 0;
  }
  [[nodiscard]] bool is(std::size_t i, std::uint32_t kind) const { return (word(i).entry->kinds & kind) != 0; }
  [[nodiscard]] std::size_t last_word() const { return report_.clauses[clause_].last_word; }
  [[nodiscard]] std::string_view before(std::size_t i) const { return report_.before(i); }
  [[nodiscard]] bool is_date(std::size_t i) const { return is(i, kWeekdayWord | kMonthWord) && word(i).capital; }
  [[nodiscard]] bool is_month(std::size_t i) const {
    return (word(i).entry->kinds & kMonthWord) != 0 && word(i).capital;
  }

  void open_sentence() {
    for (std::size_t q = first_of_sentence_; q < quantities_.size(); ++q) quantities_[q].year = year_;
    first_of_sentence_ = quantities_.size();
    year_ = 0;
  }

  std::uint32_t read_at(std::uint32_t i) {
    std::optional<Number> number = numbers_.at(i, last_word());
    if (!number) return i + 1;
    Quantity quantity{.begin = word(i).begin, .clause = clause_, .first_word = i};
    if (!word(i).digits && is(i, kScaleWord)) {  // "half a million": the words in front are the number
      quantity.begin = word(i - 1).begin;
      if (i > 1 && !word(i - 1).opens && is(i - 2, kHalfWord)) quantity.begin = word(i - 2).begin;
    }
    const std::string_view gap = before(i);
    const Lexicon::Symbol currency = report_.lexicon->symbol_at_end(gap);
    if (currency.size > 0) {
      quantity.begin -= currency.size;
    } else if (const std::optional<std::uint32_t> unit = unit_before(i)) {
      quantity.unit = word(*unit).entry->unit;
      quantity.begin = word(*unit).begin;
    }
    if (currency.size > 0) quantity.unit = currency.unit;
    const bool money = quantity.unit.measure != 0;
    numbers_.scale(*number, money, last_word());
    quantity.low = quantity.high = number->value;
    quantity.step = number->step;
    quantity.digit = number->digit;
    if (!money && is_name(i, *number)) return number->last_word;
    quantity.last_word = number->last_word;
    if (!money) quantity.unit = number->unit;
    if (!read_range(quantity, *number)) return quantity.last_word;
    quantity.end = word(quantity.last_word - 1).end;
    if (quantity.unit.measure == 0) read_unit(quantity);
    if (quantity.unit.measure == 0 && is_year(i, *number)) {
      year_ = static_cast<std::uint32_t>(number->value);
      return number->last_word;
    }
    read_age(quantity);
    if (quantity.unit.measure == 0 && has(quantity.last_word, kTimeWord)) return quantity.last_word;
    read_noun(quantity);
    read_rate(quantity);
    if (number->spelled && number->value == 1 && !counts_one(quantity)) return quantity.last_word;
    if (quantity.unit.measure == 0 && !quantity.age && quantity.head == 0 && !quantity.anybody)
      return quantity.last_word;
    // What a number counts, and whether it is a date, only words tell.
    if (quantity.unit.measure == 0 && !report_.lexicon->knows_words()) return quantity.last_word;
    read_phrases(quantity);
    quantity.low *= quantity.unit.factor;
    quantity.high *= quantity.unit.factor;
    quantity.step *= quantity.unit.factor;
    quantity.digit *= quantity.unit.factor;
    share_unit(quantity);
    to_celsius(quantity);
    quantities_.push_back(quantity);
    return quantity.last_word;
  }

  // "Rs 500", "magnitude 5.8", "magnitude of 5.8"
  [[nodiscard]] std::optional<std::uint32_t> unit_before(std::uint32_t i) const {
    if (i == 0 || word(i).opens || before(i).size() > 1) return std::nullopt;
    const bool symbol = word(i - 1).capital || is(i - 1, kLabelWord);
    if (is(i - 1, kUnitWord) && symbol) return i - 1;
    const bool apart = i >= 2 && !word(i - 1).opens && word(i - 1).weight <= 0 && before(i - 1) == " ";
    return apart && is(i - 2, kUnitWord) && is(i - 2, kLabelWord) ? std::optional(i - 2) : std::nullopt;
  }

  // "260 and 170 miles": the first number has the unit too.
  void share_unit(const Quantity& quantity) {
    if (quantity.unit.measure == 0 || quantities_.empty()) return;
    Quantity& before = quantities_.back();
    if (before.clause != clause_ || before.unit.measure != 0 || before.head != 0 || before.age) return;
    if (before.last_word + 1 != quantity.first_word || (word(before.last_word).kinds & kJoinsWords) == 0) return;
    before.unit = quantity.unit;
    before.anybody = false;
    for (double* value : {&before.low, &before.high, &before.step, &before.digit}) *value *= quantity.unit.factor;
    to_celsius(before);
  }

  void to_celsius(Quantity& quantity) const {
    const std::uint32_t fahrenheit = report_.lexicon->measure("fahrenheit");
    if (fahrenheit == 0 || quantity.unit.measure != fahrenheit) return;
    constexpr double kDegree = 5.0 / 9;
    constexpr double kFreezing = 32;
    quantity.low = (quantity.low - kFreezing) * kDegree;
    quantity.high = (quantity.high - kFreezing) * kDegree;
    quantity.step = kDegree / 2;
    quantity.unit = {.measure = report_.lexicon->measure("celsius"), .factor = kDegree};
  }

  // "Section 12", "Flight 370", "October 3", "3 October", "at 5": numbers that name.
  [[nodiscard]] bool is_name(std::uint32_t i, const Number& number) const {
    const std::uint32_t next = number.last_word;
    if (next < last_word() && is_month(next) && report_.behind(next - 1).size() <= 1) return true;
    if (i == 0 || word(i).opens) return false;
    const ReportWord& last = word(i - 1);
    const std::string_view gap = before(i);
    if (is_month(i - 1) && gap.size() <= 2) return true;
    const bool noun = next < last_word() && report_.behind(next - 1) == " " && word(next).weight > 0 &&
                      !word(next).capital && !is_verb(next);
    if ((last.entry->kinds & kLabelWord) != 0 && (gap == " " || gap == "." || gap == ". ") && !noun)
      return (last.entry->kinds & kNegationWord) == 0 || gap != " ";
    const bool counted = noun && (word(next).entry->kinds & (kAnybodyWord | kEventWord | kThingWord | kUnitWord)) != 0;
    if (last.name && gap == " " && !counted) return true;
    if (gap == ". " && last.capital && !counted) return true;  // "No. 7"
    return !number.spelled && is(i - 1, kAtWord) && !noun && number.value <= kHours &&
           report_.behind(next - 1) != "%" && number.unit.measure == 0 && !has(next, kUnitWord);
  }

  [[nodiscard]] bool is_verb(std::size_t i) const { return nutgraf::is_verb(*language_, report_, i); }

  // "10 to 15", "10-15", "between 10 and 15". False: it is a score, or a telephone number.
  bool read_range(Quantity& quantity, const Number& low) const {
    const std::uint32_t at = quantity.last_word;
    if (at >= last_word()) return true;
    const std::string_view gap = report_.behind(at - 1);
    std::uint32_t from = at;
    if (is_range_mark(gap)) {
      if (!word(at).digits) return true;  // "70-metre"
    } else if (gap == " " && at + 1 < last_word() && report_.behind(at) == " ") {
      const bool to = is(at, kToWord);
      const bool between =
          (word(at).kinds & kJoinsWords) != 0 && quantity.first_word > 0 && is(quantity.first_word - 1, kBetweenWord);
      const bool moved = quantity.first_word > 0 && is(quantity.first_word - 1, kFromWord);
      if ((!to && !between) || (to && moved)) return true;
      from = at + 1;
    } else {
      return true;
    }
    std::optional<Number> high = word(from).digits ? numbers_.figures(from) : numbers_.at(from, last_word());
    if (!high) return !is_range_mark(gap);
    const double unscaled = high->value;
    numbers_.scale(*high, quantity.unit.measure != 0, last_word());
    if (from == at) quantity.last_word = high->last_word;
    double low_value = low.value;
    if (word(from).digits && unscaled > 0) low_value *= high->value / unscaled;  // "2 to 3 million"
    if (low_value >= high->value) {                                              // "51 to 48": two numbers
      if (from == at) return false;
      quantity.last_word = at;
      return true;
    }
    if (from == at && report_.word(from).size() == 4 && high->value < 10000 && low.value < 1000 && low.value >= 100)
      return false;
    quantity.low = low_value;
    quantity.high = high->value;
    quantity.last_word = high->last_word;
    const bool goes_on = quantity.last_word < last_word() && word(quantity.last_word).digits &&
                         is_range_mark(report_.behind(quantity.last_word - 1));
    return from != at || !goes_on;
  }

  void read_unit(Quantity& quantity) const {
    const std::uint32_t at = quantity.last_word;
    const std::string_view gap = report_.behind(at - 1);
    const std::string_view tail = report_.text().substr(word(at - 1).end);
    const std::size_t skip = skip_white_space(tail, 0);
    const Lexicon::Symbol symbol = report_.lexicon->symbol_at_start(tail.substr(skip));
    if (symbol.size > 0 && skip <= kLongestGap && !is_letter(utf8::peek(tail, skip + symbol.size))) {
      quantity.unit = symbol.unit;
      quantity.end = word(at - 1).end + skip + symbol.size;
      while (quantity.last_word < last_word() && word(quantity.last_word).begin < quantity.end) ++quantity.last_word;
      return;
    }
    if (at >= last_word()) return;
    if (!without_space(gap).empty() && gap != "-") return;
    const Lexicon::UnitName unit = report_.lexicon->unit_at_start(folded_.subspan(at, last_word() - at));
    if (unit.words == 0) return;
    quantity.unit = unit.unit;
    quantity.last_word = at + static_cast<std::uint32_t>(unit.words);
    quantity.end = word(quantity.last_word - 1).end;
  }

  [[nodiscard]] bool is_year(std::uint32_t i, const Number& number) const {
    return !number.spelled && number.last_word == i + 1 && report_.word(i).size() == 4 && number.value >= kFirstYear &&
           number.value <= kLastYear && std::floor(number.value) == number.value;
  }

  // Whose age a number between commas may be: "Weir, 43,", "the driver, who is 43,".
  [[nodiscard]] std::optional<std::uint32_t> owner_of_age(std::uint32_t number) const {
    const auto is_owner = [&](std::uint32_t i) {
      return word(i).weight > 0 && !word(i).digits && !is_verb(i) &&
             (word(i).entry->kinds & (kUnitWord | kMonthWord | kWeekdayWord | kNumberWord)) == 0;
    };
    if (before(number) == ", " && is_owner(number - 1)) return number - 1;
    const bool clause = number >= 3 && !word(number).opens && !word(number - 1).opens && !word(number - 2).opens &&
                        is_verb(number - 1) && (word(number - 2).kinds & kClauseOpening) != 0;
    if (clause && before(number - 2) == ", " && is_owner(number - 3)) return number - 3;
    return std::nullopt;
  }

  // "43-year-old", "aged 43", "Weir, 43,"
  void read_age(Quantity& quantity) const {
    const std::uint32_t first = quantity.first_word;
    const bool counted = quantity.unit.measure == 0;
    if (!counted && quantity.unit.factor == kYear && has(quantity.last_word, kAgeWord)) {
      quantity.age = true;
      ++quantity.last_word;
      quantity.end = word(quantity.last_word - 1).end;
      return;
    }
    if (!counted || first == 0 || word(first).opens || quantity.low > 120 || quantity.low != quantity.high) return;
    if (has(first - 1, kAgeWord) && before(first) == " ") {
      quantity.age = true;
    } else if (word(first).digits) {
      const std::string_view next = quantity.last_word < last_word() ? report_.behind(quantity.last_word - 1) : ",";
      const std::optional<std::uint32_t> owner = owner_of_age(first);
      if (!next.starts_with(',') || !owner) return;
      quantity.age = true;
      quantity.head = word(*owner).name ? word(*owner).folded : key_of(word(*owner));
    }
    if (quantity.age) quantity.unit = {.measure = report_.lexicon->measure("time"), .factor = kYear};
  }

  // The noun behind the number, or behind "of".
  void read_noun(Quantity& quantity) {
    noun_end_ = quantity.last_word;
    if (quantity.head != 0) return;
    std::uint32_t at = quantity.last_word;
    const bool measured = quantity.unit.measure != 0;
    const bool hyphened = at < last_word() && report_.behind(at - 1) == "-";
    const auto skip = [&](std::uint32_t role) {
      if (has(at, role) && report_.behind(at - 1) == " ") return ++at, true;
      return false;
    };
    const bool of = skip(kOfWord);
    if (of) {
      if (skip(kOwnerWord)) quantity.phrases |= measured ? 0U : static_cast<std::uint32_t>(kPart);
      if (skip(kThemWord)) quantity.phrases |= kPart;
      if (at < last_word() && word(at).digits) ++at;  // "11 of its 84 schools"
    } else if (skip(kMoreWord)) {
      quantity.phrases |= measured ? 0U : static_cast<std::uint32_t>(kMore);
    } else if (skip(kOtherWord)) {
      quantity.phrases |= kMore;
      quantity.anybody = true;
    }
    if (measured && !of && !hyphened && !quantity.age) return;
    std::array<std::uint32_t, kLongestNoun> noun{};
    std::size_t size = 0;
    for (; at < last_word() && size < kLongestNoun; ++at) {
      const std::string_view gap = report_.behind(at - 1);
      if (gap != " " && gap != "-" && (gap != "\u00A0")) break;
      const ReportWord& next = word(at);
      if (is_date(at)) {  // "241 early Thursday"
        size = 0;
        break;
      }
      if (next.weight <= 0 || next.digits || (next.entry->kinds & (kNumberWord | kNegationWord)) != 0) break;
      if ((next.kinds & (kFiniteVerb | kSpeechVerb | kPhraseOpening)) != 0 && size > 0) break;
      noun[size++] = at;
    }
    while (size > 0 && ((word(noun[size - 1]).entry->kinds & kEventWord) != 0 || (size > 1 && is_verb(noun[size - 1]))))
      --size;
    if (size == 1 && is_verb(noun[0])) size = 0;
    if (size == 0) {
      // "12 were killed", "12 dead": whoever they are.
      quantity.anybody |= !measured;
      return;
    }
    const ReportWord& head = word(noun[size - 1]);
    noun_end_ = noun[size - 1] + 1;
    if (!measured && !of) {
      quantity.last_word = noun_end_;
      quantity.end = word(noun_end_ - 1).end;
    }
    quantity.anybody |= (head.entry->kinds & kAnybodyWord) != 0;
    if ((head.entry->kinds & kAnybodyWord) == 0) quantity.head = key_of(head);
    for (std::size_t i = 0; i + 1 < size && i < quantity.modifiers.size(); ++i)
      quantity.modifiers[i] = key_of(word(noun[i]));
  }

  [[nodiscard]] bool counts_one(const Quantity& quantity) const {
    const std::uint32_t at = quantity.first_word + 1;
    return quantity.unit.measure == 0 && (quantity.phrases & kPart) == 0 &&
           has(at, kAnybodyWord | kEventWord | kThingWord) && report_.behind(at - 1) == " ";
  }

  // "12 a day", "5 per cent of ... each"
  void read_rate(Quantity& quantity) const {
    const std::uint32_t rate = kRateWord | kPerWord | kEachWord;
    const std::uint32_t at = has(quantity.last_word, rate) ? quantity.last_word : noun_end_;
    if (has(at, kEachWord)) quantity.rate = word(at).stem;
    if (has(at, kPerWord) || (has(at, kRateWord) && has(at + 1, kUnitWord)))
      quantity.rate = at + 1 < last_word() ? word(at + 1).stem : word(at).stem;
  }

  void read_phrases(Quantity& quantity) const {
    const std::uint32_t first = quantity.first_word;
    std::uint32_t from = first;
    while (from > report_.clauses[clause_].first_word && first - from < 2 * kLongestPrefix) --from;
    std::uint32_t to = first;
    if (to > from && quantity.begin == word(to - 1).begin) --to;  // "Rs 500"
    if (to > from && (is(to - 1, kArticleWord) || is(to - 1, kOwnerWord))) --to;
    if (to > from && is(to - 1, kHalfWord)) --to;
    const Lexicon::Phrases phrases = report_.lexicon->phrases_at_end(folded_.subspan(from, to - from));
    quantity.phrases |= phrases.bits;
    const std::uint32_t exact = kAbout | kNearly | kAtLeast | kAtMost;
    if ((phrases.bits & exact) != 0 && (phrases.bits & ~exact) == 0)
      quantity.begin = std::min(quantity.begin, word(to - phrases.words).begin);
  }

  const Report& report_;
  std::span<const std::uint64_t> folded_;
  std::vector<Quantity>& quantities_;
  NumberReader numbers_{report_};
  std::shared_ptr<const Language> language_ = Language::find(report_.document->language);
  std::uint32_t clause_ = 0;
  std::size_t first_of_sentence_ = 0;
  std::uint32_t year_ = 0;
  std::uint32_t noun_end_ = 0;  // behind the noun of the quantity that is being read
};

}  // namespace

void QuantityReader::read(const Report& report, std::vector<Quantity>& quantities) {
  quantities.clear();
  folded_.clear();
  for (const ReportWord& word : report.words) folded_.push_back(word.folded);
  Reading(report, folded_, quantities).read();
  find_events(report, quantities);
  mark_lists(report, quantities);
}

}  // namespace nutgraf
