#include "analyse/tf_idf.h"

#include <algorithm>
#include <cmath>

namespace nutgraf {

void TermIndex::clear() {
  last_sentence_.clear();
  if (++article_ == 0) {
    std::ranges::fill(slots_, Slot{});
    article_ = 1;
  }
}

std::uint32_t TermIndex::add(const Term& term, std::uint32_t sentence, std::vector<Term>& terms) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = term.hash & mask;
  while (slots_[slot].article == article_ && slots_[slot].hash != term.hash) slot = (slot + 1) & mask;
  if (slots_[slot].article != article_) {
    if (2 * terms.size() >= slots_.size()) {
      grow(terms);
      return add(term, sentence, terms);
    }
    slots_[slot] = {.hash = term.hash, .article = article_, .term = static_cast<std::uint32_t>(terms.size())};
    terms.push_back({.hash = term.hash, .count = 0, .sentences = 1, .idf = term.idf});
    last_sentence_.push_back(sentence);
  }
  const std::uint32_t index = slots_[slot].term;
  ++terms[index].count;
  if (last_sentence_[index] != sentence) {
    last_sentence_[index] = sentence;
    ++terms[index].sentences;
  }
  return index;
}

void TermIndex::grow(const std::vector<Term>& terms) {
  slots_.assign(2 * slots_.size(), {});
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t term = 0; term < terms.size(); ++term) {
    std::size_t slot = terms[term].hash & mask;
    while (slots_[slot].article == article_) slot = (slot + 1) & mask;
    slots_[slot] = {.hash = terms[term].hash, .article = article_, .term = term};
  }
}

void TfIdf::weigh(Document& document) {
  const auto sentences = static_cast<float>(document.sentences.size());
  idf_.clear();
  for (const Term& term : document.terms)
    idf_.push_back(1.0F + std::log(sentences / static_cast<float>(term.sentences)));
  counts_.assign(document.terms.size(), 0);

  document.weights.clear();
  document.weight_begin.assign(1, 0);
  for (const Sentence& sentence : document.sentences) {
    present_.clear();
    for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
      const std::uint32_t term = document.tokens[t].term;
      if (term != kNoTerm && counts_[term]++ == 0) present_.push_back(term);
    }
    std::ranges::sort(present_);
    const std::size_t first = document.weights.size();
    float squares = 0;
    for (const std::uint32_t term : present_) {
      const float weight = static_cast<float>(counts_[term]) * idf_[term];
      counts_[term] = 0;
      squares += weight * weight;
      document.weights.push_back({.term = term, .weight = weight});
    }
    const float scale = squares > 0 ? 1.0F / std::sqrt(squares) : 0.0F;
    for (std::size_t i = first; i < document.weights.size(); ++i) document.weights[i].weight *= scale;
    document.weight_begin.push_back(static_cast<std::uint32_t>(document.weights.size()));
  }
}

}  // namespace nutgraf
