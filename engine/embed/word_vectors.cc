#include "embed/word_vectors.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace nutgraf {
namespace {

std::unexpected<Error> malformed(std::string message) {
  return std::unexpected(Error{.code = ErrorCode::kMalformed, .message = std::move(message), .file = {}, .line = 0});
}

Result<std::uint32_t> count_rows(std::span<const std::byte> rows, std::uint32_t stride, std::string_view what) {
  if (rows.size() % stride != 0 || rows.size() / stride >= kFreeSlot)
    return malformed(fmt::format("{} bytes of {} are no whole number of rows of {} bytes", rows.size(), what, stride));
  return static_cast<std::uint32_t>(rows.size() / stride);
}

}  // namespace

Result<HashIndex> view_hash_index(const ModelFile& file, SectionKind kind) {
  const std::span<const std::byte> bytes = file.section(kind);
  const std::size_t slots = bytes.size() / sizeof(HashSlot);
  if (bytes.size() % sizeof(HashSlot) != 0 || (slots != 0 && !std::has_single_bit(slots)))
    return malformed(fmt::format("section {} is no hash index: it has {} bytes", static_cast<int>(kind), bytes.size()));
  // Sections are aligned.
  return HashIndex({reinterpret_cast<const HashSlot*>(bytes.data()), slots});
}

Result<WordVectors> WordVectors::view(const ModelFile& file) {
  WordVectors vectors;
  const std::span<const std::byte> layout = file.section(SectionKind::kVectorLayout);
  if (layout.size() != sizeof(VectorLayout)) return malformed("no layout of its vectors");
  std::memcpy(&vectors.layout_, layout.data(), sizeof(VectorLayout));
  const std::uint32_t dimensions = vectors.layout_.dimensions;
  if (dimensions == 0 || dimensions > kMaxDimensions || vectors.layout_.stride != row_stride(dimensions))
    return malformed(fmt::format("vectors of {} dimensions in rows of {} bytes", dimensions, vectors.layout_.stride));
  if (vectors.layout_.subwords.longest > kLongestSubword)
    return malformed(fmt::format("n-grams of up to {} characters", vectors.layout_.subwords.longest));

  vectors.word_rows_ = file.section(SectionKind::kWordRows);
  vectors.subword_rows_ = file.section(SectionKind::kSubwordRows);
  const auto words = count_rows(vectors.word_rows_, vectors.layout_.stride, "words");
  if (!words) return std::unexpected(words.error());
  const auto subwords = count_rows(vectors.subword_rows_, vectors.layout_.stride, "subwords");
  if (!subwords) return std::unexpected(subwords.error());
  const auto word_index = view_hash_index(file, SectionKind::kWordIndex);
  if (!word_index) return std::unexpected(word_index.error());
  const auto subword_index = view_hash_index(file, SectionKind::kSubwordIndex);
  if (!subword_index) return std::unexpected(subword_index.error());
  vectors.words_ = *words;
  vectors.subwords_ = *subwords;
  vectors.word_index_ = *word_index;
  vectors.subword_index_ = *subword_index;
  return vectors;
}

void WordVectors::send_for_subwords(std::string_view word, std::vector<std::uint32_t>& buckets) const {
  find_buckets(word, layout_.subwords, buckets);
  for (const std::uint32_t bucket : buckets) subword_index_.prefetch(subword_hash(bucket));
}

void WordVectors::find_subwords(std::vector<std::uint32_t>& buckets) const {
  const auto is_missing = [&](std::uint32_t& bucket) {
    const auto row = subword_index_.find(subword_hash(bucket));
    if (!row || *row >= subwords_) return true;
    bucket = *row;
    prefetch(subword_rows_, *row);
    return false;
  };
  std::erase_if(buckets, is_missing);
}

void append_row(std::span<const float> vector, float weight, std::vector<std::byte>& rows) {
  float largest = 0;
  for (const float value : vector) largest = std::max(largest, std::abs(value));
  const float scale = largest / 127;
  const std::size_t begin = rows.size();
  const std::size_t stride = row_stride(static_cast<std::uint32_t>(vector.size()));
  rows.resize(begin + stride);
  if (scale > 0)
    for (std::size_t i = 0; i < vector.size(); ++i)
      // A scale next to nothing is rounded coarsely, so the quotient may be beyond 127.
      rows[begin + i] =
          static_cast<std::byte>(static_cast<std::int8_t>(std::lround(std::clamp(vector[i] / scale, -127.0F, 127.0F))));
  std::memcpy(&rows[begin + stride - 8], &scale, 4);
  std::memcpy(&rows[begin + stride - 4], &weight, 4);
}

}  // namespace nutgraf
