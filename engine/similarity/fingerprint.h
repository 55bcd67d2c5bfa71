// Shingles: the runs of five words of a report, each as a hash. Texts that are copied share most of them, texts that
// only tell the same share few.
//
//   Shingler shingler;
//   ShingledText text;
//   shingler.shingle(document, text);
//   const Fingerprint print = fingerprint(text);
//
// Broder, A. (1997): On the resemblance and containment of documents.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "nutgraf/copies.h"
#include "nutgraf/document.h"
#include "text/word_normalizer.h"

namespace nutgraf {

inline constexpr std::size_t kShingleWords = 5;
inline constexpr std::size_t kLead = 30;  // shingles: about the first two sentences

// The words of the report and its headings in their order, case-folded; what else is on its page is left out. An
// article without a sentence of a report is taken as a whole.
struct ShingledText {
  std::vector<std::uint32_t> tokens;    // each word's index in Document::tokens
  std::vector<std::uint32_t> shingles;  // [i]: hash of the run that begins with word i; a shorter text has one
};

// Keeps scratch memory. Not thread-safe: one per thread.
class Shingler {
 public:
  void shingle(const Document& document, ShingledText& text);

 private:
  WordNormalizer words_;
  std::vector<std::uint64_t> folded_;
};

Fingerprint fingerprint(const ShingledText& text);

}  // namespace nutgraf
