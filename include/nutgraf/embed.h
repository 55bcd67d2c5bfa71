// Embedding: text -> vectors that lie close together where texts mean the same.
//
//   nutgraf::Result<std::shared_ptr<const nutgraf::Model>> model = nutgraf::Model::open("en.nut");
//   if (!model) return fail(model.error());
//   nutgraf::Embedder embedder(*model);
//   std::vector<float> a = embedder.sentence("The port of Veld reopened.");
//   std::vector<float> b = embedder.sentence("Ships sail from Veld again.");
//   double similarity = std::inner_product(a.begin(), a.end(), b.begin(), 0.0);   // their cosine, in [-1, 1]
//
// The vector of a sentence is the sum of those of its words, each the heavier the rarer it is, less what all sentences
// have in common, at unit length. A word that the model has never seen gets its vector from its character n-grams, if
// the model has some; text of which nothing is known has the zero vector. The same text and model give the same bits on
// every machine.
//
// Articles are embedded while they are analysed, sentence by sentence and as a whole:
//
//   nutgraf::Analyser analyser({.model = *model});
//   nutgraf::Document document = analyser.analyse(article);   // document.sentence_vector(0), document.document_vector
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "nutgraf/document.h"
#include "nutgraf/model.h"
#include "nutgraf/segment.h"

namespace nutgraf {

// What of an article to embed.
enum class EmbedUnit { kWord, kSentence, kArticle };

// The vectors of an article's words or sentences, or that of the whole article.
struct Embeddings {
  std::size_t dimensions = 0;
  std::vector<Span> parts;     // what they are of: bytes of the article's text
  std::vector<float> vectors;  // a row of `dimensions` each

  [[nodiscard]] std::span<const float> vector(std::size_t part) const {
    return std::span(vectors).subspan(part * dimensions, dimensions);
  }
};

// Not thread-safe: one per thread. Threads share the Model.
class Embedder {
 public:
  explicit Embedder(std::shared_ptr<const Model> model);
  Embedder(Embedder&&) noexcept;
  Embedder& operator=(Embedder&&) noexcept;
  ~Embedder();

  // The vector of a word as the model has it: not at unit length, and not weighted.
  [[nodiscard]] std::vector<float> word(std::string_view word);

  // The vector of a text as one sentence, at unit length.
  [[nodiscard]] std::vector<float> sentence(std::string_view text);

  // Those of a document's parts. Sentences and articles are at unit length, words are as by word(). The document must
  // have been analysed with the same model; if it has no vectors, being in another language, all are 0.
  void embed(const Document& document, EmbedUnit unit, Embeddings& embeddings);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nutgraf
