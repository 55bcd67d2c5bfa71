// Everything that reading gave: the articles, and the errors as the user sees them, in order.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nutgraf/read.h"
#include "read/article_source.h"
#include "read/byte_stream.h"

namespace nutgraf {

struct Outcome {
  std::vector<Article> articles;
  std::vector<Error> errors;

  [[nodiscard]] std::vector<std::string> ids() const {
    std::vector<std::string> ids;
    for (const Article& article : articles) ids.push_back(article.id);
    return ids;
  }
  [[nodiscard]] std::vector<std::string> messages() const {
    std::vector<std::string> messages;
    for (const Error& error : errors) messages.push_back(to_string(error));
    return messages;
  }
};

template <class Reader>
Outcome drain(Reader& reader) {
  Outcome outcome;
  Article article;
  for (;;) {
    const Result<bool> more = reader.next(article);
    if (!more) {
      outcome.errors.push_back(more.error());
    } else if (*more) {
      outcome.articles.push_back(article);
    } else {
      return outcome;
    }
  }
}

// Reads `bytes` as the file "in", so many bytes at a time.
inline Outcome read_bytes(std::string_view bytes, const ReadOptions& options = {},
                          std::size_t chunk_bytes = ReadBuffer::kChunkBytes) {
  ArticleSource source(options, chunk_bytes);
  source.open(open_memory(bytes), "in");
  return drain(source);
}

}  // namespace nutgraf
