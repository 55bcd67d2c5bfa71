#include "compare/lexicon.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "text/character.h"
#include "text/language.h"

namespace nutgraf {

// engine/compare/words.txt
extern const std::string_view kComparingWords;

namespace {

constexpr std::size_t kLongestPhrase = 4;  // words

constexpr std::pair<std::string_view, LexicalKind> kWordSections[] = {
    {"numbers", kNumberWord},     {"scales", kScaleWord},       {"labels", kLabelWord},
    {"months", kMonthWord},       {"weekdays", kWeekdayWord},   {"times", kTimeWord},
    {"rates", kRateWord},         {"negations", kNegationWord}, {"limits", kLimitWord},
    {"anybody", kAnybodyWord},    {"units", kUnitWord},         {"same things", kThingWord},
    {"same events", kEventWord},  {"ages", kAgeWord},           {"vague speakers", kVagueSpeaker},
    {"money scales", kMoneyScale}};

constexpr std::pair<std::string_view, LexicalKind> kGrammar[] = {
    {"article", kArticleWord}, {"half", kHalfWord},   {"to", kToWord},       {"between", kBetweenWord},
    {"from", kFromWord},       {"of", kOfWord},       {"owner", kOwnerWord}, {"them", kThemWord},
    {"more", kMoreWord},       {"other", kOtherWord}, {"at", kAtWord},       {"per", kPerWord},
    {"each", kEachWord},       {"few", kFewWord}};

constexpr std::pair<std::string_view, NumberPhrase> kPhraseSections[] = {
    {"about", kAbout}, {"nearly", kNearly}, {"at least", kAtLeast}, {"at most", kAtMost},
    {"more", kMore},   {"part", kPart},     {"from", kFrom}};

// The parts of `text` between single separators.
std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

double number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// A case-folded copy: the names of units are written as people write them.
std::uint64_t folded_hash(std::string_view word) {
  std::string folded(word);
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return word_hash(folded);
}

// Made of letters only: a token of its own, where a symbol stands in the gap between two.
bool is_ascii_word(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
}

std::uint64_t combine(std::uint64_t hash, std::uint64_t word) { return (hash ^ word) * 0x9E3779B97F4A7C15U; }

std::uint64_t phrase_hash(std::span<const std::uint64_t> words) {
  std::uint64_t hash = 0;
  for (const std::uint64_t word : words) hash = combine(hash, word);
  return hash;
}

std::uint64_t phrase_hash(std::string_view phrase) {
  std::uint64_t hash = 0;
  for (const std::string_view word : split(phrase, ' ')) hash = combine(hash, folded_hash(word));
  return hash;
}

}  // namespace

std::shared_ptr<const Lexicon> Lexicon::find(std::string_view language) {
  static std::mutex mutex;
  static std::map<std::string, std::shared_ptr<const Lexicon>, std::less<>> read;
  const std::string_view code = primary_subtag(language);
  const std::scoped_lock lock(mutex);
  auto found = read.find(code);
  if (found == read.end()) found = read.emplace(code, std::make_shared<const Lexicon>(code)).first;
  return found->second;
}

Lexicon::Lexicon(std::string_view language) {
  for (const std::string_view of : {std::string_view("any"), language}) read(language, of);
  std::ranges::stable_sort(symbols_, std::ranges::greater{},
                           [](const SymbolEntry& symbol) { return symbol.text.size(); });
}

void Lexicon::read(std::string_view language, std::string_view all_of) {
  std::string_view section;
  for (const std::string_view line : split(kComparingWords, '\n')) {
    if (line.starts_with('#')) continue;
    if (line.starts_with('[')) {
      const std::string_view header = line.substr(1, line.find(']') - 1);
      const std::size_t space = header.find(' ');
      const bool ours = header.substr(0, space) == all_of;
      section = ours ? header.substr(space + 1) : std::string_view();
      knows_words_ |= ours && all_of == language;
    } else if (section == "decimal comma") {
      decimal_comma_ |= std::ranges::count(split(line, ' '), language) > 0;
    } else if (!section.empty()) {
      add_line(section, line);
    }
  }
}

void Lexicon::add_line(std::string_view section, std::string_view line) {
  for (const auto& [name, bit] : kPhraseSections)
    if (name == section) phrases_[phrase_hash(line)] |= bit;
  const std::vector<std::string_view> parts = split(line, ' ');
  if (section == "unit phrases") {
    const auto known = words_.find(folded_hash(parts.back()));
    if (known != words_.end()) unit_phrases_[phrase_hash(line.substr(0, line.find(" =")))] = known->second.unit;
    return;
  }
  if (section == "grammar") {
    for (const auto& [role, bit] : kGrammar)
      for (std::size_t i = 1; i < parts.size() && role == parts[0]; ++i) words_[folded_hash(parts[i])].kinds |= bit;
    return;
  }
  const auto* kind = std::ranges::find(kWordSections, section, &std::pair<std::string_view, LexicalKind>::first);
  if (kind == std::end(kWordSections)) return;
  const auto add = [&](std::string_view word) -> LexicalEntry& {
    LexicalEntry& entry = words_[folded_hash(word)];
    entry.kinds |= kind->second;
    return entry;
  };
  switch (kind->second) {
    case kNumberWord:
    case kScaleWord:
    case kMonthWord:
    case kWeekdayWord:
      add(parts[0]).value = number(parts[1]);
      break;
    case kMoneyScale:
      add(parts[0]).money_scale = number(parts[1]);
      break;
    case kUnitWord: {
      const Unit unit{.measure = measure_number(parts[0]), .factor = number(parts[1])};
      for (std::size_t i = 2; i < parts.size(); ++i) {
        if (is_letter(utf8::peek(parts[i], 0))) add(parts[i]).unit = unit;
        if (!is_ascii_word(parts[i])) symbols_.push_back({.text = parts[i], .unit = unit});
      }
      break;
    }
    case kThingWord:
    case kEventWord:
      ++concepts_;
      for (const std::string_view word : parts) add(word).concept_number = concepts_;
      break;
    default:
      for (const std::string_view word : parts) add(word);
  }
}

std::uint32_t Lexicon::measure_number(std::string_view name) {
  if (const std::uint32_t known = measure(name); known != 0) return known;
  measures_.push_back(name);
  return static_cast<std::uint32_t>(measures_.size());
}

std::uint32_t Lexicon::measure(std::string_view name) const {
  const auto found = std::ranges::find(measures_, name);
  return found == measures_.end() ? 0 : static_cast<std::uint32_t>(found - measures_.begin()) + 1;
}

const LexicalEntry& Lexicon::entry(std::uint64_t folded) const {
  static const LexicalEntry kNone;
  const auto found = words_.find(folded);
  return found == words_.end() ? kNone : found->second;
}

Lexicon::Symbol Lexicon::symbol_at_start(std::string_view text) const {
  for (const SymbolEntry& symbol : symbols_)
    if (text.starts_with(symbol.text)) return {.unit = symbol.unit, .size = symbol.text.size()};
  return {};
}

Lexicon::Symbol Lexicon::symbol_at_end(std::string_view text) const {
  for (const SymbolEntry& symbol : symbols_)
    if (text.ends_with(symbol.text)) return {.unit = symbol.unit, .size = symbol.text.size()};
  return {};
}

Lexicon::Phrases Lexicon::phrases_at_end(std::span<const std::uint64_t> words) const {
  Phrases found;
  for (bool more = true; more;) {
    more = false;
    for (std::size_t size = std::min(kLongestPhrase, words.size()); size > 0 && !more; --size) {
      const auto phrase = phrases_.find(phrase_hash(words.last(size)));
      if (phrase == phrases_.end()) continue;
      found.bits |= phrase->second;
      found.words += size;
      words = words.first(words.size() - size);
      more = true;
    }
  }
  return found;
}

Lexicon::UnitName Lexicon::unit_at_start(std::span<const std::uint64_t> words) const {
  for (std::size_t size = std::min(kLongestPhrase, words.size()); size > 1; --size) {
    const auto phrase = unit_phrases_.find(phrase_hash(words.first(size)));
    if (phrase != unit_phrases_.end()) return {.unit = phrase->second, .words = size};
  }
  if (words.empty()) return {};
  const LexicalEntry& first = entry(words[0]);
  return first.unit.measure != 0 ? UnitName{.unit = first.unit, .words = 1} : UnitName{};
}

}  // namespace nutgraf
