#include "analyse/dependence.h"

#include <algorithm>

#include "text/character.h"
#include "text/has_byte.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

constexpr std::uint64_t kDemonstrative = kDependentEnding | kDependentOpening;  // what "this" is, and "then"

constexpr std::size_t kLongestOpening = 6;   // words in front of "he" that it may refer into
constexpr std::size_t kLongestSubject = 8;   // words in front of the verb, as far as "these" is looked for
constexpr std::size_t kShortestHalf = 3;     // bytes
constexpr std::size_t kBehindBracket = 2;    // bytes: the bracket, a stop
constexpr std::size_t kFarthestThat = 16;    // words from "it" to "that" or "to"
constexpr std::size_t kLongestLikeness = 4;  // words behind "such", in which "as" or "that" may follow
constexpr std::size_t kFewestTopics = 3;     // words but stop words, with which a sentence says something by itself
constexpr std::size_t kLongestVerb = 3;      // words behind "he": "said", "told reporters on Monday"

bool opens_in_capitals(const SentenceForm& form, std::size_t word) {
  return word < form.words.size() && form.tokens[word].capital;
}

// The phrases that a sentence opens with.
struct OpeningPhrases {
  bool link = false;               // "As a result"
  bool link_before_comma = false;  // or colon: "By contrast, the ferry ...", "No: the ferry ..."
  bool independent = false;        // "Those who"
};

OpeningPhrases opening_phrases(const Language& language, const SentenceForm& form) {
  OpeningPhrases found;
  for (const Phrase& phrase : phrases_from(language, form.words)) {
    if (tells_a_kind(phrase.kind) || !starts_with_words(form.words, phrase.words)) continue;
    const std::string_view behind = form.behind(phrase.words.size() - 1);
    const bool whole = !behind.starts_with('-');  // not "The two-day storm"
    const bool dependent = phrase.kind == PhraseKind::kDependent;
    found.link |= whole && dependent;
    found.link_before_comma |= (behind.starts_with(',') || behind.starts_with(':')) &&
                               (dependent || phrase.kind == PhraseKind::kDependentBeforeComma);
    found.independent |= whole && phrase.kind == PhraseKind::kIndependent;
  }
  return found;
}

bool is_verb(const Language& language, const SentenceForm& form, std::size_t word) {
  return (form.words[word].kinds & kFiniteVerb) != 0 || has_ending(form.word(word), language.verb_endings());
}

// "This week" says when, "this" alone says nothing; nor is "But Monday" a day.
bool says_when(const SentenceForm& form) {
  constexpr std::uint64_t kNoDay = kJoinsWords | kClauseOpening | kPersonalPronoun;
  if (form.words.size() < 2 || (form.words[1].kinds & (kDateWord | kPartitive)) != kDateWord) return false;
  const bool verb = (form.words[1].kinds & kFiniteVerb) != 0 && !opens_in_capitals(form, 1);  // "That may"
  return !verb && (form.words[0].kinds & kNoDay) == 0 && form.behind(0).starts_with(' ');
}

bool opens_with_a_link(const SentenceForm& form) {
  const bool part = form.behind(0).starts_with('-');  // "Then-mayor Weir"
  return !part && (form.words[0].kinds & kDependentOpening) != 0 && !says_when(form);
}

// "It will be a hard task for crews to return", "It's no secret that crews left", "It was cold when crews left": what
// it means follows.
bool opens_impersonally(const Language& language, const SentenceForm& form) {
  if ((form.words[0].kinds & kImpersonal) == 0) return false;
  bool says_what = false;  // more than a verb: not "It has to close", "It is expected to close"
  constexpr std::uint64_t kBeing = kFiniteVerb | kStopWord;
  const bool being = form.words.size() > 1 && (form.words[1].kinds & kBeing) == kBeing;
  for (std::size_t i = 1; i < std::min(form.words.size(), kFarthestThat); ++i) {
    const std::uint64_t kinds = form.words[i].kinds;
    if ((kinds & kSpeechVerb) != 0 || form.behind(i - 1) != " ") return false;
    const bool place = opens_in_capitals(form, i + 1);  // "to Veld"
    const bool follows = (kinds & kSubordinatingWord) != 0 || (being && (kinds & kClauseOpening) != 0);
    if (follows && says_what && !place) return true;
    says_what |= !is_verb(language, form, i);
  }
  return false;
}

