#include "embed/fasttext_file.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "fasttext_models.h"

namespace nutgraf {
namespace {

std::span<const std::byte> bytes_of(const std::string& text) { return std::as_bytes(std::span(text)); }

// Everything a look-up may read, of a file that may say anything.
void read_all(const FasttextFile& file) {
  std::vector<float> vector(file.dimensions());
  for (std::size_t i = 0; i < file.words().size(); ++i) static_cast<void>(file.read_word(i, vector));
  for (std::size_t i = 0; i < file.subword_rows(); ++i) static_cast<void>(file.read_subword(i, vector));
  std::vector<std::uint32_t> buckets;
  find_buckets("unheard-of", file.subwords(), buckets);
  for (const std::uint32_t bucket : buckets) EXPECT_LE(file.subword_row(bucket).value_or(0), file.subword_rows());
}

bool parses(const std::string& bytes) {
  // A copy of its own size, so that the sanitizers see every read beyond it.
  const std::vector<std::byte> exact(bytes_of(bytes).begin(), bytes_of(bytes).end());
  const auto file = FasttextFile::parse(exact);
  if (!file) {
    EXPECT_FALSE(file.error().message.empty());
    return false;
  }
  read_all(**file);
  return true;
}

class FasttextBinary : public testing::TestWithParam<FasttextKind> {
 protected:
  TemporaryFolder folder_;
  std::string path_ = folder_.path("model.bin");
};

TEST_P(FasttextBinary, GivesTheVectorsOfLibfasttext) {
  save_fasttext_model(GetParam(), path_);
  const auto file = FasttextFile::open(path_);
  ASSERT_TRUE(file) << to_string(file.error());
  ASSERT_GE((*file)->words().size(), 10U);
  std::vector<std::string> words;
  for (const FasttextWord& word : (*file)->words()) words.emplace_back(word.text);
  const auto expected = fasttext_vectors(path_, words);
  std::vector<float> vector((*file)->dimensions());
  for (std::size_t i = 0; i < words.size(); ++i) {
    ASSERT_TRUE((*file)->read_word(i, vector));
    for (std::size_t k = 0; k < vector.size(); ++k) EXPECT_NEAR(vector[k], expected[i][k], 1e-6F) << words[i];
  }
}

TEST_P(FasttextBinary, GivesTheNgramsOfUnseenWordsLikeLibfasttext) {
  save_fasttext_model(GetParam(), path_);
  const auto file = FasttextFile::open(path_);
  ASSERT_TRUE(file) << to_string(file.error());
  const std::string word = "harbourfjörd";
  std::vector<std::uint32_t> buckets;
  find_buckets(word, (*file)->subwords(), buckets);
  std::vector<float> mean((*file)->dimensions());
  std::vector<float> vector(mean.size());
  std::size_t rows = 0;
  for (const std::uint32_t bucket : buckets) {
    const auto row = (*file)->subword_row(bucket);
    if (!row) continue;
    ASSERT_TRUE((*file)->read_subword(*row, vector));
    ++rows;
    for (std::size_t k = 0; k < mean.size(); ++k) mean[k] += vector[k];
  }
  const auto expected = fasttext_vectors(path_, {word});
  for (std::size_t k = 0; k < mean.size(); ++k)
    EXPECT_NEAR(mean[k] / static_cast<float>(std::max<std::size_t>(rows, 1)), expected[0][k], 1e-6F);
}

TEST_P(FasttextBinary, CutShortAnywhereIsAnError) {
  save_fasttext_model(GetParam(), path_);
  const std::string bytes = read_file(path_);
  ASSERT_TRUE(parses(bytes));
  for (std::size_t size = 0; size < bytes.size(); size += size < 2000 ? 1 : 97)
    EXPECT_FALSE(parses(bytes.substr(0, size))) << size;
  EXPECT_FALSE(parses(bytes.substr(0, bytes.size() - 1)));
}

TEST_P(FasttextBinary, FlippedBitsNeverReadBeyondTheFile) {
  save_fasttext_model(GetParam(), path_);
  const std::string bytes = read_file(path_);
  std::size_t refused = 0;
  for (std::size_t i = 0; i < bytes.size(); i += i < 1000 ? 1 : 61) {
    std::string flipped = bytes;
    flipped[i] = static_cast<char>(flipped[i] ^ (1 << (i % 8)));
    refused += parses(flipped) ? 0 : 1;
  }
  EXPECT_GT(refused, 50U);
}

TEST_P(FasttextBinary, NumbersThatLieAreRefusedOrHarmless) {
  save_fasttext_model(GetParam(), path_);
  const std::string bytes = read_file(path_);
  for (std::size_t i = 4; i + 8 <= bytes.size() && i < 1000; ++i) {
    for (const std::uint64_t lie : {UINT64_MAX, std::uint64_t{1} << 63, std::uint64_t{INT32_MAX}, std::uint64_t{0}}) {
      std::string lying = bytes;
      std::memcpy(lying.data() + i, &lie, i % 2 == 0 ? 8 : 4);
      parses(lying);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, FasttextBinary,
                         testing::Values(FasttextKind::kSkipgram, FasttextKind::kCbowWithoutSubwords,
                                         FasttextKind::kQuantised, FasttextKind::kQuantisedAndPruned));

TEST(FasttextBinaryFile, TellsHowOftenItsWordsCame) {
  const TemporaryFolder folder;
  save_fasttext_model(FasttextKind::kSkipgram, folder.path("a.bin"));
  const auto file = FasttextFile::open(folder.path("a.bin"));
  ASSERT_TRUE(file);
  std::uint64_t before = UINT64_MAX;
  for (const FasttextWord& word : (*file)->words()) {
    EXPECT_EQ(word.text == "fjörd", word.count == 8);
    EXPECT_LE(word.count, before);
    before = word.count;
  }
}

TEST(FasttextBinaryFile, LeavesLabelsOut) {
  const TemporaryFolder folder;
  save_fasttext_model(FasttextKind::kQuantised, folder.path("a.ftz"));
  const auto file = FasttextFile::open(folder.path("a.ftz"));
  ASSERT_TRUE(file);
  for (const FasttextWord& word : (*file)->words()) EXPECT_FALSE(word.text.starts_with("__label__")) << word.text;
}

TEST(FasttextText, GivesTheVectorsOfTheBinary) {
  const TemporaryFolder folder;
  save_fasttext_model(FasttextKind::kSkipgram, folder.path("a.bin"), folder.path("a.vec"));
  const auto binary = FasttextFile::open(folder.path("a.bin"));
  const auto text = FasttextFile::open(folder.path("a.vec"));
  ASSERT_TRUE(binary);
  ASSERT_TRUE(text) << to_string(text.error());
  ASSERT_EQ((*text)->words().size(), (*binary)->words().size());
  std::vector<float> a((*text)->dimensions());
  std::vector<float> b(a.size());
  for (std::size_t i = 0; i < (*text)->words().size(); ++i) {
    EXPECT_EQ((*text)->words()[i].text, (*binary)->words()[i].text);
    ASSERT_TRUE((*text)->read_word(i, a));
    ASSERT_TRUE((*binary)->read_word(i, b));
    for (std::size_t k = 0; k < a.size(); ++k) EXPECT_NEAR(a[k], b[k], 1e-5F);
  }
  EXPECT_EQ((*text)->subword_rows(), 0U);
}

TEST(FasttextText, TakesTheWaysItIsWritten) {
  for (const std::string bytes : {"2 2\nquay 1 -0.5\ntide 2e-3 0\n", "2 2\r\nquay 1 -0.5 \r\ntide 2e-3 0 \r\n",
                                  "2 2 \nquay 1 -0.5 \ntide  2e-3 0 \n", "2 2\nquay 1 -0.5\ntide 2e-3 1e-60"}) {
    const auto file = FasttextFile::parse(bytes_of(bytes));
    ASSERT_TRUE(file) << bytes;
    std::vector<float> vector(2);
    ASSERT_TRUE((*file)->read_word(0, vector)) << bytes;
    EXPECT_EQ(vector, (std::vector<float>{1, -0.5F}));
    ASSERT_TRUE((*file)->read_word(1, vector)) << bytes;
    EXPECT_EQ(vector, (std::vector<float>{2e-3F, 0}));
  }
}

TEST(FasttextText, BrokenOnesAreErrors) {
  for (const std::string bytes :
       {"2 2\nquay 1 2\n", "2 2\nquay\ntide 1 2\n", "1 0\nquay\n", "99999999999 300\nquay 1\n", "1 5000\nquay 1\n",
        "18446744073709551615 2\nquay 1 2\n", "3 2\n"}) {
    EXPECT_FALSE(parses(bytes)) << bytes;
  }
  for (const std::string bytes : {"1 2\nquay 1 x\n", "1 2\nquay 1 2 3\n", "1 2\nquay 1   \n", "1 2\nquay 1 nan\n",
                                  "1 2\nquay 1 inf\n", "1 2\nquay 1 1e99\n"}) {
    const auto file = FasttextFile::parse(bytes_of(bytes));
    ASSERT_TRUE(file) << bytes;
    std::vector<float> vector(2);
    const auto read = (*file)->read_word(0, vector);
    ASSERT_FALSE(read) << bytes;
    EXPECT_EQ(read.error().code, ErrorCode::kMalformed);
  }
}

TEST(FasttextFile, SaysWhatElseAFileIs) {
  struct Case {
    std::string bytes;
    std::string_view says;
  };
  const Case cases[] = {{"The ferry sails.", ".bin"},          {std::string("\x1F\x8B\x08\0", 4), "gunzip"},
                        {"\x28\xB5\x2F\xFD", "unzstd"},        {"PK\x03\x04", "unzip"},
                        {"\x89NUT\r\n\x1A\n", "packed model"}, {"0.5 2\nquay 1 2\n", ".vec"}};
  for (const auto& [bytes, says] : cases) {
    const auto file = FasttextFile::parse(bytes_of(bytes));
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, ErrorCode::kUnsupported);
    EXPECT_NE(file.error().message.find(says), std::string::npos) << file.error().message;
  }
  EXPECT_EQ(FasttextFile::open("there-is-no-such.bin").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace nutgraf
