#include "text/word_normalizer.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#define XXH_INLINE_ALL  // hashes of words are too short to pay for a call
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "text/has_byte.h"

namespace nutgraf {
namespace {

// The table grows to four times its size as soon as it met as many words as it has pairs: short runs stay in cache, and
// touch no memory that they do not need.
constexpr std::size_t kFirstPairs = 1 << 10;
constexpr std::size_t kMostPairs = 1 << 16;

// Bytes that are hashed in one go, and for each size of a word the mask of its bytes among them.
constexpr std::size_t kBlock = 16;
using Masks = std::array<std::array<std::uint64_t, 2>, kBlock + 1>;
constexpr Masks masks_of(std::uint64_t byte) {
  Masks masks{};
  for (std::size_t size = 0; size <= kBlock; ++size)
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t bit = 8 * (i % 8);
      masks[size][i / 8] |= byte << (std::endian::native == std::endian::little ? bit : 56 - bit);
    }
  return masks;
}
constexpr Masks kAllBits = masks_of(0xFF);
// Without the bit that tells "a" from "A". Nothing else that tokens of ASCII are made of differs by it alone.
constexpr Masks kCaseless = masks_of(0xFF & ~0x20);

constexpr std::uint64_t kTaken = std::uint64_t{1} << 63;  // in all keys, as 0 marks a free entry

// The row of a word of which what is known is still on its way from memory.
constexpr std::uint32_t kUnread = kNoRow - 1;

constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;  // in place of what short words have no bytes for

constexpr std::uint64_t kEach = 0x0101010101010101;  // times a byte: that byte eight times
constexpr std::uint64_t kHighBits = 0x80 * kEach;

// Eight bytes of ASCII in lower case; others may carry into their neighbours.
constexpr std::uint64_t in_lower_case(std::uint64_t bytes) {
  const std::uint64_t from_a = bytes + (0x80 - 'A') * kEach;  // sets the high bit of each byte from 'A' on
  const std::uint64_t behind_z = bytes + (0x7F - 'Z') * kEach;
  return bytes | ((from_a & ~behind_z & kHighBits) >> 2);
}

// Longer words are identifiers or noise, and Snowball is not made for them.
constexpr std::size_t kLongestStemmed = 64;

}  // namespace

void fold_case(std::string_view word, std::string& folded) {
  std::uint64_t all = 0;  // bytes, or-ed together
  folded.resize_and_overwrite((word.size() / 8 + 1) * 8, [&](char* bytes, std::size_t size) {
    std::memset(bytes + size - 8, 0, 8);
    std::memcpy(bytes, word.data(), word.size());
    for (std::size_t at = 0; at < word.size(); at += 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, bytes + at, 8);
      all |= eight;
      eight = in_lower_case(eight);
      std::memcpy(bytes + at, &eight, 8);
    }
    return word.size();
  });
  if ((all & kHighBits) == 0) return;
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

WordNormalizer::WordNormalizer(std::unique_ptr<const WordKnowledge> knowledge)
    : knowledge_(std::move(knowledge)), pairs_(kFirstPairs), mask_(kFirstPairs - 1) {
  use(Language::find(""));
}

void WordNormalizer::use(std::shared_ptr<const Language> language) {
  if (language == language_) return;
  language_ = std::move(language);
  seed_ = word_hash(language_->code());
  known_ = knowledge_ && knowledge_->covers(language_->code()) ? knowledge_.get() : nullptr;
  folds_ = known_ == nullptr || known_->folds();
  const std::string code(language_->code());
  stemmer_.reset(sb_stemmer_new(code.c_str(), "UTF_8"));
  ascii_stemmer_.reset(sb_stemmer_new(code.c_str(), "ISO_8859_1"));
}

[[gnu::always_inline]] inline std::uint64_t WordNormalizer::key_of(std::string_view text,
                                                                   const TokenSpan& token) const {
  const std::size_t size = token.end - token.begin;
  std::uint64_t key = 0;
  if (size <= kBlock) {
    // What is behind the word is read and cut off again, where that is in the text: words are too short for branches on
    // their length.
    const char* bytes = text.data() + token.begin;
    std::array<char, kBlock> alone;
    if (token.begin + kBlock > text.size()) {
      alone.fill(0);
      std::memcpy(alone.data(), bytes, size);
      bytes = alone.data();
    }
    const auto& masks = token.ascii && folds_ ? kCaseless[size] : kAllBits[size];
    const auto half = [&](std::size_t i) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, bytes + 8 * i, 8);
      return eight & masks[i];
    };
    key = XXH3_mul128_fold64(half(0) ^ seed_, half(1) ^ kOdd);  // the step of XXH3, once: words are no adversaries
  } else {
    key = XXH3_64bits_withSeed(text.data() + token.begin, size, seed_);
  }
  const Pair& pair = pairs_[key & mask_];
  __builtin_prefetch(&pair.recent, 1);
  __builtin_prefetch(&pair.old.word.idf, 1);  // the end, which is in the next line mostly
  return key | kTaken;
}

