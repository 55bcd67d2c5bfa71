#include "compare/quantity.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/character.h"

namespace nutgraf {
namespace {

constexpr double kYear = 31557600;  // seconds, as in words.txt
constexpr double kFirstYear = 1800;
constexpr double kLastYear = 2100;
constexpr std::size_t kLongestNoun = 4;    // words
constexpr std::size_t kLongestGap = 3;     // bytes between a number and its unit
constexpr std::size_t kLongestPrefix = 4;  // words in front of a number that may tell how exact it is

// How far two numbers for one thing may be apart, by their size.
constexpr double kRounded = 0.05;    // if one looks rounded, or units were converted
constexpr double kAboutApart = 0.1;  // if one is "about"
constexpr double kNearlyApart = 0.12;
constexpr double kAtLeastApart = 0.5;  // "at least 12" says nothing against 15, but something against 50

bool is_range_mark(std::string_view gap) { return gap == "-" || gap == "\u2013" || gap == "\u2014"; }

std::string_view trimmed(std::string_view gap) {
  const std::size_t begin = skip_white_space(gap, 0);
  return gap.substr(begin, trim_white_space(gap, begin, gap.size()) - begin);
}

// A number as it stands: digits, words, or digits with a word for a scale.
struct Number {
  double value = 0;
  double step = 0;
  double digit = 1;
  std::uint32_t last_word = 0;  // behind it
  Unit unit;                    // if it is written in one word with it
  bool hyphened = false;        // so is what follows
  bool spelled = false;
};

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
    find_events();
  }

 private:
  [[nodiscard]] const ReportWord& word(std::size_t i) const { return report_.words[i]; }
  [[nodiscard]] bool has(std::size_t i, std::uint32_t kind) const {
    return i < last_word() && (word(i).entry->kinds & kind) != 0;
  }
  [[nodiscard]] bool is(std::size_t i, std::uint32_t kind) const { return (word(i).entry->kinds & kind) != 0; }
  [[nodiscard]] std::size_t last_word() const { return report_.clauses[clause_].last_word; }
  [[nodiscard]] std::string_view before(std::size_t i) const {
    return i > 0 && !word(i).opens
               ? report_.behind(i - 1)
               : report_.between(report_.document->sentences[report_.clauses[clause_].sentence].content_begin,
                                 word(i).begin);
  }
  [[nodiscard]] bool is_month(std::size_t i) const {
    return (word(i).entry->kinds & kMonthWord) != 0 && word(i).capital;
  }

  void open_sentence() {
    for (std::size_t q = first_of_sentence_; q < quantities_.size(); ++q) quantities_[q].year = year_;
    first_of_sentence_ = quantities_.size();
    year_ = 0;
  }

  std::uint32_t read_at(std::uint32_t i) {
    std::optional<Number> number = number_at(i);
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
    } else if (i > 0 && !word(i).opens && has(i - 1, kUnitWord) && word(i - 1).capital && gap.size() <= 1) {
      quantity.unit = word(i - 1).entry->unit;
      quantity.begin = word(i - 1).begin;
    }
    if (currency.size > 0) quantity.unit = currency.unit;
    const bool money = quantity.unit.measure != 0;
    if (!scale(*number, money)) return number->last_word;
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
    if (quantity.unit.measure == 0 && !quantity.age && quantity.head == 0 && !quantity.anybody &&
        !is_bare_count(quantity))
      return quantity.last_word;
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

