#include "analyse/document_embedder.h"

#include <algorithm>
#include <functional>

#include "analyse/prominence.h"
#include "widest_vectors.h"

namespace nutgraf {
namespace {

std::string_view part(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  return text.substr(begin, end - begin);
}

}  // namespace

void DocumentEmbedder::embed(std::span<const Word> words, std::span<const TokenSpan> title_tokens,
                             std::span<const Word> title_words, Document& document) {
  rows_.resize(words.size() + title_words.size());
  std::ranges::transform(words, rows_.begin(), &Word::row);
  std::ranges::transform(title_words, rows_.end() - static_cast<std::ptrdiff_t>(title_words.size()), &Word::row);
  ends_.clear();
  for (const Sentence& sentence : document.sentences) ends_.push_back(sentence.last_token);
  ends_.push_back(static_cast<std::uint32_t>(rows_.size()));
  const auto word = [&](std::size_t i) {
    const bool in_title = i >= words.size();
    const std::size_t t = in_title ? i - words.size() : i;
    const std::string_view text = in_title
                                      ? part(document.article->title, title_tokens[t].begin, title_tokens[t].end)
                                      : part(document.article->text, document.tokens[t].begin, document.tokens[t].end);
    const Word& known = in_title ? title_words[t] : words[t];
    return WordToEmbed{.hash = embedder_.model().info().folded ? known.folded : word_hash(text), .text = text};
  };

  document.dimensions = embedder_.dimensions();
  embedder_.embed(rows_, ends_, std::cref(word), document.sentence_vectors);  // allocates nothing
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
