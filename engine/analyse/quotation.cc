#include "analyse/quotation.h"

#include "text/character.h"
#include "text/has_byte.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

constexpr std::size_t kLongestQuotation = 6;  // sentences

// Of a Hebrew abbreviation: letters that an ending puts behind its mark, and those it needs in front then.
constexpr std::size_t kLongestEnding = 3;
constexpr std::size_t kShortestStem = 2;

enum class Turn : std::uint8_t { kNone, kOpens, kCloses, kEither };

bool is_hebrew(char32_t c) { return c >= 0x5D0 && c <= 0x5EA; }

// Gershayim, the mark inside a Hebrew abbreviation: in front of its last letter, or of that and an ending. One letter
// in front of more is a prefix of what is quoted.
bool is_gershayim(std::string_view sentence, std::size_t at, std::size_t behind) {
  std::size_t before = 0;
  while (before < kShortestStem && is_hebrew(utf8::peek_back(sentence, at))) {
    utf8::previous(sentence, at);
    ++before;
  }
  std::size_t ending = 0;
  while (ending <= kLongestEnding && is_hebrew(utf8::peek(sentence, behind))) {
    utf8::next(sentence, behind);
    ++ending;
  }
  return ending == 1 || (before >= kShortestStem && ending <= kLongestEnding);
}

// Which way the mark before `behind` turns. `low`: there are low opening quotes, to which the high ones close.
Turn turn(std::string_view sentence, char32_t mark, std::size_t at, std::size_t behind, bool low) {
  switch (mark) {
    case 0xAB:    // «
    case 0x201E:  // „
    case 0x300C:  // 「
      return Turn::kOpens;
    case 0xBB:    // »
    case 0x201D:  // ”
    case 0x300D:  // 」
      return Turn::kCloses;
    case 0x2019:  // ’’, as some write ”
      return utf8::peek(sentence, behind) == mark ? Turn::kCloses : Turn::kNone;
    case 0x201C:  // “
      return low ? Turn::kCloses : Turn::kOpens;
    case '"': {
      const auto is_word = [](char32_t c) { return is_letter(c) || is_digit(c); };
      const char32_t before = utf8::peek_back(sentence, at);
      const char32_t next = utf8::peek(sentence, behind);
      if (at == 0 || is_white_space(before) || before == '(') return next == 0 ? Turn::kCloses : Turn::kOpens;
      if (next == 0 || is_white_space(next)) return Turn::kCloses;
      if (is_hebrew(next) && is_gershayim(sentence, at, behind)) return Turn::kNone;
      return is_word(next) == is_word(before) ? Turn::kEither : is_word(next) ? Turn::kOpens : Turn::kCloses;
    }
    default:
      return Turn::kNone;
  }
}

}  // namespace

QuotationReader::Cut QuotationReader::read(std::string_view sentence, std::uint32_t paragraph) {
  if (paragraph != paragraph_ || sentences_ >= kLongestQuotation) open_ = false;
  if (!open_) low_ = false;
  paragraph_ = paragraph;
  Cut cut{.before = open_};
  bool touched = false;                   // a mark was met
  const bool ascii = is_ascii(sentence);  // then all that turns is '"'
  for (std::size_t at = 0; at < sentence.size();) {
    if (ascii) at = sentence.find('"', at);
    if (at == std::string_view::npos) break;
    const std::size_t begin = at;
    const char32_t mark = utf8::next(sentence, at);
    if (mark < 0x80 && mark != '"') continue;
    low_ |= mark == 0x201E;
    const Turn way = turn(sentence, mark, begin, at, low_);
    if (way == Turn::kNone) continue;
    const bool opens = way == Turn::kOpens || (way == Turn::kEither && !open_);
    if (opens && !touched) cut.before = false;     // what was open had lost its end
    if (!opens && !open_) cut.before |= !touched;  // it had lost its beginning
    open_ = opens;
    touched = true;
  }
  cut.behind = open_;
  sentences_ = open_ ? sentences_ + 1 : 0;
  return cut;
}

}  // namespace nutgraf
