// What a term's use in an article tells of whether a summary of it will have the term.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nutgraf/document.h"
#include "summarize/log_counts.h"

namespace nutgraf {

enum TermFeature : std::size_t {
  kCount,             // ln(1 + occurrences)
  kSentencesWith,     // ln(1 + sentences that have it)
  kShareOfSentences,  // of all sentences
  kShareOfMost,       // occurrences, beside those of the term that has most
  kProminence,        // occurrences, one in the n-th sentence counting 3 / (n + 2), and 5/3 in the title
  kLogProminence,     // ln(1 + that)
  kFirst,             // 1 / n, first met in the n-th sentence
  kLogFirst,          // ln(n)
  kInFirstSentence,   // 1 or 0, as are others below
  kInFirstThree,
  kLate,      // share of its sentences that are in the last two fifths
  kLength,    // ln(sentences of the article)
  kIsNumber,  // begins with a digit

  // In the language of the model only, else 0:
  kCapitals,         // share of its occurrences that begin with a capital
  kIsName,           // one of these is inside a sentence
  kNameShare,        // share of those inside a sentence that begin with a capital
  kLetters,          // bytes, 12 at most, over 12
  kRarity,           // inverse document frequency, over 8
  kIsUnknown,        // no document has it
  kRareAndFrequent,  // kRarity times kCount
  kRareAndFirst,     // kRarity times kInFirstSentence

  kTermFeatures,
};

// Not thread-safe: one per thread.
class TermFeatures {
 public:
  TermFeatures();

  // kTermFeatures columns, as they are in Perceptron::apply_to_columns, of the document's terms. `sentences` are those
  // that may be in a summary, ascending; a term that none of them has is met nowhere, which its kCount tells: 0.
  // `covered`: the document is in the model's language.
  void find(const Document& document, std::span<const std::uint32_t> sentences, bool covered,
            std::vector<float>& columns);

 private:
  struct SingleUse {
    float prominence = 0;
    float log = 0;  // ln(1 + that)
  };
  using Counts = std::vector<std::int32_t>;

  void find_uses(const Document& document, std::span<const std::uint32_t> sentences);

  [[nodiscard]] float log_of_prominence(std::size_t term) const;

  // Of each term, padded:
  Counts first_;  // into `sentences`
  Counts count_;
  Counts sentences_;
  Counts late_;
  Counts capitals_;
  Counts openings_;  // of a sentence
  Counts capital_openings_;
  Counts bytes_;
  Counts number_;  // 1 or 0
  std::vector<float> prominence_;
  std::vector<float> idf_;

  std::array<SingleUse, 128> single_uses_{};  // by their sentence
  std::vector<std::uint32_t> terms_;          // scratch: the tokens of a sentence that are terms
  LogCounts log_of_one_more_;
};

}  // namespace nutgraf
