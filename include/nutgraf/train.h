// Training: a corpus -> a fastText model (.bin) of word vectors with subwords, by libfasttext.
//
//   nutgraf::Result<void> trained = nutgraf::train({.inputs = {"news.jsonl"}}, "news.bin", {.dimensions = 120});
//
// Words are cut and case-folded as the engine does it everywhere, so that they are found again. See pack.h for what
// comes next.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "nutgraf/corpus.h"
#include "nutgraf/error.h"

namespace nutgraf {

enum class TrainMethod : std::uint8_t { kSkipgram, kCbow };

// As fastText's own: see Bojanowski et al., "Enriching Word Vectors with Subword Information", TACL 2017.
struct TrainOptions {
  TrainMethod method = TrainMethod::kSkipgram;
  std::size_t dimensions = 100;
  std::size_t epochs = 5;
  std::size_t window = 5;          // words on each side that are predicted
  std::size_t min_count = 5;       // rarer words get no vector of their own
  std::size_t shortest_ngram = 4;  // in characters; 0: no n-grams
  std::size_t longest_ngram = 5;
  std::size_t buckets = 500'000;  // n-grams share so many vectors
  std::size_t negatives = 5;      // wrong words that each right one is told from
  double learning_rate = 0.05;
  double sampling = 1e-4;   // frequent words are passed over above this frequency
  std::size_t threads = 0;  // 0: one a core. Only one thread gives the same vectors each time
};

// Trains on `corpus` and writes `output`, which is replaced once the new file is complete. The text is first written,
// as words, to a nameless file in the folder of `output`, where there must be room for it. Errors: kInvalidOption,
// kEmpty (fewer words than can be trained on), kUnwritable, kStopped.
Result<void> train(const Corpus& corpus, const std::string& output, const TrainOptions& options,
                   const LearningEvents& events = {});

}  // namespace nutgraf
