// Any bytes as a model file: opening, look-ups and the check stay inside of it. The bytes behind the first are laid
// over a small whole model where the first says, so that what lies deeper is reached too.
#include <xxhash.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "embed/model_parts.h"
#include "text/language.h"

namespace {

using namespace nutgraf;

std::string small_model() {
  const VectorLayout layout{
      .dimensions = 4, .stride = row_stride(4), .subwords = {.shortest = 3, .longest = 4, .buckets = 100}, .folded = 1};
  const std::vector<float> vector = {1, -2, 3, -4};
  std::vector<std::byte> words;
  std::vector<std::byte> subwords;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> word_entries;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> subword_entries;
  std::string names;
  for (const std::string word : {"harbour", "ferry", "tide"}) {
    word_entries.emplace_back(word_hash(word), word_entries.size());
    names += word + '\n';
    append_row(vector, 1, words);
  }
  for (std::uint32_t bucket = 0; bucket < 100; bucket += 3) {
    subword_entries.emplace_back(subword_hash(bucket), subword_entries.size());
    append_row(vector, 1, subwords);
  }
  std::vector<float> component(layout.stride - 8);
  component[0] = 1;
  const std::string description = "language en\nterms 3\n";
  const std::string self_test(32, '\0');
  const auto word_index = build_hash_index(word_entries);
  const auto subword_index = build_hash_index(subword_entries);
  const std::vector<Section> sections = {
      {SectionKind::kDescription, std::as_bytes(std::span(description))},
      {SectionKind::kVectorLayout, std::as_bytes(std::span(&layout, 1))},
      {SectionKind::kWordRows, words},
      {SectionKind::kWordIndex, std::as_bytes(std::span(word_index))},
      {SectionKind::kWords, std::as_bytes(std::span(names))},
      {SectionKind::kSubwordRows, subwords},
      {SectionKind::kSubwordIndex, std::as_bytes(std::span(subword_index))},
      {SectionKind::kComponents, std::as_bytes(std::span(component))},
      {SectionKind::kTermIndex, std::as_bytes(std::span(word_index))},
      {SectionKind::kSelfTest, std::as_bytes(std::span(self_test))},
  };
  return write_model_file(sections);
}

void use(std::span<const std::byte> bytes) {
  const auto model = Model::view(bytes);
  if (!model) return;
  const WordVectors& vectors = (*model)->parts().vectors;
  int sum = 0;
  std::vector<std::uint32_t> rows;
  for (const std::string_view word : {"harbour", "ferryman", "", "\xC3"}) {
    if (const auto row = vectors.find(word_hash(word))) {
      vectors.prefetch_row(*row);
      for (std::uint32_t i = 0; i < vectors.padded_dimensions(); ++i) sum += vectors.word(*row).values[i];
    }
    vectors.find_subwords(word, rows);
    for (const std::uint32_t row : rows) sum += vectors.subword(row).values[0];
    if ((*model)->parts().terms.find(word_hash(word))) ++sum;
  }
  for (const float value : (*model)->parts().components) sum += value > 0 ? 1 : 0;
  if (!(*model)->check() && sum == INT32_MAX) std::abort();
}

// So that the sanitizers see reads beyond the end.
std::vector<std::byte> exactly(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::byte*>(bytes.data());
  return {data, data + bytes.size()};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data + 2), size - 2);
  use(exactly(bytes));

  static const std::string kModel = small_model();
  std::string laid_over = kModel;
  const std::size_t at = (data[0] | data[1] << 8) % laid_over.size();
  laid_over.replace(at, std::min(bytes.size(), laid_over.size() - at), bytes.substr(0, laid_over.size() - at));
  const std::uint64_t checksum = XXH3_64bits(laid_over.data() + 32, laid_over.size() - 32);
  std::memcpy(laid_over.data() + 24, &checksum, sizeof(checksum));
  use(exactly(laid_over));
  return 0;
}
