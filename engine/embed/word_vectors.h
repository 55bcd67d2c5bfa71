// The vectors of words and of character n-grams, as they lie in a model file: int8 with a scale each.
//
//   if (const auto row = vectors.find(word_hash("river"))) use(vectors.word(*row));
//
// A row fills whole cache lines: `stride - 8` int8 values (those behind `dimensions` are 0), then two floats, the scale
// and the weight. The vector of a word is scale * values; what it adds to the vector of a sentence is that times its
// weight, which is high for words that tell sentences apart (smooth inverse frequency: Arora, Liang & Ma, "A Simple but
// Tough-to-Beat Baseline for Sentence Embeddings", ICLR 2017).
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "embed/hash_index.h"
#include "embed/model_file.h"
#include "embed/subwords.h"
#include "nutgraf/error.h"

namespace nutgraf {

inline constexpr std::uint32_t kMaxDimensions = 4096;

// How rows lie and how n-grams are made. As it is in the file.
struct VectorLayout {
  std::uint32_t dimensions = 0;
  std::uint32_t stride = 0;  // bytes a row
  SubwordOptions subwords;
  std::uint32_t folded = 0;  // 1: words are looked up case-folded; 0: as they are written
};
static_assert(sizeof(VectorLayout) == 24);

// Bytes a row of so many dimensions takes: whole cache lines.
constexpr std::uint32_t row_stride(std::uint32_t dimensions) { return (dimensions + 8 + 63) / 64 * 64; }

struct VectorRow {
  const std::int8_t* values;  // stride - 8
  float scale;
  float weight;
};

// The key of a bucket in the subword index.
constexpr std::uint64_t subword_hash(std::uint32_t bucket) { return (bucket + 1) * 0x9E3779B97F4A7C15; }

// The slots of a section. Errors: kMalformed, if its size is not that of a table.
Result<HashIndex> view_hash_index(const ModelFile& file, SectionKind kind);

class WordVectors {
 public:
  // A view of the sections of `file`, whose memory must outlive it. Errors: kMalformed, if they do not fit together.
  static Result<WordVectors> view(const ModelFile& file);

  [[nodiscard]] const VectorLayout& layout() const { return layout_; }
  [[nodiscard]] std::uint32_t dimensions() const { return layout_.dimensions; }
  [[nodiscard]] std::uint32_t padded_dimensions() const { return layout_.stride - 8; }
  [[nodiscard]] std::uint32_t words() const { return words_; }
  [[nodiscard]] std::uint32_t subwords() const { return subwords_; }

  // The row of the word with this word_hash. Never one that is not there, whatever the file says.
  [[nodiscard]] std::optional<std::uint32_t> find(std::uint64_t word_hash) const {
    const auto row = word_index_.find(word_hash);
    return row && *row < words_ ? row : std::nullopt;
  }
  void prefetch(std::uint64_t word_hash) const { word_index_.prefetch(word_hash); }
  void prefetch_row(std::uint32_t row) const { prefetch(word_rows_, row); }

  [[nodiscard]] VectorRow word(std::uint32_t row) const { return row_of(values(row)); }
  [[nodiscard]] VectorRow subword(std::uint32_t row) const { return row_of(values_at(subword_rows_, row)); }

  // The same of a word in two steps, of which only the second waits for memory.
  [[nodiscard]] const std::int8_t* values(std::uint32_t row) const { return values_at(word_rows_, row); }
  [[nodiscard]] VectorRow row_of(const std::int8_t* values) const {
    float scale_and_weight[2];
    std::memcpy(scale_and_weight, values + layout_.stride - 8, 8);
    return {values, scale_and_weight[0], scale_and_weight[1]};
  }

  [[nodiscard]] const HashIndex& word_index() const { return word_index_; }
  [[nodiscard]] const HashIndex& subword_index() const { return subword_index_; }

  // The subword rows of `word` (folded if the layout says so), as fastText cuts and hashes it (Bojanowski et al.,
  // "Enriching Word Vectors with Subword Information", TACL 2017); those that the file does not hold are left out.
  // The vector of a word that has no row of its own is their mean.
  void find_subwords(std::string_view word, std::vector<std::uint32_t>& rows) const {
    send_for_subwords(word, rows);
    find_subwords(rows);
  }

  // The same in two steps, of which only the second waits for memory: the buckets, and their rows in their place.
  void send_for_subwords(std::string_view word, std::vector<std::uint32_t>& buckets) const;
  void find_subwords(std::vector<std::uint32_t>& buckets) const;

 private:
  [[nodiscard]] const std::int8_t* values_at(std::span<const std::byte> rows, std::uint32_t row) const {
    return reinterpret_cast<const std::int8_t*>(rows.data()) + std::size_t{row} * layout_.stride;
  }
  void prefetch(std::span<const std::byte> rows, std::uint32_t row) const {
    const std::int8_t* const values = values_at(rows, row);
    for (std::size_t i = 0; i < layout_.stride; i += 64) __builtin_prefetch(values + i);
  }

  VectorLayout layout_;
  std::uint32_t words_ = 0;
  std::uint32_t subwords_ = 0;
  std::span<const std::byte> word_rows_;
  std::span<const std::byte> subword_rows_;
  HashIndex word_index_;
  HashIndex subword_index_;
};

// Writes `vector` as a row of row_stride(vector.size()) bytes to the end of `rows`. The scale is the largest magnitude
// over 127; a value is off by half of it at most.
void append_row(std::span<const float> vector, float weight, std::vector<std::byte>& rows);

}  // namespace nutgraf