// Not where it is part of a word or a name.
bool may_open_with_a_linking_phrase(const SentenceForm& form) {
  const bool part = form.behind(0).starts_with('-');
  const bool is_name = opens_in_capitals(form, 1) && opens_in_capitals(form, 2) && form.behind(1) == " ";
  return !part && !is_name;
}

// "He won two races -- now Joss Hale is retired": a report opens so with somebody whom it names further on.
bool names_somebody_later(const SentenceForm& form) {
  const auto is_name = [&](std::size_t i) {
    return opens_in_capitals(form, i) && (form.words[i].kinds & kStopWord) == 0;
  };
  for (std::size_t i = 2; i + 1 < form.words.size(); ++i)
    if (is_name(i - 1) && is_name(i) && form.behind(i - 1) == " " && form.behind(i) == " " &&
        (form.words[i + 1].kinds & kFiniteVerb) != 0)
      return true;
  return false;
}

// "The 35-year-old kept the pier.": whose name was told before. Not "The 35-year-old Weir".
bool names_an_age(const SentenceForm& form, std::size_t article) {
  const std::size_t number = article + 1;
  return number + 3 < form.words.size() && form.tokens[number].digit && form.behind(number) == "-" &&
         (form.words[number + 1].kinds & kDateWord) != 0 && form.behind(number + 1) == "-" &&
         !opens_in_capitals(form, number + 3);
}

// "The order was lifted", "The letter, a copy of which", "One of the crews, that of Orrin,": what has but its noun was
// named before.
bool names_what_is_known(const SentenceForm& form) {
  const bool part = form.words.size() > 1 && (form.words[0].kinds & kStopWord) != 0 &&
                    (form.words[1].kinds & kPartitive) != 0 && form.behind(0) == " ";
  const std::size_t article = part ? 2 : 0;
  if (form.words.size() < article + 3 || (form.words[article].kinds & kDefiniteArticle) == 0 ||
      form.behind(article) != " ")
    return false;
  if (!part && names_an_age(form, article)) return true;
  const std::size_t noun = article + 1;
  const bool plain =
      (form.words[noun].kinds & (kStopWord | kDateWord)) == 0 && is_lower(utf8::peek(form.word(noun), 0));
  const bool verb = form.behind(noun) == " " && (form.words[noun + 1].kinds & (kFiniteVerb | kSpeechVerb)) != 0;
  const bool apposition = !part && opens_in_capitals(form, noun + 1);  // "The captain, Joss Hale,"
  return plain && (verb || (form.behind(noun).starts_with(',') && !apposition));
}

// "Little has changed."
bool says_little(const SentenceForm& form) {
  std::size_t topics = 0;
  for (std::size_t i = 0; i < form.words.size() && topics < kFewestTopics; ++i)
    topics += (form.words[i].kinds & kStopWord) == 0 ? 1 : 0;
  return topics < kFewestTopics;
}

// "This week", "these days".
bool is_date_word(const SentenceForm& form, std::size_t word) {
  return word < form.words.size() && (form.words[word].kinds & kDateWord) != 0;
}

