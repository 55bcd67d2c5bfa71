#include "nutgraf/train.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "embed/fasttext_file.h"
#include "fasttext_models.h"

namespace nutgraf {
namespace {

constexpr TrainOptions kSmall{.dimensions = 5, .epochs = 1, .min_count = 1, .buckets = 100, .threads = 1};

class Train : public testing::Test {
 protected:
  std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(std::filesystem::path(text_).parent_path()),
                      std::filesystem::directory_iterator()));
  }

  TemporaryFolder folder_;
  std::string text_ = folder_.write("text.txt", made_up_text());
  Corpus corpus_ = {.inputs = {text_}, .lines = true};
  std::string bin_ = folder_.path("a.bin");
};

TEST_F(Train, WritesAModelOfFoldedWords) {
  const auto trained = train(corpus_, bin_, kSmall);
  ASSERT_TRUE(trained) << to_string(trained.error());
  const auto file = FasttextFile::open(bin_);
  ASSERT_TRUE(file) << to_string(file.error());
  EXPECT_EQ((*file)->dimensions(), 5U);
  EXPECT_EQ((*file)->subwords().shortest, 4U);
  EXPECT_EQ((*file)->subwords().longest, 5U);
  EXPECT_EQ((*file)->subwords().buckets, 100U);
  bool found = false;
  for (const FasttextWord& word : (*file)->words()) {
    EXPECT_NE(word.text, "Harbour");
    EXPECT_NE(word.text, ".");
    found = found || word.text == "harbour";
  }
  EXPECT_TRUE(found);
  EXPECT_EQ(files(), 2U);
}

TEST_F(Train, OneThreadGivesTheSameVectorsEachTime) {
  ASSERT_TRUE(train(corpus_, bin_, kSmall));
  const std::string first = read_file(bin_);
  ASSERT_TRUE(train(corpus_, bin_, kSmall));
  EXPECT_EQ(read_file(bin_), first);
}

TEST_F(Train, WithoutNgramsThereAreNone) {
  TrainOptions options = kSmall;
  options.method = TrainMethod::kCbow;
  options.shortest_ngram = 0;
  options.longest_ngram = 0;
  ASSERT_TRUE(train(corpus_, bin_, options));
  EXPECT_EQ((*FasttextFile::open(bin_))->subword_rows(), 0U);
}

TEST_F(Train, StopsWhenToldAndLeavesNothing) {
  for (const std::string stage : {"reading", "training"}) {
    const auto trained =
        train(corpus_, bin_, kSmall,
              {.on_progress = [&](std::string_view now, std::size_t, double) { return now != stage; }});
    ASSERT_FALSE(trained) << stage;
    EXPECT_EQ(trained.error().code, ErrorCode::kStopped);
    EXPECT_EQ(files(), 1U) << stage;
  }
}

TEST_F(Train, SaysWhatIsWrong) {
  const auto code = [&](const Corpus& corpus, const TrainOptions& options) {
    const auto trained = train(corpus, bin_, options);
    EXPECT_FALSE(trained);
    return trained ? ErrorCode::kMalformed : trained.error().code;
  };
  TrainOptions none = kSmall;
  none.dimensions = 0;
  EXPECT_EQ(code(corpus_, none), ErrorCode::kInvalidOption);
  TrainOptions reversed = kSmall;
  reversed.longest_ngram = 3;
  EXPECT_EQ(code(corpus_, reversed), ErrorCode::kInvalidOption);
  TrainOptions rare = kSmall;
  rare.min_count = 100'000;
  EXPECT_EQ(code(corpus_, rare), ErrorCode::kEmpty);
  EXPECT_EQ(code({.inputs = {folder_.write("dots.txt", "...\n")}, .lines = true}, kSmall), ErrorCode::kEmpty);
  EXPECT_EQ(code({.inputs = {folder_.path("no")}}, kSmall), ErrorCode::kNotFound);
  EXPECT_EQ(train(corpus_, folder_.path("no/a.bin"), kSmall).error().code, ErrorCode::kUnwritable);
}

}  // namespace
}  // namespace nutgraf
