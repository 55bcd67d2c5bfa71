#include "segment/gap.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "segment/word.h"
#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

// Of a run of punctuation only the characters nearest to the gap count.
constexpr std::size_t kPunctuation = 3;

bool is_comma(char32_t c) { return c == ',' || c == 0x60C || c == 0x3001 || c == 0xFF0C; }

// Emoji and other pictures are all one.
char32_t punctuation_class(char32_t c) {
  if (c < 0x80) return c;
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  return (mask & (U_GC_SO_MASK | U_GC_SK_MASK | U_GC_CN_MASK)) != 0 ? U'S' : c;
}

bool is_invisible(char32_t c) {
  return c >= 0x80 && (c == 0xFE0F || (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_CF_MASK) != 0);
}

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

// How a word begins, for what it may be.
enum class Shape : std::uint8_t { kNone, kDigit, kInitial, kAllCapitals, kCapitalised, kLowerCase, kCaseless };

Shape shape_of(std::string_view word) {
  if (word.empty()) return Shape::kNone;
  std::size_t at = 0;
  const char32_t first = utf8::next(word, at);
  if (is_digit(first)) return Shape::kDigit;
  if (is_upper(first)) {
    if (at == word.size()) return Shape::kInitial;
    return is_upper(utf8::peek(word, at)) ? Shape::kAllCapitals : Shape::kCapitalised;
  }
  return is_lower(first) ? Shape::kLowerCase : Shape::kCaseless;
}

// A run between white space: punctuation, a word, punctuation. Without a word, all of it is both `lead` and `trail`.
struct Chunk {
  std::string_view lead;
  std::string_view word;
  std::string_view trail;
};

Chunk chunk_of(std::string_view run) {
  std::size_t begin = 0;
  while (begin < run.size()) {
    std::size_t next = begin;
    if (is_word_character(utf8::next(run, next))) break;
    begin = next;
  }
  std::size_t end = run.size();
  while (end > begin) {
    std::size_t previous = end;
    if (is_word_character(utf8::previous(run, previous))) break;
    end = previous;
  }
  if (begin == end) return {.lead = run, .word = {}, .trail = run};
  return {.lead = run.substr(0, begin), .word = run.substr(begin, end - begin), .trail = run.substr(end)};
}

Chunk chunk_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < kLongestWord) {
    std::size_t previous = begin;
    if (is_white_space(utf8::previous(text, previous))) break;
    begin = previous;
  }
  return chunk_of(text.substr(begin, end - begin));
}

Chunk chunk_behind(std::string_view text, std::size_t begin, std::size_t& end) {
  end = begin;
  while (end < text.size() && end - begin < kLongestWord) {
    std::size_t next = end;
    if (is_white_space(utf8::next(text, next))) break;
    end = next;
  }
  return chunk_of(text.substr(begin, end - begin));
}

// The punctuation nearest to a gap on its left: the last three characters, a run of the same counting as two.
std::uint64_t punctuation_before(std::string_view run) {
  std::uint64_t hash = 0;
  char32_t last = 0;
  std::size_t same = 0;
  std::size_t count = 0;
  for (std::size_t at = run.size(); at > 0 && count < kPunctuation;) {
    const char32_t c = utf8::previous(run, at);
    if (is_invisible(c)) continue;
    const char32_t kind = punctuation_class(c);
    same = kind == last ? same + 1 : 1;
    last = kind;
    if (same > 2) continue;
    hash = mix(hash, kind);
    ++count;
  }
  return hash;
}

std::uint64_t punctuation_behind(std::string_view run) {
  std::uint64_t hash = 0;
  std::size_t count = 0;
  for (std::size_t at = 0; at < run.size() && count < kPunctuation - 1;) {
    const char32_t c = utf8::next(run, at);
    if (is_invisible(c)) continue;
    hash = mix(hash, punctuation_class(c));
    ++count;
  }
  return hash;
}

std::string_view last_letters(std::string_view word) {
  std::size_t begin = word.size();
  for (int i = 0; i < 2 && begin > 0; ++i) utf8::previous(word, begin);
  return word.substr(begin);
}

}  // namespace

bool may_end_sentence(std::string_view text, Span gap, const Language& language) {
  if (gap.begin == 0 || gap.end >= text.size()) return false;
  const char32_t last = utf8::peek_back(text, gap.begin);
  const char32_t first = utf8::peek(text, gap.end);
  if (is_lower(first) || is_comma(last)) return false;
  if (!is_word_character(last)) return true;
  if (!is_letter(first)) return false;
  if (!is_upper(first)) return language.ends_sentences_without_stops();
  return (language.kinds(word_hash(word_at(text, gap.end))) & kSentenceStarter) != 0;
}

GapFeatures gap_features(std::string_view text, Span gap, const Language& language, bool rule) {
  const Chunk left = chunk_before(text, gap.begin);
  std::size_t right_end = 0;
  const Chunk right = chunk_behind(text, gap.end, right_end);
  std::size_t next_end = 0;
  const Chunk next = chunk_behind(text, skip_white_space(text, right_end), next_end);

  const std::uint64_t said = rule ? 1 : 0;
  const std::uint64_t code = word_hash(language.code());
  const std::uint64_t before = punctuation_before(left.trail);
  const std::uint64_t behind = punctuation_behind(right.lead);
  const auto left_shape = static_cast<std::uint64_t>(shape_of(left.word));
  const auto right_shape = static_cast<std::uint64_t>(shape_of(right.word));
  const auto next_shape = static_cast<std::uint64_t>(shape_of(next.word));
  const std::uint64_t left_kinds = language.kinds(word_hash(left.word)) & kAnyAbbreviation;
  const std::uint64_t starter = language.kinds(word_hash(right.word)) & kSentenceStarter;
  const std::uint64_t length = std::min<std::size_t>(utf8::length(left.word), 6);
  const std::uint64_t suffix = word_hash(last_letters(left.word));
  const std::uint64_t line_breaks =
      std::min<std::ptrdiff_t>(std::ranges::count(text.substr(gap.begin, gap.size()), '\n'), 2);

  std::uint64_t number = 0;
  const auto feature = [&number](auto... properties) {
    std::uint64_t hash = ++number;
    ((hash = mix(hash, properties)), ...);
    return static_cast<std::uint16_t>(hash >> 49);
  };
  // Most features look at this pair, and half of them at the language too.
  const std::uint64_t sides = mix(before, right_shape);
  const std::uint64_t known_sides = mix(sides, code);
  return {feature(said),
          feature(said, code),
          feature(sides, line_breaks),
          feature(known_sides),
          feature(before, behind),
          feature(known_sides, behind),
          feature(sides, left_shape),
          feature(sides, left_kinds | starter),
          feature(sides, next_shape, punctuation_behind(right.trail)),
          feature(sides, length),
          feature(mix(code, suffix), before),
          feature(sides, said | starter),
          feature(known_sides, said),
          feature(mix(said, behind), right_shape),
          feature(known_sides, 8 * left_shape + next_shape)};
}

}  // namespace nutgraf
