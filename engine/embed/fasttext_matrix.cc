#include "embed/fasttext_matrix.h"

#include <cstring>

namespace nutgraf {
namespace {

constexpr std::uint64_t kCentroids = 256;

float float_at(const std::byte* bytes, std::uint64_t index) {
  float value = 0;
  std::memcpy(&value, bytes + index * sizeof(float), sizeof(float));
  return value;
}

// Counts are signed in the file.
std::uint64_t read_count(ByteReader& bytes) {
  const auto count = bytes.read<std::int64_t>();
  return count < 0 ? UINT64_MAX : static_cast<std::uint64_t>(count);
}

}  // namespace

bool FasttextMatrix::Quantiser::read(ByteReader& bytes, std::uint64_t wanted_dimensions) {
  dimensions = bytes.read<std::uint32_t>();
  parts = bytes.read<std::uint32_t>();
  part_size = bytes.read<std::uint32_t>();
  last_part_size = bytes.read<std::uint32_t>();
  if (dimensions != wanted_dimensions || parts == 0 || last_part_size > part_size) return false;
  if (parts > dimensions || part_size > dimensions || (parts - 1) * part_size + last_part_size != dimensions)
    return false;
  centroids = bytes.take(dimensions * kCentroids, sizeof(float));
  return bytes.ok();
}

void FasttextMatrix::Quantiser::add(const std::byte* codes, float factor, std::span<float> sum) const {
  for (std::uint64_t part = 0; part < parts; ++part) {
    const std::uint64_t size = part + 1 == parts ? last_part_size : part_size;
    const std::uint64_t first = part * kCentroids * part_size + std::to_integer<std::uint64_t>(codes[part]) * size;
    for (std::uint64_t i = 0; i < size; ++i)
      sum[part * part_size + i] += factor * float_at(centroids.data(), first + i);
  }
}

bool FasttextMatrix::read(ByteReader& bytes, bool quantised) {
  if (quantised) return read_quantised(bytes);
  rows_ = read_count(bytes);
  columns_ = read_count(bytes);
  if (columns_ > UINT32_MAX) return false;
  values_ = bytes.take(rows_, columns_ * sizeof(float));
  return bytes.ok();
}

bool FasttextMatrix::read_quantised(ByteReader& bytes) {
  const bool quantised_norms = bytes.read<std::uint8_t>() != 0;
  rows_ = read_count(bytes);
  columns_ = read_count(bytes);
  const auto code_size = bytes.read<std::uint32_t>();
  codes_ = bytes.take(code_size);
  if (!bytes.ok() || !quantiser_.read(bytes, columns_)) return false;
  if (rows_ > code_size || rows_ * quantiser_.parts != code_size) return false;
  if (!quantised_norms) return true;
  norm_codes_ = bytes.take(rows_);
  return bytes.ok() && norm_quantiser_.read(bytes, 1);
}

void FasttextMatrix::add_row(std::size_t row, std::span<float> sum) const {
  if (!codes_.empty()) {
    float norm = 1;
    if (!norm_codes_.empty()) {
      norm = 0;
      norm_quantiser_.add(&norm_codes_[row], 1, std::span(&norm, 1));
    }
    quantiser_.add(&codes_[row * quantiser_.parts], norm, sum);
    return;
  }
  const std::byte* values = values_.data() + row * columns_ * sizeof(float);
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += float_at(values, i);
}

}  // namespace nutgraf