// "In 2010, he", "Notably, this harbour": the opening up to the comma has no name in it. Not "If it rains, then",
// "Crews left, so".
bool opens_with_what_is_unnamed(const Language& language, const SentenceForm& form) {
  if ((form.kinds & (kPersonalPronoun | kDependentEnding)) == 0) return false;
  bool opens_clause = (form.words[0].kinds & kClauseOpening) != 0;
  for (std::size_t i = 0; i + 1 < std::min(form.words.size(), kLongestOpening); ++i) {
    const bool capital = opens_in_capitals(form, i) && (form.words[i].kinds & kDateWord) == 0;
    if (i > 0 && capital) return false;
    opens_clause |= (form.words[i].kinds & kFiniteVerb) != 0;
    if (!form.behind(i).starts_with(',')) continue;
    const std::uint64_t kinds = form.words[i + 1].kinds;
    const bool thing = (kinds & (kDemonstrative | kSubordinatingWord)) == kDemonstrative && form.behind(i + 1) == " " &&
                       !is_date_word(form, i + 2) && !opens_clause;
    const bool name = i == 0 && capital && (form.words[0].kinds & (kStopWord | kAdverbialOpening)) == 0 &&
                      !has_ending(form.word(0), language.adverb_endings());
    return ((kinds & kPersonalPronoun) != 0 || thing) && !name;
  }
  return false;
}

// "When it reopened, prices fell", "Among them were three ferries": unless a name follows ("When he spoke, Weir ...").
bool opens_around_a_link(const SentenceForm& form) {
  if (form.words.size() < 3 || (form.words[0].kinds & kStopWord) == 0) return false;
  const bool link = (form.words[1].kinds & kDependentOpening) != 0 && (form.words[2].kinds & kDateWord) == 0;
  if (!link || opens_in_capitals(form, 1) || !form.behind(0).starts_with(' ')) return false;
  for (std::size_t i = 1; i + 1 < form.words.size(); ++i)
    if (form.behind(i).starts_with(',')) return !opens_in_capitals(form, i + 1);
  return true;
}

// Whether a quotation is open where the word stands.
bool is_inside_quotation(const SentenceForm& form, std::size_t word) {
  bool open = false;
  const std::string_view before = form.text.substr(0, form.tokens[word].begin - form.begin);
  for (std::size_t at = 0; at < before.size();) {
    const char32_t c = utf8::next(before, at);
    open ^= c == '"' || c == 0x201C || c == 0x201D;
  }
  return open;
}

// "Investigators in these two states": not "Officials this week", nor "People in those that".
bool points_back_early(const Language& language, const SentenceForm& form) {
  if ((form.kinds & kDependentEnding) == 0) return false;
  for (std::size_t i = 1; i + 1 < std::min(form.words.size(), kLongestSubject); ++i) {
    const std::uint64_t kinds = form.words[i].kinds;
    if ((kinds & (kFiniteVerb | kSpeechVerb | kClauseOpening)) != 0) return false;
    const bool preposition = (form.words[i - 1].kinds & kPhraseOpening) != 0;
    const bool part = (form.words[i - 1].kinds & kPartitive) != 0 && !is_inside_quotation(form, i);  // "31 of those"
    const bool behind_preposition = (preposition || part) && form.behind(i - 1) == " ";
    constexpr std::uint64_t kElse = kDateWord | kClauseOpening | kPhraseOpening | kSubordinatingWord;
    const bool behind_verb =  // "Addressing these", "to meet this"
        i == 1 ? has_ending(form.word(0), language.participle_endings())
               : (form.words[i - 2].kinds & kSubordinatingWord) != 0 && form.behind(i - 2) == " ";
    if ((kinds & kDemonstrative) == kDemonstrative && (behind_preposition || behind_verb))
      return (kinds & kSubordinatingWord) == 0 && (form.words[i + 1].kinds & kElse) == 0 && form.behind(i) == " " &&
             !has_ending(form.word(i + 1), language.verb_endings());  // "31 of those asked"
  }
  return false;
}

// "mild for this tree": but in quotations, where it may be one's own, and unless the sentence itself has named it.
bool points_back_to_a_thing(const SentenceForm& form, std::size_t demonstrative) {
  const Word& noun = form.words[demonstrative + 1];
  if ((noun.kinds & (kStopWord | kDateWord)) != 0 || !is_lower(utf8::peek(form.word(demonstrative + 1), 0)))
    return false;
  const auto names_it = [&](const Word& word) { return word.stem == noun.stem; };
  return std::ranges::none_of(form.words.first(demonstrative), names_it) && !is_inside_quotation(form, demonstrative);
}

