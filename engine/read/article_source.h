// One input, opened -> its Articles. What ArticleReader does for each of its files.
//
//   ArticleSource source(options);
//   source.open(open_memory(bytes), "news.jsonl");
//   while (source.next(article).value_or(false)) use(article);
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "nutgraf/read.h"
#include "read/article_json.h"
#include "read/byte_stream.h"
#include "read/json_document.h"
#include "read/read_buffer.h"

namespace nutgraf {

class ArticleSource {
 public:
  // `chunk_bytes`, how much is read at a time, does not change what comes out.
  explicit ArticleSource(const ReadOptions& options, std::size_t chunk_bytes = ReadBuffer::kChunkBytes);

  void open(std::unique_ptr<ByteStream> stream, std::string_view name);

  // As ArticleReader::next, for this one input.
  Result<bool> next(Article& article);
  Result<bool> next(Article& article, std::string& page);

  // As ArticleReader::bytes: of all inputs so far.
  [[nodiscard]] std::size_t bytes() const;

 private:
  enum class State { kUnopened, kJsonLines, kJson, kDone };

  Result<bool> read(Article& article, std::string& page);
  Result<bool> begin(Article& article, std::string& page);
  Result<void> decode_utf16();
  std::string_view read_first_line();
  std::optional<Format> detect_in_window(std::string_view window, bool whole) const;
  Result<Format> detect();
  Result<void> read_whole(std::string_view what);
  Result<void> parse(std::span<char> json, Article& article);
  Result<bool> next_line(Article& article);
  Result<bool> next_element(Article& article);
  Result<bool> parse_line(std::span<char> line, Article& article);
  Result<bool> refuse_line();
  void skip_line();
  Error fail(ErrorCode code, std::string message, std::size_t line = 0);
  Error located(Error error, std::size_t first_line = 1) const;

  ReadOptions options_;
  std::string name_;
  State state_ = State::kDone;
  std::unique_ptr<ByteStream> compressed_;  // as it was opened, until the first read
  ReadBuffer buffer_;
  std::string decoded_;       // a file that was UTF-16, as UTF-8
  std::size_t replaced_ = 0;  // while decoding the file as a whole
  std::size_t scanned_ = 0;   // bytes of the window that hold no line break
  std::size_t line_ = 0;      // lines taken
  ArticleJson article_json_;
  JsonDocument document_;
};

}  // namespace nutgraf
