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

  // A row of kTermFeatures a term of the document. `sentences` are those that may be in a summary, ascending; a term
  // that none of them has is met nowhere. `covered`: the document is in the model's language.
  void find(const Document& document, std::span<const std::uint32_t> sentences, bool covered,
            std::vector<float>& features);

 private:
  struct Use {
    std::uint32_t first = UINT32_MAX;  // into `sentences`
    std::uint32_t last = UINT32_MAX;
    std::uint32_t count = 0;
    std::uint32_t sentences = 0;
    std::uint32_t late = 0;
    std::uint32_t capitals = 0;
    std::uint32_t inside = 0;  // not at the start of a sentence
    std::uint32_t capitals_inside = 0;
    std::uint32_t bytes = 0;
    bool number = false;
    float prominence = 0;
  };

  void find_uses(const Document& document, std::span<const std::uint32_t> sentences);

  [[nodiscard]] float log_of_prominence(const Use& use) const;

  std::vector<Use> uses_;                    // of each term
  std::array<float, 128> log_of_one_use_{};  // by its sentence
  std::vector<std::uint32_t> tokens_;        // scratch: those of a sentence that are terms
  LogCounts log_of_one_more_;
};

}  // namespace nutgraf
