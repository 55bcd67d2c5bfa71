#include "segment/boundary.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <string>

#include "segment/candidates.h"
#include "segment/opening.h"
#include "segment/punctuation.h"
#include "segment/word.h"
#include "text/character.h"
#include "text/utf8.h"
#include "text/word_normalizer.h"

namespace nutgraf {
namespace {

// "dell'art" is "art".
std::string_view behind_elision(std::string_view word) {
  constexpr std::string_view kApostrophe = "\u2019";
  if (std::ranges::none_of(word, [&](char c) { return c == '\'' || c == kApostrophe[0]; })) return word;
  if (const std::size_t at = word.rfind('\''); at != std::string_view::npos) word.remove_prefix(at + 1);
  if (const std::size_t at = word.rfind(kApostrophe); at != std::string_view::npos)
    word.remove_prefix(at + kApostrophe.size());
  return word;
}

bool is_all(std::string_view word, bool (*property)(char32_t)) {
  for (std::size_t at = 0; at < word.size();)
    if (!property(utf8::next(word, at))) return false;
  return !word.empty();
}

// "U.S", "a.m", "Ph.D": pieces of one or two letters between stops.
bool is_dotted_acronym(std::string_view word) {
  std::size_t letters = 0;
  std::size_t pieces = 1;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = utf8::next(word, at);
    if (c == '.') {
      if (letters == 0) return false;
      letters = 0;
      ++pieces;
    } else if (!is_letter(c) || ++letters > 2) {
      return false;
    }
  }
  return pieces > 1;
}

// "a.m", "B.C": a unit of time.
bool is_time(std::string_view word) { return is_dotted_acronym(word); }

std::string capitalised(std::string_view word) {
  std::size_t behind = 0;
  const char32_t first = utf8::next(word, behind);
  std::array<char, U8_MAX_LENGTH> title{};
  std::size_t size = 0;
  U8_APPEND_UNSAFE(title.data(), size, u_totitle(static_cast<UChar32>(first)));
  return std::string(title.data(), size).append(word.substr(behind));
}

// The last piece of "K.P", where marks are a part of each letter.
bool is_initial_with_marks(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = word.size(); at > 0;) {
    const char32_t c = utf8::previous(word, at);
    if (c == '.') break;
    letters += (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) == 0 ? 1 : 0;
  }
  return letters == 1;
}

// Behind the notes at `at`: "[12]", "[a][b]".
std::size_t bracketed_notes_end(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongestNote = 6;
  while (at < text.size() && text[at] == '[') {
    const std::size_t close = text.substr(at, kLongestNote).find(']');
    if (close == std::string_view::npos || close == 1) break;
    at += close + 1;
  }
  return at;
}

bool is_roman(std::string_view word) {
  return !word.empty() && word.find_first_not_of("IVX") == std::string_view::npos;
}

// In bytes; longer brackets hold sentences of their own.
constexpr std::size_t kLongestBrackets = 300;

// "3. Oktober": longer numbers are years or amounts and end their sentence.
constexpr std::size_t kLongestOrdinal = 3;

// Part of an address, a file name or a number with stops in it: nothing there is a missing space.
bool is_address(std::string_view text, std::size_t begin, std::size_t stop) {
  std::size_t from = stop;
  while (from > begin && stop - from < kLongestWord && !is_white_space(static_cast<unsigned char>(text[from - 1])))
    --from;
  std::size_t to = stop;
  while (to < text.size() && to - stop < kLongestWord && !is_white_space(static_cast<unsigned char>(text[to]))) ++to;
  const std::string_view run = text.substr(from, to - from);
  return run.find_first_of("/@\\=_<>") != std::string_view::npos || run.starts_with("www.");
}

}  // namespace

// "14.5": inside a number.
bool BoundaryRules::is_decimal_point(std::size_t sentence_begin, std::size_t stop) const {
  const auto digit = [this](std::size_t at) { return is_digit(static_cast<unsigned char>(text_[at])); };
  return text_[stop] == '.' && stop > sentence_begin && stop + 1 < text_.size() && digit(stop - 1) && digit(stop + 1);
}

