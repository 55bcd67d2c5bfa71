#include "model_writer.h"

#include <algorithm>
#include <bit>
#include <fstream>
#include <span>
#include <utility>

#include "embed/hash_index.h"
#include "embed/model_file.h"
#include "embed/word_vectors.h"
#include "text/language.h"
#include "vocabulary.h"

namespace nutgraf::bench {
namespace {

constexpr std::size_t kComponents = 3;
constexpr std::size_t kTerms = 80000;
constexpr std::size_t kNames = 20000;
constexpr std::size_t kNamesOfArticle = 5;
constexpr std::size_t kSentenceWords = 24;

std::string spelling(std::size_t rank) { return "word" + std::to_string(rank); }

std::vector<std::byte> random_rows(std::size_t rows, Random& random) {
  std::vector<std::byte> bytes;
  std::vector<float> vector(kModelDimensions);
  for (std::size_t i = 0; i < rows; ++i) {
    for (float& value : vector) value = static_cast<float>(random.below(255)) / 127 - 1;
    append_row(vector, 0.5F, bytes);
  }
  return bytes;
}

using Entries = std::vector<std::pair<std::uint64_t, std::uint32_t>>;

}  // namespace

void write_model(const std::filesystem::path& file) {
  Random random(1);
  const VectorLayout layout{.dimensions = kModelDimensions,
                            .stride = row_stride(kModelDimensions),
                            .subwords = {.shortest = 4, .longest = 5, .buckets = 100000},
                            .folded = 1};
  const std::vector<std::byte> word_rows = random_rows(kModelWords, random);
  const std::vector<std::byte> subword_rows = random_rows(kModelSubwords, random);
  std::vector<float> components(kComponents * (layout.stride - 8));
  for (std::size_t i = 0; i < kComponents; ++i) components[i * (layout.stride - 8) + i] = 1;
  Entries words;
  Entries subwords;
  Entries terms;
  std::string word_list;
  for (std::uint32_t i = 0; i < kModelWords; ++i) {
    words.emplace_back(word_hash(spelling(i)), i);
    word_list += spelling(i) + '\n';
  }
  for (std::uint32_t i = 0; i < kModelSubwords; ++i) subwords.emplace_back(subword_hash(i), i);
  for (std::uint32_t i = 0; i < kTerms; ++i)
    terms.emplace_back(word_hash(spelling(i)), std::bit_cast<std::uint32_t>(1.0F));
  const std::vector<HashSlot> word_index = build_hash_index(words);
  const std::vector<HashSlot> subword_index = build_hash_index(subwords);
  const std::vector<HashSlot> term_index = build_hash_index(terms);
  const Section sections[] = {
      {SectionKind::kVectorLayout, std::as_bytes(std::span(&layout, 1))},
      {SectionKind::kWordRows, word_rows},
      {SectionKind::kWordIndex, std::as_bytes(std::span(word_index))},
      {SectionKind::kWords, std::as_bytes(std::span(word_list))},
      {SectionKind::kSubwordRows, subword_rows},
      {SectionKind::kSubwordIndex, std::as_bytes(std::span(subword_index))},
      {SectionKind::kComponents, std::as_bytes(std::span(components))},
      {SectionKind::kTermIndex, std::as_bytes(std::span(term_index))},
  };
  std::ofstream(file, std::ios::binary) << write_model_file(sections);
}

HashedArticleWriter::HashedArticleWriter() {
  double sum = 0;
  for (std::size_t rank = 0; rank < kModelWords; ++rank) {
    spellings_.push_back(spelling(rank));
    up_to_.push_back(sum += 1.0 / static_cast<double>(rank + 3));
  }
  for (double& share : up_to_) share /= sum;
  for (std::size_t name = 0; name < kNames; ++name) spellings_.push_back("Name" + std::to_string(name));
}

HashedArticle HashedArticleWriter::write(std::size_t words, std::uint64_t seed) const {
  constexpr std::size_t kSteps = std::size_t{1} << 40;
  Random random(seed);
  HashedArticle article;
  const std::size_t first_name = kModelWords + random.below(kNames - kNamesOfArticle);
  for (std::size_t i = 1; i <= words; ++i) {
    const double draw = static_cast<double>(random.below(kSteps)) / kSteps;
    const auto rank = static_cast<std::size_t>(std::ranges::lower_bound(up_to_, draw) - up_to_.begin());
    const std::string& word = spellings_[random.one_in(50) ? first_name + random.below(kNamesOfArticle) : rank];
    article.words.push_back({.hash = word_hash(word), .text = word});
    if (i % kSentenceWords == 0 || i == words) article.ends.push_back(static_cast<std::uint32_t>(i));
  }
  return article;
}

}  // namespace nutgraf::bench
