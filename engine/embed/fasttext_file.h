// Word vectors in a file of fastText: a binary model (.bin), a quantised one (.ftz) or text (.vec), told from the
// content.
//
//   Result<std::unique_ptr<FasttextFile>> file = FasttextFile::open("cc.en.300.bin");
//   std::vector<float> vector((*file)->dimensions());
//   (*file)->read_word(0, vector);   // that of (*file)->words()[0], the most frequent word
//
// The file is mapped and rows are read where they lie, so a model larger than the memory will do. fastText itself
// believes whatever a file says; here every number is held against the size of the file before it is used.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "embed/mapped_file.h"
#include "embed/subwords.h"
#include "nutgraf/error.h"

namespace nutgraf {

struct FasttextWord {
  std::string_view text;    // as the file has it: any bytes
  std::uint64_t count = 0;  // in the corpus it was trained on; 0: not known
};

// Thread-safe once it is open.
class FasttextFile {
 public:
  // Errors: kNotFound, kUnreadable, kEmpty, kMalformed (cut short, numbers that lie), kUnsupported (compressed, or
  // nothing of fastText's).
  static Result<std::unique_ptr<FasttextFile>> open(const std::string& path);

  // The same for bytes in memory, which must outlive it.
  static Result<std::unique_ptr<FasttextFile>> parse(std::span<const std::byte> bytes);

  FasttextFile() = default;
  FasttextFile(const FasttextFile&) = delete;
  FasttextFile& operator=(const FasttextFile&) = delete;
  virtual ~FasttextFile() = default;

  [[nodiscard]] std::uint32_t dimensions() const { return dimensions_; }
  [[nodiscard]] std::span<const FasttextWord> words() const { return words_; }  // most frequent first
  [[nodiscard]] const SubwordOptions& subwords() const { return subwords_; }

  // How many n-gram vectors there are, and which one is that of a bucket.
  [[nodiscard]] virtual std::size_t subword_rows() const { return 0; }
  [[nodiscard]] virtual std::optional<std::size_t> subword_row(std::uint32_t) const { return std::nullopt; }

  // Fills `vector` (dimensions() floats) with that of a word, as fastText's getWordVector gives it: the mean of its own
  // row and those of its n-grams; or with an n-gram's. Errors: kMalformed, if it is not all finite numbers.
  Result<void> read_word(std::size_t word, std::span<float> vector) const;
  Result<void> read_subword(std::size_t row, std::span<float> vector) const;

 protected:
  // False: there are not dimensions() numbers.
  virtual bool read_word_row(std::size_t word, std::span<float> vector) const = 0;
  virtual void read_subword_row(std::size_t, std::span<float>) const {}

  std::uint32_t dimensions_ = 0;
  std::vector<FasttextWord> words_;
  SubwordOptions subwords_;

 private:
  MappedFile mapping_;
};

// Of the two kinds: see above.
Result<std::unique_ptr<FasttextFile>> parse_fasttext_binary(std::span<const std::byte> bytes);
Result<std::unique_ptr<FasttextFile>> parse_fasttext_text(std::string_view text);

// Whether the bytes begin as a file of that kind.
bool is_fasttext_binary(std::span<const std::byte> bytes);
bool is_fasttext_text(std::string_view text);

}  // namespace nutgraf
