#include "segment/line_wrap.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "segment/candidates.h"
#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

// Lines longer than this were not wrapped by a program that wraps lines.
constexpr std::size_t kWidestWrap = 160;

// A line of fewer words, and short of the width, ended because its author ended it.
constexpr std::ptrdiff_t kShortLine = 3;

constexpr std::size_t kLookBack = 1024;

struct LineBreak {
  std::size_t next_line = 0;  // first character of the next line that is not white space
  bool blank_line = false;    // at least one empty line between
};

std::size_t line_begin(std::string_view text, std::size_t at) {
  // Looking back no further than matters keeps this linear.
  const std::size_t furthest = at > kLookBack ? at - kLookBack : 0;
  while (at > furthest && text[at - 1] != '\n' && text[at - 1] != '\r') --at;
  return at;
}

LineBreak line_break_at(std::string_view text, std::size_t at) {
  LineBreak line{.next_line = at};
  std::size_t breaks = 0;
  while (line.next_line < text.size()) {
    std::size_t next = line.next_line;
    const char32_t c = utf8::next(text, next);
    if (!is_white_space(c)) break;
    if (is_line_break(c)) breaks += c == 0x2029 ? 2 : 1;
    if (c == '\r' && next < text.size() && text[next] == '\n') ++next;
    line.next_line = next;
  }
  line.blank_line = breaks > 1;
  return line;
}

// Whether the last visible character before `end` says that the line goes on or is over.
bool ends_with_stop(std::string_view text, std::size_t begin, std::size_t end) {
  end = trim_white_space(text, begin, end);
  while (end > begin) {
    const char32_t c = utf8::previous(text, end);
    if (is_stop(c) || c == ':') return true;
    if (is_letter(c) || is_digit(c) || c == ',' || c == ';' || c == '-') return false;
  }
  return false;
}

std::ptrdiff_t words_in(std::string_view line) {
  line = line.substr(0, trim_white_space(line, 0, line.size()));
  return line.empty() ? 0 : std::ranges::count(line, ' ') + 1;
}

bool starts_list_item(std::string_view text, std::size_t at) {
  const char32_t c = utf8::next(text, at);
  const bool bullet = c == '-' || c == '*' || c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0x2013 || c == 0x2014;
  return bullet && is_white_space(utf8::peek(text, at));
}

// A stop that lost its line.
bool is_left_over(std::string_view text, std::size_t at) {
  return text[at] == '.' && (at + 1 == text.size() || is_white_space(static_cast<unsigned char>(text[at + 1])));
}

// A line of one or two letters before another, as in words that are written downwards.
bool is_vertical(std::string_view text, std::size_t begin, std::size_t end, std::size_t next) {
  constexpr std::size_t kLongest = 2;
  const auto is_short = [&](std::size_t from, std::size_t to) {
    return from < to && to - from <= kLongest &&
           std::ranges::all_of(text.substr(from, to - from), [](char c) { return c >= 'A' && c <= 'Z'; });
  };
  return is_short(begin, end) && is_short(next, std::min(text.find('\n', next), text.size()));
}

// A space before the line break says that the line goes on, as in format=flowed mail.
bool is_flowed(std::string_view text, std::size_t begin, std::size_t end) {
  if (end + 1 < text.size() && is_white_space(static_cast<unsigned char>(text[end + 1]))) return false;
  if (end < begin + 2 || text[end - 1] != ' ' || text[end - 2] == ' ') return false;
  const auto width =
      u_getIntPropertyValue(static_cast<UChar32>(utf8::peek_back(text, end - 1)), UCHAR_EAST_ASIAN_WIDTH);
  // Scripts of wide characters have no spaces between words.
  return width != U_EA_WIDE && width != U_EA_FULLWIDTH && !ends_with_stop(text, begin, end);
}

}  // namespace

LineWrap::LineWrap(std::string_view text) : text_(text) {
  std::size_t wraps = 0;       // single line breaks after a line without a stop
  std::size_t lower_case = 0;  // those of them that a lower-case letter follows
  std::size_t begin = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', begin)) {
    width_ = std::max(width_, at - begin);
    if (width_ > kWidestWrap) return;
    if (at > begin && at + 1 < text.size() && text[at + 1] != '\n' && text[at + 1] != '\r') {
      std::size_t next = at + 1;
      const char32_t first = utf8::next(text, next);
      // Short lines tell nothing: so are the entries of a list.
      if (!ends_with_stop(text, begin, at) && words_in(text.substr(begin, at - begin)) >= kShortLine) {
        ++wraps;
        lower_case += is_lower(first) ? 1 : 0;
      }
    }
    begin = at + 1;
  }
  wrapped_ = lower_case >= 2 && 2 * lower_case >= wraps;
}

bool LineWrap::ends_sentence(std::size_t at) const {
  const LineBreak line = line_break_at(text_, at);
  if (line.blank_line || line.next_line >= text_.size()) return true;
  if (starts_list_item(text_, line.next_line)) return true;
  if (is_left_over(text_, line.next_line)) return false;
  const bool lower_case = is_lower(utf8::peek(text_, line.next_line));
  const std::size_t begin = line_begin(text_, at);
  if (is_flowed(text_, begin, at) || is_vertical(text_, begin, at, line.next_line)) return false;
  if (wrapped_) return !lower_case && word_fits(at - begin, line.next_line);
  return !lower_case || words_in(text_.substr(begin, at - begin)) < kShortLine || ends_with_stop(text_, begin, at);
}

// Whether the first word of the next line had fitted on a line of this length: then it was not wrapped there.
bool LineWrap::word_fits(std::size_t length, std::size_t next_line) const {
  const std::size_t word = std::min(text_.find_first_of(" \n\r\t", next_line), text_.size()) - next_line;
  return length + 1 + word + width_ / 10 < width_;
}

}  // namespace nutgraf
