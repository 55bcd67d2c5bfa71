#include "compare/number.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "text/character.h"

namespace nutgraf {
namespace {

constexpr std::string_view kFigures = "0123456789.,";
constexpr double kRound = 100;  // from here on a 0 at the end may be rounded
constexpr std::size_t kGroup = 3;

bool is_figure(char c) { return c >= '0' && c <= '9'; }

// "2 million" has one digit that tells, "2.5 million" two.
void multiply(Number& number, double factor) {
  number.step = (number.step > 0 ? number.step : number.digit / 2) * factor;
  number.digit *= factor;
  number.value *= factor;
}

}  // namespace

bool is_range_mark(std::string_view gap) { return gap == "-" || gap == "\u2013" || gap == "\u2014"; }

std::string_view without_space(std::string_view gap) {
  const std::size_t begin = skip_white_space(gap, 0);
  return gap.substr(begin, trim_white_space(gap, begin, gap.size()) - begin);
}

std::optional<Number> NumberReader::at(std::uint32_t i, std::size_t end) const {
  return word(i).digits ? in_digits(i, end) : in_words(i, end);
}

std::optional<Number> NumberReader::figures(std::uint32_t i) const {
  Number number{.last_word = i + 1};
  return parse(report_.word(i), number) ? std::optional(number) : std::nullopt;
}

void NumberReader::scale(Number& number, bool money, std::size_t end) const {
  for (; number.last_word < end; ++number.last_word) {
    const std::string_view gap = without_space(report_.behind(number.last_word - 1));
    const LexicalEntry& entry = *word(number.last_word).entry;
    if ((entry.kinds & kScaleWord) != 0 && !number.spelled && (gap.empty() || gap == "-")) {
      multiply(number, entry.value);
    } else if (money && (entry.kinds & kMoneyScale) != 0 && gap.empty()) {
      multiply(number, entry.money_scale);
    } else {
      return;
    }
  }
}

std::optional<Number> NumberReader::in_words(std::uint32_t i, std::size_t end) const {
  Number number{.last_word = i, .spelled = true};
  // "a dozen", "half a million", but not "a quarter of a million"
  const bool article =
      i > 0 && !word(i).opens && is(i - 1, kArticleWord) && (i == 1 || word(i - 1).opens || !is(i - 2, kOfWord));
  if (is(i, kScaleWord) && article) {
    const bool half = i > 1 && !word(i - 1).opens && is(i - 2, kHalfWord);
    number.value = word(i).entry->value / (half ? 2 : 1);
    number.last_word = i + 1;
    return number;
  }
  constexpr double kTens = 10;
  constexpr double kTeens = 20;
  constexpr double kHundred = 100;
  double part = 0;  // below the next scale
  bool any = false;
  for (std::uint32_t at = i; at < end; ++at) {
    const std::string_view gap = at > i ? report_.behind(at - 1) : std::string_view(" ");
    if (gap != " " && gap != "-") break;
    const LexicalEntry& entry = *word(at).entry;
    if ((entry.kinds & kNumberWord) != 0) {
      if (any && part >= 1 && (part < kTeens || entry.value >= kTens) && part < kHundred) break;  // "one two"
      part += entry.value;
      any = true;
    } else if ((entry.kinds & kScaleWord) != 0 && any && gap != "-") {
      const bool small = entry.value <= kHundred;  // "two hundred thousand"
      number.value += small ? 0 : part * entry.value;
      part = small ? part * entry.value : 0;
    } else if (any && (word(at).kinds & kJoinsWords) != 0 && at + 1 < end && is(at + 1, kNumberWord) &&
               is(at - 1, kScaleWord)) {
      continue;  // "two hundred and six"
    } else {
      break;
    }
    number.last_word = at + 1;
  }
  number.value += part;
  return any ? std::optional(number) : std::nullopt;
}

std::optional<Number> NumberReader::in_digits(std::uint32_t i, std::size_t end) const {
  const std::string_view text = report_.word(i);
  const std::size_t size = std::min(text.find_first_not_of(kFigures), text.size());
  Number number{.last_word = i + 1};
  if (is_part(i, end) || !parse(text.substr(0, size), number)) return std::nullopt;
  return size == text.size() || read_suffix(text.substr(size), report_.before(i), number) ? std::optional(number)
                                                                                          : std::nullopt;
}

// "#12", "'99", "[12]", "No.12", "9/11", "10:30", "COVID-19", "1. The"
bool NumberReader::is_part(std::uint32_t i, std::size_t end) const {
  const std::string_view gap = report_.before(i);
  const std::string_view next = report_.behind(i);
  const bool opens = word(i).opens;
  if (gap.empty() && !opens) return true;
  const bool marked = !gap.empty() && std::string_view("#.'[+@_").find(gap.back()) != std::string_view::npos;
  if (marked || gap.ends_with("\u2019")) return true;
  if (!opens && (gap == "/" || gap == ":" || is_range_mark(gap))) return true;
  if ((next == "/" || next == ":" || next == "_") && i + 1 < end && word(i + 1).digits) return true;
  return opens && (next.starts_with(". ") || next.starts_with(')'));
}

// What is written in one word with the digits: "5bn", "5km"; false for anything else, as "5th".
bool NumberReader::read_suffix(std::string_view suffix, std::string_view gap, Number& number) const {
  std::string folded;
  fold_case(suffix, folded);
  const LexicalEntry& entry = report_.lexicon->entry(word_hash(folded));
  const bool money = report_.lexicon->symbol_at_end(gap).size > 0;
  if (money && (entry.kinds & kMoneyScale) != 0) {
    multiply(number, entry.money_scale);
  } else if ((entry.kinds & kScaleWord) != 0) {
    multiply(number, entry.value);
  } else if (!money && (entry.kinds & kUnitWord) != 0) {
    number.unit = entry.unit;
  } else {
    return false;
  }
  return true;
}

// Digits with separators. False for what is no number: "007", "1.2.3".
bool NumberReader::parse(std::string_view text, Number& number) const {
  if (text.find_first_not_of(kFigures) != std::string_view::npos) return false;
  if (text.size() > 1 && text[0] == '0' && is_figure(text[1])) return false;
  const char decimal = report_.lexicon->has_decimal_comma() ? ',' : '.';
  std::string digits;
  std::size_t decimals = 0;
  bool fraction = false;
  std::size_t group = 0;  // digits since the last separator
  bool grouped = false;
  for (const char c : text) {
    if (is_figure(c)) {
      digits += c;
      decimals += fraction ? 1 : 0;
      ++group;
      continue;
    }
    if (fraction || (grouped && group != kGroup)) return false;
    group = 0;
    fraction = c == decimal;
    grouped |= !fraction;
    if (fraction) digits += '.';
  }
  if (!fraction && grouped && group != kGroup) return false;
  number.value = std::strtod(digits.c_str(), nullptr);
  if (decimals > 0) {
    number.digit = std::pow(10, -static_cast<double>(decimals));
    number.step = number.digit / 2;
  } else if (number.value >= kRound) {
    double unit = 1;
    while (std::fmod(number.value, unit * 10) == 0) unit *= 10;
    number.step = unit > 1 ? unit / 2 : 0;
  }
  return true;
}

}  // namespace nutgraf
