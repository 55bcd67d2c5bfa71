// A text as a sparse vector: its stems, each with how often it occurs times how rare it is elsewhere (tf-idf).
//
//   TermVector a, b;
//   weighter.weigh(first_document, model, a);
//   weighter.weigh(second_document, model, b);
//   cosine(a, b);
#pragma once

#include <cstdint>
#include <vector>

#include "nutgraf/document.h"
#include "nutgraf/model.h"

namespace nutgraf {

struct WeightedTerm {
  std::uint64_t hash = 0;  // as Term::hash
  float weight = 0;
};

// Of unit length, sorted by hash.
using TermVector = std::vector<WeightedTerm>;

// Not thread-safe: one per thread.
class TermWeighter {
 public:
  // The terms of the document and its title, each by the prominence of the sentences it is in. How rare a term is is
  // told by the model, if there is one that covers the document's language; else all are equally rare.
  void weigh(const Document& document, const Model* model, TermVector& terms);

 private:
  void count(const Document& document, TermVector& terms);

  std::vector<float> prominence_;
};

// How rare a stem is, told by the model; of one that the model does not know, as rare as one that none of its documents
// has.
float inverse_document_frequency(const Model& model, std::uint64_t stem);

// In [0, 1]; 0 if either is empty.
double cosine(const TermVector& a, const TermVector& b);

}  // namespace nutgraf
