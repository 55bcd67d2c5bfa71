// The container of a model file: named sections of bytes behind a header. What is in the sections is told by those who
// read them; docs/model-format.md has it all.
//
//   0   8  magic            "\x89NUT\r\n\x1a\n": told from text, and from itself after a transfer as text
//   8   4  version          kModelVersion
//   12  4  sections         how many entries the table has
//   16  8  size             of the whole file
//   24  8  checksum         XXH3-64 of the bytes from 32 on
//   32     table            an entry a section: kind (u32), 0 (u32), offset (u64), size (u64)
//   ...    sections         each begins at a multiple of 64
//
// All numbers are little-endian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "nutgraf/error.h"

namespace nutgraf {

inline constexpr std::uint32_t kModelVersion = 1;
inline constexpr std::size_t kSectionAlignment = 64;

enum class SectionKind : std::uint32_t {
  kDescription = 1,   // UTF-8, "key value" lines: see ModelInfo
  kVectorLayout = 2,  // one VectorLayout
  kWordRows = 3,      // rows of the words, most frequent first
  kWordIndex = 4,     // HashSlots: word_hash -> row
  kWords = 5,         // the words of the rows, UTF-8, one a line
  kSubwordRows = 6,   // rows of character n-grams
  kSubwordIndex = 7,  // HashSlots: subword_hash(bucket) -> row
  kComponents = 8,    // floats: the common components, one after the other
  kTermIndex = 9,     // HashSlots: word_hash of a stem -> its inverse document frequency, the bits of a float
  kSelfTest = 10,     // inputs with their expected outputs
  kScorer = 11,       // ScorerWeights for documents that have vectors
  kPlainScorer = 12,  // and for those that have none
};

struct Section {
  SectionKind kind = SectionKind::kDescription;
  std::span<const std::byte> bytes;
};

// A view of a model file in memory, which must outlive it.
class ModelFile {
 public:
  // Checks the header and that every section lies inside `bytes`, aligned, once; does not read the sections.
  // Errors: kMalformed (not a model, cut short, sizes that lie), kUnsupported (of another version).
  static Result<ModelFile> parse(std::span<const std::byte> bytes);

  // The bytes of a section; empty if there is none.
  [[nodiscard]] std::span<const std::byte> section(SectionKind kind) const;

  // Whether the checksum holds. Reads the whole file.
  [[nodiscard]] bool is_intact() const;

  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  [[nodiscard]] std::span<const Section> sections() const { return sections_; }

 private:
  std::span<const std::byte> bytes_;
  std::vector<Section> sections_;
};

// The bytes of a model file with these sections.
std::string write_model_file(std::span<const Section> sections);

}  // namespace nutgraf
