#include "measure/vocabulary.h"

#include <algorithm>
#include <span>
#include <unordered_set>

#include "embed/model_file.h"
#include "embed/model_parts.h"
#include "text/language.h"

namespace nutgraf {
namespace {

constexpr std::size_t kInventedWords = 12000;
constexpr std::size_t kShortWords = kInventedWords / 4;  // the common ones are shorter
constexpr std::size_t kCommonWords = 6000;               // where the second regime begins
constexpr std::size_t kContentRanks = 20000;             // those behind are rare

// Of letters alone: "the", not "u.s", "10" or "don't".
bool is_plain(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

Vocabulary::Vocabulary(const Letters& letters, const Model* model)
    : letters_(letters),
      maker_(letters),
      titles_(split_list(letters.titles)),
      abbreviations_(split_list(letters.abbreviations)) {
  if (model != nullptr) take_words(*model);
  if (words_.empty()) make_words();
  std::uint64_t sum = 0;
  for (std::size_t rank = 0; rank < words_.size(); ++rank) {
    std::uint64_t weight = (std::uint64_t{1} << 40) / (2 * rank + 5);
    if (rank > kCommonWords) weight = weight / rank * kCommonWords;
    up_to_.push_back(sum += weight);
    if (is_content_[rank] && rank < kContentRanks) content_.push_back(rank);
  }
}

void Vocabulary::take_words(const Model& model) {
  const std::shared_ptr<const Language> language = Language::find(letters_.language);
  const std::span<const std::byte> section = model.parts().file.section(SectionKind::kWords);
  std::string_view list(reinterpret_cast<const char*>(section.data()), section.size());
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    const std::string_view word = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    if (!is_plain(word)) continue;
    words_.emplace_back(word);
    is_content_.push_back((language->kinds(word_hash(word)) & kStopWord) == 0);
  }
}

void Vocabulary::make_words() {
  std::unordered_set<std::string> known;
  const auto add = [&](std::string word, bool content) {
    if (!known.insert(word).second) return;
    words_.push_back(std::move(word));
    is_content_.push_back(content);
  };
  for (const std::string_view word : split_list(letters_.function_words)) add(std::string(word), /*content=*/false);
  Random random(0);  // a language is the same whoever writes in it
  while (words_.size() < kInventedWords)
    add(maker_.make(words_.size() < kShortWords ? 2 : letters_.most_syllables, random), /*content=*/true);
}

std::size_t Vocabulary::draw(Random& random) const {
  const std::uint64_t at = random.below(up_to_.back());
  return static_cast<std::size_t>(std::ranges::upper_bound(up_to_, at) - up_to_.begin());
}

}  // namespace nutgraf
