// What a sentence's place, form and words tell of whether a summary will have it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nutgraf/document.h"
#include "summarize/log_counts.h"

namespace nutgraf {

// The salience of a term is how likely a summary has it, in [0, 1]. Of sentence n of N, from 1:
enum SentenceFeature : std::size_t {
  kPlace,    // 1 / n
  kIsFirst,  // 1 or 0, as are others below
  kIsSecond,
  kIsThird,
  kIsFourth,
  kLogPlace,       // ln(n)
  kRelativePlace,  // (n - 1) / N
  kIsLast,
  kOpensParagraph,
  kLogSentences,  // ln(N)

  kLogWords,   // ln(1 + words)
  kWords,      // words / 30
  kIsShort,    // less than 8 words
  kIsLong,     // more than 35
  kTermShare,  // distinct terms a token

  kNumbers,  // share of the tokens that begin with a digit
  kHasNumber,
  kQuotes,  // quotation marks, 3 at most, over 3
  kOpensWithQuote,
  kAsks,       // has a question mark
  kLeans,      // Sentence::dependent
  kBreaksOff,  // Sentence::incomplete
  kCommas,     // a token
  kNames,      // share of the tokens, but for the first, that begin with a capital; in the model's language only

  kSalience,         // the sum of that of its terms
  kMeanSalience,     // a term
  kSalienceDensity,  // a token
  kGreatestSalience,
  kSalienceLength,  // the root of the sum of squares
  kNewSalience,     // the sum over terms that no sentence before it has
  kKnownSalience,   // and over the others
  kSalienceShare,   // the sum, out of that of all terms of the article
  kOverlap,         // F1 of its terms with those that a summary is expected to have
  kSalientTerms,    // terms above one half
  kTermSpread,      // the mean of ln(1 + sentences that have the term)
  kBelowSalient,    // the sum, less the highest of any sentence
  kBelowOverlap,    // the same of kOverlap
  kAboveMean,       // kMeanSalience, less its mean over the sentences
  kExpectedTerms,   // a tenth of the sum over all terms of the article

  // Cosines of its vector; 0 if the document has no vectors:
  kLikeArticle,  // with document_vector
  kLikeFirst,    // with the first sentence; 0 for itself
  kLikePrevious,
  kLikeNext,
  kLikeAll,           // the mean over all sentences
  kLikeSum,           // with the sum of all
  kLikeBefore,        // the mean over those before it
  kLikeBehind,        // the mean over it and those behind it
  kBelowLikeArticle,  // less the highest of any sentence
  kBelowLikeAll,

  kSentenceFeatures,
};

// What is known of the document's terms.
struct TermScores {
  std::span<const float> saliences;
  std::span<const float> log_spreads;  // ln(1 + sentences that have the term)
};

// Not thread-safe: one per thread.
class SentenceFeatures {
 public:
  // A row of kSentenceFeatures a sentence in `sentences` (ascending). `cased`: capitals are names.
  void find(const Document& document, std::span<const std::uint32_t> sentences, const TermScores& terms, bool cased,
            std::vector<float>& features);

  // The same in two steps, of which the second may be left away for sentences whose rows are not needed: what tells of
  // each beside the others, by its terms and vector; the rest is 0.
  void find_salience_and_likeness(const Document& document, std::span<const std::uint32_t> sentences,
                                  const TermScores& terms, std::vector<float>& features);

  // The sum of the vectors of those sentences, if the document has vectors.
  [[nodiscard]] std::span<const float> sum_of_vectors() const { return sum_; }

  // And the rest of a row, the i-th: what its place and form are.
  void find_form(const Document& document, std::span<const std::uint32_t> sentences, std::size_t i, bool cased,
                 std::span<float> row) const;

 private:
  void find_salience(const Document& document, std::span<const std::uint32_t> sentences, const TermScores& terms,
                     std::vector<float>& features);
  void find_likeness(const Document& document, std::span<const std::uint32_t> sentences, std::vector<float>& features);

  LogCounts log_of_one_more_;
  std::vector<float> known_;        // of each term: its salience, if a sentence before has it, else 0
  std::vector<float> sum_;          // of the sentences' vectors
  std::vector<float> with_before_;  // of each sentence: its vector's product with the sum of those before
};

}  // namespace nutgraf
