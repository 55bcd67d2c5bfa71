#include "analyse/dependence.h"

#include <algorithm>
#include <functional>

#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

constexpr std::size_t kLongestOpening = 6;  // words in front of "he" that it may refer into
constexpr std::size_t kBehindBracket = 2;   // bytes: the bracket, a stop
constexpr std::size_t kLongestVerb = 3;     // words behind "he": "said", "told reporters on Monday"

bool starts_with_words(std::span<const Word> words, std::span<const std::uint64_t> phrase) {
  return words.size() >= phrase.size() &&
         std::ranges::equal(words.first(phrase.size()), phrase, {}, &Word::folded, std::identity());
}

bool opens_in_capitals(const SentenceForm& form, std::size_t word) {
  return word < form.words.size() && is_upper(utf8::peek(form.word(word), 0));
}

// The text between a word and the next.
std::string_view behind(const SentenceForm& form, std::size_t word) {
  const std::size_t begin = form.tokens[word].end - form.begin;
  const std::size_t end = word + 1 < form.tokens.size() ? form.tokens[word + 1].begin - form.begin : form.text.size();
  return form.text.substr(begin, end - begin);
}

bool has_phrase(const Language& language, const SentenceForm& form, PhraseKind kind) {
  return std::ranges::any_of(language.phrases_from(form.words[0].folded), [&](const Phrase& phrase) {
    return phrase.kind == kind && starts_with_words(form.words, phrase.words) &&
           !behind(form, phrase.words.size() - 1).starts_with('-');  // "The two-day storm"
  });
}

bool has_any(std::string_view text, std::u32string_view characters) {
  for (std::size_t at = 0; at < text.size();)
    if (characters.contains(utf8::next(text, at))) return true;
  return false;
}

bool opens_with_a_link(const Language& language, const SentenceForm& form) {
  if (behind(form, 0).starts_with('-')) return false;  // "Then-mayor Weir"
  if ((form.words[0].kinds & kDependentOpening) != 0)
    // "This week" says when, "this" alone says nothing.
    return form.words.size() < 2 || (form.words[1].kinds & kDateWord) == 0;
  const bool is_name = opens_in_capitals(form, 1) && opens_in_capitals(form, 2);
  return !is_name && has_phrase(language, form, PhraseKind::kDependent);
}

// "In 2010, he": the opening up to the comma has no name in it.
bool opens_with_somebody_unnamed(const SentenceForm& form) {
  for (std::size_t i = 0; i + 1 < std::min(form.words.size(), kLongestOpening); ++i) {
    const std::string_view word = form.word(i);
    const bool capital = opens_in_capitals(form, i) && (form.words[i].kinds & kDateWord) == 0;
    if (i > 0 && capital) return false;
    if (!behind(form, i).starts_with(',')) continue;
    return (form.words[i + 1].kinds & kPersonalPronoun) != 0 &&
           !(i == 0 && capital && word.size() > 1 &&
             (form.words[0].kinds & (kStopWord | kDateWord | kAdverbialOpening)) == 0);
  }
  return false;
}

// '"We waited."': nobody says it.
bool is_all_quoted(std::string_view sentence) {
  std::size_t begin = 0;
  std::size_t end = sentence.size();
  if (begin == end) return false;
  utf8::next(sentence, begin);
  utf8::previous(sentence, end);
  const bool quoted = has_any(sentence.substr(0, begin), U"\"\u201C\u201E\u00AB") &&
                      has_any(sentence.substr(end), U"\"\u201C\u201D\u00BB");
  return quoted && begin < end && !has_any(sentence.substr(begin, end - begin), U"\"\u201C\u201D\u201E\u00AB\u00BB");
}

// "When it reopened, prices fell", "Among them were three ferries": unless a name follows ("When he spoke, Weir ...").
bool opens_around_a_link(const SentenceForm& form) {
  if (form.words.size() < 3 || (form.words[0].kinds & kStopWord) == 0) return false;
  const bool link = (form.words[1].kinds & kDependentOpening) != 0 && (form.words[2].kinds & kDateWord) == 0;
  if (!link || opens_in_capitals(form, 1) || !behind(form, 0).starts_with(' ')) return false;
  for (std::size_t i = 1; i + 1 < form.words.size(); ++i)
    if (behind(form, i).starts_with(',')) return !opens_in_capitals(form, i + 1);
  return true;
}

// '"...," she said', '..., he told reporters.'
bool is_said_by_somebody_unnamed(const SentenceForm& form) {
  for (std::size_t i = 1; i < form.words.size(); ++i) {
    if ((form.words[i].kinds & kPersonalPronoun) == 0) continue;
    const std::string_view gap = behind(form, i - 1);
    const bool quoted = has_any(gap, U"\"\u201D\u00BB") && has_any(gap, U",?!");
    const bool speech = i + 1 < form.words.size() && (form.words[i + 1].kinds & kSpeechVerb) != 0;
    const bool last = speech && gap.starts_with(',') && form.words.size() - i - 1 <= kLongestVerb;
    if (quoted || last) return true;
  }
  return false;
}

bool is_inner_part(const SentenceForm& form) {
  const char32_t first = utf8::peek(form.text, 0);
  if (is_lower(first))
    return !opens_in_capitals(form, 0) && form.word(0).size() > 1 && !is_upper(utf8::peek(form.text, 1));
  // "3. The pier": a number and its stop.
  const bool digits = std::ranges::all_of(form.word(0), [](char c) { return c >= '0' && c <= '9'; });
  if (digits && form.words.size() > 1)
    return behind(form, 0).starts_with(". ") || behind(form, 0).starts_with(") ") || behind(form, 0).starts_with(": ");
  if (first == '(' && form.text.find(')') + kBehindBracket >= form.text.size()) return true;  // an aside
  return first == 0x2022 || first == 0x25CF || first == 0x25AA || first == '*';
}

}  // namespace

bool leans_on_the_one_before(const Language& language, const SentenceForm& form) {
  if (form.words.empty()) return false;
  const bool linked = !has_phrase(language, form, PhraseKind::kIndependent) &&
                      (opens_with_a_link(language, form) || opens_around_a_link(form));
  return linked || opens_with_somebody_unnamed(form) || is_said_by_somebody_unnamed(form) || is_all_quoted(form.text) ||
         is_inner_part(form);
}

bool needs_the_one_behind(std::string_view sentence) {
  std::size_t end = sentence.size();
  char32_t last = 0;
  while (end > 0) {
    last = utf8::previous(sentence, end);
    const bool closes = is_white_space(last) || last == '"' || last == '\'' || last == ')' || last == 0x201D ||
                        last == 0x2019 || last == 0xBB || last == 0x201C;
    if (!closes) break;
  }
  return last == ':' || last == '?' || last == 0x2026 || last == 0xFF1A || last == 0xFF1F || last == 0x61F ||
         last == ',' || last == ';' || sentence.substr(0, end + 1).ends_with("...");
}

}  // namespace nutgraf
