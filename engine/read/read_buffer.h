// A window on a stream: bytes are appended at its end as they are asked for and taken from its front as they are used.
//
//   buffer.open(std::move(stream));
//   while (!enough(buffer.window()) && buffer.fill()) {}
//   buffer.consume(size);
//
// An error of the stream ends the window like the end of the stream does, so that what came before it can still be
// used; error() tells.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "read/byte_stream.h"

namespace nutgraf {

class ReadBuffer {
 public:
  static constexpr std::size_t kChunkBytes = std::size_t{1} << 20;

  // Bytes behind the window that may be read (but mean nothing): a JSON parser's vector loads need them. The first of
  // them is never a bracket.
  static constexpr std::size_t kPadding = 64;

  explicit ReadBuffer(std::size_t chunk_bytes = kChunkBytes) : chunk_bytes_(chunk_bytes) {}

  void open(std::unique_ptr<ByteStream> stream);
  void close() { stream_.reset(); }

  // Reads one more chunk; false at the end of the stream or at an error.
  bool fill();
  // Reads on until the window is larger than `limit` or the stream ends.
  void fill_beyond(std::size_t limit) {
    while (window().size() <= limit && fill()) {
    }
  }

  [[nodiscard]] std::string_view window() const { return {data_.get() + begin_, end_ - begin_}; }
  [[nodiscard]] std::span<char> writable() { return {data_.get() + begin_, end_ - begin_}; }
  void consume(std::size_t size) { begin_ += size; }

  [[nodiscard]] std::size_t bytes_read() const { return bytes_read_; }  // of all streams so far

  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  std::size_t chunk_bytes_;
  std::unique_ptr<ByteStream> stream_;
  std::unique_ptr<char[]> data_;
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t bytes_read_ = 0;
  std::optional<Error> error_;
};

}  // namespace nutgraf
