#include "similarity/fingerprint.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <numeric>
#include <string_view>

namespace nutgraf {
namespace {

// Headings too: a line of a report is taken for one easily, and in its copy for a sentence.
bool is_report(SentenceKind kind) { return kind == SentenceKind::kBody || kind == SentenceKind::kHeading; }

bool has_report(const Document& document) {
  return std::ranges::find(document.sentences, SentenceKind::kBody, &Sentence::kind) != document.sentences.end();
}

std::uint32_t hash_of(const std::uint64_t* words, std::size_t count) {
  return static_cast<std::uint32_t>(XXH3_64bits(words, count * sizeof *words));
}

// Hashes are spread evenly: dealt out by their first bits, few of them are left to be sorted together.
std::vector<std::uint32_t> sorted(const std::vector<std::uint32_t>& hashes) {
  constexpr std::size_t kPerBucket = 4;
  const auto bits = static_cast<unsigned>(std::bit_width(hashes.size() / kPerBucket));
  const auto bucket = [&](std::uint32_t hash) { return static_cast<std::size_t>(std::uint64_t{hash} << bits >> 32U); };
  std::vector<std::uint32_t> end(std::size_t{1} << bits, 0);  // of each bucket
  for (const std::uint32_t hash : hashes) ++end[bucket(hash)];
  std::partial_sum(end.begin(), end.end(), end.begin());
  std::vector<std::uint32_t> begin = end;
  std::vector<std::uint32_t> dealt(hashes.size());
  for (const std::uint32_t hash : hashes) dealt[--begin[bucket(hash)]] = hash;
  for (std::size_t i = 0; i < end.size(); ++i) std::sort(dealt.begin() + begin[i], dealt.begin() + end[i]);
  return dealt;
}

}  // namespace

void Shingler::shingle(const Document& document, ShingledText& text) {
  const std::string_view bytes = document.article->text;
  const bool whole = !has_report(document);
  text.tokens.clear();
  text.shingles.clear();
  folded_.clear();
  for (const Sentence& sentence : document.sentences) {
    if (!whole && !is_report(sentence.kind)) continue;
    for (const Token& token : document.content_tokens(sentence)) {
      text.tokens.push_back(static_cast<std::uint32_t>(&token - document.tokens.data()));
      folded_.push_back(words_.look_up(bytes.substr(token.begin, token.end - token.begin)).folded);
    }
  }
  if (folded_.empty()) return;
  if (folded_.size() < kShingleWords) return text.shingles.push_back(hash_of(folded_.data(), folded_.size()));
  for (std::size_t i = 0; i + kShingleWords <= folded_.size(); ++i)
    text.shingles.push_back(hash_of(&folded_[i], kShingleWords));
}

Fingerprint fingerprint(const ShingledText& text) {
  Fingerprint print{.shingles = sorted(text.shingles),
                    .lead = {text.shingles.begin(), text.shingles.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                                text.shingles.size(), kLead))}};
  const auto repeats = std::ranges::unique(print.shingles);
  print.shingles.erase(repeats.begin(), repeats.end());
  print.shingles.shrink_to_fit();
  return print;
}

}  // namespace nutgraf
