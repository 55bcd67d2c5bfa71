// A matrix of a fastText model where it lies in the file: floats, or product-quantised (Jégou et al., "Product
// Quantization for Nearest Neighbor Search", TPAMI 2011).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "embed/byte_reader.h"

namespace nutgraf {

class FasttextMatrix {
 public:
  // Takes one from the front of `bytes`; false if they do not hold what they tell of.
  bool read(ByteReader& bytes, bool quantised);

  [[nodiscard]] std::uint64_t rows() const { return rows_; }
  [[nodiscard]] std::uint64_t columns() const { return columns_; }

  // Adds a row to `sum`, which is as long as there are columns.
  void add_row(std::size_t row, std::span<float> sum) const;

 private:
  // Cuts a vector into parts, each of which one of 256 centroids stands for.
  struct Quantiser {
    bool read(ByteReader& bytes, std::uint64_t wanted_dimensions);
    void add(const std::byte* codes, float factor, std::span<float> sum) const;

    std::uint64_t dimensions = 0;
    std::uint64_t parts = 0;
    std::uint64_t part_size = 0;
    std::uint64_t last_part_size = 0;
    std::span<const std::byte> centroids;
  };

  bool read_quantised(ByteReader& bytes);

  std::uint64_t rows_ = 0;
  std::uint64_t columns_ = 0;
  std::span<const std::byte> values_;      // not quantised
  std::span<const std::byte> codes_;       // quantised: Quantiser::parts bytes a row
  std::span<const std::byte> norm_codes_;  // and one a row, if lengths are quantised by themselves
  Quantiser quantiser_;
  Quantiser norm_quantiser_;
};

}  // namespace nutgraf
