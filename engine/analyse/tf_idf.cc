#include "analyse/tf_idf.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace nutgraf {

void TermIndex::clear() {
  last_sentence_.clear();
  last_weight_.clear();
  if (++article_ == 0) {
    std::ranges::fill(slots_, Slot{});
    article_ = 1;
  }
}

std::uint32_t TermIndex::add(const Term& term, std::uint32_t sentence, Document& document) {
  std::vector<Term>& terms = document.terms;
  std::vector<TermWeight>& weights = document.weights;
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = term.hash & mask;
  while (slots_[slot].article == article_ && slots_[slot].hash != term.hash) slot = (slot + 1) & mask;
  if (slots_[slot].article != article_) {
    if (2 * terms.size() >= slots_.size()) {
      grow(terms);
      return add(term, sentence, document);
    }
    const auto index = static_cast<std::uint32_t>(terms.size());
    slots_[slot] = {.hash = term.hash, .article = article_, .term = index};
    terms.push_back({.hash = term.hash, .count = 1, .sentences = 1, .idf = term.idf});
    last_sentence_.push_back(sentence);
    last_weight_.push_back(weights.size());
    weights.push_back({.term = index, .weight = 1});
    return index;
  }
  const std::uint32_t index = slots_[slot].term;
  ++terms[index].count;
  if (last_sentence_[index] == sentence) {
    ++weights[last_weight_[index]].weight;
  } else {
    ++terms[index].sentences;
    last_sentence_[index] = sentence;
    last_weight_[index] = weights.size();
    weights.push_back({.term = index, .weight = 1});
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

// By counting, term after term into its sentences: comparing would guess wrong at every other look.
void TfIdf::sort_by_term(Document& document) {
  std::vector<TermWeight>& weights = document.weights;
  next_.clear();
  std::uint32_t before = 0;
  for (const Term& term : document.terms) {
    next_.push_back(before);
    before += term.sentences;
  }
  by_term_.resize(weights.size());
  for (std::uint32_t i = 0; i < document.sentences.size(); ++i)
    for (std::size_t at = document.weight_begin[i]; at < document.weight_begin[i + 1]; ++at)
      by_term_[next_[weights[at].term]++] = {.sentence = i, .entry = weights[at]};
  next_.assign(document.weight_begin.begin(), document.weight_begin.end());
  for (const auto& [sentence, entry] : by_term_) weights[next_[sentence]++] = entry;
}

void TfIdf::weigh(Document& document) {
  sort_by_term(document);
  const auto sentences = static_cast<float>(document.sentences.size());
  const float idf_of_one = 1.0F + std::log(sentences);
  idf_.clear();
  for (const Term& term : document.terms)
    idf_.push_back(term.sentences == 1 ? idf_of_one : 1.0F + std::log(sentences / static_cast<float>(term.sentences)));
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    const std::span<TermWeight> weights(document.weights.begin() + document.weight_begin[i],
                                        document.weights.begin() + document.weight_begin[i + 1]);
    float squares = 0;
    for (TermWeight& entry : weights) {
      entry.weight *= idf_[entry.term];
      squares += entry.weight * entry.weight;
    }
    const float scale = squares > 0 ? 1.0F / std::sqrt(squares) : 0.0F;
    for (TermWeight& entry : weights) entry.weight *= scale;
  }
}

}  // namespace nutgraf
