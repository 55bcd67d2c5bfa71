#include "text/word_normalizer.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#define XXH_INLINE_ALL  // hashes of words are too short to pay for a call
#include <xxhash.h>

#include <utility>

namespace nutgraf {
namespace {

constexpr std::size_t kEntries = 1 << 15;

// Longer words are identifiers or noise, and Snowball is not made for them.
constexpr std::size_t kLongestStemmed = 64;

}  // namespace

void fold_case(std::string_view word, std::string& folded) {
  folded.resize(word.size());
  bool ascii = true;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    ascii &= static_cast<unsigned char>(c) < 0x80;
    folded[i] = static_cast<unsigned char>(c - 'A') < 26 ? static_cast<char>(c | 0x20) : c;
  }
  if (ascii) return;
  folded.clear();
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) {
    folded = word;
    return;
  }
  icu::StringByteSink<std::string> sink(&folded);
  casefold->normalizeUTF8(0, {word.data(), static_cast<std::int32_t>(word.size())}, sink, nullptr, status);
  constexpr std::string_view kApostrophe = "\u2019";
  for (std::size_t at = 0; (at = folded.find(kApostrophe, at)) != std::string::npos;)
    folded.replace(at, kApostrophe.size(), "'");
}

WordNormalizer::WordNormalizer() : language_(Language::find("")), entries_(kEntries) {}

void WordNormalizer::use(std::shared_ptr<const Language> language) {
  if (language == language_) return;
  language_ = std::move(language);
  seed_ = word_hash(language_->code());
  stemmer_.reset(sb_stemmer_new(std::string(language_->code()).c_str(), "UTF_8"));
}

std::size_t WordNormalizer::pair_of(std::uint64_t key) { return 2 * ((key >> 1) % (kEntries / 2)); }

std::uint64_t WordNormalizer::prefetch(std::string_view word) const {
  // 0 marks a free entry.
  const std::uint64_t key = XXH3_64bits_withSeed(word.data(), word.size(), seed_) | 1;
  const Entry* const pair = &entries_[pair_of(key)];
  __builtin_prefetch(&pair[0], 1);
  __builtin_prefetch(&pair[1], 1);
  return key;
}

Word WordNormalizer::look_up(std::uint64_t key, std::string_view word) {
  Entry* const pair = &entries_[pair_of(key)];
  if (pair[0].key == key) return pair[0].word;
  if (pair[1].key != key) pair[1] = {.key = key, .word = normalize(word)};
  std::swap(pair[0], pair[1]);
  return pair[0].word;
}

Word WordNormalizer::normalize(std::string_view word) {
  fold_case(word, folded_);
  Word result;
  result.folded = word_hash(folded_);
  result.kinds = language_->kinds(result.folded);
  std::string_view stem = folded_;
  if (stem.ends_with("'s")) stem.remove_suffix(2);
  if (stemmer_ && stem.size() <= kLongestStemmed) {
    const auto* bytes = reinterpret_cast<const sb_symbol*>(stem.data());
    const sb_symbol* stemmed = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(stem.size()));
    if (stemmed != nullptr)
      stem = {reinterpret_cast<const char*>(stemmed), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
  }
  result.stem = word_hash(stem);
  return result;
}

}  // namespace nutgraf
