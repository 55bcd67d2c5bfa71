#include "analyse/caption.h"

#include <algorithm>
#include <optional>

#include "text/character.h"
#include "text/has_byte.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

constexpr std::size_t kShortestCaption = 6;  // words
constexpr std::size_t kLongestCaption = 60;
constexpr std::size_t kYear = 4;  // digits

bool is_number(std::string_view word, std::size_t shortest, std::size_t longest) {
  return word.size() >= shortest && word.size() <= longest &&
         std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

// "waits", not what somebody "said" or "wants to hold".
bool has_caption_verb(std::span<const Word> words) {
  constexpr std::uint64_t kTold = kSpeechVerb | kPersonalPronoun;
  bool found = false;
  for (const Word& word : words) {
    if ((word.kinds & kTold) != 0 && !found) return false;
    found |= (word.kinds & kCaptionVerb) != 0;
  }
  return found;
}

// The same of the first verb: "waits", "is seen", not what "has held".
bool opens_with_caption_verb(std::span<const Word> words) {
  constexpr std::uint64_t kVerb = kCaptionVerb | kFiniteVerb | kPersonalPronoun;
  auto verb = std::ranges::find_if(words, [](const Word& word) { return (word.kinds & kVerb) != 0; });
  const auto is = [&](WordKind kind) { return verb != words.end() && (verb->kinds & kind) != 0; };
  if (is(kFiniteVerb) && !is(kCaptionVerb)) ++verb;
  return is(kCaptionVerb);
}

// Whether one of the words may be a verb; in a language whose verbs are not known, any may.
bool may_have_verb(const Language& language, const SentenceForm& form, std::size_t first, std::size_t last) {
  constexpr std::uint64_t kVerb = kFiniteVerb | kSpeechVerb;
  if (!language.knows_verbs()) return true;
  for (std::size_t i = first; i < last; ++i) {
    if ((form.words[i].kinds & kVerb) != 0 || has_ending(form.word(i), language.verb_endings())) return true;
  }
  return false;
}

// The words of a date, up to its last number: "Monday, May 3, 2027", "3 May", "May 3".
struct Date {
  std::size_t first = 0;
  bool year = false;
  bool weekday = false;
};

// The date whose last word is `last`.
std::optional<Date> date_at(const SentenceForm& form, std::size_t last) {
  constexpr std::size_t kLongestDate = 4;  // words
  const auto is_day = [&](std::size_t i) { return is_number(form.word(i), 1, 2); };
  const auto is_month = [&](std::size_t i) {
    const std::uint64_t kinds = form.words[i].kinds;
    const bool name = (kinds & kStopWord) == 0 || form.tokens[i].capital;  // "May", not "at"
    return (kinds & kDateWord) != 0 && name;
  };
  if (last < kLongestDate || !is_number(form.word(last), 1, kYear)) return std::nullopt;
  Date date{.first = last, .year = is_number(form.word(last), kYear, kYear)};
  if (date.year) --date.first;
  const bool dated =
      (is_day(date.first) && is_month(date.first - 1)) || (date.year && is_month(date.first) && is_day(date.first - 1));
  if (!dated) return std::nullopt;
  --date.first;
  date.weekday = is_month(date.first - 1);  // "Monday, May 3"
  if (date.weekday) --date.first;
  return date;
}

// Whether a comma comes behind a word: "Veld, May 3", "U.S., May 3".
bool comma_follows(const SentenceForm& form, std::size_t word) {
  const std::string_view gap = form.behind(word);
  return gap.starts_with(',') || gap.starts_with(".,");
}

// "Harbour master Ona Weir, left, waits", "Ona Weir, second from left,", "Ona Weir (pictured)", "Ona Weir (on the left
// with crews)"
bool shows_somebody(const SentenceForm& form) {
  if ((form.kinds & (kPicturePosition | kCaptionVerb)) == 0) return false;
  const auto opens_brackets = [&](std::size_t i) { return form.tokens[i - 1].capital && form.behind(i - 1) == " ("; };
  for (std::size_t i = 1; i + 1 < form.words.size(); ++i) {
    const bool position = (form.words[i].kinds & kPicturePosition) != 0;
    if (!position && (form.words[i].kinds & kCaptionVerb) == 0) continue;
    std::size_t first = i;  // of "at right", "on the left"
    while (position && first > 1 && (form.words[first - 1].kinds & (kPhraseOpening | kArticle)) != 0) --first;
    if (opens_brackets(first)) return true;
    if (first > 1 && first < i && form.behind(first - 2) == ", ") --first;  // "second from left"
    if (position && form.tokens[first - 1].capital && form.behind(first - 1) == ", " && form.behind(i).starts_with(','))
      return true;
  }
  return false;
}

// "Crews wait for a berth as cranes are cleared", "Crews wait for a berth on Monday.": not "Crews who wait", "a wait",
// nor what somebody said.
bool tells_what_happens_meanwhile(const Language& language, const SentenceForm& form) {
  constexpr std::size_t kFarthest = 8;  // words up to the verb, and from there to the clause
  constexpr std::uint64_t kNoCaption = kFiniteVerb | kPersonalPronoun | kClauseOpening | kSubordinatingWord;
  if ((form.kinds & kSpeechVerb) != 0) return false;
  const std::size_t size = form.words.size();
  std::size_t verb = 1;
  const auto goes_on_at = [&](std::size_t i) { return form.behind(i - 1) == " " || form.behind(i - 1) == "-"; };
  while (verb < std::min(size, kFarthest) && goes_on_at(verb) &&
         (form.words[verb].kinds & (kCaptionVerb | kNoCaption)) == 0)
    ++verb;
  const bool found = verb + 1 < size && (form.words[verb].kinds & kCaptionVerb) != 0 &&
                     (form.words[verb - 1].kinds & (kArticle | kPhraseOpening)) == 0 && form.behind(verb - 1) == " " &&
                     !has_ending(form.word(verb), language.verb_endings());
  if (!found) return false;
  if ((form.words.back().kinds & kDateWord) != 0 && form.tokens.back().capital)
    return !may_have_verb(language, form, verb + 1, size);
  for (std::size_t i = verb + 1; i < std::min(size, verb + kFarthest); ++i) {
    const bool clause = (form.words[i].kinds & kClauseOpening) != 0;
    if (language.is_phrase(form.words[i].folded, PhraseKind::kCaptionClause))
      return !clause || may_have_verb(language, form, i + 1, size);
    if (clause) return false;
  }
  return false;
}

// "Back at sea: Crews of Veld leave the harbour", without a stop.
bool is_labelled(const SentenceForm& form) {
  constexpr std::size_t kLongestLabel = 6;  // words
  if (form.stopped) return false;
  for (std::size_t i = 0; i < std::min(form.words.size(), kLongestLabel); ++i)
    if (form.behind(i).starts_with(": ")) return true;
  return false;
}

// "A crane lies across the pier in Veld.", "A pilot's view of the harbour.": nothing is told of what happened.
bool only_shows(const Language& language, const SentenceForm& form) {
  constexpr std::size_t kLongest = 24;  // words
  constexpr std::uint64_t kTold = kSpeechVerb | kPersonalPronoun | kSubordinatingWord;
  if (!language.knows_verbs() || !form.stopped || form.words.size() > kLongest || (form.kinds & kTold) != 0)
    return false;
  if ((form.words[0].kinds & kDependentOpening) != 0 || utf8::has_any(form.text, U"\"\u201C:?!")) return false;
  for (std::size_t i = 0; i < form.words.size(); ++i) {
    const bool verb = (form.words[i].kinds & (kFiniteVerb | kCaptionVerb)) == kFiniteVerb && !form.tokens[i].capital;
    const bool shortened =
        (form.words[i].kinds & kStopWord) != 0 && (form.words[i].kinds & kDoubtfulVerb) != 0;  // "we're"
    const bool clause = (form.words[i].kinds & kClauseOpening) != 0 && i > 0 && form.behind(i - 1).starts_with(',');
    if (verb || shortened || clause || has_ending(form.word(i), language.verb_endings())) return false;
  }
  return true;
}

// Whether a comma sets the date that begins at `first` apart: "Veld, May 3", "Veld, on May 3".
bool is_set_apart(const SentenceForm& form, std::size_t first) {
  const bool preposition = first > 1 && (form.words[first - 1].kinds & kPhraseOpening) != 0;
  return comma_follows(form, preposition ? first - 2 : first - 1);
}

}  // namespace

