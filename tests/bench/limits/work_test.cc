#include "limits/work.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace nutgraf::bench {
namespace {

// One title of two words, one text of ten in two sentences; one word is in no model.
constexpr const char* kArticle = R"({"title":"Port reopens","language":"en",)"
                                 R"("text":"The port of Qzvelk reopened. Ships sail from the port."})"
                                 "\n";

Work count(const std::string& lines) {
  const std::string file = testing::TempDir() + "work_test.jsonl";
  std::ofstream(file) << lines;
  const auto model = Model::open(NUTGRAF_SHIPPED_MODEL);
  return count_work(file, model.value()).value();
}

TEST(Work, CountsWordsOfTitleAndText) {
  const Work work = count(kArticle);
  EXPECT_EQ(work.articles, 1U);
  EXPECT_EQ(work.json_bytes, std::string(kArticle).size());
  EXPECT_EQ(work.tokens, 12U);
  EXPECT_EQ(work.distinct_words, 9U);  // "port" is there three times, "the" twice
  EXPECT_EQ(work.sentences, 3U);
  EXPECT_EQ(work.scored, 2U);
  EXPECT_EQ(work.rows, 11U);
  EXPECT_EQ(work.unseen, 1U);
  EXPECT_GT(work.ngrams, 0U);
}

TEST(Work, AddsUpArticlesButLooksForNGramsOfAWordOnce) {
  const Work one = count(kArticle);
  const Work two = count(std::string(kArticle) + kArticle);
  EXPECT_EQ(two.tokens, 2 * one.tokens);
  EXPECT_EQ(two.rows, 2 * one.rows);
  EXPECT_EQ(two.unseen, 2 * one.unseen);
  EXPECT_EQ(two.scorer, 2 * one.scorer);
  EXPECT_EQ(two.multiply_adds, 2 * one.multiply_adds);
  EXPECT_EQ(two.ngrams, one.ngrams);
}

TEST(Work, CountsNoVectorsInALanguageWithoutModel) {
  const Work work = count(R"({"language":"de","text":"Der Hafen ist wieder offen. Die Schiffe fahren."})");
  EXPECT_GT(work.tokens, 0U);
  EXPECT_EQ(work.rows + work.unseen + work.multiply_adds, 0U);
  EXPECT_GT(work.scorer, 0U);
}

TEST(Work, IsAnErrorWithoutArticles) {
  const std::string file = testing::TempDir() + "empty_test.jsonl";
  std::ofstream(file) << "";
  EXPECT_FALSE(count_work(file, Model::open(NUTGRAF_SHIPPED_MODEL).value()).has_value());
}

}  // namespace
}  // namespace nutgraf::bench
