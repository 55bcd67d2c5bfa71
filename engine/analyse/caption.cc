#include "analyse/caption.h"

#include <algorithm>

#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

constexpr std::size_t kShortestCaption = 6;  // words
constexpr std::size_t kLongestCaption = 60;
constexpr std::size_t kYear = 4;  // digits

bool is_number(std::string_view word, std::size_t shortest, std::size_t longest) {
  return word.size() >= shortest && word.size() <= longest &&
         std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

// "waits", not what somebody "said" or "wants to hold".
bool has_caption_verb(std::span<const Word> words) {
  constexpr std::uint64_t kTold = kSpeechVerb | kPersonalPronoun;
  bool found = false;
  for (const Word& word : words) {
    if ((word.kinds & kTold) != 0 && !found) return false;
    found |= (word.kinds & kCaptionVerb) != 0;
  }
  return found;
}

}  // namespace

bool is_caption(const SentenceForm& form, bool opens_article) {
  // Nearly no sentence ends with a number.
  const std::size_t size = form.words.size();
  if (size < kShortestCaption || !is_number(form.text.substr(form.text.size() - 2, 1), 1, 1)) return false;
  if (size > kLongestCaption || !is_number(form.word(size - 1), 1, kYear)) return false;
  std::size_t date = size - 1;  // its first word
  const bool year = is_number(form.word(date), kYear, kYear);
  if (year) --date;
  const auto is_day = [&](std::size_t i) { return is_number(form.word(i), 1, 2); };
  const auto is_month = [&](std::size_t i) {
    const std::uint64_t kinds = form.words[i].kinds;
    const bool name = (kinds & kStopWord) == 0 || is_upper(utf8::peek(form.word(i), 0));  // "May", not "at"
    return (kinds & kDateWord) != 0 && name;
  };
  const bool dated = (is_day(date) && is_month(date - 1)) || (year && is_month(date) && is_day(date - 1));
  if (!dated) return false;
  --date;
  if (is_month(date - 1)) --date;  // "Monday, May 3"
  const bool placed = form.behind(date - 1).starts_with(',');
  return ((placed && year) || opens_article) && has_caption_verb(form.words.subspan(1, date - 1));
}

}  // namespace nutgraf
