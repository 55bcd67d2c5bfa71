#include "evaluate/porter_stemmer.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace nutgraf {
namespace {

struct Rule {
  std::string_view suffix;
  std::string_view replacement;
};

constexpr Rule kIrregular[] = {
    {"sky", "sky"},       {"skies", "sky"},       {"dying", "die"},       {"lying", "lie"},
    {"tying", "tie"},     {"news", "news"},       {"inning", "inning"},   {"innings", "inning"},
    {"outing", "outing"}, {"outings", "outing"},  {"canning", "canning"}, {"cannings", "canning"},
    {"howe", "howe"},     {"proceed", "proceed"}, {"exceed", "exceed"},   {"succeed", "succeed"},
};

bool is_one_of(std::string_view letters, char c) { return letters.find(c) != std::string_view::npos; }

// What the rules ask of a stem. A letter is a vowel if it is one of "aeiou", or a "y" behind a consonant.
struct Shape {
  std::size_t measure = 0;  // how often a consonant follows a vowel
  bool has_vowel = false;
  std::uint32_t consonants = 0;  // one bit a letter, that of the last letter lowest

  [[nodiscard]] bool ends_in_consonant() const { return (consonants & 1) != 0; }
};

Shape shape(std::string_view stem) {
  Shape shape;
  for (std::size_t i = 0; i < stem.size(); ++i) {
    const bool after_vowel = shape.has_vowel && !shape.ends_in_consonant();
    const bool consonant = stem[i] == 'y' ? i == 0 || after_vowel : !is_one_of("aeiou", stem[i]);
    shape.measure += consonant && after_vowel ? 1 : 0;
    shape.has_vowel |= !consonant;
    shape.consonants = shape.consonants << 1 | (consonant ? 1 : 0);
  }
  return shape;
}

// "-hop", "-wil", but not "-how"; also a whole stem of a vowel and a consonant.
bool ends_short(std::string_view stem, const Shape& shape) {
  if (stem.size() == 2) return (shape.consonants & 3) == 1;
  return stem.size() > 2 && (shape.consonants & 7) == 5 && !is_one_of("wxy", stem.back());
}

bool ends_in_double_consonant(std::string_view word) {
  return word.size() >= 2 && word.back() == word[word.size() - 2] && shape(word).ends_in_consonant();
}

void replace_suffix(std::string& word, std::size_t suffix, std::string_view replacement) {
  word.replace(word.size() - suffix, suffix, replacement);
}

// The first rule whose suffix the word has decides: if the stem before it has at least this measure, it is applied.
void apply(std::span<const Rule> rules, std::size_t least_measure, std::string& word) {
  const auto rule = std::ranges::find_if(rules, [&](const Rule& r) { return word.ends_with(r.suffix); });
  if (rule == rules.end()) return;
  const std::string_view stem = std::string_view(word).substr(0, word.size() - rule->suffix.size());
  if (shape(stem).measure >= least_measure) replace_suffix(word, rule->suffix.size(), rule->replacement);
}

void strip_plural(std::string& word) {
  const bool is_short = word.size() == 4;  // "ties" is "tie", "ponies" is "poni"
  if (word.ends_with("sses") || (word.ends_with("ies") && !is_short)) {
    replace_suffix(word, 2, "");
  } else if (word.ends_with("s") && !word.ends_with("ss")) {
    word.pop_back();
  }
}

// "-ed" and "-ing" have been taken off: "hopp" -> "hop", "conflat" -> "conflate", "fil" -> "file".
void mend(std::string& word) {
  if (ends_in_double_consonant(word)) {
    if (!is_one_of("lsz", word.back())) word.pop_back();
    return;
  }
  const Shape stem = shape(word);
  if (word.ends_with("at") || word.ends_with("bl") || word.ends_with("iz") ||
      (stem.measure == 1 && ends_short(word, stem)))
    word += 'e';
}

void strip_past_and_participle(std::string& word) {
  const std::string_view whole = word;
  if (whole.ends_with("ied")) return replace_suffix(word, word.size() == 4 ? 1 : 2, "");
  if (whole.ends_with("eed")) {
    if (shape(whole.substr(0, whole.size() - 3)).measure > 0) word.pop_back();
    return;
  }
  for (const std::string_view suffix : {"ed", "ing"}) {
    if (!whole.ends_with(suffix) || !shape(whole.substr(0, whole.size() - suffix.size())).has_vowel) continue;
    replace_suffix(word, suffix.size(), "");
    return mend(word);
  }
}

void turn_y_into_i(std::string& word) {
  if (word.size() > 2 && word.ends_with("y") &&
      shape(std::string_view(word).substr(0, word.size() - 1)).ends_in_consonant())
    word.back() = 'i';
}

void shorten_suffix(std::string& word) {
  static constexpr Rule kRules[] = {
      {"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"},
      {"bli", "ble"},     {"alli", "al"},     {"entli", "ent"}, {"eli", "e"},     {"ousli", "ous"},
      {"ization", "ize"}, {"ation", "ate"},   {"ator", "ate"},  {"alism", "al"},  {"iveness", "ive"},
      {"fulness", "ful"}, {"ousness", "ous"}, {"aliti", "al"},  {"iviti", "ive"}, {"biliti", "ble"},
      {"fulli", "ful"},
  };
  const std::string_view whole = word;
  if (whole.ends_with("alli") && shape(whole.substr(0, whole.size() - 4)).measure > 0) replace_suffix(word, 2, "");
  if (word.ends_with("logi")) {
    if (shape(std::string_view(word).substr(0, word.size() - 3)).measure > 0) word.pop_back();
  } else {
    apply(kRules, 1, word);
  }
}

void strip_ending(std::string& word) {
  static constexpr Rule kShortened[] = {{"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"},
                                        {"ical", "ic"},  {"ful", ""},   {"ness", ""}};
  static constexpr Rule kStripped[] = {{"al", ""},   {"ance", ""}, {"ence", ""}, {"er", ""},    {"ic", ""},
                                       {"able", ""}, {"ible", ""}, {"ant", ""},  {"ement", ""}, {"ment", ""},
                                       {"ent", ""},  {"ou", ""},   {"ism", ""},  {"ate", ""},   {"iti", ""},
                                       {"ous", ""},  {"ive", ""},  {"ize", ""}};
  apply(kShortened, 1, word);
  if (word.ends_with("sion") || word.ends_with("tion")) {
    if (shape(std::string_view(word).substr(0, word.size() - 3)).measure > 1) replace_suffix(word, 3, "");
  } else {
    apply(kStripped, 2, word);
  }
}

void tidy(std::string& word) {
  if (word.ends_with("e")) {
    const std::string_view stem = std::string_view(word).substr(0, word.size() - 1);
    const Shape before = shape(stem);
    if (before.measure > 1 || (before.measure == 1 && !ends_short(stem, before))) word.pop_back();
  }
  if (word.ends_with("ll") && shape(std::string_view(word).substr(0, word.size() - 1)).measure > 1) word.pop_back();
}

}  // namespace

void porter_stem(std::string& word) {
  if (word.size() <= 2) return;
  if (const auto irregular = std::ranges::find(kIrregular, word, &Rule::suffix); irregular != std::end(kIrregular)) {
    word = irregular->replacement;
    return;
  }
  strip_plural(word);
  strip_past_and_participle(word);
  turn_y_into_i(word);
  shorten_suffix(word);
  strip_ending(word);
  tidy(word);
}

}  // namespace nutgraf
