#include "segment/gap.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <bit>
#include <optional>

#include "segment/punctuation.h"
#include "segment/word.h"
#include "text/byte_masks.h"
#include "text/character.h"
#include "text/utf8.h"
#include "text/word_normalizer.h"

namespace nutgraf {
namespace {

// Of a run of punctuation only the characters nearest to the gap count.
constexpr std::size_t kPunctuation = 3;

bool is_comma(char32_t c) { return c == ',' || c == 0x60C || c == 0x3001 || c == 0xFF0C; }

// "We waited,” Weir said": a comma inside a quotation that closes at `end`.
bool ends_with_quoted_comma(std::string_view text, std::size_t end) {
  constexpr std::u32string_view kMarks = U"\"'\u2019\u201D\u00BB";
  const std::size_t all = end;
  while (end > 0 && kMarks.contains(utf8::peek_back(text, end))) utf8::previous(text, end);
  return end < all && is_comma(utf8::peek_back(text, end));
}

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

// The end of the chunk that begins at `begin`.
std::size_t chunk_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && end - begin < kLongestWord) {
    std::size_t next = end;
    if (is_white_space(utf8::next(text, next))) break;
    end = next;
  }
  return end;
}

// The chunk before a gap and the two behind it.
struct Surroundings {
  Chunk left;
  Chunk right;
  Chunk next;
};

Surroundings surroundings(std::string_view text, Span gap) {
  const std::size_t right_end = chunk_end(text, gap.end);
  const std::size_t next_begin = skip_white_space(text, right_end);
  const std::size_t next_end = chunk_end(text, next_begin);
  return {.left = chunk_before(text, gap.begin),
          .right = chunk_of(text.substr(gap.end, right_end - gap.end)),
          .next = chunk_of(text.substr(next_begin, next_end - next_begin))};
}

#ifdef __SSE2__
constexpr std::size_t kSide = 32;

// What the bytes on one side of a gap are: bit i tells of byte i.
class Side {
 public:
  explicit Side(const char* bytes)
      : bytes_(bytes),
        white_space_(byte_mask<kSide>(
            bytes, [](const char* at) { return equal(load(at), ' ') | in_range(load(at), '\t', '\r'); })),
        word_(byte_mask<kSide>(bytes, [](const char* at) { return is_letter_or_digit(load(at)); })),
        not_ascii_(byte_mask<kSide>(bytes, load)) {}

  // Where the last run that is not white space begins; kSide if the last byte is white space.
  [[nodiscard]] int last_run() const { return static_cast<int>(std::bit_width(white_space_)); }
  // The end of the run at `begin`, and of the white space there; above kSide if they go on behind these bytes.
  [[nodiscard]] int run_end(int begin) const { return begin + std::countr_zero(white_space_ >> begin); }
  [[nodiscard]] int white_space_end(int begin) const { return begin + std::countr_one(white_space_ >> begin); }

  [[nodiscard]] bool is_ascii(int begin, int end) const { return within(not_ascii_, begin, end) == 0; }

  // chunk_of(the ASCII from `begin` to `end`).
  [[nodiscard]] Chunk chunk(int begin, int end) const {
    const std::string_view run(bytes_ + begin, static_cast<std::size_t>(end - begin));
    const std::uint64_t word = within(word_, begin, end);
    if (word == 0) return {.lead = run, .word = {}, .trail = run};
    const auto first = static_cast<std::size_t>(std::countr_zero(word));
    const auto last = static_cast<std::size_t>(std::bit_width(word));
    return {.lead = run.substr(0, first), .word = run.substr(first, last - first), .trail = run.substr(last)};
  }

 private:
  static std::uint64_t within(std::uint64_t mask, int begin, int end) {
    return (mask & ((std::uint64_t{1} << end) - 1)) >> begin;
  }

  const char* bytes_;
  std::uint64_t white_space_;
  std::uint64_t word_;
  std::uint64_t not_ascii_;
};

// The surroundings, if they are ASCII and within kSide bytes.
std::optional<Surroundings> near_surroundings(std::string_view text, Span gap) {
  constexpr int kEnd = kSide;
  if (gap.begin < kSide || gap.end + kSide > text.size()) return std::nullopt;
  const Side before(text.data() + gap.begin - kSide);
  const Side behind(text.data() + gap.end);

  const int left = before.last_run();
  const int right_end = behind.run_end(0);
  if (left == 0 || right_end >= kEnd) return std::nullopt;
  const int next = behind.white_space_end(right_end);
  const int next_end = behind.run_end(next);
  if (next_end >= kEnd || !before.is_ascii(left, kEnd) || !behind.is_ascii(0, next_end)) return std::nullopt;
  return Surroundings{
      .left = before.chunk(left, kEnd), .right = behind.chunk(0, right_end), .next = behind.chunk(next, next_end)};
}
#else
std::optional<Surroundings> near_surroundings(std::string_view, Span) { return std::nullopt; }
#endif

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

