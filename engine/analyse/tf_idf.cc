#include "analyse/tf_idf.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <span>

namespace nutgraf {
namespace {

// `a` if `condition` is 1, `b` if it is 0; compilers make a jump of "?:".
std::uint32_t select(std::uint32_t condition, std::uint32_t a, std::uint32_t b) {
  return b ^ ((a ^ b) & (0 - condition));
}

}  // namespace

void TermIndex::clear(std::size_t most_terms) {
  mask_ = std::bit_ceil(2 * most_terms + 1) - 1;
  if (slots_.size() <= mask_) slots_.resize(mask_ + 1);
  if (++article_ == 0) {
    std::ranges::fill(slots_, Slot{});
    article_ = 1;
  }
}

// All words may be new terms, so room is made for as many. What they are is used as a number where it can be: a branch
// would often be guessed wrong.
void TermIndex::count(std::span<const Word> words, Document& document) {
  places_.resize(words.size());
  std::size_t places = 0;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    places_[places] = i;
    places += (words[i].kinds & kStopWord) == 0 ? 1 : 0;
  }
  clear(places);
  document.terms.assign(places, {});
  document.weights.resize(places);
  document.weight_begin.assign(1, 0);
  Term* const all_terms = document.terms.data();
  TermWeight* const all_weights = document.weights.data();
  Token* const tokens = document.tokens.data();
  Slot* const slots = slots_.data();
  const std::size_t mask = mask_;
  const std::uint32_t article = article_;
  std::uint32_t terms = 0;
  std::uint32_t weights = 0;
  auto place = places_.begin();
  const auto end = place + static_cast<std::ptrdiff_t>(places);
  for (std::uint32_t sentence = 0; sentence < document.sentences.size(); ++sentence) {
    for (; place != end && *place < document.sentences[sentence].last_token; ++place) {
      const Word& word = words[*place];
      std::size_t at = word.stem & mask;
      // Taken, and by another term.
      while (((slots[at].article ^ article) | static_cast<std::uint32_t>(slots[at].hash == word.stem)) == 0)
        at = (at + 1) & mask;
      Slot& slot = slots[at];
      const std::uint32_t is_new = slot.article == article ? 0 : 1;
      const std::uint32_t index = select(is_new, terms, slot.term);
      Term& term = all_terms[index];
      if (((slot.article ^ article) | (slot.sentence ^ sentence)) == 0) {  // seldom
        all_weights[slot.weight].weight += 1;
      } else {
        slot = {.hash = word.stem, .article = article, .term = index, .sentence = sentence, .weight = weights};
        all_weights[weights++] = {.term = index, .weight = 1};
        terms += is_new;
        ++term.sentences;
      }
      tokens[*place].term = index;
      term.hash = word.stem;
      term.idf = word.idf;
      ++term.count;
    }
    document.weight_begin.push_back(weights);
  }
  document.terms.resize(terms);
  document.weights.resize(weights);
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
  std::uint32_t most = 0;
  for (const Term& term : document.terms) most = std::max(most, term.sentences);
  idf_.assign(1, 0);
  for (std::uint32_t n = 1; n <= most; ++n) idf_.push_back(1.0F + std::log(sentences / static_cast<float>(n)));
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    const std::span<TermWeight> weights(document.weights.begin() + document.weight_begin[i],
                                        document.weights.begin() + document.weight_begin[i + 1]);
    float squares = 0;
    for (TermWeight& entry : weights) {
      entry.weight *= idf_[document.terms[entry.term].sentences];
      squares += entry.weight * entry.weight;
    }
    const float scale = squares > 0 ? 1.0F / std::sqrt(squares) : 0.0F;
    for (TermWeight& entry : weights) entry.weight *= scale;
  }
}

}  // namespace nutgraf
