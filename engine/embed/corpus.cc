#include "embed/corpus.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "nutgraf/read.h"
#include "read/byte_stream.h"
#include "read/decode.h"
#include "read/decompress.h"
#include "read/inputs.h"
#include "read/read_buffer.h"

namespace nutgraf {
namespace {

constexpr std::size_t kProgressEvery = 64;  // documents

bool is_of_file(const Error& error) {
  return error.code == ErrorCode::kNotFound || error.code == ErrorCode::kUnreadable;
}

// Documents that are lines of plain text, as an ArticleReader would give them.
class LineReader {
 public:
  explicit LineReader(const std::vector<std::string>& paths) : inputs_(list_inputs(paths)) {}

  Result<bool> next(Article& article) {
    while (!open_ || !take_line(article.text)) {
      if (const std::optional<Error>& error = buffer_.error(); open_ && error) {
        open_ = false;
        return fail(*error, inputs_[opened_ - 1].path);
      }
      if (opened_ == inputs_.size()) return false;
      const Input& input = inputs_[opened_++];
      if (input.error) return std::unexpected(*input.error);
      Result<std::unique_ptr<ByteStream>> stream = open_file(input.path);
      if (stream) stream = decompressed(std::move(*stream));
      if (!stream) return fail(std::move(stream.error()), input.path);
      buffer_.open(std::move(*stream));
      open_ = true;
    }
    return true;
  }

 private:
  static std::unexpected<Error> fail(Error error, const std::string& path) {
    error.file = path;
    return std::unexpected(std::move(error));
  }

  // False at the end of the file.
  bool take_line(std::string& text) {
    std::size_t scanned = 0;
    std::size_t end = std::string_view::npos;
    while ((end = buffer_.window().find('\n', scanned)) == std::string_view::npos) {
      scanned = buffer_.window().size();
      if (buffer_.fill()) continue;
      if (buffer_.error() || scanned == 0) return false;
      end = scanned;
      break;
    }
    text.clear();
    append_valid_utf8(buffer_.window().substr(0, end), text);
    buffer_.consume(std::min(end + 1, buffer_.window().size()));
    return true;
  }

  std::vector<Input> inputs_;
  std::size_t opened_ = 0;
  bool open_ = false;
  ReadBuffer buffer_;
};

Result<std::size_t> go_through(auto& reader, std::string_view stage, const LearningEvents& events,
                               const std::function<void(const Article&)>& use) {
  Article article;
  for (std::size_t documents = 0, tried = 0;; ++tried) {
    if (tried % kProgressEvery == 0) {
      if (auto going = proceed(events, stage, documents, 0); !going) return std::unexpected(going.error());
    }
    Result<bool> more = reader.next(article);
    if (!more && is_of_file(more.error())) return std::unexpected(std::move(more.error()));
    if (!more) {
      if (events.on_error) events.on_error(more.error());
      continue;
    }
    if (!*more) return documents;
    use(article);
    ++documents;
  }
}

}  // namespace

Result<void> proceed(const LearningEvents& events, std::string_view stage, std::size_t documents, double share) {
  if (!events.on_progress || events.on_progress(stage, documents, share)) return {};
  return std::unexpected(
      Error{.code = ErrorCode::kStopped, .message = "stopped; nothing was written", .file = {}, .line = 0});
}

Result<std::size_t> for_each_document(const Corpus& corpus, std::string_view stage, const LearningEvents& events,
                                      const std::function<void(const Article&)>& use) {
  if (corpus.lines) {
    LineReader reader(corpus.inputs);
    return go_through(reader, stage, events, use);
  }
  ArticleReader reader(corpus.inputs);
  return go_through(reader, stage, events, use);
}

}  // namespace nutgraf