// The last characters of a word, packed: the last in the lowest bits.
constexpr int kSuffix = 3;
constexpr int kCharacterBits = 21;
std::uint64_t last_characters(std::string_view word) {
  std::uint64_t characters = 0;
  std::size_t begin = word.size();
  for (int i = 0; i < kSuffix && begin > 0; ++i)
    characters |= std::uint64_t{utf8::previous(word, begin)} << (i * kCharacterBits);
  return characters;
}

}  // namespace

bool may_end_sentence(std::string_view text, Span gap, const Language& language) {
  if (gap.begin == 0 || gap.end >= text.size()) return false;
  const char32_t last = utf8::peek_back(text, gap.begin);
  const char32_t first = utf8::peek(text, gap.end);
  if (is_lower(first) || is_brace(first) || is_comma(last) || last == '_') return false;
  if (ends_with_quoted_comma(text, gap.begin)) return false;
  if (last == ':' && !language.may_end_at_colon()) return false;
  if (last == ';' && language.has_firm_rules()) return false;
  if (!is_word_character(last)) return true;
  if (!is_letter(first)) return false;
  if (!is_upper(first)) return language.ends_sentences_without_stops();
  const std::string_view word = word_at(text, gap.end);
  if ((language.kinds(word_hash(word)) & kSentenceStarter) == 0) return false;
  if (!language.knows_articles() || text.substr(gap.begin, gap.size()) != " ") return true;
  // "in Region Two": a name goes on with a number, or another word that carries a topic; not where all nouns have
  // capitals.
  std::size_t begin = gap.begin;
  while (begin > 0 && is_letter(utf8::peek_back(text, begin))) utf8::previous(text, begin);
  std::string folded;
  fold_case(word, folded);
  return !is_upper(utf8::peek(text, begin)) || (language.kinds(word_hash(folded)) & kStopWord) != 0;
}

template <Path kPath>
GapFeatures gap_features(std::string_view text, Span gap, const Language& language, bool rule) {
  std::optional<Surroundings> near;
  if constexpr (kPath == Path::kFast) near = near_surroundings(text, gap);
  const auto& [left, right, next] = near ? *near : surroundings(text, gap);

  const std::uint64_t said = rule ? 1 : 0;
  const std::uint64_t code = language.code_hash();
  const std::uint64_t before = punctuation_before(left.trail);
  const std::uint64_t behind = punctuation_behind(right.lead);
  const auto left_shape = static_cast<std::uint64_t>(shape_of(left.word));
  const auto right_shape = static_cast<std::uint64_t>(shape_of(right.word));
  const auto next_shape = static_cast<std::uint64_t>(shape_of(next.word));
  const std::uint64_t left_kinds = language.kinds(word_hash(left.word)) & kAnyAbbreviation;
  const std::uint64_t starter = language.kinds(word_hash(right.word)) & kSentenceStarter;
  const std::uint64_t length = std::min<std::size_t>(utf8::length(left.word), 6);
  const std::uint64_t characters = last_characters(left.word);
  const auto suffix = [&](int count) {
    return mix(code, characters & ((std::uint64_t{1} << (count * kCharacterBits)) - 1));
  };
  const std::uint64_t line_breaks =
      std::min<std::ptrdiff_t>(std::ranges::count(text.substr(gap.begin, gap.size()), '\n'), 2);

  std::uint64_t number = 0;
  const auto feature = [&number](std::uint64_t hash, auto... others) {
    number += 0xD1B54A32D192ED03ULL;
    ((hash = mix(hash, others)), ...);
    return static_cast<std::uint16_t>(((hash + number) * 0x9E3779B97F4A7C15ULL) >> 49);
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
          feature(suffix(2), before),
          feature(sides, said | starter),
          feature(known_sides, said),
          feature(mix(said, behind), right_shape),
          feature(known_sides, 8 * left_shape + next_shape),
          feature(suffix(1), sides),
          feature(suffix(3), before)};
}

template GapFeatures gap_features<Path::kFast>(std::string_view, Span, const Language&, bool);
template GapFeatures gap_features<Path::kPlain>(std::string_view, Span, const Language&, bool);

}  // namespace nutgraf
