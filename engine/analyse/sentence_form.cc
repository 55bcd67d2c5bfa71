#include "analyse/sentence_form.h"

#include <algorithm>
#include <functional>

#include "segment/candidates.h"
#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {

SentenceForm form_of(const Document& document, const Sentence& sentence, std::span<const Word> words) {
  std::size_t first = sentence.first_token;
  std::size_t last = sentence.last_token;
  while (first < last && document.tokens[first].begin < sentence.content_begin) ++first;
  while (last > first && document.tokens[last - 1].end > sentence.content_end) --last;
  SentenceForm form;
  form.text = document.content(sentence);
  form.begin = sentence.content_begin;
  form.words = words.subspan(first, last - first);
  form.tokens = std::span(document.tokens).subspan(first, last - first);
  for (const Word& word : form.words) form.kinds |= word.kinds;
  form.stopped = ends_with_stop(form.text);
  return form;
}

void skip(SentenceForm& form, std::size_t bytes) {
  form.text.remove_prefix(bytes);
  form.begin += bytes;
  while (!form.tokens.empty() && form.tokens[0].begin < form.begin) {
    form.tokens = form.tokens.subspan(1);
    form.words = form.words.subspan(1);
  }
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
