#include "text/language.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace nutgraf {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

// Calls `use` with each part of `text` between any of `separators`, empty parts left out.
template <class Use>
void split(std::string_view text, std::string_view separators, const Use& use) {
  for (std::size_t at = 0; (at = text.find_first_not_of(separators, at)) != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    use(text.substr(at, end - at));
    at = end;
  }
}

constexpr std::array<std::pair<std::string_view, WordKind>, 31> kWordSections = {{
    {"stop words", kStopWord},
    {"dependent openings", kDependentOpening},
    {"date words", kDateWord},
    {"personal pronouns", kPersonalPronoun},
    {"object pronouns", kObjectPronoun},
    {"speech verbs", kSpeechVerb},
    {"telling verbs", kTellingVerb},
    {"caption verbs", kCaptionVerb},
    {"speech settings", kSpeechSetting},
    {"picture positions", kPicturePosition},
    {"finite verbs", kFiniteVerb},
    {"clause openings", kClauseOpening},
    {"phrase openings", kPhraseOpening},
    {"joining words", kJoinsWords},
    {"articles", kArticle},
    {"definite articles", kDefiniteArticle},
    {"partitive words", kPartitive},
    {"likening words", kLikening},
    {"impersonal openings", kImpersonal},
    {"dependent endings", kDependentEnding},
    {"doubtful verbs", kDoubtfulVerb},
    {"subordinating words", kSubordinatingWord},
    {"titles", kTitleAbbreviation},
    {"before numbers", kNumberAbbreviation},
    {"never final", kNeverFinalAbbreviation},
    {"abbreviations", kAbbreviation},
    {"sentence starters", kSentenceStarter},
    {"units", kUnitAbbreviation},
    {"adverbial openings", kAdverbialOpening},
    {"names with marks", kMarkedName},
    {"always capitalised", kAlwaysCapitalised},
}};

constexpr std::array<std::pair<std::string_view, PhraseKind>, 10> kPhraseSections = {{
    {"dependent phrases", PhraseKind::kDependent},
    {"dependent before commas", PhraseKind::kDependentBeforeComma},
    {"independent phrases", PhraseKind::kIndependent},
    {"continuing phrases", PhraseKind::kContinuing},
    {"caption clauses", PhraseKind::kCaptionClause},
    {"bylines", PhraseKind::kByline},
    {"credits", PhraseKind::kCredit},
    {"references", PhraseKind::kReference},
    {"forms", PhraseKind::kForm},
    {"ends", PhraseKind::kEnd},
}};

template <class Sections>
auto section_kind(const Sections& sections, std::string_view name) -> std::optional<decltype(sections[0].second)> {
  for (const auto& [section, kind] : sections)
    if (section == name) return kind;
  return std::nullopt;
}

Phrase parse_phrase(std::string_view line, PhraseKind kind) {
  Phrase phrase;
  phrase.kind = kind;
  split(line, kBlank, [&](std::string_view word) {
    if (word == "*") {
      phrase.anywhere = true;
    } else if (word == "!") {
      phrase.sure = true;
    } else {
      phrase.words.push_back(word_hash(word));
    }
  });
  return phrase;
}

// The first of them, if there are several.
std::string_view longest_word(std::string_view line) {
  std::string_view longest;
  split(line, kBlank, [&](std::string_view word) {
    if (word.size() > longest.size()) longest = word;
  });
  return longest;
}

std::uint64_t first_word_of(const Phrase& phrase) { return phrase.words[0]; }

}  // namespace

std::uint64_t word_hash(std::string_view word) { return XXH3_64bits(word.data(), word.size()); }

bool has_ending(std::string_view word, std::span<const std::string> endings) {
  return std::ranges::any_of(endings, [&](const std::string& ending) { return word.ends_with(ending); });
}

void for_each_word(const LanguageFile& file, std::string_view section,
                   const std::function<void(std::string_view)>& use) {
  const std::size_t header = file.content.find(std::string("[").append(section).append("]\n"));
  if (header == std::string_view::npos) return;
  const std::string_view from = file.content.substr(file.content.find('\n', header));
  split(from.substr(0, from.find("\n[")), kBlank, use);
}