// "In April of that year", unless the sentence has said which.
bool points_back_to_a_time(const SentenceForm& form, std::size_t demonstrative) {
  const bool time = (form.words[demonstrative + 1].kinds & (kDateWord | kFiniteVerb | kStopWord)) == kDateWord &&
                    is_lower(utf8::peek(form.word(demonstrative + 1), 0));
  return time && std::ranges::none_of(form.tokens.first(demonstrative), &Token::digit);
}

// "Castles raise such hopes": unless what it is like follows ("such a storm that").
bool likens_to_what_was_told(const SentenceForm& form, std::size_t such) {
  constexpr std::uint64_t kLikened = kClauseOpening | kSubordinatingWord;
  const std::size_t noun = such + ((form.words[such + 1].kinds & kArticle) != 0 ? 2 : 1);
  if (noun >= form.words.size() || (form.words[noun].kinds & kStopWord) != 0) return false;
  const auto behind = form.words.subspan(noun, std::min(kLongestLikeness, form.words.size() - noun));
  return std::ranges::none_of(behind, [](const Word& word) { return (word.kinds & kLikened) != 0; }) &&
         !is_inside_quotation(form, such);
}

// "in that crews left": no thing.
bool is_verb_behind(const Language& language, const SentenceForm& form, std::size_t word) {
  return word + 1 < form.words.size() &&
         ((form.words[word + 1].kinds & kSpeechVerb) != 0 || is_verb(language, form, word + 1));
}

// Behind a preposition, or by "such", anywhere.
bool points_back_late(const Language& language, const SentenceForm& form) {
  if ((form.kinds & (kLikening | kDependentEnding)) == 0) return false;
  for (std::size_t i = 1; i + 1 < form.words.size(); ++i) {
    const std::uint64_t kinds = form.words[i].kinds;
    if ((kinds & kLikening) != 0 && likens_to_what_was_told(form, i)) return true;
    if ((kinds & kDependentEnding) == 0 || form.behind(i) != " " || form.behind(i - 1) != " ") continue;
    const std::uint64_t before = form.words[i - 1].kinds;
    const bool to = (before & (kSubordinatingWord | kDependentEnding)) == kSubordinatingWord;  // not "that"
    const bool preposition = to || (before & kPhraseOpening) != 0;
    if ((kinds & kSubordinatingWord) != 0) {
      if (!preposition && (before & kPartitive) == 0) continue;
      if (points_back_to_a_time(form, i) || (!is_verb_behind(language, form, i + 1) && points_back_to_a_thing(form, i)))
        return true;
    } else if ((kinds & kDependentOpening) != 0 && preposition && points_back_to_a_thing(form, i)) {
      return true;
    }
  }
  return false;
}

// "The office said that will not be the case.", "Wrote Weir on Monday.", "Weir tweeted, quoting a song.": what was
// said was said before.
bool says_what_is_known(const Language& language, const SentenceForm& form) {
  constexpr std::size_t kFarthest = 6;  // words in front of the verb
  if ((form.kinds & kSpeechVerb) == 0) return false;
  const auto is_name = [&](std::size_t i) {
    return opens_in_capitals(form, i) && (form.words[i].kinds & kDateWord) == 0;
  };
  if ((form.words[0].kinds & kSpeechVerb) != 0 && is_name(1) && form.behind(0) == " ") return true;
  for (std::size_t i = 1; i + 2 < std::min(form.words.size(), kFarthest); ++i) {
    if ((form.words[i].kinds & kSpeechVerb) == 0) {
      if (form.behind(i) != " ") return false;
      continue;
    }
    const Word& next = form.words[i + 1];
    if (form.behind(i) == ", ") return has_ending(form.word(i + 1), language.participle_endings());
    const bool that = (next.kinds & (kSubordinatingWord | kDependentEnding)) == (kSubordinatingWord | kDependentEnding);
    return that && form.behind(i) == " " && form.behind(i + 1) == " " && (form.words[i + 2].kinds & kFiniteVerb) != 0 &&
           !opens_in_capitals(form, i + 2);
  }
  return false;
}