  // Digits, or words that are numbers; with a scale behind them if it is a word.
  [[nodiscard]] std::optional<Number> number_at(std::uint32_t i) const {
    if (word(i).digits) return digits_at(i);
    Number number{.last_word = i, .spelled = true};
    double part = 0;
    bool any = false;
    const bool article = i > 0 && !word(i).opens && is(i - 1, kArticleWord) &&
                         (i == 1 || word(i - 1).opens || !is(i - 2, kOfWord));  // "a quarter of a million"
    if (has(i, kScaleWord) && article) {                                        // "a dozen", "a million"
      const bool half = i > 1 && !word(i - 1).opens && is(i - 2, kHalfWord);    // "half a million"
      number.value = word(i).entry->value / (half ? 2 : 1);
      number.last_word = i + 1;
      return number;
    }
    for (std::uint32_t at = i; at < last_word(); ++at) {
      const std::string_view gap = at > i ? report_.behind(at - 1) : std::string_view(" ");
      if (gap != " " && gap != "-") break;
      const LexicalEntry& entry = *word(at).entry;
      if ((entry.kinds & kNumberWord) != 0) {
        if (any && part >= 1 && (part < 20 || entry.value >= 10) && part < 100) break;  // "one two"
        part += entry.value;
        any = true;
      } else if ((entry.kinds & kScaleWord) != 0 && any && gap != "-") {
        if (entry.value == 100 || entry.value == 12) {
          part *= entry.value;
        } else {
          number.value += part * entry.value;
          part = 0;
        }
      } else if (any && (word(at).kinds & kJoinsWords) != 0 && at + 1 < last_word() && has(at + 1, kNumberWord) &&
                 has(at - 1, kScaleWord)) {
        continue;
      } else {
        break;
      }
      number.last_word = at + 1;
    }
    number.value += part;
    return any ? std::optional(number) : std::nullopt;
  }

  [[nodiscard]] std::optional<Number> digits_at(std::uint32_t i) const {
    const std::string_view text = report_.word(i);
    const std::size_t size = std::min(text.find_first_not_of("0123456789.,"), text.size());
    const std::string_view figures = text.substr(0, size);
    const std::string_view suffix = text.substr(size);
    Number number{.last_word = i + 1};
    if (!parse(figures, number)) return std::nullopt;
    const std::string_view gap = before(i);
    const std::string_view next = report_.behind(i);
    const bool opens = word(i).opens;
    // "#12", "'99", "[12]", "No.12", "9/11", "10:30", "COVID-19"
    if (!gap.empty()) {
      const char last = gap.back();
      if (last == '#' || last == '.' || last == '\'' || last == '[' || last == '+' || last == '@' || last == '_' ||
          gap.ends_with("\u2019"))
        return std::nullopt;
      if (!opens && gap.size() == 1 && (last == '/' || last == ':' || last == '-' || last == '.')) return std::nullopt;
      if (!opens && is_range_mark(gap)) return std::nullopt;
    } else if (!opens) {
      return std::nullopt;
    }
    if (next.size() == 1 && (next == "/" || next == ":" || next == "_") && i + 1 < last_word() && word(i + 1).digits)
      return std::nullopt;
    if (opens && (next.starts_with(". ") || next.starts_with(')'))) return std::nullopt;
    if (!suffix.empty()) {
      std::string lower(suffix);
      for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      const LexicalEntry& entry = report_.lexicon->entry(word_hash(lower));
      const bool money = report_.lexicon->symbol_at_end(gap).size > 0;
      if (money && (entry.kinds & kMoneyScale) != 0) {
        multiply(number, entry.money_scale);
      } else if ((entry.kinds & kScaleWord) != 0) {
        multiply(number, entry.value);
      } else if (!money && (entry.kinds & kUnitWord) != 0) {
        number.unit = entry.unit;
      } else {
        return std::nullopt;
      }
    }
    return number;
  }

  static void multiply(Number& number, double factor) {
    // "2 million" has one digit that tells, "2.5 million" two.
    number.step = (number.step > 0 ? number.step : 0.5) * factor;
    number.digit *= factor;
    number.value *= factor;
  }