Word WordNormalizer::look_up(std::string_view word) {
  const TokenSpan whole{.end = static_cast<std::uint32_t>(word.size()), .ascii = is_ascii(word)};
  if (const Word* const known = find(key_of(word, whole))) return *known;
  Word result;
  look_up(word, {&whole, 1}, {&result, 1});
  return result;
}

void WordNormalizer::look_up(std::string_view text, std::span<const TokenSpan> tokens, std::span<Word> words) {
  const auto written = [&](std::size_t i) { return text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin); };
  const auto end_of_block = [&](std::size_t begin) { return std::min(begin + kTogether, tokens.size()); };
  const auto make_keys = [&](std::size_t begin) {
    for (std::size_t i = begin, end = end_of_block(begin); i < end; ++i) keys_[i] = key_of(text, tokens[i]);
  };
  keys_.resize(std::max(keys_.size(), tokens.size()));
  unread_.clear();
  make_keys(0);
  for (std::size_t begin = 0; begin < tokens.size(); begin += kTogether) {
    make_keys(begin + kTogether);
    for (std::size_t i = begin, end = end_of_block(begin); i < end; ++i) {
      if (const Word* const known = find(keys_[i])) {
        words[i] = *known;
      } else {
        words[i] = normalize(written(i));
        remember({.key = keys_[i], .word = words[i]});
      }
      if (words[i].row == kUnread) unread_.push_back(i);
    }
  }
  for (const std::size_t i : unread_) {
    Word* const kept = find(keys_[i]);
    if (kept != nullptr && kept->row != kUnread) {  // it came twice
      words[i] = *kept;
      continue;
    }
    known_->add_to(words[i], written(i));
    if (kept != nullptr) *kept = words[i];
  }
}

Word* WordNormalizer::find(std::uint64_t key) {
  Pair& pair = pairs_[key & mask_];
  if (pair.recent.key == key) return &pair.recent.word;
  if (pair.old.key != key) return nullptr;
  std::swap(pair.recent, pair.old);
  return &pair.recent.word;
}

void WordNormalizer::remember(const Entry& entry) {
  if (++met_ > mask_ && pairs_.size() < kMostPairs) grow();
  keep(entry);
}

void WordNormalizer::keep(const Entry& entry) {
  Pair& pair = pairs_[entry.key & mask_];
  pair.old = std::exchange(pair.recent, entry);
}

void WordNormalizer::grow() {
  const std::vector<Pair> known = std::exchange(pairs_, std::vector<Pair>(4 * pairs_.size()));
  mask_ = pairs_.size() - 1;
  met_ = 0;
  for (const auto& [recent, old] : known) {
    if (old.key != 0) keep(old);
    if (recent.key != 0) keep(recent);
  }
}

Word WordNormalizer::normalize(std::string_view word) {
  fold_case(word, folded_);
  Word result;
  result.folded = word_hash(folded_);
  result.kinds = language_->kinds(result.folded);
  result.stem = word_hash(stem_of(folded_));
  if (known_ != nullptr) {
    known_->prefetch(result, word);
    result.row = kUnread;
  }
  return result;
}

std::string_view WordNormalizer::stem_of(std::string_view folded) const {
  if (folded.ends_with("'s")) folded.remove_suffix(2);
  sb_stemmer* const stemmer = (ascii_stemmer_ && is_ascii(folded) ? ascii_stemmer_ : stemmer_).get();
  if (stemmer == nullptr || folded.size() > kLongestStemmed) return folded;
  const auto* bytes = reinterpret_cast<const sb_symbol*>(folded.data());
  const sb_symbol* const stem = sb_stemmer_stem(stemmer, bytes, static_cast<int>(folded.size()));
  if (stem == nullptr) return folded;
  return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

}  // namespace nutgraf
