// What a model tells of a corpus: how often its words are, in how many documents its stems are; and sentences to find
// out what they have in common.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "embed/hash_index.h"
#include "nutgraf/corpus.h"

namespace nutgraf {

struct CorpusStatistics {
  std::size_t documents = 0;
  std::uint64_t words = 0;                                 // in all, known or not
  std::vector<std::uint64_t> counts;                       // of each known word
  std::unordered_map<std::uint64_t, std::uint32_t> stems;  // word_hash -> documents it is in
  std::vector<std::vector<std::uint32_t>> sentences;       // a sample: the known words of each
};

// `known`: word_hash of a word (case-folded if `folded`) -> its number, below `known_words`. Of the sentences
// `sampled` are kept, each equally likely and the same ones each time. Without a `language` each document is in its
// own, told from its text if it says none.
Result<CorpusStatistics> read_statistics(const Corpus& corpus, std::string_view language, bool folded, HashIndex known,
                                         std::size_t known_words, std::size_t sampled, const LearningEvents& events);

}  // namespace nutgraf
