// Vectors of sentences: the weighted sum of the vectors of their words, less what all sentences have in common (SIF:
// Arora, Liang & Ma, "A Simple but Tough-to-Beat Baseline for Sentence Embeddings", ICLR 2017; several components:
// Ethayarajh, "Unsupervised Random Walk Sentence Embeddings", RepL4NLP 2018).
//
//   SentenceEmbedder embedder(model);
//   embedder.embed(words, ends, vectors);            // a row a sentence
//   normalize_rows(embedder.dimensions(), vectors);  // to unit length
//
// All sentences of an article in one go: the look-ups of its words are in flight together, and so are their rows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "embed/row_sum.h"
#include "embed/unseen_words.h"
#include "nutgraf/model.h"
#include "text/word_normalizer.h"

namespace nutgraf {

struct WordToEmbed {
  std::uint64_t hash = 0;  // word_hash of the word, case-folded if the model's words are
  std::string_view text;   // the word as it is written
};

// The result does not depend on what it did before. Not thread-safe: one per thread.
class SentenceEmbedder {
 public:
  explicit SentenceEmbedder(std::shared_ptr<const Model> model);

  [[nodiscard]] const Model& model() const { return *model_; }
  [[nodiscard]] std::size_t dimensions() const;

  // Replaces `vectors` by a row of dimensions() a sentence. The words of sentence i are those from ends[i - 1] (the
  // first: from 0) up to ends[i]. A sentence of which no word is known has the zero vector. Being linear, the row of
  // several sentences together is the sum of theirs.
  void embed(std::span<const WordToEmbed> words, std::span<const std::uint32_t> ends, std::vector<float>& vectors);

  // The same of words whose rows in the model are known; `word` gives, by its place, one that has kNoRow.
  void embed(std::span<const Word> words, std::span<const std::uint32_t> ends,
             const std::function<WordToEmbed(std::size_t)>& word, std::vector<float>& vectors);

  // The vector of a word by itself: neither weighted nor at unit length; 0 if it is not known.
  void embed_word(const WordToEmbed& word, std::vector<float>& vector);

 private:
  void find_rows(std::span<const WordToEmbed> words);
  ScaledRow* send_for(std::span<const Word> words, ScaledRow* scaled) const;
  void sum_known(std::span<ScaledRow> rows, float* sum);
  void remove_components(std::span<float> vectors);

  std::shared_ptr<const Model> model_;
  SumRows sum_rows_;
  UnseenWords unseen_;
  std::vector<UnseenWord> unseen_words_;  // of all sentences
  std::vector<Word> words_;               // with nothing but their rows
  std::vector<ScaledRow> scaled_;         // those of all words that have one
  std::vector<float> projections_;        // of each sentence on each component
};

// Divides each row by its length. One that has none (or no finite one, from a broken model) becomes 0.
void normalize_rows(std::size_t dimensions, std::span<float> rows);

}  // namespace nutgraf
