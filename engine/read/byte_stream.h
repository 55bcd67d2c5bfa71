// Where bytes come from: a file, standard input or memory, pulled a piece at a time.
//
//   Result<std::unique_ptr<ByteStream>> stream = open_file("news.jsonl");
//   Result<std::size_t> size = (*stream)->read(buffer);  // 0: the end
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "nutgraf/error.h"

namespace nutgraf {

class ByteStream {
 public:
  virtual ~ByteStream() = default;

  // Fills the front of `into` (which is not empty); 0 only at the end. After an error, nothing more is read.
  virtual Result<std::size_t> read(std::span<char> into) = 0;
};

// Opens a file, a pipe or, for "-", standard input.
Result<std::unique_ptr<ByteStream>> open_file(const std::string& path);

// Reads from `bytes`, which must outlive the stream.
std::unique_ptr<ByteStream> open_memory(std::string_view bytes);

}  // namespace nutgraf
