#include "embed/sentence_embedder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "embed/model_parts.h"
#include "embed/row_sum.h"
#include "small_model.h"
#include "text/language.h"

namespace nutgraf {
namespace {

using Vector = std::vector<double>;

std::vector<WordToEmbed> words_of(const std::vector<std::string>& texts) {
  std::vector<WordToEmbed> words;
  for (const std::string& text : texts) words.push_back({.hash = word_hash(text), .text = text});
  return words;
}

// The definition, in double precision.
Vector expected_sentence(const Model& model, std::span<const WordToEmbed> words) {
  const WordVectors& vectors = model.parts().vectors;
  Vector sum(vectors.dimensions());
  for (const WordToEmbed& word : words) {
    std::vector<VectorRow> rows;
    if (const auto row = vectors.find(word.hash)) {
      rows.push_back(vectors.word(*row));
    } else {
      std::vector<std::uint32_t> subwords;
      vectors.find_subwords(word.text, subwords);
      for (const std::uint32_t subword : subwords) rows.push_back(vectors.subword(subword));
    }
    for (const VectorRow& row : rows)
      for (std::size_t i = 0; i < sum.size(); ++i)
        sum[i] += double{row.scale} * row.weight * row.values[i] / static_cast<double>(rows.size());
  }
  const Vector whole = sum;
  for (std::uint32_t c = 0; c < model.info().components; ++c) {
    const float* component = model.parts().components.data() + std::size_t{c} * vectors.padded_dimensions();
    double projection = 0;
    for (std::size_t i = 0; i < sum.size(); ++i) projection += whole[i] * component[i];
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] -= projection * component[i];
  }
  return sum;
}

std::vector<float> random_vector(std::mt19937& random, std::size_t dimensions) {
  std::vector<float> vector;
  for (std::size_t i = 0; i < dimensions; ++i) vector.push_back(static_cast<float>(random() % 2001) / 1000 - 1);
  return vector;
}

// Words "w0", "w1" ... with rows, "x0", "x1" ... with n-grams only.
SmallModelContent random_content(std::size_t dimensions, unsigned seed) {
  std::mt19937 random(seed);
  SmallModelContent content;
  for (int i = 0; i < 200; ++i) {
    const float weight = static_cast<float>(random() % 100) / 100;
    content.words.push_back({"w" + std::to_string(i), random_vector(random, dimensions), weight});
    content.by_ngrams.push_back({"x" + std::to_string(i), random_vector(random, dimensions), weight});
  }
  std::vector<float> first(dimensions);
  std::vector<float> second(dimensions);
  first[0] = 0.6F;
  first[dimensions - 1] = 0.8F;
  second[dimensions / 2] = 1;
  content.components = {first, second};
  return content;
}

struct Text {
  std::vector<std::string> words;
  std::vector<std::uint32_t> ends;
};

// Sentences of up to 30 words: most with rows, some of n-grams only, some that nothing is known of.
Text random_text(unsigned seed) {
  std::mt19937 random(seed);
  Text text;
  for (int sentence = 0; sentence < 40; ++sentence) {
    for (std::size_t n = random() % 31; n > 0; --n) {
      const auto kind = random() % 10;
      text.words.push_back((kind < 7 ? "w" : kind < 9 ? "x" : "?") + std::to_string(random() % 200));
    }
    text.ends.push_back(static_cast<std::uint32_t>(text.words.size()));
  }
  return text;
}

class SentenceEmbedderOfDimensions : public testing::TestWithParam<std::size_t> {};

TEST_P(SentenceEmbedderOfDimensions, AgreesWithTheDefinition) {
  const SmallModel small(random_content(GetParam(), 1));
  const Text text = random_text(2);
  const std::vector<WordToEmbed> words = words_of(text.words);
  SentenceEmbedder embedder(small.model);
  std::vector<float> vectors;
  embedder.embed(words, text.ends, vectors);
  ASSERT_EQ(vectors.size(), text.ends.size() * GetParam());
  std::size_t begin = 0;
  for (std::size_t s = 0; s < text.ends.size(); ++s) {
    const Vector expected = expected_sentence(*small.model, std::span(words).subspan(begin, text.ends[s] - begin));
    for (std::size_t i = 0; i < GetParam(); ++i)
      EXPECT_NEAR(vectors[s * GetParam() + i], expected[i], 1e-4) << "sentence " << s << ", dimension " << i;
    begin = text.ends[s];
  }
}

TEST_P(SentenceEmbedderOfDimensions, GivesASentenceTheSameBitsWhereverItStands) {
  const SmallModel small(random_content(GetParam(), 3));
  const Text text = random_text(4);
  const std::vector<WordToEmbed> words = words_of(text.words);
  SentenceEmbedder embedder(small.model);
  std::vector<float> together;
  embedder.embed(words, text.ends, together);
  normalize_rows(GetParam(), together);
  std::size_t begin = 0;
  for (std::size_t s = 0; s < text.ends.size(); ++s) {
    const std::uint32_t size = text.ends[s] - static_cast<std::uint32_t>(begin);
    std::vector<float> alone;
    SentenceEmbedder(small.model).embed(std::span(words).subspan(begin, size), {&size, 1}, alone);
    normalize_rows(GetParam(), alone);
    const auto row = together.begin() + static_cast<std::ptrdiff_t>(s * GetParam());
    EXPECT_EQ(alone, std::vector<float>(row, row + static_cast<std::ptrdiff_t>(GetParam()))) << s;
    begin = text.ends[s];
  }
}

INSTANTIATE_TEST_SUITE_P(Dimensions, SentenceEmbedderOfDimensions, testing::Values(1, 2, 56, 100, 120, 300, 301));

TEST(RowSum, IsTheSameToTheBitOnEveryProcessor) {
  std::mt19937 random(5);
  for (const std::size_t size : {8U, 56U, 120U, 312U}) {
    std::vector<std::int8_t> values(size * 30);
    for (std::int8_t& value : values) value = static_cast<std::int8_t>(random());
    std::vector<ScaledRow> rows;
    for (std::size_t row = 0; row < 30; ++row)
      rows.push_back({.values = &values[row * size], .factor = static_cast<float>(random() % 1000) / 7});
    std::vector<float> portable(size, 1);
    std::vector<float> fastest(size, 2);
    sum_rows_portable(rows, size, portable.data());
    find_sum_rows()(rows, size, fastest.data());
    EXPECT_EQ(portable, fastest);
  }
}

TEST(SentenceEmbedder, LeavesASentenceOfUnknownWordsAtZero) {
  const SmallModel small({.words = {{"river", {1, 2, 3}}}, .components = {{1, 0, 0}}});
  SentenceEmbedder embedder(small.model);
  const std::vector<std::string> texts = {"zzz", "river"};
  const std::vector<std::uint32_t> ends = {0, 1, 2};
  std::vector<float> vectors;
  embedder.embed(words_of(texts), ends, vectors);
  normalize_rows(3, vectors);
  for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(vectors[i], 0);
  EXPECT_NEAR(vectors[7], 2 / std::sqrt(13.0), 1e-2);
  EXPECT_NEAR(vectors[8], 3 / std::sqrt(13.0), 1e-2);
}

TEST(SentenceEmbedder, FoldsUnseenWordsAsTheModelDoes) {
  const std::vector<std::string> texts = {"Ferries"};
  const std::uint32_t end = 1;
  for (const bool folded : {true, false}) {
    const SmallModel small({.words = {{"river", {1, 0}}}, .by_ngrams = {{"ferries", {0, 1}}}, .folded = folded});
    std::vector<float> vector;
    SentenceEmbedder(small.model).embed(words_of(texts), {&end, 1}, vector);
    normalize_rows(2, vector);
    EXPECT_NEAR(vector[1], 1, 1e-6) << "\"ies>\" is in both";
    std::vector<float> word;
    SentenceEmbedder(small.model).embed_word({.hash = word_hash("Ferries"), .text = "Ferries"}, word);
    EXPECT_NEAR(word[1], 1, 1e-2) << folded;
  }
}

// More words than the table of unseen words holds, each twice.
TEST(SentenceEmbedder, DoesNotDependOnTheUnseenWordsBefore) {
  SmallModelContent content{.words = {{"river", {1, 0, 0}}}};
  for (int i = 0; i < 10; ++i)
    content.by_ngrams.push_back({"x" + std::to_string(i) + std::to_string(i), {0.1F * static_cast<float>(i), 1, 0.5F}});
  const SmallModel small(content);
  std::vector<std::string> texts;
  for (int i = 0; i < 5000; ++i) texts.push_back("x" + std::to_string(i % 2500));
  const std::vector<WordToEmbed> words = words_of(texts);
  std::vector<std::uint32_t> ends;
  for (std::uint32_t i = 1; i <= words.size(); ++i) ends.push_back(i);
  SentenceEmbedder embedder(small.model);
  std::vector<float> vectors;
  embedder.embed(words, ends, vectors);
  for (std::size_t i = 0; i < 2500 * 3; ++i) EXPECT_EQ(vectors[i], vectors[i + 2500 * 3]);
}

TEST(NormalizeRows, GivesUnitLengthOrZero) {
  std::vector<float> rows = {3, 4, 0, 0, INFINITY, 1, NAN, 1, 1e-30F, 0};
  normalize_rows(2, rows);
  EXPECT_FLOAT_EQ(rows[0], 0.6F);
  EXPECT_FLOAT_EQ(rows[1], 0.8F);
  for (std::size_t i = 2; i < rows.size(); ++i) EXPECT_EQ(rows[i], 0) << i;
}

}  // namespace
}  // namespace nutgraf
