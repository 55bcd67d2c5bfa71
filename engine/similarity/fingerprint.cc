#include "similarity/fingerprint.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstddef>
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

}  // namespace

void Shingler::shingle(const Document& document, ShingledText& text) {
  const std::string_view bytes = document.article->text;
  const bool whole = !has_report(document);
  text.tokens.clear();
  text.shingles.clear();
  folded_.clear();
  for (const Sentence& sentence : document.sentences) {
    if (!whole && !is_report(sentence.kind)) continue;
    for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
      const Token& token = document.tokens[t];
      if (token.begin < sentence.content_begin || token.end > sentence.content_end) continue;
      text.tokens.push_back(t);
      folded_.push_back(words_.look_up(bytes.substr(token.begin, token.end - token.begin)).folded);
    }
  }
  if (folded_.empty()) return;
  if (folded_.size() < kShingleWords) return text.shingles.push_back(hash_of(folded_.data(), folded_.size()));
  for (std::size_t i = 0; i + kShingleWords <= folded_.size(); ++i)
    text.shingles.push_back(hash_of(&folded_[i], kShingleWords));
}

Fingerprint fingerprint(const ShingledText& text) {
  Fingerprint print{.shingles = text.shingles,
                    .lead = {text.shingles.begin(), text.shingles.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                                text.shingles.size(), kLead))}};
  std::ranges::sort(print.shingles);
  const auto repeats = std::ranges::unique(print.shingles);
  print.shingles.erase(repeats.begin(), repeats.end());
  print.shingles.shrink_to_fit();
  return print;
}

}  // namespace nutgraf
