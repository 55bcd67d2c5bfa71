// Terms of an article and the tf-idf vectors of its sentences.
#pragma once

#include <cstdint>
#include <vector>

#include "nutgraf/document.h"

namespace nutgraf {

// Numbers the distinct terms of one article after the other in order of appearance.
class TermIndex {
 public:
  void clear();

  // Counts one occurrence of the term, which has a hash and an idf, in `sentence` (never a lower number than before)
  // and returns its index in `terms`.
  std::uint32_t add(const Term& term, std::uint32_t sentence, std::vector<Term>& terms);

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t article = 0;  // the slot is free unless this is the current article's number
    std::uint32_t term = 0;
  };

  void grow(const std::vector<Term>& terms);

  std::vector<Slot> slots_ = std::vector<Slot>(1024);  // open addressing; a power of two
  std::vector<std::uint32_t> last_sentence_;           // of each term
  std::uint32_t article_ = 1;
};

// Fills Document::weights and weight_begin from its tokens, terms and sentence kinds.
class TfIdf {
 public:
  void weigh(Document& document);

 private:
  std::vector<std::uint32_t> counts_;  // of each term in the current sentence
  std::vector<float> idf_;             // of each term
  std::vector<std::uint32_t> present_;
};

}  // namespace nutgraf
