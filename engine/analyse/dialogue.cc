#include "analyse/dialogue.h"

#include <algorithm>
#include <ranges>
#include <string_view>

namespace nutgraf {
namespace {

// How many words in front of a colon are capitalised; 0 if there is none behind the first few.
std::size_t words_of_label(const SentenceForm& form) {
  constexpr std::size_t kLongestSpeaker = 4;                              // words
  constexpr std::size_t kFarthestColon = 64;                              // bytes
  if (form.words.empty() || form.tokens[0].begin > form.begin) return 0;  // not a title in quotation marks
  if (!form.may_have(kColon) || form.text.substr(0, kFarthestColon).find(':') == std::string_view::npos) return 0;
  for (std::size_t i = 0; i < std::min(form.words.size(), kLongestSpeaker); ++i) {
    if (!form.tokens[i].capital) return 0;
    const std::string_view gap = form.behind(i);
    if (gap.starts_with(": ")) return i + 1;
    if (gap != " " && gap != ". ") return 0;
  }
  return 0;
}

}  // namespace

void Dialogue::find(std::span<const SentenceForm> forms, Document& document) {
  constexpr std::size_t kTurns = 3;
  labels_.clear();
  for (std::uint32_t i = 0; i < forms.size(); ++i)
    if (const std::size_t words = words_of_label(forms[i]); words > 0)
      labels_.emplace_back(hash_of(forms[i].words.first(words)), i);
  std::ranges::sort(labels_);
  bool again = false;
  std::size_t speakers = 0;
  for (std::size_t from = 0, to = 0; from < labels_.size(); from = to) {
    while (to < labels_.size() && labels_[to].first == labels_[from].first) ++to;
    again |= to - from > 1;
    speakers += to - from >= kTurns ? 1 : 0;
  }
  if (!again) return;
  std::vector<Sentence>& sentences = document.sentences;
  const auto break_off = [&](std::uint32_t first, std::uint32_t last) {  // up to the end of its paragraph
    for (std::size_t i = first; i < sentences.size() && sentences[i].paragraph <= sentences[last].paragraph; ++i)
      sentences[i].incomplete = true;
  };
  if (speakers > 1) {
    const auto [first, last] = std::ranges::minmax(labels_ | std::views::values);
    break_off(first, last);
  } else {
    for (const auto& [hash, i] : labels_) break_off(i, i);
  }
}

}  // namespace nutgraf
