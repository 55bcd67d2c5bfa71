// ROUGE: how much of a reference summary's wording a summary has. Lin, "ROUGE: a Package for Automatic Evaluation of
// Summaries", 2004.
//
//   RougeTokenizer words(RougeTokens::kGoogle, /*stem=*/true);
//   RougeScores scores = rouge(words.tokenize(summary, "en"), words.tokenize(reference, "en"));
//   scores[kRouge1].f1();
//
//   rouge1, rouge2   words and pairs of words next to each other, each counted at most as often as it is in both texts
//   rougeL           the longest run of words that both texts have in this order, gaps allowed; over the whole texts
//   rougeLsum        line by line: of each line of the reference, the words that are in such a run with any line of the
//                    summary; a word counts at most as often as it is in both texts. Lines are to be sentences.
//   rougeSU4         words, and pairs of words in this order with at most 4 words between them; over the whole texts,
//                    as `ROUGE-1.5.5 -2 4 -u` counts them
//
// The first four are those of Google's rouge_score 0.1.2, to the last digit.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "evaluate/rouge_text.h"
#include "nutgraf/evaluate.h"

namespace nutgraf {

// What two texts have in common, out of what each has: words, pairs of words.
struct Overlap {
  std::size_t common = 0;
  std::size_t summary = 0;
  std::size_t reference = 0;

  // Of nothing: 0.
  [[nodiscard]] double precision() const { return share(summary); }
  [[nodiscard]] double recall() const { return share(reference); }
  [[nodiscard]] double f1() const;

  Overlap& operator+=(const Overlap& other);

 private:
  [[nodiscard]] double share(std::size_t whole) const {
    return whole == 0 ? 0 : static_cast<double>(common) / static_cast<double>(whole);
  }
};

enum RougeMetric : std::size_t { kRouge1, kRouge2, kRougeL, kRougeLsum, kRougeSu4, kRougeMetrics };

using RougeScores = std::array<Overlap, kRougeMetrics>;  // by RougeMetric

// The words of the one times those of the other may be at most this many: time and memory grow with it (4 bytes each).
inline constexpr std::size_t kMaxRougeProduct = std::size_t{1} << 27;

RougeScores rouge(const RougeText& summary, const RougeText& reference);

// Against several references, at least one.
RougeScores rouge(const RougeText& summary, std::span<const RougeText> references, RougeReferences how);

}  // namespace nutgraf
