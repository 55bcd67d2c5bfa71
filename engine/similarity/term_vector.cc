#include "similarity/term_vector.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "analyse/prominence.h"
#include "embed/model_parts.h"

namespace nutgraf {

float inverse_document_frequency(const Model& model, std::uint64_t stem) {
  const auto bits = model.parts().terms.find(stem);
  return bits ? std::bit_cast<float>(*bits) : 1 + std::log(1 + static_cast<float>(model.info().documents));
}

void TermWeighter::weigh(const Document& document, const Model* model, TermVector& terms) {
  count(document, terms);
  if (model != nullptr && model->covers(document.language))
    for (WeightedTerm& term : terms) term.weight *= inverse_document_frequency(*model, term.hash);
  double squares = 0;
  for (const WeightedTerm& term : terms) squares += double{term.weight} * term.weight;
  if (squares <= 0 || !std::isfinite(squares)) return terms.clear();
  const auto scale = static_cast<float>(1 / std::sqrt(squares));
  for (WeightedTerm& term : terms) term.weight *= scale;
}

void TermWeighter::count(const Document& document, TermVector& terms) {
  terms.clear();
  for (const Term& term : document.terms) terms.push_back({.hash = term.hash, .weight = 0});
  find_prominence(document, prominence_);
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    const Sentence& sentence = document.sentences[i];
    for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t)
      if (const std::uint32_t term = document.tokens[t].term; term != kNoTerm) terms[term].weight += prominence_[i];
  }
  for (const std::uint64_t hash : document.title_terms) terms.push_back({.hash = hash, .weight = kTitleProminence});

  std::ranges::sort(terms, {}, &WeightedTerm::hash);
  std::size_t kept = 0;
  for (const WeightedTerm& term : terms) {
    if (term.weight == 0) continue;
    if (kept > 0 && terms[kept - 1].hash == term.hash) {
      terms[kept - 1].weight += term.weight;
    } else {
      terms[kept++] = term;
    }
  }
  terms.resize(kept);
}

double cosine(const TermVector& a, const TermVector& b) {
  double product = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->hash == j->hash) {
      product += double{i->weight} * j->weight;
      ++i;
      ++j;
    } else if (i->hash < j->hash) {
      ++i;
    } else {
      ++j;
    }
  }
  return std::min(product, 1.0);
}

}  // namespace nutgraf
