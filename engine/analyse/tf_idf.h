// Terms of an article and the tf-idf vectors of its sentences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nutgraf/document.h"
#include "text/word_normalizer.h"

namespace nutgraf {

// Numbers the distinct terms of an article one after the other in order of appearance.
class TermIndex {
 public:
  // Fills the document's terms and its weights, with the occurrences in each sentence, and numbers the terms of its
  // tokens. `words` are those of the tokens; all but stop words are terms.
  void count(std::span<const Word> words, Document& document);

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t article = 0;  // the slot is free unless this is the current article's number
    std::uint32_t term = 0;
    std::uint32_t sentence = 0;  // the last that has the term
    std::uint32_t weight = 0;    // the place of its weight there
  };

  void clear(std::size_t most_terms);

  std::vector<Slot> slots_;            // open addressing
  std::size_t mask_ = 0;               // the slots that this article needs, a power of two, less one
  std::vector<std::uint32_t> places_;  // of the tokens that are terms
  std::uint32_t article_ = 0;
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
  std::vector<float> idf_;           // by how many sentences have a term
};

}  // namespace nutgraf
