#include "text/tokenizer.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <bit>

#include "text/byte_masks.h"
#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

// The Word_Break property, as far as the rules below need to tell its values apart.
enum class WordBreak : std::uint8_t {
  kOther,
  kLetter,        // ALetter, Hebrew_Letter
  kNumeric,       // Numeric
  kExtendNumLet,  // "_" and the like
  kMidLetter,     // joins letters: middle dots; like ICU, and unlike UAX #29, not the colon
  kMidNum,        // joins digits: "," ";"
  kMidNumLet,     // joins both: "." "'"
  kExtend,        // Extend, Format, ZWJ: belongs to what it follows
  kUnspaced,      // scripts that ICU cuts by dictionary
};

constexpr std::array<WordBreak, 128> kAsciiWordBreak = [] {
  std::array<WordBreak, 128> table{};
  for (char c = 'a'; c <= 'z'; ++c) table[c] = WordBreak::kLetter;
  for (char c = 'A'; c <= 'Z'; ++c) table[c] = WordBreak::kLetter;
  for (char c = '0'; c <= '9'; ++c) table[c] = WordBreak::kNumeric;
  table['_'] = WordBreak::kExtendNumLet;
  table[','] = table[';'] = WordBreak::kMidNum;
  table['.'] = table['\''] = WordBreak::kMidNumLet;
  return table;
}();

WordBreak word_break(char32_t c) {
  if (c < 0x80) return kAsciiWordBreak[c];
  const auto code_point = static_cast<UChar32>(c);
  switch (u_getIntPropertyValue(code_point, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
    case U_WB_HEBREW_LETTER:
      return WordBreak::kLetter;
    case U_WB_NUMERIC:
      return WordBreak::kNumeric;
    case U_WB_EXTENDNUMLET:
      return WordBreak::kExtendNumLet;
    case U_WB_MIDLETTER:
      return c == 0xFE55 || c == 0xFF1A ? WordBreak::kOther : WordBreak::kMidLetter;
    case U_WB_MIDNUM:
      return WordBreak::kMidNum;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
      return WordBreak::kMidNumLet;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
    case U_WB_ZWJ:
      // The dictionaries want the marks of Thai, Lao, Khmer and Myanmar with their letters.
      return u_getIntPropertyValue(code_point, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT ? WordBreak::kUnspaced
                                                                                         : WordBreak::kExtend;
    case U_WB_KATAKANA:
      return WordBreak::kUnspaced;
    default:
      if (u_getIntPropertyValue(code_point, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) return WordBreak::kUnspaced;
      return u_hasBinaryProperty(code_point, UCHAR_IDEOGRAPHIC) ||
                     u_getIntPropertyValue(code_point, UCHAR_SCRIPT) == USCRIPT_HIRAGANA
                 ? WordBreak::kUnspaced
                 : WordBreak::kOther;
  }
}

constexpr bool is_letter_or_number(WordBreak c) {
  return c == WordBreak::kLetter || c == WordBreak::kNumeric || c == WordBreak::kExtendNumLet;
}

// Whether `middle`, standing between `before` and `after`, is inside a word (rules WB6, WB7, WB11, WB12).
bool joins(WordBreak before, WordBreak middle, WordBreak after) {
  const bool letters = before == WordBreak::kLetter && after == WordBreak::kLetter;
  const bool digits = before == WordBreak::kNumeric && after == WordBreak::kNumeric;
  return (letters && (middle == WordBreak::kMidLetter || middle == WordBreak::kMidNumLet)) ||
         (digits && (middle == WordBreak::kMidNum || middle == WordBreak::kMidNumLet));
}

bool is_ascii_letter(char c) { return static_cast<unsigned>((c | 0x20) - 'a') < 26; }

// A table of a property of ASCII.
template <class Property>
constexpr std::array<bool, 256> table_of(Property property) {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < kAsciiWordBreak.size(); ++c) table[c] = property(kAsciiWordBreak[c]);
  return table;
}

// Part of no word, but for "." and the like inside.
constexpr auto kPartsWords = table_of([](WordBreak c) { return !is_letter_or_number(c); });

// No letter in front of it can be in one word with what is behind it.
constexpr auto kEndsWord = table_of([](WordBreak c) { return c == WordBreak::kOther || c == WordBreak::kMidNum; });

// Stands between two letters of one word.
constexpr auto kJoinsLetters = table_of([](WordBreak c) { return c == WordBreak::kMidNumLet; });

bool is_in(const std::array<bool, 256>& table, char c) { return table[static_cast<unsigned char>(c)]; }

// Behind the ASCII letters at `at`.
std::size_t skip_ascii_letters(std::string_view text, std::size_t at) {
  while (at < text.size() && is_ascii_letter(text[at])) ++at;
  return at;
}

// Whether a word of ASCII letters ends at `at`, seen from no more than two bytes.
bool surely_ends_word(std::string_view text, std::size_t at) {
  if (at == text.size() || is_in(kEndsWord, text[at])) return true;
  return is_in(kJoinsLetters, text[at]) && (at + 1 == text.size() || is_in(kPartsWords, text[at + 1]));
}

void add_ascii_word(std::string_view text, std::size_t begin, std::size_t end, std::vector<TokenSpan>& tokens) {
  tokens.push_back({.begin = static_cast<std::uint32_t>(begin),
                    .end = static_cast<std::uint32_t>(end),
                    .capital = text[begin] < 'a'});
}

// Adds the words at `at` as long as they are nothing but ASCII letters, as most are, found by masks of many bytes.
// Returns where it had to stop: at another word, or a part of one. `text` is the first part of `whole_text`.
std::size_t add_ascii_words([[maybe_unused]] std::string_view whole_text, [[maybe_unused]] std::string_view text,
                            std::size_t at, [[maybe_unused]] std::vector<TokenSpan>& tokens) {
#ifdef __SSE2__
  constexpr std::size_t kBlock = 64;
  while (at < text.size() && at + kBlock <= whole_text.size()) {
    const auto mask = [&](auto property) {
      const std::uint64_t inside = ~std::uint64_t{0} >> (kBlock - std::min(kBlock, text.size() - at));
      return byte_mask<kBlock>(&whole_text[at], [&](const char* c) { return property(load(c)); }) & inside;
    };
    const std::uint64_t letters = mask([](Bytes c) { return is_letter(c); });
    const std::uint64_t others =  // the highest bit of what is not ASCII is set
        mask([](Bytes c) { return c | in_range(c, '0', '9') | equal(c, '_'); });
    const std::uint64_t joints = mask([](Bytes c) { return equal(c, '.') | equal(c, '\''); });
    const std::uint64_t parts = letters | others;
    const std::uint64_t ends = ~parts & ~(joints & parts >> 1);  // as surely_ends_word
    std::size_t next = at + kBlock;
    for (std::uint64_t rest = parts; rest != 0;) {
      const auto begin = static_cast<std::size_t>(std::countr_zero(rest));
      const std::size_t end = begin + static_cast<std::size_t>(std::countr_one(letters >> begin));
      if (end + 1 >= kBlock && begin > 0) {  // may go on in the next block
        next = at + begin;
        break;
      }
      if (begin == end || end + 1 >= kBlock || (ends >> end & 1) == 0) return at + begin;
      add_ascii_word(whole_text, at + begin, at + end, tokens);
      rest = rest >> end << end;
    }
    at = next;
  }
#endif
  return std::min(at, text.size());
}

std::size_t skip_extend(std::string_view text, std::size_t at) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) {
    std::size_t next = at;
    if (word_break(utf8::next(text, next)) != WordBreak::kExtend) break;
    at = next;
  }
  return at;
}

}  // namespace

