// Packing: a fastText model and the texts it is used on -> a Model file.
//
//   nutgraf::PackOptions options{.language = "en", .license = "CC0-1.0", .corpus = {.inputs = {"news.jsonl"}}};
//   nutgraf::Result<nutgraf::ModelInfo> packed = nutgraf::pack("news.bin", "en.nut", options);
//
// From any model of fastText: .bin, .ftz, .vec, also the published ones of 157 languages and the aligned ones. The most
// frequent words keep a vector each (the mean of the word's own and those of its n-grams, as fastText has it), and the
// most useful n-grams keep theirs, for words that are not there. Each vector is rounded to a byte a dimension.
//
// From the corpus come how common words are (else from the model's own counts, else from their ranks), what all
// sentences have in common, and the document frequencies of stems. The same input gives the same file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "nutgraf/corpus.h"
#include "nutgraf/error.h"
#include "nutgraf/model.h"

namespace nutgraf {

enum class Weighting : std::uint8_t {
  kSif,   // a / (a + p), p being how often the word is among all words (Arora et al., ICLR 2017)
  kNone,  // 1: the vectors have the right lengths already
};

struct PackOptions {
  std::string language;         // BCP 47; stems are cut by its rules
  std::string name;             // what ModelInfo will tell
  std::string license;          // SPDX
  std::size_t words = 130'000;  // at most so many words, most frequent first
  std::size_t subwords = 29'000;
  std::size_t terms = 80'000;  // at most so many stems with a document frequency
  bool folded = true;          // look words up case-folded; of words that fold to the same the most frequent counts
  Weighting weighting = Weighting::kSif;
  double sif_a = 1e-3;                    // the a of kSif, above 0
  std::optional<std::size_t> components;  // how many common components; by default 1 with kSif and a corpus, else 0
  Corpus corpus;                          // may be empty
};

// Packs the fastText model `input` into `output`, which is replaced once the new file is complete. Words that no text
// has are left out: punctuation, and what holds spaces. Errors: those of reading `input`; kInvalidOption, kUnwritable,
// kStopped, and kEmpty if no word is left or the corpus has no document.
Result<ModelInfo> pack(const std::string& input, const std::string& output, const PackOptions& options,
                       const LearningEvents& events = {});

}  // namespace nutgraf
