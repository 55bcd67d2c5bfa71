// A model of a few words for a test, in a temporary file.
//
//   const SmallModel small({.words = {{"river", {1, 0}}, {"bank", {0.6F, 0.8F}}}, .language = "en"});
//   small.model->info().words;   // 2
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "embed/hash_index.h"
#include "embed/model_file.h"
#include "embed/subwords.h"
#include "embed/word_vectors.h"
#include "nutgraf/model.h"
#include "text/language.h"

namespace nutgraf {

struct SmallWord {
  std::string word;
  std::vector<float> vector;  // as many numbers as every other
  float weight = 1;
};

struct SmallModelContent {
  std::vector<SmallWord> words;                      // case-folded, if `folded`
  std::vector<SmallWord> by_ngrams;                  // words without a row: each of their n-grams gets one
  std::vector<std::vector<float>> components;        // orthonormal
  std::vector<std::pair<std::string, float>> terms;  // stem, inverse document frequency
  SubwordOptions subwords = {.shortest = 3, .longest = 3, .buckets = 1 << 20};
  bool folded = true;
  std::string language = "en";
  std::size_t documents = 0;                                  // that `terms` are of
  std::vector<std::pair<SectionKind, std::string>> sections;  // further ones
};

inline std::string small_model_file(const SmallModelContent& content) {
  using Entries = std::vector<std::pair<std::uint64_t, std::uint32_t>>;
  const auto dimensions = static_cast<std::uint32_t>(content.words.at(0).vector.size());
  const VectorLayout layout{.dimensions = dimensions,
                            .stride = row_stride(dimensions),
                            .subwords = content.subwords,
                            .folded = content.folded ? 1U : 0U};
  std::vector<std::byte> word_rows;
  std::string words;
  Entries word_entries;
  for (const SmallWord& word : content.words) {
    word_entries.emplace_back(word_hash(word.word), static_cast<std::uint32_t>(word_entries.size()));
    append_row(word.vector, word.weight, word_rows);
    words += word.word + '\n';
  }
  std::vector<std::byte> subword_rows;
  Entries subword_entries;
  std::vector<std::uint32_t> buckets;
  for (const SmallWord& word : content.by_ngrams) {
    find_buckets(word.word, content.subwords, buckets);
    for (const std::uint32_t bucket : buckets) {
      subword_entries.emplace_back(subword_hash(bucket), static_cast<std::uint32_t>(subword_entries.size()));
      append_row(word.vector, word.weight, subword_rows);
    }
  }
  std::vector<float> components;
  for (const std::vector<float>& component : content.components) {
    components.insert(components.end(), component.begin(), component.end());
    components.resize(components.size() + layout.stride - 8 - dimensions);
  }
  Entries term_entries;
  for (const auto& [stem, frequency] : content.terms)
    term_entries.emplace_back(word_hash(stem), std::bit_cast<std::uint32_t>(frequency));

  const std::string description =
      "language " + content.language + "\nname small\ndocuments " + std::to_string(content.documents) + "\n";
  const std::vector<HashSlot> word_index = build_hash_index(word_entries);
  const std::vector<HashSlot> subword_index = build_hash_index(subword_entries);
  const std::vector<HashSlot> term_index = build_hash_index(term_entries);
  std::vector<Section> sections = {
      {SectionKind::kDescription, std::as_bytes(std::span(description))},
      {SectionKind::kVectorLayout, std::as_bytes(std::span(&layout, 1))},
      {SectionKind::kWordRows, word_rows},
      {SectionKind::kWordIndex, std::as_bytes(std::span(word_index))},
      {SectionKind::kWords, std::as_bytes(std::span(words))},
      {SectionKind::kSubwordRows, subword_rows},
      {SectionKind::kSubwordIndex, std::as_bytes(std::span(subword_index))},
      {SectionKind::kComponents, std::as_bytes(std::span(components))},
      {SectionKind::kTermIndex, std::as_bytes(std::span(term_index))},
  };
  for (const auto& [kind, bytes] : content.sections) sections.push_back({kind, std::as_bytes(std::span(bytes))});
  return write_model_file(sections);
}

struct SmallModel {
  explicit SmallModel(const SmallModelContent& content) {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    std::string name = std::string("small_") + test->test_suite_name() + "_" + test->name() + ".nut";
    std::ranges::replace(name, '/', '_');
    const std::string path = testing::TempDir() + name;
    std::ofstream(path, std::ios::binary) << small_model_file(content);
    Result<std::shared_ptr<const Model>> opened = Model::open(path);
    std::filesystem::remove(path);  // the mapping stays
    if (!opened) throw std::runtime_error(to_string(opened.error()));
    model = *opened;
  }

  std::shared_ptr<const Model> model;
};

}  // namespace nutgraf
