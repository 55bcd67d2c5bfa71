#include <utility>

#include "nutgraf/read.h"
#include "read/article_source.h"
#include "read/byte_stream.h"
#include "read/inputs.h"

namespace nutgraf {

struct ArticleReader::State {
  State(const std::vector<std::string>& paths, const ReadOptions& options)
      : inputs(list_inputs(paths)), source(options) {}

  // The next article of the inputs; read() gives that of the source.
  Result<bool> next(const auto& read);

  std::vector<Input> inputs;
  std::size_t opened = 0;  // how many of the inputs
  ArticleSource source;
};

Result<bool> ArticleReader::State::next(const auto& read) {
  for (;;) {
    Result<bool> more = read();
    if (!more || *more) return more;
    if (opened == inputs.size()) return false;
    Input& input = inputs[opened++];
    if (input.error) return std::unexpected(std::move(*input.error));
    Result<std::unique_ptr<ByteStream>> stream = open_file(input.path);
    if (!stream) {
      stream.error().file = input.path;
      return std::unexpected(std::move(stream.error()));
    }
    source.open(std::move(*stream), input.path);
  }
}

ArticleReader::ArticleReader(const std::vector<std::string>& inputs, const ReadOptions& options)
    : state_(std::make_unique<State>(inputs, options)) {}
ArticleReader::ArticleReader(ArticleReader&&) noexcept = default;
ArticleReader& ArticleReader::operator=(ArticleReader&&) noexcept = default;
ArticleReader::~ArticleReader() = default;

Result<bool> ArticleReader::next(Article& article) {
  return state_->next([&] { return state_->source.next(article); });
}

Result<bool> ArticleReader::next(Article& article, std::string& page) {
  return state_->next([&] { return state_->source.next(article, page); });
}

std::size_t ArticleReader::bytes() const { return state_->source.bytes(); }

Result<std::vector<Article>> read_articles(std::string_view bytes, std::string_view name, const ReadOptions& options) {
  ArticleSource source(options);
  source.open(open_memory(bytes), name);
  std::vector<Article> articles;
  for (;;) {
    Article article;
    const Result<bool> more = source.next(article);
    if (!more) return std::unexpected(more.error());
    if (!*more) return articles;
    articles.push_back(std::move(article));
  }
}

}  // namespace nutgraf
