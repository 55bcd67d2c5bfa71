#include "text/tokenizer.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <bit>

#include "text/ascii_words.h"
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

bool is_in(const std::array<bool, 256>& table, char c) { return table[static_cast<unsigned char>(c)]; }

// Behind the ASCII letters at `at`, of which none is behind `end`.
[[gnu::always_inline]] inline std::size_t skip_ascii_letters(std::string_view text, std::size_t at, std::size_t end) {
#ifdef __SSE2__
  while (at + sizeof(Bytes) <= text.size()) {
    const auto others = static_cast<unsigned>(bits(is_letter(load(&text[at]))) ^ 0xFFFF);
    at += others != 0 ? static_cast<std::size_t>(std::countr_zero(others)) : sizeof(Bytes);
    if (others != 0 || at >= end) return std::min(at, end);
  }
#endif
  while (at < end && is_ascii_letter(text[at])) ++at;
  return at;
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
  AsciiWords ascii_words(whole_text, text);
  std::size_t at = part.begin;
  for (;;) {
    at = ascii_words.add(at, tokens);
    while (at < text.size() && is_in(kPartsWords, text[at])) ++at;
    if (at >= text.size()) break;
    const std::size_t begin = at;
    if (is_ascii_letter(text[at])) {  // near the end of the whole text too
      const std::size_t end = skip_ascii_letters(whole_text, at + 1, text.size());
      if (end == text.size() || is_in(kEndsWord, text[end])) {
        tokens.push_back({.begin = static_cast<std::uint32_t>(begin),
                          .end = static_cast<std::uint32_t>(end),
                          .capital = text[begin] < 'a'});
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
      if (last == WordBreak::kLetter) at = skip_ascii_letters(whole_text, at, text.size());
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
