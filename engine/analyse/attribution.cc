#include "analyse/attribution.h"

#include <algorithm>

#include "text/has_byte.h"

namespace nutgraf {
namespace {

constexpr std::size_t kLongestSpeaker = 8;  // words

// With these a clause follows, which says something.
constexpr std::uint64_t kClauseWord = kFiniteVerb | kClauseOpening | kSubordinatingWord;

bool has_quotation_mark(std::string_view text) {
  if (has_byte<'"'>(text)) return true;
  if (is_ascii(text)) return false;
  return std::ranges::any_of(std::initializer_list<std::string_view>{"\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB"},
                             [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

}  // namespace

std::size_t attribution_at_start(const SentenceForm& form) {
  const std::size_t size = form.words.size();
  const std::size_t longest = std::min(size, kLongestSpeaker + 1);
  std::size_t at = 0;
  std::size_t commas = 0;  // two around who the speaker is
  while (at < longest && (form.words[at].kinds & kSpeechVerb) == 0) {
    if ((form.words[at].kinds & kClauseWord) != 0) return 0;
    commas += form.behind(at).starts_with(',') ? 1 : 0;
    ++at;
  }
  const bool closed = commas == 0 || (commas == 2 && form.behind(at - 1).starts_with(','));
  if (at == 0 || at == longest || !closed) return 0;
  // Whom somebody tells may follow the verb at once; else where and when.
  bool tail = (form.words[at].kinds & kTellingVerb) != 0;
  for (;; ++at) {
    std::string_view gap = form.behind(at);
    if (at + 1 == size) break;
    const bool date = (form.words[at].kinds & kDateWord) != 0 || form.tokens[at].digit;  // "on Oct. 12, 2027"
    if (date && form.tokens[at + 1].digit && (gap.starts_with('.') || gap.starts_with(','))) gap.remove_prefix(1);
    if (gap.starts_with(',')) break;
    for (const std::string_view possessive : {"'", "\u2019"})  // "the crews' harbour"
      if (gap.starts_with(possessive)) gap.remove_prefix(possessive.size());
    if (at >= kLongestAttribution || !gap.starts_with(' ')) return 0;
    const std::uint64_t kinds = form.words[at + 1].kinds;
    tail |= (kinds & (kSpeechSetting | kDateWord)) != 0;
    if ((kinds & kClauseOpening) != 0 && (form.words[at].kinds & kSpeechVerb) != 0) break;  // "replied as crews left"
    if (!tail || (kinds & kClauseWord) != 0) return 0;
  }
  return form.text.ends_with(':') || has_quotation_mark(form.text) ? 0 : at + 1;
}

}  // namespace nutgraf