Language::Language(const LanguageFile& file)
    : code_(file.code), code_hash_(word_hash(code_)), knows_articles_(file.content.contains("[articles]")) {
  std::vector<WordBits::Entry> words;
  std::optional<WordKind> word_kind;
  std::optional<PhraseKind> phrase_kind;
  split(file.content, "\n", [&](std::string_view line) {
    if (line.starts_with('#')) return;
    if (line.starts_with('[')) {
      const std::string_view name = line.substr(1, line.find(']') - 1);
      word_kind = section_kind(kWordSections, name);
      phrase_kind = section_kind(kPhraseSections, name);
    } else if (word_kind) {
      split(line, kBlank, [&](std::string_view word) {
        if ((*word_kind & (kAnyAbbreviation | kUnitAbbreviation)) != 0 && word.ends_with('.')) word.remove_suffix(1);
        if (*word_kind == kMarkedName) word.remove_suffix(1);
        words.push_back({word_hash(word), *word_kind});
      });
    } else if (phrase_kind) {
      Phrase phrase = parse_phrase(line, *phrase_kind);
      if (phrase.words.empty()) return;
      if (phrase.kind == PhraseKind::kCredit && phrase.words.size() == 1) add_starter(line);
      if (phrase.anywhere) words.push_back({word_hash(longest_word(line)), kMarksPhrase});
      phrases_.push_back(std::move(phrase));
    }
  });
  std::ranges::stable_sort(phrases_, {},
                           [](const Phrase& phrase) { return std::pair(first_word_of(phrase), !phrase.anywhere); });
  std::vector<WordBits::Entry> groups;
  for (std::uint64_t begin = 0, end = 0; begin < phrases_.size(); begin = end) {
    while (end < phrases_.size() && first_word_of(phrases_[end]) == first_word_of(phrases_[begin])) ++end;
    groups.push_back({.hash = first_word_of(phrases_[begin]), .bits = begin | end << 32});
  }
  phrase_groups_ = WordBits(groups);

  for_each_word(file, "sentence starters", [&](std::string_view word) { add_starter(word); });
  for_each_word(file, "unfinished lines", [&](std::string_view word) { unfinished_lines_.emplace_back(word); });
  for_each_word(file, "verb endings", [&](std::string_view ending) { verb_endings_.emplace_back(ending); });
  for_each_word(file, "doubtful verb endings",
                [&](std::string_view ending) { doubtful_verb_endings_.emplace_back(ending); });
  for_each_word(file, "participle endings", [&](std::string_view e) { participle_endings_.emplace_back(e); });
  for_each_word(file, "adverb endings", [&](std::string_view e) { adverb_endings_.emplace_back(e); });
  knows_verbs_ = !verb_endings_.empty() || file.content.find("[finite verbs]") != std::string_view::npos;
  for_each_word(file, "properties", [&](std::string_view word) {
    has_ordinal_stop_ |= word == "ordinal-stop";
    has_firm_rules_ |= word == "firm-rules";
    has_colon_stop_ |= word == "colon-stop";
    may_end_at_colon_ |= word == "colon-end";
    ends_sentences_without_stops_ |= word == "no-stops";
    spaces_syllables_ |= word == "spaced-syllables";
  });
  for (const Phrase& phrase : phrases_) {
    if (phrase.anywhere) words.push_back({phrase.words[0], kOpensPhrase});
    if (phrase.kind == PhraseKind::kContinuing) words.push_back({phrase.words[0], kOpensContinuation});
    openings_.set((phrase.words[0] + (phrase.words.size() > 1 ? phrase.words[1] : 0)) % kOpenings);
  }
  words_ = WordBits(words);
}

void Language::add_starter(std::string_view word) {
  if (word.size() < 2) return;
  starters_from_[word[0] & 31][word[1] & 31] |= word.size() > 2 ? 1U << (word[2] & 31) : ~0U;
}

std::span<const Phrase> Language::phrases_from(std::uint64_t first_word) const {
  const std::uint64_t group = phrase_groups_[first_word];
  const std::size_t begin = group & UINT32_MAX;
  return std::span(phrases_).subspan(begin, (group >> 32) - begin);
}

std::shared_ptr<const Language> Language::find(std::string_view code) {
  static std::mutex mutex;
  static std::map<std::string, std::shared_ptr<const Language>, std::less<>> read;

  code = primary_subtag(code);
  const auto files = language_files();
  const auto file = std::ranges::find(files, code, &LanguageFile::code);
  const LanguageFile found = file != files.end() ? *file : LanguageFile{};
  const std::lock_guard lock(mutex);
  if (const auto it = read.find(found.code); it != read.end()) return it->second;
  return read.emplace(found.code, std::make_shared<const Language>(found)).first->second;
}

}  // namespace nutgraf