// '"...," she said', '..., he told reporters.'
bool is_said_by_somebody_unnamed(const SentenceForm& form) {
  if ((form.kinds & kPersonalPronoun) == 0) return false;
  const bool opens_quoted = !is_letter(utf8::peek(form.text, 0));
  for (std::size_t i = 1; i < form.words.size(); ++i) {
    if ((form.words[i].kinds & kPersonalPronoun) == 0) continue;
    const std::string_view gap = form.behind(i - 1);
    const bool speech = i + 1 < form.words.size() && (form.words[i + 1].kinds & kSpeechVerb) != 0;
    const bool quoted = utf8::has_any(gap, U"\"'\u2019\u201D\u00BB") && utf8::has_any(gap, U",?!") &&
                        (speech || opens_quoted || !gap.ends_with(' '));  // not 'When Weir came to "Pier," he'
    const bool last = speech && gap.starts_with(',') && form.words.size() - i - 1 <= kLongestVerb;
    if (quoted || last) return true;
  }
  return false;
}

// "Weir, however, closed the pier", "The crews, in turn, left", "Weir left, too".
bool is_linked_between_commas(const Language& language, const SentenceForm& form) {
  constexpr std::uint64_t kNoLink = kPersonalPronoun | kClauseOpening | kJoinsWords;
  const auto links = [&](std::size_t i) {
    return (form.words[i].kinds & (kDependentOpening | kNoLink)) == kDependentOpening;
  };
  const std::size_t size = form.words.size();
  const std::size_t opening = std::min(size, kLongestOpening);
  const bool comma = form.text.substr(0, form.tokens[opening - 1].end - form.begin).find(',') != std::string_view::npos;
  for (std::size_t i = 1; comma && i < opening; ++i) {
    if (!form.behind(i - 1).starts_with(',')) continue;
    if (links(i) && form.behind(i).starts_with(',')) return true;
    for (const Phrase& phrase : phrases_from(language, form.words.subspan(i)))
      if (phrase.kind == PhraseKind::kDependent && starts_with_words(form.words.subspan(i), phrase.words) &&
          form.behind(i + phrase.words.size() - 1).starts_with(','))
        return true;
  }
  return size > 2 && links(size - 1) && form.behind(size - 2).starts_with(',');
}

// "Weir added that", "The mayor also told": what somebody said goes on.
bool goes_on_from_the_one_before(const Language& language, const SentenceForm& form) {
  if ((form.kinds & kOpensContinuation) == 0) return false;
  bool verb = false;  // "The mayor has also told"
  for (std::size_t i = 1; i < std::min(form.words.size(), kLongestOpening); ++i) {
    const std::uint64_t kinds = form.words[i].kinds;
    if ((kinds & kOpensContinuation) != 0 && form.behind(i - 1) == " ")
      for (const Phrase& phrase : phrases_from(language, form.words.subspan(i)))
        if (phrase.kind == PhraseKind::kContinuing && starts_with_words(form.words.subspan(i), phrase.words))
          return true;
    if (((kinds & kFiniteVerb) != 0 && verb) || (kinds & kClauseOpening) != 0) return false;
    verb |= (kinds & kFiniteVerb) != 0;
  }
  return false;
}

// "Developers are betting on it.": a verb's object that is a pronoun is not its subject (Chomsky 1981, principle B). So
// where nothing else was named, it was named before. Not "The owner of the ship sold it", nor "Weir saw her father".
bool has_an_object_unnamed(const Language& language, const SentenceForm& form) {
  constexpr std::size_t kFarthest = 10;  // words
  constexpr std::uint64_t kNoNoun = kPhraseOpening | kArticle | kClauseOpening | kJoinsWords | kSubordinatingWord;
  constexpr std::uint64_t kOpensPart = kClauseOpening | kPhraseOpening | kSubordinatingWord;  // "After Weir saw him"
  if ((form.kinds & kObjectPronoun) == 0 || (form.words[0].kinds & kOpensPart) != 0) return false;
  bool verb = false;
  for (std::size_t i = 1; i < std::min(form.words.size(), kFarthest); ++i) {
    const std::uint64_t kinds = form.words[i].kinds;
    if (form.behind(i - 1) != " " || (kinds & (kClauseOpening | kDependentEnding)) != 0) return false;
    if (verb && (kinds & kObjectPronoun) != 0)
      return i + 1 == form.words.size() || form.behind(i) != " " || (form.words[i + 1].kinds & kNoNoun) != 0;
    if (is_verb(language, form, i) || has_ending(form.word(i), language.participle_endings())) {
      verb = true;
    } else if (verb ? (kinds & kStopWord) == 0 && !has_ending(form.word(i), language.adverb_endings())
                    : (kinds & (kPhraseOpening | kPartitive | kJoinsWords)) != 0) {
      return false;
    }
  }
  return false;
}