// Behind a stop, and a quotation mark that touches it, where an empty line follows; 0 where none does, or not plainly.
std::size_t BoundaryRules::paragraph_end(std::size_t stop) const {
  if (stop + 4 >= text_.size()) return 0;
  const std::size_t end = stop + (text_[stop + 1] == '"' ? 2 : 1);
  if (text_[end] != '\n' || text_[end + 1] != '\n' || static_cast<unsigned char>(text_[end + 2] - '!') > '~' - '!')
    return 0;
  return text_[stop] == '.' || text_[stop] == '!' || text_[stop] == '?' ? end : 0;
}

// "... the ships. Marrow ...", "... of it. \"Marrow ...": by far the most frequent ends of sentences, which need no
// second thought.
bool BoundaryRules::is_plain_full_stop(std::size_t sentence_begin, std::size_t stop) {
  constexpr std::size_t kPlainWord = 4;
  if (stop <= sentence_begin || stop + 4 >= text_.size() || text_[stop] != '.' || text_[stop + 1] != ' ') return false;
  const auto lower = [this](std::size_t at) { return static_cast<unsigned char>(text_[at] - 'a') < 26; };
  const std::size_t next = text_[stop + 2] == '"' ? stop + 3 : stop + 2;
  if (static_cast<unsigned char>(text_[next] - 'A') >= 26 || !lower(next + 1) || !lower(stop - 1)) return false;
  if (is_inside_brackets(sentence_begin, stop, stop + 1)) return false;
  std::string_view word = plain_word_before(text_, sentence_begin, stop);
  if (word.empty()) word = behind_elision(word_before(text_, sentence_begin, stop));
  const std::uint64_t hash = word_hash(word);
  const std::uint64_t kinds = language_.kinds(hash);
  if ((kinds & (kAnyAbbreviation | kUnitAbbreviation)) != 0 || abbreviations_.contains(hash)) return false;
  if ((kinds & kStopWord) != 0) return true;
  return word.size() >= kPlainWord &&
         std::ranges::all_of(word.substr(word.size() - kPlainWord), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool BoundaryRules::colon_ends_sentence(std::size_t end, std::size_t gap) const {
  if (!language_.has_colon_stop() || end == 0 || end != gap || text_[end - 1] != ':') return false;
  const char32_t next = utf8::peek(text_, skip_white_space(text_, gap));
  return !is_lower(next) && !is_brace(next);
}

bool BoundaryRules::goes_on_behind_brackets(std::size_t begin, std::size_t end, std::size_t gap) const {
  return language_.has_firm_rules() && ends_with_remark(text_, begin, end) && !is_starter_at(gap);
}

bool BoundaryRules::is_part_of_abbreviation(const StopContext& c) const {
  return is_user_abbreviation(c) || is_abbreviation_inside(c) || is_bare_adverbial(c);
}

// The same for other stops than ".".
bool BoundaryRules::is_part_of_sentence(const StopContext& c) const {
  return is_bracketed(c) || is_click(c) || is_exclamation_inside(c) || is_bracketed_mark(c) || is_inside_name(c);
}

Boundary BoundaryRules::decide(std::size_t sentence_begin, std::size_t stop) {
  if (is_decimal_point(sentence_begin, stop)) return {.ends_sentence = false, .certain = true, .end = stop + 1};
  if (const std::size_t end = paragraph_end(stop); end != 0)
    return {.ends_sentence = true, .certain = true, .end = end};
  if (is_plain_full_stop(sentence_begin, stop)) return {.ends_sentence = true, .certain = true, .end = stop + 1};
  return decide_by_context(sentence_begin, stop);
}

Boundary BoundaryRules::decide_by_context(std::size_t sentence_begin, std::size_t stop) {
  StopContext c = look_around(text_, lines_, sentence_begin, stop);
  if (!c.word.empty()) c.kinds = kinds_of(behind_elision(c.word));
  // "Dr. Weir": what all that follows comes to, told early, as it is frequent.
  if (is_only_never_final(c)) return {.ends_sentence = false, .certain = true, .end = c.end};
  // "171/U.S.": the acronym alone.
  if (const std::size_t slash = c.word.rfind('/'); slash != std::string_view::npos && c.kinds == 0)
    if (is_dotted_acronym(c.word.substr(slash + 1))) c.word.remove_prefix(slash + 1);
  const auto ends = [&](bool ends_sentence) {
    return Boundary{.ends_sentence = ends_sentence, .certain = false, .end = c.end};
  };

  if (c.line_break) return ends(true);
  // Where ":" is the full stop, the others stand inside sentences.
  if (language_.has_colon_stop() && (c.period || c.ellipsis))
    return {.ends_sentence = false, .certain = true, .end = c.end};
  if (is_inside_brackets(sentence_begin, stop, c.end) || (is_stop(c.next_character) && is_repeated(c)) ||
      (is_dash(c.next_character) && is_before_speaker(c)) || c.next_character == '/' ||
      (c.period ? is_part_of_abbreviation(c) : is_part_of_sentence(c)))
    return {.ends_sentence = false, .certain = true, .end = c.end};
  if (is_spaced_ellipsis(c))
    return {.ends_sentence = is_fourth_dot(c) || is_before_wide_space(c), .certain = true, .end = c.end};
  if (is_phrase_end_before_name(c))
    return {
        .ends_sentence = !opens_with_adverbial(sentence_begin) || starter_follows(c), .certain = true, .end = c.end};
  if (continues_sentence(c.next_character)) return ends(false);
  if (is_stop(c.next_character) && !c.space) return ends(false);
  if (is_dash(c.next_character) && !c.space) return ends(false);
  if (is_dash(c.next_character) && c.period && !starter_follows(c) &&
      ((c.kinds & kAnyAbbreviation) != 0 || (is_ordinal(c) && is_digit(c.first_character))))
    return {.ends_sentence = false, .certain = true, .end = c.end};
  if (is_closing_bracket(c.next_character)) return ends(false);
  if (!c.space) {
    if (const std::size_t note = footnote_end(c); note != 0)
      return {.ends_sentence = true, .certain = true, .end = note};
  }
  if (is_lower(c.first_character) && c.period && (c.closed_quote || is_ordinal(c)))
    return {.ends_sentence = false, .certain = true, .end = c.end};
  if (is_lower(c.first_character)) return ends(c.unspaced || starts_in_lower_case(c));
  if (c.unspaced) return ends(true);
  if (c.split_quote_opens && is_upper(c.first_character) && (c.kinds & kAnyAbbreviation) == 0)
    return {.ends_sentence = true, .certain = true, .end = c.end};
  if (c.period) {
    if (is_never_final(c) || is_part_of_name(c) || is_time_of_other_zone_ahead(c) || is_spaced_decimal(c))
      return {.ends_sentence = false, .certain = true, .end = c.end};
    return ends(period_ends_sentence(c));
  }

  // "!", "?", "…", "...": a missing space only counts between a word and a capital.
  if (!c.space) {
    if (is_digit(c.first_character) || is_address(text_, sentence_begin, stop)) return ends(false);
    if (c.stop == sentence_begin) return ends(false);
    if (is_capital_name(c)) return ends(false);
    if (c.ellipsis) return ends(is_upper(c.first_character) && !c.opened);
  }
  if (c.ellipsis && (c.stop == sentence_begin || (kinds_at(c.first) & kAlwaysCapitalised) != 0)) return ends(false);
  return ends(true);
}

// One of the dots of ". . .".
bool BoundaryRules::is_spaced_ellipsis(const StopContext& c) const {
  if (!c.period || c.end != c.stop_end) return false;
  if (c.space && c.next_character == '.') return !text_.substr(c.next).starts_with("..");
  if (c.stop == c.sentence_begin || !is_white_space(utf8::peek_back(text_, c.stop))) return false;
  const std::size_t before = trim_white_space(text_, c.sentence_begin, c.stop);
  return before > c.sentence_begin && text_[before - 1] == '.';
}

// Of four spaced dots one ends the sentence: the first where it touches a word ("the end. . . . The next"), and the
// next sentence opens with the other three; else the last ("the end . . . . The next").
bool BoundaryRules::is_fourth_dot(const StopContext& c) const {
  constexpr int kEllipsis = 3;
  if (c.stop > c.sentence_begin && !is_white_space(utf8::peek_back(text_, c.stop))) {
    std::size_t at = c.stop_end;
    for (int dots = 0; dots < kEllipsis; ++dots) {
      at = skip_white_space(text_, at);
      if (at >= text_.size() || text_[at] != '.') return false;
      ++at;
    }
    return at < text_.size() && is_white_space_at(text_, at) && skip_white_space(text_, at) < text_.size();
  }
  if (!is_upper(c.first_character)) return false;
  std::size_t at = c.stop;
  for (int dots = 0; dots < kEllipsis; ++dots) {
    at = trim_white_space(text_, c.sentence_begin, at);
    if (at <= c.sentence_begin || text_[at - 1] != '.') return false;
    --at;
  }
  return at > c.sentence_begin && is_white_space(utf8::peek_back(text_, at));
}

// "the end . . .  The next", of typists who part sentences by two spaces.
bool BoundaryRules::is_before_wide_space(const StopContext& c) const {
  return c.next >= c.end + 2 && c.next_character != '.' && is_upper(c.first_character);
}

// What a word is, and in capitals what it is capitalised: "FIG" is "Fig".
std::uint64_t BoundaryRules::kinds_of(std::string_view word) const {
  std::uint64_t kinds = language_.kinds(word_hash(word));
  if (word.size() > 2 && word[1] >= 'A' && word[1] <= 'Z' && is_all(word, is_upper)) {
    std::string capitalised;
    fold_case(word, capitalised);
    capitalised[0] = word[0];
    kinds |= language_.kinds(word_hash(capitalised));
  }
  return kinds;
}

// The end of what stands before the word, less the white space between.
std::size_t BoundaryRules::end_before_word(const StopContext& c) const {
  return trim_white_space(text_, c.sentence_begin, static_cast<std::size_t>(c.word.data() - text_.data()));
}

// "5 ft", "6 p.m", "753 B.C".
bool BoundaryRules::is_amount(const StopContext& c) const {
  std::size_t digits = 0;
  while (digits < c.word.size() && is_digit(static_cast<unsigned char>(c.word[digits]))) ++digits;
  if (digits > 0) return (language_.kinds(word_hash(c.word.substr(digits))) & kUnitAbbreviation) != 0;
  if ((c.kinds & kUnitAbbreviation) == 0) return false;
  const std::size_t number = end_before_word(c);
  return number > c.sentence_begin && is_digit(utf8::peek_back(text_, number));
}

// "a Ph.D", "his LL.M".
bool BoundaryRules::is_degree(const StopContext& c) const {
  if ((c.kinds & kAbbreviation) == 0 || c.word.size() < 4 || c.word[1] == '.' || !is_dotted_acronym(c.word))
    return false;
  const std::size_t before = end_before_word(c);
  return before > c.sentence_begin && is_lower(utf8::peek_back(text_, before));
}

bool BoundaryRules::opens_with_adverbial(std::size_t sentence_begin) const {
  return (language_.kinds(word_hash(word_at(text_, sentence_begin))) & kAdverbialOpening) != 0;
}

// "They met in Veld at 6 p.m. Mr. Sand paid.": a time, an amount or a degree before a capitalised word. It ends its
// sentence unless it only opens it ("At 5 a.m. Mr. Sand rose.").
bool BoundaryRules::is_phrase_end_before_name(const StopContext& c) const {
  if (!c.period || !c.space || c.end != c.stop_end || !is_upper(c.first_character)) return false;
  if (!is_amount(c) && !is_degree(c)) return false;
  const std::string_view name = word_at(text_, c.first);
  std::size_t second = 0;
  utf8::next(name, second);
  if (second < name.size() && !is_lower(utf8::peek(name, second))) return false;
  std::string folded;
  fold_case(name, folded);
  return (language_.kinds(word_hash(folded)) & kDateWord) == 0;
}

// "[...]" inside a sentence.
bool BoundaryRules::is_bracketed(const StopContext& c) const {
  if (!c.ellipsis || c.stop == c.sentence_begin || c.end == c.stop_end) return false;
  return is_opening_bracket(utf8::peek_back(text_, c.stop)) && (c.opened || !is_upper(c.first_character));
}

// "... Clay & Co. said ...", "by the U.N. and", "at 5 a. m. they".
bool BoundaryRules::is_abbreviation_inside(const StopContext& c) const {
  if (!c.period || !is_lower(c.first_character)) return false;
  return (c.kinds & kAnyAbbreviation) != 0 || is_dotted_acronym(behind_elision(c.word)) || is_spaced_acronym(c) ||
         is_amount(c);
}

// A letter of "a. m.".
bool BoundaryRules::is_spaced_acronym(const StopContext& c) const {
  if (utf8::length(c.word) != 1) return false;
  const std::string_view next = word_at(text_, c.first);
  if (utf8::length(next) == 1 && is_letter(c.first_character) && utf8::peek(text_, c.first + next.size()) == '.')
    return true;
  const std::size_t stop = end_before_word(c);
  if (text_.data() + stop == c.word.data() || stop <= c.sentence_begin || text_[stop - 1] != '.') return false;
  const std::string_view before = word_before(text_, c.sentence_begin, stop - 1);
  return utf8::length(before) == 1 && is_letter(utf8::peek(before, 0));
}

// Before another stop: all but the last of "? ? ?", "Fig. ??", or "!" before an ellipsis that opens no sentence ("At
// last! . . . It came").
bool BoundaryRules::is_repeated(const StopContext& c) const {
  if (!c.space || c.ellipsis) return false;
  std::size_t at = c.next;
  while (at < text_.size() && is_stop(utf8::peek(text_, at))) utf8::next(text_, at);
  if (c.period && (c.next_character == '.' || at == c.next + 1)) return false;
  return at == text_.size() || !is_word_character(utf8::peek(text_, at));
}

// "(It rose. Then it fell.)" inside brackets that open and close in one line.
bool BoundaryRules::is_inside_brackets(std::size_t sentence_begin, std::size_t stop, std::size_t end) {
  if (!opening_brackets_.any_in(sentence_begin, stop)) return false;
  int depth = 0;
  std::size_t at = stop;
  for (;;) {
    if (at <= sentence_begin || stop - at > kLongestBrackets) return false;
    const char32_t character = utf8::previous(text_, at);
    if (is_quote(character)) continue;
    if (is_opening_bracket(character) && depth-- == 0) break;
    if (is_closing_bracket(character)) ++depth;
  }
  depth = 1;
  for (at = end; at < text_.size() && at - end < kLongestBrackets;) {
    const char32_t character = utf8::next(text_, at);
    if (is_line_break(character)) return false;
    if (is_quote(character)) continue;
    if (is_opening_bracket(character)) ++depth;
    if (is_closing_bracket(character) && --depth == 0) return true;
  }
  return false;
}

// "Alas! the door was shut": inside a sentence of someone who capitalises sentences.
bool BoundaryRules::is_exclamation_inside(const StopContext& c) const {
  return !c.period && !c.ellipsis && c.space && is_lower(c.first_character) &&
         is_upper(utf8::peek(text_, skip_opening(c.sentence_begin)));
}

// The first letter of the sentence that begins at `at`.
std::size_t BoundaryRules::skip_opening(std::size_t at) const {
  while (at < text_.size()) {
    std::size_t next = at;
    const char32_t character = utf8::next(text_, next);
    if (!is_quote(character) && !is_opening_bracket(character) && !is_dash(character) && !is_white_space(character))
      break;
    at = next;
  }
  return at;
}

// "(?)", "[!]": a remark on the word before.
bool BoundaryRules::is_bracketed_mark(const StopContext& c) const {
  return !c.period && !c.ellipsis && c.stop > 0 && is_opening_bracket(utf8::peek_back(text_, c.stop)) &&
         is_closing_bracket(utf8::peek(text_, c.stop_end));
}

// Before a dash, "«Is it late? – she asked. – Go home.»": between the parts of what one says, in guillemets.
bool BoundaryRules::is_before_speaker(const StopContext& c) const {
  if (!c.space) return false;
  constexpr std::string_view kOpening = "\u00AB";
  constexpr std::string_view kClosing = "\u00BB";
  const std::size_t near = std::max(c.sentence_begin, c.stop - std::min(c.stop, kLongestBrackets));
  const std::string_view before = text_.substr(near, c.stop - near);
  const std::string_view behind = text_.substr(c.end, kLongestBrackets);
  const std::size_t opened = before.rfind(kOpening);
  return opened != std::string_view::npos && before.find(kClosing, opened) == std::string_view::npos &&
         behind.find(kClosing) < behind.find(kOpening);
}

// "Yahoo! Finance": a mark that is a part of a name.
bool BoundaryRules::is_inside_name(const StopContext& c) const {
  if (c.period || c.ellipsis || !c.space || c.end != c.stop + 1 || !is_upper(c.first_character)) return false;
  const std::string_view name = word_before(text_, c.sentence_begin, c.end - 1);
  return (language_.kinds(word_hash(name)) & kMarkedName) != 0 && !starter_follows(c);
}

// "In 312 B.C. Ashdown", "He noted: At 5 p.m. Mr. Sand": no sentence is only that.
bool BoundaryRules::is_bare_adverbial(const StopContext& c) const {
  if (!c.period || (c.kinds & (kAbbreviation | kUnitAbbreviation)) == 0 || starter_follows(c)) return false;
  const auto word = static_cast<std::size_t>(c.word.data() - text_.data());
  std::size_t number = word;
  bool digits = false;
  while (number > c.sentence_begin && word - number < kLongestWord) {
    std::size_t previous = number;
    const char32_t character = utf8::previous(text_, previous);
    if (is_letter(character)) break;
    digits |= is_digit(character);
    number = previous;
  }
  const std::string_view opening = word_before(text_, c.sentence_begin, number);
  if (!digits || (language_.kinds(word_hash(opening)) & kAdverbialOpening) == 0) return false;
  const std::size_t begin = trim_white_space(text_, c.sentence_begin, number - opening.size());
  return begin == c.sentence_begin || text_[begin - 1] == ':' || is_quote(utf8::peek_back(text_, begin));
}

// "!Kung": a letter of some alphabets, not a mark.
bool BoundaryRules::is_click(const StopContext& c) const {
  return text_[c.stop] == '!' && c.stop_end == c.stop + 1 && c.end == c.stop_end && is_letter(c.next_character) &&
         !c.space && (c.stop == 0 || is_white_space(utf8::peek_back(text_, c.stop)));
}

// "Y!J": a mark inside capitals, where no space is missing.
bool BoundaryRules::is_capital_name(const StopContext& c) const {
  std::size_t at = c.stop;
  if (!is_upper(utf8::previous(text_, at))) return false;
  return at <= c.sentence_begin || !is_letter(utf8::peek_back(text_, at));
}

// Behind the number of a footnote that touches a stop ("It fell.12 Then", "It fell.[12] Then"), or 0.
std::size_t BoundaryRules::footnote_end(const StopContext& c) const {
  constexpr std::size_t kLongestNumber = 2;
  if (const std::size_t notes = bracketed_notes_end(text_, c.end); notes != c.end) {
    const bool apart = notes + 1 < text_.size() && text_[notes] == ' ' && (c.kinds & kAnyAbbreviation) == 0;
    return apart && is_upper(utf8::peek(text_, notes + 1)) ? notes : 0;
  }
  if (!c.period || c.space || c.end != c.stop_end || c.stop < c.sentence_begin + 2) return 0;
  if (c.word.size() < 2 || !is_all(c.word, is_lower) || (c.kinds & kAnyAbbreviation) != 0) return 0;
  std::size_t end = c.end;
  for (std::size_t at = c.end;;) {
    const std::size_t begin = at;
    while (at < text_.size() && is_digit(static_cast<unsigned char>(text_[at]))) ++at;
    if (at == begin || at - begin > kLongestNumber || at + 1 >= text_.size() || text_[at] != ' ') break;
    end = at++;
  }
  if (end == c.end || is_address(text_, c.sentence_begin, c.stop)) return 0;
  return is_upper(utf8::peek(text_, end + 1)) ? end : 0;
}

bool BoundaryRules::is_user_abbreviation(const StopContext& c) const {
  return c.period && !abbreviations_.empty() && abbreviations_.contains(word_hash(c.word));
}

// "3. Oktober", "Ludwig XIV."
bool BoundaryRules::is_ordinal(const StopContext& c) const {
  if (!language_.has_ordinal_stop() || !c.space) return false;
  return is_all(c.word, is_digit) ? c.word.size() <= kLongestOrdinal : is_roman(c.word);
}

// "Gen. Ruck", "e.g. Pliers".
bool BoundaryRules::is_never_final(const StopContext& c) const {
  return c.space && !c.closed_quote && (c.kinds & (kTitleAbbreviation | kNeverFinalAbbreviation)) != 0 &&
         ((c.kinds & kUnitAbbreviation) == 0 || !is_amount(c));
}

// "the U.N. Charter": behind an article, an acronym and a capitalised word are one name, unless sentences open with it.
bool BoundaryRules::is_part_of_name(const StopContext& c) const {
  if (!c.space || c.end != c.stop_end || !is_upper(c.first_character) || !is_dotted_acronym(c.word)) return false;
  std::string before;
  fold_case(word_before(text_, c.sentence_begin, end_before_word(c)), before);
  return (language_.kinds(word_hash(before)) & kArticle) != 0 && !starter_follows(c);
}

// "a 5. 9 - magnitude quake", in text that was split into words.
bool BoundaryRules::is_spaced_decimal(const StopContext& c) const {
  constexpr std::size_t kLongestPart = 2;
  const auto is_part = [](std::string_view word) { return is_all(word, is_digit) && word.size() <= kLongestPart; };
  const std::string_view next = word_at(text_, c.first);
  if (language_.has_ordinal_stop() || c.end != c.stop_end || c.first == c.end || c.first != c.next) return false;
  if (!is_part(c.word) || !is_part(next)) return false;
  const std::size_t behind = skip_white_space(text_, c.first + next.size());
  return c.word.data() > text_.data() + c.sentence_begin && behind > c.first + next.size() &&
         (is_lower(utf8::peek(text_, behind)) || is_dash(utf8::peek(text_, behind)));
}

// "at 2 p.m. (5 p.m. ET)"
bool BoundaryRules::is_time_of_other_zone_ahead(const StopContext& c) const {
  return c.space && c.next_character == '(' && is_digit(c.first_character) && is_amount(c);
}

bool BoundaryRules::is_only_never_final(const StopContext& c) const {
  constexpr std::uint64_t kNever = kTitleAbbreviation | kNeverFinalAbbreviation;
  return (c.kinds & kNever) != 0 && (c.kinds & (kAbbreviation | kUnitAbbreviation)) == 0 && c.end == c.stop + 1 &&
         c.next == c.end + 1 && c.first == c.next && text_[c.end] == ' ' && is_upper(c.first_character);
}

bool BoundaryRules::period_ends_sentence(const StopContext& c) const {
  const std::string_view word = c.word;
  const auto begin = static_cast<std::size_t>(word.data() - text_.data());
  // "1. First", "1.)First": the number of a list item belongs to the item.
  if (!c.closed_quote && begin == c.sentence_begin && (is_all(word, is_digit) || word.size() == 1)) return false;
  if (!c.space) return glued_period_ends_sentence(c);
  if (word.empty()) return c.stop != c.sentence_begin;
  if (c.closed_quote) return true;

  if ((c.kinds & kNumberAbbreviation) != 0 && is_digit(c.first_character)) return false;
  if (is_digit(c.first_character) && word.find('.') == std::string_view::npos && is_amount(c)) return false;
  if (is_time(word) && is_amount(c) && time_follows(c)) return true;
  if (is_ordinal(c)) return !is_digit(c.first_character) && starter_follows(c);
  const bool initial = is_upper(utf8::peek(word, 0)) && utf8::length(word) == 1;
  if (initial || (c.kinds & kAbbreviation) != 0 || is_dotted_acronym(word))
    return !is_digit(c.first_character) && starter_follows(c);
  return true;
}

// "relations.Putin": a word, a stop and a capitalised word without a space between them.
bool BoundaryRules::glued_period_ends_sentence(const StopContext& c) const {
  if (c.end != c.stop_end) return is_upper(c.first_character) || is_letter(c.first_character);
  if (c.stop == c.sentence_begin) return false;
  std::size_t at = c.stop;
  const char32_t last = utf8::previous(text_, at);
  const char32_t before_last = at > c.sentence_begin ? utf8::previous(text_, at) : 0;
  const bool after_amount = is_digit(last) && is_digit(before_last);
  // "the 1980s.It", "in the UK.The": behind capitals, which file names have too, only a sentence starter tells.
  const bool after_decade = last == 's' && is_digit(before_last);
  const bool after_capitals = is_upper(last) && is_upper(before_last) && starter_follows(c);
  const bool after_word = (is_lower(last) && is_lower(before_last)) || after_amount || after_decade || after_capitals ||
                          is_closing_bracket(last) || is_quote(last);
  if (c.opened) return after_word && is_upper(c.first_character);
  if (is_digit(c.first_character)) {
    // "ended.1999 began": only a year opens a sentence.
    const std::string_view next = word_at(text_, c.first);
    return is_lower(last) && is_lower(before_last) && next.size() == 4 && is_all(next, is_digit) &&
           is_white_space(utf8::peek(text_, c.first + next.size())) && !is_address(text_, c.sentence_begin, c.stop);
  }
  if (is_upper(c.first_character)) {
    const std::string_view next = word_at(text_, c.first);
    std::size_t behind_first = 0;
    utf8::next(next, behind_first);
    const bool capitalised = next.size() == behind_first || is_lower(utf8::peek(next, behind_first)) || is_roman(next);
    return after_word && capitalised && !is_address(text_, c.sentence_begin, c.stop);
  }
  // Scripts without case, where too the space may be missing behind a year ("in 2007.he"), or stand in front of the
  // stop.
  if (!is_letter(c.first_character) || is_lower(c.first_character)) return false;
  const bool after_letters =
      is_letter(last) && !is_upper(last) && !is_lower(last) && is_letter(before_last) && !is_initial_with_marks(c.word);
  return after_letters || after_amount || is_white_space(last);
}

// "it was late. nobody came", of someone who capitalises nothing.
bool BoundaryRules::starts_in_lower_case(const StopContext& c) const {
  constexpr std::size_t kOrdinaryWord = 4;
  if (!c.period || !c.space || c.end != c.stop_end || c.first != c.next) return false;
  if (utf8::length(c.word) < kOrdinaryWord || !is_all(c.word, is_lower)) return false;
  if ((c.kinds & (kAnyAbbreviation | kUnitAbbreviation)) != 0) return false;
  return (language_.kinds(word_hash(capitalised(word_at(text_, c.first)))) & kSentenceStarter) != 0;
}

// "6 p.m. 7 a.m. is late": the time that follows is another sentence's.
bool BoundaryRules::time_follows(const StopContext& c) const {
  const std::string_view number = word_at(text_, c.first);
  if (!is_all(number, is_digit)) return false;
  const std::size_t unit = skip_white_space(text_, c.first + number.size());
  const std::size_t end = std::min(text_.find_first_of(" \n\t", unit), text_.size());
  if (end == unit || end - unit > kLongestWord || text_[end - 1] != '.') return false;
  const std::string_view word = text_.substr(unit, end - 1 - unit);
  return is_time(word) && (language_.kinds(word_hash(word)) & kUnitAbbreviation) != 0;
}

std::uint64_t BoundaryRules::kinds_at(std::size_t begin) const {
  return language_.kinds(word_hash(word_at(text_, begin)));
}

bool BoundaryRules::starter_follows(const StopContext& c) const { return is_starter_at(c.first); }

bool BoundaryRules::is_starter_at(std::size_t begin) const {
  const std::string_view next = word_at(text_, begin);
  // "A. I. Rell": an initial, whatever else the letter is.
  if (utf8::length(next) == 1 && utf8::peek(text_, begin + next.size()) == '.') return false;
  return (language_.kinds(word_hash(next)) & kSentenceStarter) != 0;
}

}  // namespace nutgraf
