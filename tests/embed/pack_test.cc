#include "nutgraf/pack.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "embed/model_parts.h"
#include "fasttext_models.h"
#include "text/language.h"

namespace nutgraf {
namespace {

// Most frequent first.
constexpr std::string_view kVec =
    "5 3\n"
    "the 1 0 0\n"
    ", 5 5 5\n"
    "Harbour 0 1 0\n"
    "harbour 0 0 9\n"
    "ferry 0.3 -0.25 1\n";

constexpr std::string_view kLines =
    "The harbour closed. The ferry waited in the harbour.\n"
    "The ferry sailed. The mayor spoke.\n"
    "The mayor spoke to the council.\n";

std::shared_ptr<const Model> open(const std::string& path) {
  auto model = Model::open(path);
  EXPECT_TRUE(model) << to_string(model.error());
  return model.value_or(nullptr);
}

std::vector<float> vector_of(const Model& model, std::uint32_t row) {
  const VectorRow packed = model.parts().vectors.word(row);
  std::vector<float> vector(model.info().dimensions);
  for (std::size_t i = 0; i < vector.size(); ++i) vector[i] = packed.scale * static_cast<float>(packed.values[i]);
  return vector;
}

float weight_of(const Model& model, std::string_view word) {
  const auto row = model.parts().vectors.find(word_hash(word));
  EXPECT_TRUE(row) << word;
  return row ? model.parts().vectors.word(*row).weight : -1;
}

double cosine(const std::vector<float>& a, const std::vector<float>& b) {
  const auto dot = [](const auto& x, const auto& y) { return std::inner_product(x.begin(), x.end(), y.begin(), 0.0); };
  return dot(a, b) / std::sqrt(dot(a, a) * dot(b, b));
}

class Pack : public testing::Test {
 protected:
  TemporaryFolder folder_;
  std::string vec_ = folder_.write("a.vec", kVec);
  std::string nut_ = folder_.path("a.nut");