// "“I never said —” “You did.”": somebody is cut short.
bool is_cut_short(const SentenceForm& form) {
  if (!form.may_have(kQuotationMark) || !form.may_have(kFreeHyphen)) return false;
  return std::ranges::any_of(std::initializer_list<std::string_view>{"\u2014\u201D", "\u2013\u201D", "\u2014\"",
                                                                     "\u2013\"", "--\"", "--\u201D"},
                             [&](std::string_view mark) { return form.text.contains(mark); });
}

// "'We waited nine days.": a single mark that is not closed.
bool opens_single_quotation(std::string_view sentence) {
  const char32_t open = utf8::peek(sentence, 0);
  if (open != '\'' && open != 0x2018) return false;
  std::size_t at = 0;
  utf8::next(sentence, at);
  if (!is_upper(utf8::peek(sentence, at))) return false;
  while (at < sentence.size()) {
    const char32_t before = utf8::peek_back(sentence, at);
    const char32_t c = utf8::next(sentence, at);
    const bool mark = c == '\'' || c == 0x2019;
    if (mark && !is_white_space(before) && !is_letter(utf8::peek(sentence, at))) return false;
  }
  return true;
}

bool is_inner_part(const SentenceForm& form) {
  const char32_t first = utf8::peek(form.text, 0);
  if (form.text.starts_with("..") || first == 0x2026) return true;
  if (is_lower(first))
    return !opens_in_capitals(form, 0) && form.word(0).size() > 1 && !is_upper(utf8::peek(form.text, 1));
  // "3. The pier": a number and its stop.
  const bool digits = std::ranges::all_of(form.word(0), [](char c) { return c >= '0' && c <= '9'; });
  if (digits && form.words.size() > 1)
    return form.behind(0).starts_with(". ") || form.behind(0).starts_with(") ") || form.behind(0).starts_with(": ");
  if (first == '(' && form.text.find(')') + kBehindBracket >= form.text.size()) return true;  // an aside
  return std::u32string_view(U"*\u2022\u25AA\u25BA\u25CF").contains(first);
}

}  // namespace

bool is_all_quoted(std::string_view sentence) {
  std::size_t begin = 0;
  std::size_t end = sentence.size();
  if (begin == end || is_letter(utf8::peek(sentence, 0))) return false;
  utf8::next(sentence, begin);
  utf8::previous(sentence, end);
  const bool quoted = utf8::has_any(sentence.substr(0, begin), U"\"\u2018\u201C\u201E\u00AB") &&
                      utf8::has_any(sentence.substr(end), U"\"\u2019\u201C\u201D\u00BB");
  if (!quoted || begin >= end) return false;
  const std::string_view inside = sentence.substr(begin, end - begin);
  return is_ascii(inside) ? !inside.contains('"') : !utf8::has_any(inside, U"\"\u201C\u201D\u201E\u00AB\u00BB");
}

