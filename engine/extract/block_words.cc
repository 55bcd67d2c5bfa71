#include "extract/block_words.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <span>

#include "text/character.h"
#include "text/word_normalizer.h"

namespace nutgraf {
namespace {

constexpr std::size_t kLongestDate = 14;    // words
constexpr std::size_t kPhrasesWithin = 60;  // words: what a paragraph says later on is not what it is for

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

BlockWords BlockWordReader::read(std::string_view text) {
  BlockWords found;
  tokens_.clear();
  words_.clear();
  tokenizer_.tokenize(text, {0, text.size()}, tokens_);
  for (const TokenSpan& token : tokens_) {
    const std::string_view token_text = text.substr(token.begin, token.end - token.begin);
    fold_case(token_text, folded_);
    const std::uint64_t hash = word_hash(folded_);
    const FoldedWord& word = words_.emplace_back(hash, language_->kinds(hash));
    found.stop_words += (word.kinds & kStopWord) != 0;
    found.capitalised += is_upper(utf8::peek(token_text, 0));
    found.hash = XXH3_64bits_withSeed(&hash, sizeof hash, found.hash);
  }
  found.words = static_cast<std::uint32_t>(words_.size());
  found.is_date = is_date(text);
  if (!words_.empty()) found.opening_phrases = phrases_at(0, /*anywhere=*/false);
  for (std::size_t i = 1; i < std::min(words_.size(), kPhrasesWithin); ++i) {
    found.inner_phrase |= (words_[i].kinds & kOpensPhrase) != 0 && phrases_at(i, /*anywhere=*/true) != 0;
  }
  return found;
}

bool BlockWordReader::is_date(std::string_view text) const {
  if (words_.size() > kLongestDate || !has_digit(text)) return false;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const bool number = has_digit(text.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin));
    if (!number && (words_[i].kinds & kDateWord) == 0) return false;
  }
  return !words_.empty();
}

std::uint32_t BlockWordReader::phrases_at(std::size_t word, bool anywhere) const {
  const std::span<const FoldedWord> rest = std::span(words_).subspan(word);
  std::uint32_t kinds = 0;
  for (const Phrase& phrase : language_->phrases_from(rest[0].hash)) {
    if ((anywhere && !phrase.anywhere) || rest.size() < phrase.words.size()) continue;
    if (std::ranges::equal(rest.first(phrase.words.size()), phrase.words, {}, &FoldedWord::hash))
      kinds |= 1U << static_cast<unsigned>(phrase.kind);
  }
  return kinds;
}

}  // namespace nutgraf