bool is_caption(const Language& language, const SentenceForm& form, Surroundings around) {
  const std::size_t size = form.words.size();
  if (size < kShortestCaption || size > kLongestCaption) return false;
  if (shows_somebody(form)) return true;
  if (around.alone && is_labelled(form)) return true;
  if (around.alone && around.second && only_shows(language, form)) return true;
  if (around.alone && !around.opens_article && tells_what_happens_meanwhile(language, form)) return true;
  const bool ends_with_number = is_number(form.text.substr(form.text.size() - 2, 1), 1, 1);  // nearly none does
  if (const std::optional<Date> date = ends_with_number ? date_at(form, size - 1) : std::nullopt) {
    const bool placed = is_set_apart(form, date->first);
    if (placed && date->year && !may_have_verb(language, form, 0, date->first)) return true;
    return ((placed && date->year) || around.opens_article) && has_caption_verb(form.words.subspan(1, date->first - 1));
  }
  if (!has_byte<'1', '2'>(form.text)) return false;  // no year
  for (std::size_t last = kShortestCaption; last + 1 < size; ++last) {
    if (!form.tokens[last].digit || !is_number(form.word(last), kYear, kYear)) continue;
    const std::optional<Date> date = date_at(form, last);
    const bool between_commas = date && comma_follows(form, date->first - 1) && comma_follows(form, last);
    if (date &&
        (between_commas || date->weekday || (around.opens_article && !may_have_verb(language, form, last + 1, size))))
      return opens_with_caption_verb(form.words.subspan(1, date->first - 1));
  }
  return false;
}

}  // namespace nutgraf
