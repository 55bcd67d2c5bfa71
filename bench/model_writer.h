// A model file of a usual size whose vectors mean nothing, and text in its words: for measuring how fast a model opens
// and sentences are embedded, which does not depend on what the vectors are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "embed/sentence_embedder.h"

namespace nutgraf::bench {

inline constexpr std::size_t kModelWords = 130000;
inline constexpr std::size_t kModelSubwords = 30000;
inline constexpr std::uint32_t kModelDimensions = 120;  // rows of 128 bytes

void write_model(const std::filesystem::path& file);

// An article as the SentenceEmbedder takes it.
struct HashedArticle {
  std::vector<WordToEmbed> words;
  std::vector<std::uint32_t> ends;
};

// Words come as often as their rank in Zipf's law says; one in fifty, a name of the article, the model has not seen.
class HashedArticleWriter {
 public:
  HashedArticleWriter();

  // `spellings` is what the words refer to.
  HashedArticle write(std::size_t words, std::uint64_t seed) const;

 private:
  std::vector<std::string> spellings_;  // by rank, then the names
  std::vector<double> up_to_;           // share of the words up to this rank
};

}  // namespace nutgraf::bench