  std::shared_ptr<const Model> pack_vec(const PackOptions& options = {}) {
    const auto info = pack(vec_, nut_, options);
    EXPECT_TRUE(info) << to_string(info.error());
    return info ? open(nut_) : nullptr;
  }
};

TEST_F(Pack, KeepsTheMostFrequentWordsThatTextsHave) {
  const auto model = pack_vec({.language = "en", .name = "harbours", .license = "CC0-1.0", .words = 2});
  ASSERT_TRUE(model);
  const ModelInfo& info = model->info();
  EXPECT_EQ(info.words, 2U);
  EXPECT_EQ(info.dimensions, 3U);
  EXPECT_EQ(info.subwords, 0U);
  EXPECT_TRUE(info.folded);
  EXPECT_EQ(info.language, "en");
  EXPECT_EQ(info.name, "harbours");
  EXPECT_EQ(info.license, "CC0-1.0");
  EXPECT_EQ(info.bytes, read_file(nut_).size());
  const WordVectors& vectors = model->parts().vectors;
  EXPECT_EQ(vectors.find(word_hash("the")), 0U);
  EXPECT_EQ(vectors.find(word_hash("harbour")), 1U);
  EXPECT_FALSE(vectors.find(word_hash(",")));
  EXPECT_FALSE(vectors.find(word_hash("ferry")));
}

TEST_F(Pack, TheMostFrequentFormOfAWordCounts) {
  const auto model = pack_vec();
  ASSERT_TRUE(model);
  EXPECT_EQ(model->info().words, 3U);
  EXPECT_NEAR(vector_of(*model, 1)[1], 1, 1e-6);  // of "Harbour"
}

TEST_F(Pack, KeepsFormsApartIfWordsAreCased) {
  const auto model = pack_vec({.folded = false});
  ASSERT_TRUE(model);
  EXPECT_EQ(model->info().words, 4U);
  EXPECT_FALSE(model->info().folded);
  EXPECT_EQ(model->parts().vectors.find(word_hash("Harbour")), 1U);
  EXPECT_EQ(model->parts().vectors.find(word_hash("harbour")), 2U);
}

TEST_F(Pack, RoundsToHalfAStep) {
  const auto model = pack_vec();
  ASSERT_TRUE(model);
  const std::vector<float> ferry = vector_of(*model, 2);
  EXPECT_NEAR(ferry[0], 0.3, 0.5 / 127);
  EXPECT_NEAR(ferry[1], -0.25, 0.5 / 127);
  EXPECT_NEAR(ferry[2], 1, 1e-6);
}

TEST_F(Pack, WithoutCountsWeighsByRanks) {
  const auto model = pack_vec({.sif_a = 0.1});
  ASSERT_TRUE(model);
  const double all = 1 + 1.0 / 2 + 1.0 / 3 + 1.0 / 4 + 1.0 / 5;
  EXPECT_NEAR(weight_of(*model, "the"), 0.1 / (0.1 + 1 / all), 1e-5);
  EXPECT_NEAR(weight_of(*model, "ferry"), 0.1 / (0.1 + 1 / (5 * all)), 1e-5);
}

TEST_F(Pack, WeighsByTheCorpus) {
  const std::string corpus = folder_.write("corpus.txt", kLines);
  const auto model = pack_vec({.sif_a = 0.1, .corpus = {.inputs = {corpus}, .lines = true}});
  ASSERT_TRUE(model);
  // 21 words: "the" 7 times, "ferry" twice.
  EXPECT_NEAR(weight_of(*model, "the"), 0.1 / (0.1 + 7.0 / 21), 1e-5);
  EXPECT_NEAR(weight_of(*model, "ferry"), 0.1 / (0.1 + 2.0 / 21), 1e-5);
}

TEST_F(Pack, WithoutWeightingEachWordWeighsTheSame) {
  const auto model = pack_vec({.weighting = Weighting::kNone});
  ASSERT_TRUE(model);
  EXPECT_EQ(weight_of(*model, "the"), 1);
  EXPECT_EQ(weight_of(*model, "ferry"), 1);
  EXPECT_EQ(model->info().components, 0U);
}

TEST_F(Pack, CountsTheDocumentsOfStems) {
  const std::string corpus = folder_.write("corpus.txt", kLines);
  const auto model = pack_vec({.language = "en", .corpus = {.inputs = {corpus}, .lines = true}});
  ASSERT_TRUE(model);
  EXPECT_EQ(model->info().documents, 3U);
  const HashIndex& terms = model->parts().terms;
  const auto frequency = [&](std::uint64_t hash) {
    const auto bits = terms.find(hash);
    return bits ? std::bit_cast<float>(*bits) : -1;
  };
  EXPECT_NEAR(frequency(word_hash("mayor")), std::log(4.0 / 3) + 1, 1e-5);
  EXPECT_NEAR(frequency(word_hash("council")), std::log(4.0 / 2) + 1, 1e-5);
  EXPECT_EQ(frequency(word_hash("the")), -1);
}

TEST_F(Pack, KeepsTheStemsOfTheMostDocuments) {
  const std::string corpus = folder_.write("corpus.txt", kLines);
  const auto model = pack_vec({.language = "en", .terms = 3, .corpus = {.inputs = {corpus}, .lines = true}});
  ASSERT_TRUE(model);
  EXPECT_EQ(model->info().terms, 3U);
  EXPECT_TRUE(model->parts().terms.find(word_hash("ferri")));
  EXPECT_TRUE(model->parts().terms.find(word_hash("mayor")));
  EXPECT_TRUE(model->parts().terms.find(word_hash("spoke")));
}

TEST_F(Pack, ReadsTheCorpusAsTheOtherCommandsDo) {
  const std::string corpus = folder_.write("news.jsonl", R"({"title":"Ferry","text":"The harbour closed."})"
                                                         "\n{\"text\":\n"
                                                         R"({"title":"Mayor","text":"The mayor spoke."})"
                                                         "\n");
  std::vector<std::string> errors;
  const auto info = pack(vec_, nut_, {.language = "en", .corpus = {.inputs = {corpus}}},
                         {.on_error = [&](const Error& error) { errors.push_back(to_string(error)); }});
  ASSERT_TRUE(info) << to_string(info.error());
  EXPECT_EQ(info->documents, 2U);
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_NE(errors[0].find("news.jsonl:2"), std::string::npos) << errors[0];
  EXPECT_TRUE(open(nut_)->parts().terms.find(word_hash("ferri")));  // in a title
}

TEST_F(Pack, FindsWhatSentencesHaveInCommon) {
  const std::string corpus = folder_.write("corpus.txt", kLines);
  const auto model = pack_vec({.sif_a = 1e9, .components = 2, .corpus = {.inputs = {corpus}, .lines = true}});
  ASSERT_TRUE(model);
  ASSERT_EQ(model->info().components, 2U);
  EXPECT_TRUE(model->check()) << to_string(model->check().error());
  const auto components = model->parts().components;
  EXPECT_GT(components[0], 0.8F);  // "the", in every sentence
}

TEST_F(Pack, TheSameInputGivesTheSameFile) {
  const std::string corpus = folder_.write("corpus.txt", kLines);
  const PackOptions options{.components = 2, .corpus = {.inputs = {corpus}, .lines = true}};
  ASSERT_TRUE(pack_vec(options));
  const std::string first = read_file(nut_);
  ASSERT_TRUE(pack_vec(options));
  EXPECT_EQ(read_file(nut_), first);
}

class PackedBinary : public testing::TestWithParam<FasttextKind> {};

TEST_P(PackedBinary, KeepsTheDirectionsOfLibfasttextsVectors) {
  const TemporaryFolder folder;
  const std::string path = folder.path("a.bin");
  save_fasttext_model(GetParam(), path);
  const auto info = pack(path, folder.path("a.nut"), {.folded = false});
  ASSERT_TRUE(info) << to_string(info.error());
  const auto model = open(folder.path("a.nut"));
  ASSERT_TRUE(model);
  EXPECT_TRUE(model->check()) << to_string(model->check().error());
  const std::vector<std::string> words = {"harbour", "Harbour", "ferry", "quay"};
  const auto expected = fasttext_vectors(path, words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto row = model->parts().vectors.find(word_hash(words[i]));
    if (!row) continue;  // pruned
    EXPECT_GT(cosine(vector_of(*model, *row), expected[i]), 0.999) << words[i];
  }
  EXPECT_TRUE(model->parts().vectors.find(word_hash("harbour")));
}

INSTANTIATE_TEST_SUITE_P(Kinds, PackedBinary,
                         testing::Values(FasttextKind::kSkipgram, FasttextKind::kCbowWithoutSubwords,
                                         FasttextKind::kQuantised, FasttextKind::kQuantisedAndPruned));

TEST(PackedSubwords, GiveUnseenWordsTheirVectors) {
  const TemporaryFolder folder;
  const std::string path = folder.path("a.bin");
  save_fasttext_model(FasttextKind::kSkipgram, path);
  ASSERT_TRUE(pack(path, folder.path("a.nut"), {}));
  const auto model = open(folder.path("a.nut"));
  ASSERT_TRUE(model);
  const WordVectors& vectors = model->parts().vectors;
  const std::string word = "harbourferry";
  ASSERT_FALSE(vectors.find(word_hash(word)));
  std::vector<std::uint32_t> rows;
  vectors.find_subwords(word, rows);
  ASSERT_GT(rows.size(), 8U);
  std::vector<float> sum(model->info().dimensions);
  for (const std::uint32_t row : rows)
    for (std::size_t i = 0; i < sum.size(); ++i)
      sum[i] += vectors.subword(row).scale * static_cast<float>(vectors.subword(row).values[i]);
  // The n-grams at the seam were in no word, so they are not there.
  EXPECT_GT(cosine(sum, fasttext_vectors(path, {word})[0]), 0.8);
}

TEST(PackedSubwords, AreThoseOfTheMostWords) {
  const TemporaryFolder folder;
  const std::string path = folder.path("a.bin");
  save_fasttext_model(FasttextKind::kSkipgram, path);
  ASSERT_TRUE(pack(path, folder.path("a.nut"), {.subwords = 12}));
  const auto model = open(folder.path("a.nut"));
  ASSERT_TRUE(model);
  EXPECT_EQ(model->info().subwords, 12U);
  std::vector<std::uint32_t> of_several_words;
  std::vector<std::uint32_t> of_one;
  model->parts().vectors.find_subwords("harbours", of_several_words);  // of harbour, Harbour and harbours
  model->parts().vectors.find_subwords("council", of_one);
  EXPECT_GT(of_several_words.size(), of_one.size());
}

TEST_F(Pack, AFailureLeavesTheOldFile) {
  ASSERT_TRUE(pack_vec());
  const std::string before = read_file(nut_);
  const std::string broken = folder_.write("broken.vec", "1 2\nquay 1 x\n");
  const auto info = pack(broken, nut_, {});
  ASSERT_FALSE(info);
  EXPECT_EQ(info.error().code, ErrorCode::kMalformed);
  EXPECT_EQ(info.error().file, broken);
  EXPECT_EQ(read_file(nut_), before);
}

TEST_F(Pack, StopsWhenToldAndLeavesNothing) {
  const auto info = pack(vec_, nut_, {}, {.on_progress = [](std::string_view, std::size_t, double) { return false; }});
  ASSERT_FALSE(info);
  EXPECT_EQ(info.error().code, ErrorCode::kStopped);
  const auto files = std::distance(std::filesystem::directory_iterator(std::filesystem::path(vec_).parent_path()),
                                   std::filesystem::directory_iterator());
  EXPECT_EQ(files, 1);
}

TEST_F(Pack, SaysWhatIsWrong) {
  const std::string corpus = folder_.write("empty.txt", "");
  const auto code = [&](const PackOptions& options, const std::string& output) {
    const auto info = pack(vec_, output, options);
    EXPECT_FALSE(info);
    return info ? ErrorCode::kEmpty : info.error().code;
  };
  EXPECT_EQ(code({.name = "two\nlines"}, nut_), ErrorCode::kInvalidOption);
  EXPECT_EQ(code({.words = 0}, nut_), ErrorCode::kInvalidOption);
  EXPECT_EQ(code({.sif_a = 0}, nut_), ErrorCode::kInvalidOption);
  EXPECT_EQ(code({.components = 1}, nut_), ErrorCode::kInvalidOption);
  EXPECT_EQ(code({.components = 4, .corpus = {.inputs = {vec_}}}, nut_), ErrorCode::kInvalidOption);
  EXPECT_EQ(code({.corpus = {.inputs = {corpus}, .lines = true}}, nut_), ErrorCode::kEmpty);
  EXPECT_EQ(code({.corpus = {.inputs = {folder_.path("no")}, .lines = true}}, nut_), ErrorCode::kNotFound);
  EXPECT_EQ(code({}, folder_.path("no/a.nut")), ErrorCode::kUnwritable);
  EXPECT_EQ(code({}, std::filesystem::path(vec_).parent_path()), ErrorCode::kUnwritable);
}

}  // namespace
}  // namespace nutgraf
