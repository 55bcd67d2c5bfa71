#include "segment/stop_context.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "segment/candidates.h"
#include "segment/punctuation.h"
#include "segment/word.h"
#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

// The quotation mark that stands alone after the stop. It closes with it if one like it stands open before or none like
// it stands anywhere near.
void close_split_quotes(std::string_view text, StopContext& c) {
  constexpr std::size_t kNear = 1000;
  if (c.end != c.stop_end || c.end + 1 >= text.size() || text[c.end] != ' ') return;
  const std::size_t begin = c.end + 1;
  std::size_t end = begin;
  while (end < text.size() && end - begin < 2 && text[end] == text[begin] &&
         is_quote(static_cast<unsigned char>(text[end])))
    ++end;
  if (end == begin || end == text.size() || !is_white_space_at(text, end)) return;
  const std::string_view mark = text.substr(begin, end - begin);
  const auto count_marks = [&](std::size_t from, std::size_t to) {
    std::size_t count = 0;
    for (std::size_t at = from; (at = text.substr(0, to).find(mark, at)) < to; at += mark.size()) {
      const std::size_t behind = at + mark.size();
      const bool apart =
          (at == 0 || is_white_space_at(text, at - 1)) && (behind == text.size() || is_white_space_at(text, behind));
      count += apart ? 1 : 0;
    }
    return count;
  };
  const std::size_t before = count_marks(c.stop - std::min(c.stop, kNear), c.stop);
  if (before % 2 == 1 || (before == 0 && count_marks(end, std::min(end + kNear, text.size())) == 0)) {
    c.end = end;
    c.closed_quote = true;
  }
  c.split_quote_opens = before > 0 && before % 2 == 0;
}

// "ships. Marrow", "p. 5": a full stop, one space and an ASCII letter or digit, the most frequent surroundings.
bool is_simple(std::string_view text, std::size_t stop) {
  if (stop + 2 >= text.size() || text[stop] != '.' || text[stop + 1] != ' ') return false;
  const auto next = static_cast<unsigned char>(text[stop + 2]);
  return next < 0x80 && (is_letter(next) || is_digit(next));
}

}  // namespace

StopContext look_around(std::string_view text, const LineWrap& lines, std::size_t sentence_begin, std::size_t stop) {
  StopContext c{.sentence_begin = sentence_begin, .stop = stop, .stop_end = stop, .word = {}};
  if (is_simple(text, stop)) {
    c.stop_end = c.end = stop + 1;
    c.next = c.first = stop + 2;
    c.period = c.space = true;
    c.next_character = c.first_character = static_cast<unsigned char>(text[c.first]);
    c.word = word_before(text, sentence_begin, trim_white_space(text, sentence_begin, stop));
    return c;
  }
  std::size_t periods = 0;
  std::size_t marks = 0;
  while (c.stop_end < text.size()) {
    std::size_t next = c.stop_end;
    const char32_t character = utf8::next(text, next);
    if (!is_stop(character)) break;
    if (character == '.') {
      ++periods;
    } else if (character == 0x2026) {
      c.ellipsis = true;
    } else {
      ++marks;
      c.unspaced |= is_unspaced_stop(character) && (character != 0xFF0E || !is_digit(utf8::peek(text, next)));
    }
    c.stop_end = next;
  }
  c.period = periods == 1 && marks == 0 && !c.ellipsis;
  c.ellipsis = marks == 0 && !c.period;

  // Quotes and brackets close with the stop when they touch it and no word touches them.
  c.end = c.stop_end;
  std::size_t at = c.end;
  bool quote = false;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t character = utf8::next(text, next);
    const bool closes = is_closing_bracket(character);
    if (!closes && !is_quote(character)) break;
    if (!closes && is_opening_bracket(character)) break;
    if (!closes && u_charType(static_cast<UChar32>(character)) == U_INITIAL_PUNCTUATION &&
        is_word_character(utf8::peek(text, next)))
      break;
    quote |= !closes;
    at = next;
    c.end = at;
    c.closed_quote = quote;
  }
  // In French a space parts the closing guillemet from the stop.
  if (std::size_t guillemet = skip_white_space(text, c.end); guillemet != c.end && guillemet - c.end <= 3) {
    std::size_t behind = guillemet;
    if (guillemet < text.size() && utf8::next(text, behind) == 0xBB &&
        (behind == text.size() || !is_word_character(utf8::peek(text, behind)))) {
      c.end = behind;
      c.closed_quote = true;
    }
  }

  // In text that was split into words one parts all quotes from it: those that are open close.
  close_split_quotes(text, c);

  c.next = c.end;
  while (c.next < text.size()) {
    std::size_t next = c.next;
    const char32_t character = utf8::next(text, next);
    if (!is_white_space(character)) break;
    if (!c.line_break && is_line_break(character)) c.line_break = lines.ends_sentence(c.next);
    c.space = true;
    c.next = next;
  }
  c.line_break |= c.next == text.size();
  c.next_character = utf8::peek(text, c.next);

  c.first = c.next;
  while (c.first < text.size() && c.first - c.next < kLongestWord) {
    std::size_t next = c.first;
    const char32_t character = utf8::next(text, next);
    const bool opens = is_opening_bracket(character) || is_quote(character) || character == 0xBF || character == 0xA1;
    if (!opens && !is_dash(character) && !is_white_space(character)) break;
    c.opened |= opens;
    c.first = next;
  }
  c.first_character = utf8::peek(text, c.first);
  // Text that was split into words has a space before the stop too: "Mr . Weir".
  if (c.period) c.word = word_before(text, sentence_begin, trim_white_space(text, sentence_begin, stop));
  return c;
}

}  // namespace nutgraf
