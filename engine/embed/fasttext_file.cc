#include "embed/fasttext_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace nutgraf {
namespace {

Error unknown_kind(std::string_view head) {
  std::string message = "no word vectors of fastText: give a .bin or .ftz (of 2017 or later) or a .vec with its header";
  if (head.starts_with("\x89NUT")) message = "a packed model already; pack takes fastText's .bin, .ftz or .vec";
  if (head.starts_with("\x1F\x8B")) message = "compressed by gzip; unpack it with gunzip first";
  if (head.starts_with("\x28\xB5\x2F\xFD")) message = "compressed by zstd; unpack it with unzstd first";
  if (head.starts_with("PK\x03\x04")) message = "a zip archive; unpack it with unzip first";
  return {.code = ErrorCode::kUnsupported, .message = std::move(message), .file = {}, .line = 0};
}

Result<void> require_finite(std::span<const float> vector, bool complete, std::string_view what) {
  if (complete && std::ranges::all_of(vector, [](float value) { return std::isfinite(value); })) return {};
  return std::unexpected(
      Error{.code = ErrorCode::kMalformed,
            .message = fmt::format("the vector of {} is not {} numbers; get the file again", what, vector.size()),
            .file = {},
            .line = 0});
}

}  // namespace

Result<std::unique_ptr<FasttextFile>> FasttextFile::parse(std::span<const std::byte> bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  if (is_fasttext_binary(bytes)) return parse_fasttext_binary(bytes);
  if (is_fasttext_text(text)) return parse_fasttext_text(text);
  return std::unexpected(unknown_kind(text));
}

Result<std::unique_ptr<FasttextFile>> FasttextFile::open(const std::string& path) {
  auto mapping = MappedFile::open(path);
  if (!mapping) return std::unexpected(std::move(mapping.error()));
  auto file = parse(mapping->bytes());
  if (file) {
    (*file)->mapping_ = std::move(*mapping);
  } else {
    file.error().file = path;
  }
  return file;
}

Result<void> FasttextFile::read_word(std::size_t word, std::span<float> vector) const {
  const bool complete = read_word_row(word, vector);
  return require_finite(vector, complete, fmt::format("word {}", word + 1));
}

Result<void> FasttextFile::read_subword(std::size_t row, std::span<float> vector) const {
  read_subword_row(row, vector);
  return require_finite(vector, /*complete=*/true, fmt::format("n-gram {}", row + 1));
}

}  // namespace nutgraf
