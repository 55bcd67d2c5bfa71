#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "measure/article_writer.h"
#include "nutgraf/measure.h"
#include "nutgraf/render.h"

namespace nutgraf {
namespace {

constexpr std::string_view kPage =
    "<html><head><title>Ferry returns</title></head><body><p>The ferry Maren returned to Veld on Monday, two days "
    "after its engine had failed off the cape, and nobody on board was hurt.</p></body></html>";

// A file that goes with the object.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view bytes)
      : path_((std::filesystem::temp_directory_path() / "nutgraf-measure-XXXXXX").string()) {
    ::close(::mkstemp(path_.data()));
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { std::filesystem::remove(path_); }

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

const StageTime& time_of(Stage stage, const StageTimes& times) { return times[static_cast<std::size_t>(stage)]; }

std::size_t count_articles(TimedReader& reader) {
  std::size_t articles = 0;
  Article article;
  std::string page;
  while (reader.next(article, page).value_or(false)) ++articles;
  return articles;
}

TEST(TimedReader, CountsTheBytesOfInputs) {
  const std::string lines = write_invented(3, 40, /*seed=*/1, nullptr);
  const TemporaryFile news(lines);
  const TemporaryFile page(kPage);
  TimedReader reader({news.path(), page.path()});
  EXPECT_EQ(count_articles(reader), 4U);
  EXPECT_EQ(time_of(Stage::kRead, reader.times()).bytes, lines.size() + kPage.size());
  EXPECT_GT(time_of(Stage::kRead, reader.times()).seconds, 0);
}

TEST(TimedReader, CountsTheBytesUpToTheLastArticle) {
  const std::string first = write_invented(1, 40, /*seed=*/1, nullptr);
  const TemporaryFile news(first + write_invented(5, 40, /*seed=*/2, nullptr));
  TimedReader reader({news.path()});
  Article article;
  std::string page;
  ASSERT_TRUE(reader.next(article, page).value_or(false));
  EXPECT_EQ(time_of(Stage::kRead, reader.times()).bytes, first.size());
}

TEST(TimedSummarizer, FindsTheArticlesOfPages) {
  TimedSummarizer timed({}, {});
  Article article;
  EXPECT_EQ(time_of(Stage::kExtract, timed.times()).seconds, 0);
  ASSERT_TRUE(timed.find_article(kPage, article));
  EXPECT_EQ(article.title, "Ferry returns");
  EXPECT_EQ(time_of(Stage::kExtract, timed.times()).bytes, kPage.size());
  EXPECT_GT(time_of(Stage::kExtract, timed.times()).seconds, 0);
}

TEST(TimedSummarizer, WritesWhatTheStagesWrite) {
  ArticleWriter writer(Script::kLatin, /*seed=*/2);
  TimedSummarizer timed({}, {});
  Analyser analyser;
  Summarizer summarizer;
  std::size_t bytes = 0;
  for (const std::size_t words : {1, 30, 400}) {
    const Article article = writer.write(words);
    std::string record;
    timed.summarize(article, record);
    const Document document = analyser.analyse(article);
    std::string expected;
    render_json(document, summarizer.summarize(document), expected);
    EXPECT_EQ(record, expected);
    bytes += article.text.size();
  }
  for (const Stage stage : {Stage::kAnalyse, Stage::kSummarize, Stage::kRender}) {
    EXPECT_EQ(time_of(stage, timed.times()).bytes, bytes) << to_string(stage);
    EXPECT_GT(time_of(stage, timed.times()).seconds, 0) << to_string(stage);
  }
  timed.reset_times();
  EXPECT_EQ(time_of(Stage::kAnalyse, timed.times()).seconds, 0);
}

TEST(TimedParts, EmbedOnlyWithAModel) {
  const Article article = ArticleWriter(Script::kLatin, /*seed=*/2).write(100);
  TimedParts plain({});
  plain.run(article);
  EXPECT_EQ(time_of(Stage::kSegment, plain.times()).bytes, article.text.size());
  EXPECT_EQ(time_of(Stage::kTokenize, plain.times()).bytes, article.text.size());
  EXPECT_EQ(time_of(Stage::kEmbed, plain.times()).bytes, 0U);

  TimedParts with_vectors({.language = "en", .abbreviations = {}, .model = *Model::open(NUTGRAF_SHIPPED_MODEL)});
  with_vectors.run(article);
  EXPECT_EQ(time_of(Stage::kEmbed, with_vectors.times()).bytes, article.text.size());
}

TEST(TimedParts, TakeSentencesThatAreGiven) {
  Article article{.text = "One stayed.\nTwo left."};
  article.sentences = {{0, 11}, {12, 21}};
  TimedParts parts({});
  parts.run(article);
  EXPECT_EQ(time_of(Stage::kSegment, parts.times()).bytes, 0U);
  EXPECT_EQ(time_of(Stage::kTokenize, parts.times()).bytes, article.text.size());
}

TEST(PeakMemory, HoldsWhatWasUsed) {
  constexpr std::size_t kBytes = std::size_t{64} << 20;
  const std::string block(kBytes, 'x');
  EXPECT_GE(peak_memory(), kBytes) << block.size();
}

}  // namespace
}  // namespace nutgraf
