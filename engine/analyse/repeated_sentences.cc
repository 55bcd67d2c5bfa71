#include "analyse/repeated_sentences.h"

#include <algorithm>
#include <bitset>

namespace nutgraf {
namespace {

// Whether a longer sentence has nearly all words of a shorter one that carry a topic.
bool says_again(std::span<const Word> longer, std::span<const Word> shorter) {
  constexpr std::size_t kFewestTopics = 5;
  constexpr std::size_t kMissingOneOf = 8;  // of so many, one may be missing
  std::size_t topics = 0;
  std::size_t missing = 0;
  if (longer.size() <= shorter.size()) return false;
  for (const Word& word : shorter) {
    if ((word.kinds & kStopWord) != 0) continue;
    ++topics;
    missing += std::ranges::find(longer, word.stem, &Word::stem) == longer.end() ? 1 : 0;
    if (missing > shorter.size() / kMissingOneOf) return false;
  }
  return topics >= kFewestTopics && missing <= topics / kMissingOneOf;
}

// "Ships return to Veld." above "On Tuesday, ships returned to Veld after a storm.": what a sentence soon below says
// again, with more words.
void find_early_decks(std::span<const SentenceForm> forms, Document& document) {
  constexpr std::size_t kFarthest = 3;  // sentences
  std::vector<Sentence>& sentences = document.sentences;
  const auto is_body = [](const Sentence& sentence) { return sentence.kind == SentenceKind::kBody; };
  const auto first = static_cast<std::size_t>(std::ranges::find_if(sentences, is_body) - sentences.begin());
  for (std::size_t i = first; i < std::min(sentences.size(), first + kFarthest); ++i)
    for (std::size_t k = i + 1; is_body(sentences[i]) && k < std::min(sentences.size(), i + 1 + kFarthest); ++k)
      if (is_body(sentences[k]) && says_again(forms[k].words, forms[i].words)) sentences[i].kind = SentenceKind::kDeck;
}

constexpr std::size_t kShortestRepeat = 4;  // words; shorter ones repeat by chance ("Yes.")

bool may_be_repeated(const Sentence& sentence, const SentenceForm& form) {
  return sentence.kind == SentenceKind::kBody && form.words.size() >= kShortestRepeat;
}

// Whether two sentences may be equal, by their first and last words and how many they have. Most articles repeat
// nothing, which this tells without a look at all words.
bool may_repeat(std::span<const SentenceForm> forms, std::span<const Sentence> sentences) {
  std::bitset<4096> met;
  bool again = false;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (!may_be_repeated(sentences[i], forms[i])) continue;
    const std::span<const Word> words = forms[i].words;
    const std::size_t place = (words.front().folded + words.back().folded + words.size()) % met.size();
    again |= met.test(place);
    met.set(place);
  }
  return again;
}

}  // namespace

void RepeatedSentences::find(std::span<const SentenceForm> forms, Document& document) {
  find_equal(forms, document);
  find_early_decks(forms, document);
}

// Of equal sentences the first is kept, unless it stands in a block at the top that is repeated: that is a deck.
void RepeatedSentences::find_equal(std::span<const SentenceForm> forms, Document& document) {
  if (!may_repeat(forms, document.sentences)) return;
  by_hash_.clear();
  for (std::uint32_t i = 0; i < forms.size(); ++i)
    if (may_be_repeated(document.sentences[i], forms[i])) by_hash_.emplace_back(hash_of(forms[i].words), i);
  std::ranges::sort(by_hash_);
  const std::size_t first_body =
      by_hash_.empty() ? 0 : std::ranges::min(by_hash_, {}, &std::pair<std::uint64_t, std::uint32_t>::second).second;

  for (std::size_t from = 0, to = 0; from < by_hash_.size(); from = to) {
    while (to < by_hash_.size() && by_hash_[to].first == by_hash_[from].first) ++to;
    if (to - from == 1) continue;
    const std::uint32_t first = by_hash_[from].second;
    const std::uint32_t second = by_hash_[from + 1].second;
    Sentence& kept = document.sentences[first];
    const bool on_top = kept.paragraph == document.sentences[first_body].paragraph;
    std::size_t copies = from + 1;
    if (on_top) {
      kept.kind = SentenceKind::kDeck;
      // "Deck.Deck" on one line; when the text itself opens with the deck's words, that copy is the report's.
      const bool same_paragraph = document.sentences[second].paragraph == kept.paragraph;
      document.sentences[second].kind = same_paragraph ? SentenceKind::kDeck : SentenceKind::kBody;
      ++copies;
    }
    for (; copies < to; ++copies) document.sentences[by_hash_[copies].second].kind = SentenceKind::kRepeat;
  }
}

}  // namespace nutgraf
