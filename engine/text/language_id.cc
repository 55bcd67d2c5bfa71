#include "text/language_id.h"

#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <bit>

#include "text/language.h"
#include "text/utf8.h"
#include "text/word_normalizer.h"

namespace nutgraf {
namespace {

constexpr std::size_t kSampleBytes = 1024;
constexpr std::size_t kShortSampleBytes = 384;

// So many stop words of a language settle it, if no other one has half as many; looked at every so many words.
constexpr std::size_t kSettled = 12;
constexpr std::size_t kLookEvery = 16;

struct ScriptLanguage {
  UScriptCode script;
  std::string_view language;
};

// Scripts that one language of ours is written in, but for Han, which Japanese mixes with Kana.
constexpr std::array<ScriptLanguage, 7> kScriptLanguages = {{{USCRIPT_HIRAGANA, "ja"},
                                                             {USCRIPT_KATAKANA, "ja"},
                                                             {USCRIPT_HAN, "zh"},
                                                             {USCRIPT_HANGUL, "ko"},
                                                             {USCRIPT_THAI, "th"},
                                                             {USCRIPT_GREEK, "el"},
                                                             {USCRIPT_HEBREW, "he"}}};

// One bit a language, in the order of language_files(); read when first needed.
const WordBits& stop_words() {
  static const WordBits kStopWords = [] {
    const auto files = language_files();
    std::vector<WordBits::Entry> words;
    for (std::size_t i = 0; i < files.size(); ++i) {
      for_each_word(files[i], "stop words",
                    [&](std::string_view word) { words.push_back({.hash = word_hash(word), .bits = 1ULL << i}); });
    }
    return WordBits(words);
  }();
  return kStopWords;
}

bool is_settled(std::span<const std::size_t> votes) {
  std::size_t first = 0;
  std::size_t second = 0;
  for (const std::size_t count : votes) {
    second = std::max(second, std::min(first, count));
    first = std::max(first, count);
  }
  return first >= kSettled && 2 * second <= first;
}

}  // namespace

std::string_view LanguageId::identify(std::string_view text) {
  // Nearly always the first words settle it, and the others need not even be found.
  if (text.size() > kSampleBytes && count_votes(text, kShortSampleBytes)) return elected();
  count_votes(text, kSampleBytes);
  return elected();
}

bool LanguageId::count_votes(std::string_view text, std::size_t bytes) {
  word_votes_.assign(language_files().size(), 0);
  script_votes_.assign(kScriptLanguages.size(), 0);
  tokens_.clear();
  tokenizer_.tokenize(text, {0, utf8::floor(text, std::min(text.size(), bytes))}, tokens_);
  if (bytes == kShortSampleBytes && !tokens_.empty()) tokens_.pop_back();  // may be cut off
  const WordBits& languages_of = stop_words();
  for (std::size_t i = 0; i < tokens_.size(); i += kLookEvery) {
    if (is_settled(word_votes_)) return true;
    hashes_.clear();  // so that the look-ups are on their way together
    for (const TokenSpan& token : std::span(tokens_).subspan(i, std::min(kLookEvery, tokens_.size() - i))) {
      const std::string_view word = text.substr(token.begin, token.end - token.begin);
      if (!token.ascii && votes_by_script(word)) continue;
      fold_case(word, folded_);
      hashes_.push_back(word_hash(folded_));
      languages_of.prefetch(hashes_.back());
    }
    for (const std::uint64_t hash : hashes_)
      for (std::uint64_t languages = languages_of[hash]; languages != 0; languages &= languages - 1)
        ++word_votes_[static_cast<std::size_t>(std::countr_zero(languages))];
  }
  return false;
}

bool LanguageId::votes_by_script(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(utf8::peek(word, 0)), &status);
  const auto* const known = std::ranges::find(kScriptLanguages, script, &ScriptLanguage::script);
  if (known == kScriptLanguages.end()) return false;
  ++script_votes_[static_cast<std::size_t>(known - kScriptLanguages.begin())];
  return true;
}

std::string_view LanguageId::elected() const {
  const auto files = language_files();
  const auto words = std::ranges::max_element(word_votes_);
  const auto scripts = std::ranges::max_element(script_votes_);
  const std::size_t word_count = *words;
  if (word_count == 0 && *scripts == 0) return {};
  if (word_count >= *scripts) return files[static_cast<std::size_t>(words - word_votes_.begin())].code;
  const std::string_view language =
      kScriptLanguages[static_cast<std::size_t>(scripts - script_votes_.begin())].language;
  const bool kana = script_votes_[0] + script_votes_[1] > 0;
  return language == "zh" && kana ? "ja" : language;
}

}  // namespace nutgraf