  // Digits with separators. False for what is no number: "007", "1.2.3".
  [[nodiscard]] bool parse(std::string_view text, Number& number) const {
    if (text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9') return false;
    const char decimal = report_.lexicon->has_decimal_comma() ? ',' : '.';
    std::string digits;
    std::size_t decimals = 0;
    bool fraction = false;
    std::size_t group = 0;
    std::size_t groups = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      if (c >= '0' && c <= '9') {
        digits += c;
        decimals += fraction ? 1 : 0;
        ++group;
        continue;
      }
      if (fraction) return false;
      if (groups > 0 && group != 3) return false;
      group = 0;
      if (c == decimal) {
        fraction = true;
        digits += '.';
      } else {
        ++groups;
      }
    }
    if (!fraction && groups > 0 && group != 3) return false;
    number.value = std::strtod(digits.c_str(), nullptr);
    if (decimals > 0) {
      number.digit = std::pow(10, -static_cast<double>(decimals));
      number.step = number.digit / 2;
    } else if (number.value >= 100) {
      double unit = 1;
      while (std::fmod(number.value, unit * 10) == 0) unit *= 10;
      number.step = unit > 1 ? unit / 2 : 0;
    }
    return true;
  }

  // A word for a scale behind the number. False if the number turns out to be part of something else.
  bool scale(Number& number, bool money) const {
    while (number.last_word < last_word()) {
      const std::string_view gap = trimmed(report_.behind(number.last_word - 1));
      if (!gap.empty() && gap != "-") break;
      const LexicalEntry& entry = *word(number.last_word).entry;
      if ((entry.kinds & kScaleWord) != 0 && !number.spelled) {
        multiply(number, entry.value);
      } else if (money && (entry.kinds & kMoneyScale) != 0 && gap.empty()) {
        multiply(number, entry.money_scale);
      } else {
        break;
      }
      ++number.last_word;
    }
    return true;
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
    return !number.spelled && is(i - 1, kAtWord) && !noun && report_.behind(next - 1) != "%" &&
           number.unit.measure == 0 && !has(next, kUnitWord);
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
    std::optional<Number> high;
    if (word(from).digits) {
      Number parsed{.last_word = from + 1};
      const std::string_view text = report_.word(from);
      if (text.find_first_not_of("0123456789.,") != std::string_view::npos) return !is_range_mark(gap);
      if (parse(text, parsed)) high = parsed;
    } else {
      high = number_at(from);
    }
    if (!high) return !is_range_mark(gap);
    scale(*high, quantity.unit.measure != 0);
    if (from == at) quantity.last_word = high->last_word;
    double low_value = low.value;
    if (high->value >= 1000 && low_value < 1000 && high->last_word > from + 1) low_value *= high->value / leading(from);
    if (low_value >= high->value) {  // "51 to 48": two numbers
      if (from == at) return false;
      quantity.last_word = at;
      return true;
    }
    if (from == at && report_.word(from).size() == 4 && high->value < 10000 && low.value < 1000 && low.value >= 100)
      return false;
    quantity.low = low_value;
    quantity.high = high->value;
    quantity.last_word = high->last_word;
    if (from == at && quantity.last_word < last_word() && is_range_mark(report_.behind(quantity.last_word - 1)) &&
        word(quantity.last_word).digits)
      return false;
    return true;
  }

  [[nodiscard]] double leading(std::uint32_t i) const {
    Number number;
    return word(i).digits && parse(report_.word(i), number) && number.value > 0 ? number.value
                                                                                : std::max(1.0, word(i).entry->value);
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
    if (!trimmed(gap).empty() && gap != "-") return;
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
    if (!measured) quantity.last_word = noun_end_;
    quantity.anybody |= (head.entry->kinds & kAnybodyWord) != 0;
    if ((head.entry->kinds & kAnybodyWord) == 0) quantity.head = key_of(head);
    for (std::size_t i = 0; i + 1 < size && i < quantity.modifiers.size(); ++i)
      quantity.modifiers[i] = key_of(word(noun[i]));
  }

  // A number with neither a noun nor a unit, but perhaps with what befell what it counts: "12 were killed".
  [[nodiscard]] bool is_bare_count(const Quantity& quantity) const { return quantity.anybody; }

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

