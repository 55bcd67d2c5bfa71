// What a reader asks for, as words: how near a sentence comes to them.
#pragma once

#include <string>
#include <vector>

#include "nutgraf/document.h"
#include "text/tokenizer.h"
#include "text/word_normalizer.h"

namespace nutgraf {

// Not thread-safe: one per thread.
class Query {
 public:
  explicit Query(std::string words) : words_(std::move(words)) {}

  [[nodiscard]] bool empty() const { return words_.empty(); }

  // The document that match() is asked about from now on.
  void use(const Document& document);

  // The sum of the weights that the query's words have in the sentence's tf-idf vector; 0 if it has none of them.
  [[nodiscard]] double match(const Document& document, std::size_t sentence) const;

 private:
  std::string words_;
  Tokenizer tokenizer_;
  WordNormalizer normalizer_;
  std::vector<TokenSpan> tokens_;
  std::vector<bool> terms_;  // of each term of the document: the query has it
};

}  // namespace nutgraf
