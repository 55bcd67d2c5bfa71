// What of a fastText model is packed: which words, which n-grams.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "embed/fasttext_file.h"

namespace nutgraf {

struct VocabularyWord {
  std::string text;         // case-folded, if words are looked up so
  std::uint64_t hash = 0;   // word_hash of the text
  std::uint64_t count = 0;  // of all words of the file that fold to this one; 0: not known
  std::size_t word = 0;     // the most frequent of them: index into FasttextFile::words()
};

// The first `most` distinct words that a text can have: each a single token of valid UTF-8.
std::vector<VocabularyWord> choose_words(const FasttextFile& file, bool folded, std::size_t most);

struct ChosenSubword {
  std::uint32_t bucket = 0;
  std::size_t row = 0;  // of the file's n-grams
};

// The `most` n-grams that words without a row of their own need most: those that many words of the file have, frequent
// or not, and that add much to the mean. Ordered by that: number of words times length of the vector.
std::vector<ChosenSubword> choose_subwords(const FasttextFile& file, bool folded, std::size_t most);

}  // namespace nutgraf
