// The vectors of a Document: one a sentence, and one of what the title and the body say together,
// the most prominent sentences most.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "embed/sentence_embedder.h"
#include "nutgraf/document.h"
#include "nutgraf/model.h"
#include "text/tokenizer.h"
#include "text/word_normalizer.h"

namespace nutgraf {

class DocumentEmbedder {
 public:
  explicit DocumentEmbedder(std::shared_ptr<const Model> model) : embedder_(std::move(model)) {}

  // Fills `dimensions`, `sentence_vectors` and `document_vector`. `words` are those of document.tokens, followed by
  // those of `title_tokens`, the article's title. The table of words that they are from has knowledge_of(model).
  void embed(std::span<const Word> words, std::span<const TokenSpan> title_tokens, Document& document);

 private:
  void sum_document(Document& document);

  SentenceEmbedder embedder_;
  std::vector<std::uint32_t> ends_;
  std::vector<float> prominence_;
};

}  // namespace nutgraf