  // What befell what is counted: a word for it behind the number up to the next clause mark or number, else in front of
  // it.
  void find_events() {
    for (std::size_t q = 0; q < quantities_.size(); ++q) {
      Quantity& quantity = quantities_[q];
      const ReportClause& clause = report_.clauses[quantity.clause];
      std::uint32_t from = clause.first_word;
      std::uint32_t to = clause.last_word;
      if (q > 0 && quantities_[q - 1].clause == quantity.clause) from = std::max(from, quantities_[q - 1].last_word);
      if (q + 1 < quantities_.size() && quantities_[q + 1].clause == quantity.clause)
        to = quantities_[q + 1].first_word;
      const auto event = [&](std::uint32_t i) {
        return (word(i).entry->kinds & kEventWord) != 0 ? word(i).entry->concept_number : 0U;
      };
      const auto parts = [&](std::uint32_t i) {
        return report_.behind(i - 1).find_first_of(",;:(") != std::string_view::npos ||
               (word(i).kinds & (kJoinsWords | kClauseOpening)) != 0;
      };
      const std::uint32_t number_end = std::min(quantity.first_word + 1, clause.last_word);
      for (std::uint32_t i = number_end; i < to && quantity.event == 0; ++i) {
        if (parts(i)) break;
        quantity.event = event(i);
      }
      for (std::uint32_t i = quantity.first_word; i > from && quantity.event == 0; --i) {
        quantity.event = event(i - 1);
        if (quantity.event == 0 && parts(i - 1) && i - 1 > from) break;
      }
      for (std::uint32_t i = number_end; i < clause.last_word && quantity.event == 0; ++i) quantity.event = event(i);
      for (std::uint32_t i = quantity.first_word; i > clause.first_word && quantity.event == 0; --i)
        quantity.event = event(i - 1);
    }
  }

  const Report& report_;
  std::span<const std::uint64_t> folded_;
  std::vector<Quantity>& quantities_;
  std::shared_ptr<const Language> language_ = Language::find(report_.document->language);
  std::uint32_t clause_ = 0;
  std::size_t first_of_sentence_ = 0;
  std::uint32_t year_ = 0;
  std::uint32_t noun_end_ = 0;  // behind the noun of the quantity that is being read
};

struct Bounds {
  double low = 0;
  double high = 0;
};

// The values that the quantity leaves open.
Bounds bounds(const Quantity& quantity, bool loose) {
  const double size = std::max(std::abs(quantity.low), std::abs(quantity.high));
  double around = std::min(quantity.step, kRounded * size);
  if (loose) around = std::max(around, kRounded * size);
  if ((quantity.phrases & kAbout) != 0)
    around = std::max({around, kAboutApart * size, std::min(quantity.step, 2 * kAboutApart * size)});
  Bounds bounds{.low = quantity.low - around, .high = quantity.high + around};
  if ((quantity.phrases & kNearly) != 0)
    bounds = {.low = quantity.low - std::max(quantity.step, kNearlyApart * size), .high = quantity.high};
  if ((quantity.phrases & kAtLeast) != 0) bounds.high = quantity.high + kAtLeastApart * size;
  if ((quantity.phrases & kAtMost) != 0) bounds.low = quantity.low - kAtLeastApart * size;
  return bounds;
}

}  // namespace

void QuantityReader::read(const Report& report, std::vector<Quantity>& quantities) {
  quantities.clear();
  folded_.clear();
  for (const ReportWord& word : report.words) folded_.push_back(word.folded);
  Reading(report, folded_, quantities).read();
}

bool agree(const Quantity& a, const Quantity& b) {
  const bool converted = a.unit.factor != b.unit.factor;
  const Bounds x = bounds(a, converted);
  const Bounds y = bounds(b, converted);
  constexpr double kNoise = 1e-9;
  const double size = std::max(std::abs(x.high), std::abs(y.high)) * kNoise;
  if (x.low <= y.high + size && y.low <= x.high + size) return true;
  // "2 percent" is what 1.7 percent is when it is rounded; nobody rounds the dead.
  const double rounded = a.unit.measure != 0 && a.digit != b.digit ? std::max(a.digit, b.digit) / 2 : 0;
  return std::abs(a.low - b.low) <= rounded + size && std::abs(a.high - b.high) <= rounded + size;
}

}  // namespace nutgraf