void Tokenizer::tokenize(std::string_view whole_text, Span part, std::vector<TokenSpan>& tokens) {
  const std::string_view text = whole_text.substr(0, part.end);
  std::size_t at = part.begin;
  for (;;) {
    at = add_ascii_words(whole_text, text, at, tokens);
    while (at < text.size() && is_in(kPartsWords, text[at])) ++at;
    if (at >= text.size()) break;
    const std::size_t begin = at;
    if (is_ascii_letter(text[at])) {
      const std::size_t end = skip_ascii_letters(text, at);
      if (surely_ends_word(text, end)) {
        add_ascii_word(text, begin, end, tokens);
        at = end;
        continue;
      }
    }
    WordBreak last = word_break(utf8::next(text, at));
    if (last == WordBreak::kUnspaced) {
      while (at < text.size()) {
        std::size_t next = at;
        const WordBreak c = word_break(utf8::next(text, next));
        if (c != WordBreak::kUnspaced && c != WordBreak::kExtend) break;
        at = next;
      }
      tokenize_unspaced(text, {begin, at}, tokens);
      continue;
    }
    if (!is_letter_or_number(last)) continue;

    const char32_t first = utf8::peek(text, begin);
    TokenSpan token{.begin = static_cast<std::uint32_t>(begin),
                    .ascii = first < 0x80,
                    .capital = is_upper(first),
                    .digit = is_digit(first)};
    bool has_word = last != WordBreak::kExtendNumLet;
    while (at < text.size()) {
      if (last == WordBreak::kLetter) at = skip_ascii_letters(text, at);
      if (at == text.size()) break;
      std::size_t next = at;
      WordBreak c = word_break(utf8::next(text, next));
      if (c == WordBreak::kExtend) {
        // Belongs to the character before it.
      } else if (is_letter_or_number(c)) {
        last = c;
        has_word |= c != WordBreak::kExtendNumLet;
      } else if (c == WordBreak::kMidLetter || c == WordBreak::kMidNum || c == WordBreak::kMidNumLet) {
        next = skip_extend(text, next);
        if (next >= text.size()) break;
        const WordBreak after = word_break(utf8::next(text, next));
        if (!joins(last, c, after)) break;
        last = after;
      } else {
        break;
      }
      for (; at < next; ++at) token.ascii &= static_cast<unsigned char>(text[at]) < 0x80;
    }
    token.end = static_cast<std::uint32_t>(at);
    if (has_word) tokens.push_back(token);
  }
}

void Tokenizer::tokenize_unspaced(std::string_view text, Span span, std::vector<TokenSpan>& tokens) {
  UErrorCode status = U_ZERO_ERROR;
  if (!dictionary_) dictionary_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  UText run = UTEXT_INITIALIZER;
  utext_openUTF8(&run, text.data() + span.begin, static_cast<std::int64_t>(span.size()), &status);
  if (U_FAILURE(status)) return;
  dictionary_->setText(&run, status);
  std::int32_t from = dictionary_->first();
  for (std::int32_t to = dictionary_->next(); to != icu::BreakIterator::DONE; from = to, to = dictionary_->next()) {
    if (dictionary_->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    tokens.push_back({.begin = static_cast<std::uint32_t>(span.begin + from),
                      .end = static_cast<std::uint32_t>(span.begin + to),
                      .ascii = false,
                      .unspaced = true});
  }
  utext_close(&run);
}

}  // namespace nutgraf