bool leans_on_the_one_before(const Language& language, const SentenceForm& form, Opening opening) {
  if (form.words.empty()) return false;
  if (opens_with_what_is_unnamed(language, form) || is_said_by_somebody_unnamed(form) || is_inner_part(form))
    return true;
  const OpeningPhrases phrases = opening_phrases(language, form);
  if (opening != Opening::kReport && names_what_is_known(form) && !phrases.independent) return true;
  if (opening != Opening::kNone) {
    const bool linked = opens_with_a_link(form) && !opens_impersonally(language, form) && !names_somebody_later(form);
    return (linked || phrases.link_before_comma) && !phrases.independent;
  }
  if (says_little(form)) return true;
  const bool linked = (phrases.link_before_comma || opens_with_a_link(form) ||
                       (phrases.link && may_open_with_a_linking_phrase(form)) || opens_around_a_link(form)) &&
                      !phrases.independent;
  const bool points_back = (form.words.back().kinds & kDependentEnding) != 0;
  return linked || points_back || has_an_object_unnamed(language, form) || points_back_early(language, form) ||
         points_back_late(language, form) || is_linked_between_commas(language, form) ||
         goes_on_from_the_one_before(language, form) || says_what_is_known(language, form);
}

bool needs_the_one_behind(const SentenceForm& form) {
  const std::string_view sentence = form.text;
  if (is_cut_short(form) || opens_single_quotation(sentence)) return true;
  std::size_t end = sentence.size();
  char32_t last = 0;
  while (end > 0) {
    last = utf8::previous(sentence, end);
    const bool closes = is_white_space(last) || last == '"' || last == '\'' || last == ')' || last == 0x201D ||
                        last == 0x2019 || last == 0xBB || last == 0x201C;
    if (!closes) break;
  }
  return last == ':' || last == '?' || last == 0x2026 || last == 0xFF1A || last == 0xFF1F || last == 0x61F ||
         last == ',' || last == ';' || sentence.substr(0, end + 1).ends_with("...");
}

bool has_no_verb(const Language& language, const SentenceForm& form) {
  constexpr std::uint64_t kVerb = kFiniteVerb | kSpeechVerb;
  constexpr std::uint64_t kVerbOrNoun = kCaptionVerb | kDoubtfulVerb;
  constexpr std::uint64_t kBeforeNoun = kArticle | kPhraseOpening | kPartitive;
  if (language.doubtful_verb_endings().empty() || (form.kinds & kVerb) != 0) return false;
  for (std::size_t i = 0; i < form.words.size(); ++i) {
    const bool noun = i > 0 && (form.words[i - 1].kinds & kBeforeNoun) != 0 && form.behind(i - 1) == " ";
    if (noun) continue;  // "a march", "the proposed closure"
    if ((form.words[i].kinds & kVerbOrNoun) != 0 || has_ending(form.word(i), language.verb_endings())) return false;
    const bool plain = is_lower(utf8::peek(form.word(i), 0)) && (form.words[i].kinds & kStopWord) == 0;
    if (plain && has_ending(form.word(i), language.doubtful_verb_endings())) return false;
  }
  return true;
}

bool opens_with_a_heading(const SentenceForm& form) {
  constexpr std::size_t kLongestHeading = 12;  // words
  for (std::size_t i = 1; i + 1 < std::min(form.words.size(), kLongestHeading); ++i) {
    const bool article = (form.words[i].kinds & kArticle) != 0;
    if (!(form.tokens[i].capital & article)) continue;  // a jump each would often be guessed wrong
    const bool goes_on = is_lower(utf8::peek(form.word(i - 1), 0)) && is_lower(utf8::peek(form.word(i + 1), 0)) &&
                         form.behind(i - 1) == " " && form.behind(i) == " ";
    if (goes_on && (form.words[i + 1].kinds & kStopWord) == 0) return true;  // not "plan A of"
  }
  return false;
}

bool is_pasted_together(const SentenceForm& form) {
  if (!form.may_have(kGluedCapital)) return false;
  for (std::size_t i = 1; i < form.words.size(); ++i) {
    const std::string_view word = form.word(i);
    for (std::size_t at = kShortestHalf; at + kShortestHalf <= word.size(); ++at) {
      const bool joint = is_lower(utf8::peek_back(word, at)) && is_upper(utf8::peek(word, at));
      if (!joint) continue;
      for (std::size_t k = 0; k < i; ++k)
        if (form.word(k) == word.substr(0, at)) return true;
    }
  }
  return false;
}

}  // namespace nutgraf
