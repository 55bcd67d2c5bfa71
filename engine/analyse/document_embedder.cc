#include "analyse/document_embedder.h"

#include "analyse/prominence.h"

namespace nutgraf {
namespace {

std::string_view part(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  return text.substr(begin, end - begin);
}

}  // namespace

void DocumentEmbedder::embed(std::span<const Word> words, std::span<const TokenSpan> title_tokens,
                             std::span<const Word> title_words, Document& document) {
  const bool folded = embedder_.model().info().folded;
  const auto add = [&](const Word& word, std::string_view text) {
    words_.push_back({.hash = folded ? word.folded : word_hash(text), .text = text});
  };
  words_.clear();
  ends_.clear();
  for (std::size_t i = 0; i < words.size(); ++i)
    add(words[i], part(document.article->text, document.tokens[i].begin, document.tokens[i].end));
  for (const Sentence& sentence : document.sentences) ends_.push_back(sentence.last_token);
  for (std::size_t i = 0; i < title_words.size(); ++i)
    add(title_words[i], part(document.article->title, title_tokens[i].begin, title_tokens[i].end));
  ends_.push_back(static_cast<std::uint32_t>(words_.size()));

  document.dimensions = embedder_.dimensions();
  embedder_.embed(words_, ends_, document.sentence_vectors);
  sum_document(document);
  document.sentence_vectors.resize(document.sentences.size() * document.dimensions);
  normalize_rows(document.dimensions, document.sentence_vectors);
}

// The title is the last row.
void DocumentEmbedder::sum_document(Document& document) {
  find_prominence(document, prominence_);
  prominence_.push_back(kTitleProminence);
  document.document_vector.assign(document.dimensions, 0);
  for (std::size_t i = 0; i < prominence_.size(); ++i) {
    const std::span<const float> vector = document.sentence_vector(i);
    for (std::size_t j = 0; j < vector.size(); ++j) document.document_vector[j] += prominence_[i] * vector[j];
  }
  normalize_rows(document.dimensions, document.document_vector);
}

}  // namespace nutgraf
