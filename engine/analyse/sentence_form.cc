#include "analyse/sentence_form.h"

#include <algorithm>
#include <cstring>
#include <functional>

#include "segment/candidates.h"
#include "text/byte_masks.h"
#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

// The Mark bits of a byte behind another one, or behind 0.
std::uint8_t marks_at(unsigned char before, unsigned char c) {
  const auto is = [](bool condition, Mark mark) { return condition ? unsigned{mark} : 0U; };
  const bool word = is_letter(before) || is_digit(before);
  return static_cast<std::uint8_t>(is(c >= 0x80, kNotAscii) | is(c == '"', kQuotationMark) | is(c == '/', kSlash) |
                                   is(c == ':', kColon) | is(c == '(' || c == '[', kBracket) |
                                   is(c >= 'A' && c <= 'Z' && before >= 'a' && before <= 'z', kGluedCapital) |
                                   is(before == '.' && c != ' ', kInnerStop) | is(c == '-' && !word, kFreeHyphen));
}

std::uint8_t marks_of(std::string_view text) {
#ifdef __SSE2__
  if (text.size() >= sizeof(Bytes)) {
    Bytes all = fill(0);
    const std::size_t last = text.size() - sizeof(Bytes);
    for (std::size_t at = 0;; at = std::min(at + sizeof(Bytes), last)) {  // some of the last twice
      const Bytes c = load(&text[at]);
      const Bytes before = at == 0 ? _mm_slli_si128(c, 1) : load(&text[at - 1]);
      const auto add = [&](Bytes found, Mark mark) { all |= found & fill(static_cast<char>(mark)); };
      add(c, kNotAscii);
      add(equal(c, '"'), kQuotationMark);
      add(equal(c, '/'), kSlash);
      add(equal(c, ':'), kColon);
      add(equal(c, '(') | equal(c, '['), kBracket);
      add(in_range(before, 'a', 'z') & in_range(c, 'A', 'Z'), kGluedCapital);
      add(equal(before, '.') & ~equal(c, ' '), kInnerStop);
      add(equal(c, '-') & ~is_letter_or_digit(before), kFreeHyphen);
      if (at == last) break;
    }
    std::uint64_t halves[2];
    std::memcpy(halves, &all, sizeof all);
    std::uint64_t folded = halves[0] | halves[1];
    for (const int half : {32, 16, 8}) folded |= folded >> half;
    return static_cast<std::uint8_t>(folded);
  }
#endif
  std::uint8_t marks = 0;
  for (std::size_t at = 0; at < text.size(); ++at) marks |= marks_at(at == 0 ? 0 : text[at - 1], text[at]);
  return marks;
}

}  // namespace

SentenceForm form_of(const Document& document, const Sentence& sentence, std::span<const Word> words) {
  SentenceForm form;
  form.text = document.content(sentence);
  form.begin = sentence.content_begin;
  form.tokens = document.content_tokens(sentence);
  form.words = words.subspan(static_cast<std::size_t>(form.tokens.data() - document.tokens.data()), form.tokens.size());
  for (const Word& word : form.words) form.kinds |= word.kinds;
  form.marks = marks_of(form.text);
  form.stopped = ends_with_stop(form.text);
  return form;
}

void skip(SentenceForm& form, std::size_t bytes) {
  form.text.remove_prefix(bytes);
  form.begin += bytes;
  form.marks |= kFreeHyphen;  // nothing is in front of the first byte now
  while (!form.tokens.empty() && form.tokens[0].begin < form.begin) {
    form.tokens = form.tokens.subspan(1);
    form.words = form.words.subspan(1);
  }
}

std::span<const Phrase> phrases_from(const Language& language, std::span<const Word> words) {
  return language.phrases_from(words[0].folded, words.size() > 1 ? words[1].folded : 0);
}

bool starts_with_words(std::span<const Word> words, std::span<const std::uint64_t> phrase) {
  return words.size() >= phrase.size() &&
         std::ranges::equal(words.first(phrase.size()), phrase, {}, &Word::folded, std::identity());
}

std::uint64_t hash_of(std::span<const Word> words) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;
  std::uint64_t hash = 0;  // a polynomial of the words' hashes, which are good ones
  for (const Word& word : words) hash = hash * kOdd + word.folded;
  return hash;
}

bool ends_with_stop(std::string_view sentence) {
  for (std::size_t end = sentence.size(); end > 0;) {
    const char32_t c = utf8::previous(sentence, end);
    if (is_stop(c)) return true;
    if (is_letter(c) || is_digit(c) || c == ',' || c == ':' || c == ';' || c == '-') return false;
  }
  return false;
}

}  // namespace nutgraf
