#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "embed/sentence_embedder.h"
#include "nutgraf/embed.h"
#include "text/language.h"
#include "text/tokenizer.h"
#include "text/word_normalizer.h"

namespace nutgraf {

struct Embedder::State {
  explicit State(std::shared_ptr<const Model> model) : embedder(std::move(model)) {}

  SentenceEmbedder embedder;
  Tokenizer tokenizer;
  std::vector<TokenSpan> tokens;
  std::vector<WordToEmbed> words;
  std::vector<float> vector;
  std::string folded;

  WordToEmbed look_up(std::string_view word) {
    if (!embedder.model().info().folded) return {.hash = word_hash(word), .text = word};
    fold_case(word, folded);
    return {.hash = word_hash(folded), .text = word};
  }
};

Embedder::Embedder(std::shared_ptr<const Model> model) : state_(std::make_unique<State>(std::move(model))) {}
Embedder::Embedder(Embedder&&) noexcept = default;
Embedder& Embedder::operator=(Embedder&&) noexcept = default;
Embedder::~Embedder() = default;

std::vector<float> Embedder::word(std::string_view word) {
  state_->embedder.embed_word(state_->look_up(word), state_->vector);
  return state_->vector;
}

std::vector<float> Embedder::sentence(std::string_view text) {
  state_->tokens.clear();
  state_->words.clear();
  state_->tokenizer.tokenize(text, {0, text.size()}, state_->tokens);
  for (const TokenSpan& token : state_->tokens)
    state_->words.push_back(state_->look_up(text.substr(token.begin, token.end - token.begin)));
  const auto end = static_cast<std::uint32_t>(state_->words.size());
  state_->embedder.embed(state_->words, {&end, 1}, state_->vector);
  normalize_rows(state_->embedder.dimensions(), state_->vector);
  return state_->vector;
}

void Embedder::embed(const Document& document, EmbedUnit unit, Embeddings& embeddings) {
  const std::string_view text = document.article->text;
  const std::size_t dimensions = state_->embedder.dimensions();
  embeddings.dimensions = dimensions;
  embeddings.parts.clear();
  embeddings.vectors.clear();
  switch (unit) {
    case EmbedUnit::kWord:
      for (const Token& token : document.tokens) {
        embeddings.parts.push_back({token.begin, token.end});
        if (document.dimensions == 0) continue;
        const std::string_view word = text.substr(token.begin, token.end - token.begin);
        state_->embedder.embed_word(state_->look_up(word), state_->vector);
        embeddings.vectors.insert(embeddings.vectors.end(), state_->vector.begin(), state_->vector.end());
      }
      break;
    case EmbedUnit::kSentence:
      for (const Sentence& sentence : document.sentences) embeddings.parts.push_back({sentence.begin, sentence.end});
      embeddings.vectors = document.sentence_vectors;
      break;
    case EmbedUnit::kArticle:
      embeddings.parts.push_back({0, text.size()});
      embeddings.vectors = document.document_vector;
      break;
  }
  embeddings.vectors.resize(embeddings.parts.size() * dimensions);
}

}  // namespace nutgraf
