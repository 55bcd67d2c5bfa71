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

  // Counts one occurrence of the term, which has a hash and an idf, in `sentence` (never a lower number than before),
  // in the document's terms and its weights. Returns its index in the terms.
  std::uint32_t add(const Term& term, std::uint32_t sentence, Document& document);

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t article = 0;  // the slot is free unless this is the current article's number
    std::uint32_t term = 0;
  };

  void grow(const std::vector<Term>& terms);

  std::vector<Slot> slots_ = std::vector<Slot>(1024);  // open addressing; a power of two
  std::vector<std::uint32_t> last_sentence_;           // of each term
  std::vector<std::size_t> last_weight_;               // its place in the weights
  std::uint32_t article_ = 1;
};

// Makes the counts in Document::weights the weights that they shall be, and sorts those of each sentence by their term.
class TfIdf {
 public:
  void weigh(Document& document);

 private:
  struct Occurrence {
    std::uint32_t sentence = 0;
    TermWeight entry;
  };

  void sort_by_term(Document& document);

  std::vector<Occurrence> by_term_;
  std::vector<std::uint32_t> next_;  // where the next of a term, or then of a sentence, has its place
  std::vector<float> idf_;           // of each term
};

}  // namespace nutgraf
