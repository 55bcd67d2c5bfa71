#include "segment/boundary.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "segment/candidates.h"
#include "segment/word.h"
#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

bool is_ideographic_stop(char32_t c) { return c == 0x3002 || c == 0xFF01 || c == 0xFF0E || c == 0xFF1F || c == 0xFF61; }

bool is_quote(char32_t c) {
  if (c < 0x80) return c == '"' || c == '\'';
  const auto code_point = static_cast<UChar32>(c);
  return u_hasBinaryProperty(code_point, UCHAR_QUOTATION_MARK) != 0;
}

bool is_opening_bracket(char32_t c) {
  return c < 0x80 ? c == '(' || c == '[' || c == '{' : u_charType(static_cast<UChar32>(c)) == U_START_PUNCTUATION;
}

bool is_closing_bracket(char32_t c) {
  return c < 0x80 ? c == ')' || c == ']' || c == '}' : u_charType(static_cast<UChar32>(c)) == U_END_PUNCTUATION;
}

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015); }

// SContinue of UAX #29 but for the dashes: a sentence goes on after it.
bool continues_sentence(char32_t c) {
  return c < 0x80
             ? c == ',' || c == ';' || c == ':'
             : !is_dash(c) && u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK) == U_SB_SCONTINUE;
}

// "dell'art" is "art".
std::string_view behind_elision(std::string_view word) {
  constexpr std::string_view kApostrophe = "\u2019";
  if (word.find('\'') == std::string_view::npos && word.find(kApostrophe[0]) == std::string_view::npos) return word;
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

struct BoundaryRules::Context {
  std::size_t sentence_begin = 0;
  std::size_t stop = 0;      // the first stop of the run
  std::size_t stop_end = 0;  // behind the last stop of the run
  std::size_t end = 0;       // behind the quotes and brackets that close with it
  std::size_t next = 0;      // the next character that is not white space
  std::size_t first = 0;     // the next letter or digit or what else opens a sentence: behind quotes, brackets, dashes
  bool period = false;       // a single "."
  bool ellipsis = false;     // "…" or several "."
  bool ideographic = false;  // a full-width stop
  bool closed_quote = false;
  bool space = false;       // white space follows
  bool line_break = false;  // the end of the text or a line break that ends a sentence follows
  bool opened = false;      // an opening quote or bracket follows
  char32_t next_character = 0;
  char32_t first_character = 0;
  std::string_view word;  // that a single "." touches
};

BoundaryRules::Context BoundaryRules::context(std::size_t sentence_begin, std::size_t stop) const {
  Context c{.sentence_begin = sentence_begin, .stop = stop, .stop_end = stop};
  std::size_t periods = 0;
  std::size_t marks = 0;
  while (c.stop_end < text_.size()) {
    std::size_t next = c.stop_end;
    const char32_t character = utf8::next(text_, next);
    if (!is_stop(character)) break;
    if (character == '.') {
      ++periods;
    } else if (character == 0x2026) {
      c.ellipsis = true;
    } else {
      ++marks;
      c.ideographic |= is_ideographic_stop(character);
    }
    c.stop_end = next;
  }
  c.period = periods == 1 && marks == 0 && !c.ellipsis;
  c.ellipsis = marks == 0 && !c.period;

  // Quotes and brackets close with the stop when they touch it and no word touches them.
  c.end = c.stop_end;
  std::size_t at = c.end;
  bool quote = false;
  while (at < text_.size()) {
    std::size_t next = at;
    const char32_t character = utf8::next(text_, next);
    const bool closes = is_closing_bracket(character);
    if (!closes && !is_quote(character)) break;
    if (!closes && is_opening_bracket(character)) break;
    if (!closes && u_charType(static_cast<UChar32>(character)) == U_INITIAL_PUNCTUATION &&
        is_word_character(utf8::peek(text_, next)))
      break;
    quote |= !closes;
    at = next;
    c.end = at;
    c.closed_quote = quote;
  }
  // In French a space parts the closing guillemet from the stop.
  if (std::size_t guillemet = skip_white_space(text_, c.end); guillemet != c.end && guillemet - c.end <= 3) {
    std::size_t behind = guillemet;
    if (guillemet < text_.size() && utf8::next(text_, behind) == 0xBB &&
        (behind == text_.size() || !is_word_character(utf8::peek(text_, behind)))) {
      c.end = behind;
      c.closed_quote = true;
    }
  }

  c.next = c.end;
  while (c.next < text_.size()) {
    std::size_t next = c.next;
    const char32_t character = utf8::next(text_, next);
    if (!is_white_space(character)) break;
    if (!c.line_break && is_line_break(character)) c.line_break = lines_.ends_sentence(c.next);
    c.space = true;
    c.next = next;
  }
  c.line_break |= c.next == text_.size();
  c.next_character = utf8::peek(text_, c.next);

  c.first = c.next;
  while (c.first < text_.size() && c.first - c.next < kLongestWord) {
    std::size_t next = c.first;
    const char32_t character = utf8::next(text_, next);
    const bool opens = is_opening_bracket(character) || is_quote(character) || character == 0xBF || character == 0xA1;
    if (!opens && !is_dash(character) && !is_white_space(character)) break;
    c.opened |= opens;
    c.first = next;
  }
  c.first_character = utf8::peek(text_, c.first);
  if (c.period) c.word = word_before(text_, sentence_begin, stop);
  return c;
}

// "... the ships. Marrow ...": by far the most frequent end of a sentence, and the one that needs no second thought.
bool BoundaryRules::is_plain_full_stop(std::size_t sentence_begin, std::size_t stop) const {
  constexpr std::size_t kPlainWord = 4;
  if (stop < sentence_begin + kPlainWord || stop + 3 >= text_.size() || text_[stop] != '.' || text_[stop + 1] != ' ')
    return false;
  const auto lower = [this](std::size_t at) { return static_cast<unsigned char>(text_[at] - 'a') < 26; };
  if (static_cast<unsigned char>(text_[stop + 2] - 'A') >= 26 || !lower(stop + 3)) return false;
  for (std::size_t at = stop - kPlainWord; at < stop; ++at)
    if (!lower(at)) return false;
  const std::uint64_t word = word_hash(behind_elision(word_before(text_, sentence_begin, stop)));
  return (language_.kinds(word) & kAnyAbbreviation) == 0 && !abbreviations_.contains(word);
}

Boundary BoundaryRules::decide(std::size_t sentence_begin, std::size_t stop) const {
  if (is_plain_full_stop(sentence_begin, stop)) return {.ends_sentence = true, .certain = true, .end = stop + 1};
  const Context c = context(sentence_begin, stop);
  const auto ends = [&](bool ends_sentence) {
    return Boundary{.ends_sentence = ends_sentence, .certain = false, .end = c.end};
  };

  if (c.line_break) return ends(true);
  if (is_user_abbreviation(c) || is_bracketed(c) || is_abbreviation_inside(c))
    return {.ends_sentence = false, .certain = true, .end = c.end};
  if (is_spaced_ellipsis(c)) return {.ends_sentence = is_fourth_dot(c), .certain = true, .end = c.end};
  if (is_time_before_name(c)) return {.ends_sentence = true, .certain = true, .end = c.end};
  if (continues_sentence(c.next_character)) return ends(false);
  if (is_stop(c.next_character) && !c.space) return ends(false);
  if (is_dash(c.next_character) && !c.space) return ends(false);
  if (is_closing_bracket(c.next_character)) return ends(false);
  if (is_lower(c.first_character)) return ends(c.ideographic);
  if (c.ideographic) return ends(true);
  if (c.period) return ends(period_ends_sentence(c));

  // "!", "?", "…", "...": a missing space only counts between a word and a capital.
  if (!c.space) {
    if (is_digit(c.first_character) || is_address(text_, sentence_begin, stop)) return ends(false);
    if (c.stop == sentence_begin) return ends(false);
    if (c.ellipsis) return ends(is_upper(c.first_character) && !c.opened);
  }
  if (c.ellipsis && c.stop == sentence_begin) return ends(false);
  return ends(true);
}

// One of the dots of ". . .".
bool BoundaryRules::is_spaced_ellipsis(const Context& c) const {
  if (!c.period || c.end != c.stop_end) return false;
  if (c.space && c.next_character == '.') return true;
  const std::size_t before = trim_white_space(text_, c.sentence_begin, c.stop);
  return before < c.stop && before > c.sentence_begin && text_[before - 1] == '.';
}

// Of four spaced dots one ends the sentence: the first where it touches a word ("the end. . . . The next"), and the
// next sentence opens with the other three; else the last ("the end . . . . The next").
bool BoundaryRules::is_fourth_dot(const Context& c) const {
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

// "They met in Veld at 6 p.m. Mr. Sand paid." A time ends its sentence before a title, unless it only opens it ("At 5
// a.m. Mr. Sand rose.").
bool BoundaryRules::is_time_before_name(const Context& c) const {
  constexpr std::size_t kOpening = 16;
  if (!c.period || !c.space || !is_upper(c.first_character) || c.stop - c.sentence_begin < kOpening) return false;
  if (!is_dotted_acronym(c.word)) return false;
  const std::string_view title = word_at(text_, c.first);
  if ((language_.kinds(word_hash(title)) & kTitleAbbreviation) == 0) return false;
  std::string time(c.word);
  std::ranges::transform(time, time.begin(), [](char letter) { return static_cast<char>(letter | 0x20); });
  return (language_.kinds(word_hash(time)) & kDateWord) != 0;
}

// "[...]" inside a sentence.
bool BoundaryRules::is_bracketed(const Context& c) const {
  if (!c.ellipsis || c.stop == c.sentence_begin || c.end == c.stop_end) return false;
  return is_opening_bracket(utf8::peek_back(text_, c.stop)) && (c.opened || !is_upper(c.first_character));
}

// "... Clay & Co. said ..."
bool BoundaryRules::is_abbreviation_inside(const Context& c) const {
  if (!c.period || !is_lower(c.first_character)) return false;
  return (language_.kinds(word_hash(behind_elision(c.word))) & kAnyAbbreviation) != 0;
}

bool BoundaryRules::is_user_abbreviation(const Context& c) const {
  return c.period && !abbreviations_.empty() && abbreviations_.contains(word_hash(c.word));
}

bool BoundaryRules::period_ends_sentence(const Context& c) const {
  if (!c.space) return glued_period_ends_sentence(c);
  const std::string_view word = c.word;
  if (word.empty()) return c.stop != c.sentence_begin;
  if (c.closed_quote) return true;

  // "1. First": the number of a list item belongs to the item.
  const auto begin = static_cast<std::size_t>(word.data() - text_.data());
  if (begin == c.sentence_begin && (is_all(word, is_digit) || word.size() == 1)) return false;

  const std::uint64_t kinds = language_.kinds(word_hash(behind_elision(word)));
  if ((kinds & (kTitleAbbreviation | kNeverFinalAbbreviation)) != 0) return false;
  if ((kinds & kNumberAbbreviation) != 0 && is_digit(c.first_character)) return false;
  if (is_all(word, is_digit) && language_.has_ordinal_stop() && word.size() <= kLongestOrdinal)
    return !is_digit(c.first_character) && starter_follows(c);
  const bool initial = is_upper(utf8::peek(word, 0)) && utf8::length(word) == 1;
  if (initial || (kinds & kAbbreviation) != 0 || is_dotted_acronym(word))
    return !is_digit(c.first_character) && starter_follows(c);
  return true;
}

// "relations.Putin": a word, a stop and a capitalised word without a space between them.
bool BoundaryRules::glued_period_ends_sentence(const Context& c) const {
  if (c.end != c.stop_end) return is_upper(c.first_character) || is_letter(c.first_character);
  if (c.stop == c.sentence_begin) return false;
  std::size_t at = c.stop;
  const char32_t last = utf8::previous(text_, at);
  const char32_t before_last = at > c.sentence_begin ? utf8::previous(text_, at) : 0;
  const bool after_amount = is_digit(last) && is_digit(before_last);
  const bool after_word =
      (is_lower(last) && is_lower(before_last)) || after_amount || is_closing_bracket(last) || is_quote(last);
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
    const bool capitalised = next.size() == behind_first || is_lower(utf8::peek(next, behind_first));
    return after_word && capitalised && !is_address(text_, c.sentence_begin, c.stop);
  }
  // Scripts without case.
  return is_letter(c.first_character) && is_letter(last) && !is_upper(last) && !is_lower(last) &&
         is_letter(before_last);
}

bool BoundaryRules::starter_follows(const Context& c) const {
  const std::string_view next = word_at(text_, c.first);
  // "A. I. Rell": an initial, whatever else the letter is.
  if (utf8::length(next) == 1 && utf8::peek(text_, c.first + next.size()) == '.') return false;
  return (language_.kinds(word_hash(next)) & kSentenceStarter) != 0;
}

}  // namespace nutgraf
