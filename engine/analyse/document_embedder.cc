#include "analyse/document_embedder.h"

#include <functional>

#include "analyse/prominence.h"
#include "widest_vectors.h"

namespace nutgraf {
namespace {

std::string_view part(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  return text.substr(begin, end - begin);
}

}  // namespace

void DocumentEmbedder::embed(std::span<const Word> words, std::span<const TokenSpan> title_tokens, Document& document) {
  ends_.clear();
  for (const Sentence& sentence : document.sentences) ends_.push_back(sentence.last_token);
  ends_.push_back(static_cast<std::uint32_t>(words.size()));
  const auto word = [&](std::size_t i) {
    const std::size_t in_text = document.tokens.size();
    const std::string_view text =
        i < in_text ? part(document.article->text, document.tokens[i].begin, document.tokens[i].end)
                    : part(document.article->title, title_tokens[i - in_text].begin, title_tokens[i - in_text].end);
    return WordToEmbed{.hash = embedder_.model().info().folded ? words[i].folded : word_hash(text), .text = text};
  };

  document.dimensions = embedder_.dimensions();
  embedder_.embed(words, ends_, std::cref(word), document.sentence_vectors);  // allocates nothing
  sum_document(document);
  document.sentence_vectors.resize(document.sentences.size() * document.dimensions);
  normalize_rows(document.dimensions, document.sentence_vectors);
}

// The title is the last row.
void DocumentEmbedder::sum_document(Document& document) {
  find_prominence(document, prominence_);
  prominence_.push_back(kTitleProminence);
  document.document_vector.assign(document.dimensions, 0);
  with_widest_vectors([&] {
    for (std::size_t i = 0; i < prominence_.size(); ++i) {
      const std::span<const float> vector = document.sentence_vector(i);
      const std::span<float> sum = document.document_vector;
      for (std::size_t j = 0; j < vector.size(); ++j) sum[j] += prominence_[i] * vector[j];
    }
  });
  normalize_rows(document.dimensions, document.document_vector);
}

}  // namespace nutgraf
