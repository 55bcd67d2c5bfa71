// What the words of a block tell, before any markup.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/language.h"
#include "text/tokenizer.h"

namespace nutgraf {

struct BlockWords {
  std::uint32_t words = 0;
  std::uint32_t stop_words = 0;
  std::uint32_t capitalised = 0;
  std::uint32_t opening_phrases = 0;  // a bit for each PhraseKind that the block opens with
  bool inner_phrase = false;          // a telling phrase stands further in
  bool is_date = false;               // nothing but numbers and date words
  std::uint64_t hash = 0;             // of the folded words in order

  [[nodiscard]] bool opens_with(PhraseKind kind) const {
    return (opening_phrases >> static_cast<unsigned>(kind) & 1) != 0;
  }
};

// Not thread-safe: one per thread.
class BlockWordReader {
 public:
  explicit BlockWordReader(std::shared_ptr<const Language> language) : language_(std::move(language)) {}

  BlockWords read(std::string_view text);

 private:
  struct FoldedWord {
    std::uint64_t hash = 0;
    std::uint64_t kinds = 0;  // WordKind bits
  };

  [[nodiscard]] bool is_date(std::string_view text) const;
  [[nodiscard]] std::uint32_t phrases_at(std::size_t word, bool anywhere) const;

  std::shared_ptr<const Language> language_;
  Tokenizer tokenizer_;
  std::vector<TokenSpan> tokens_;
  std::vector<FoldedWord> words_;
  std::string folded_;
};

}  // namespace nutgraf
