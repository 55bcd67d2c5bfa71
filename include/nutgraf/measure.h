// Measuring: how fast articles become summaries on this machine, stage by stage.
//
//   nutgraf::TimedReader reader({"news.jsonl"});
//   nutgraf::TimedSummarizer summarizer({.model = model}, {.model = model});
//   while (reader.next(article, page).value_or(false)) {
//     if (page.empty() || summarizer.find_article(page, article)) summarizer.summarize(article, out);
//   }
//   nutgraf::add(reader.times(), round.stages);
//   nutgraf::add(summarizer.times(), round.stages);
//   ...                                                          // and so for some rounds over the same articles
//   nutgraf::Benchmark result = nutgraf::benchmark_of(rounds);   // medians and quartiles; see render.h
//
// Times are by the clock. A clock is read twice a stage and article, which takes less than a thousandth of the time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/analyse.h"
#include "nutgraf/article.h"
#include "nutgraf/error.h"
#include "nutgraf/model.h"
#include "nutgraf/read.h"
#include "nutgraf/summarize.h"

namespace nutgraf {

// What happens to an article, in its order.
enum class Stage : std::uint8_t {
  kRead,       // files -> articles, without what follows
  kExtract,    // web pages -> main text
  kAnalyse,    // articles -> documents
  kSegment,    // a part of analysing, by itself: the sentences
  kTokenize,   // another: the words of the sentences
  kEmbed,      // another: the vectors of the sentences and of the whole
  kSummarize,  // documents -> summaries
  kRender,     // summaries -> JSON Lines
  kAll,        // all of that, from the first byte that is read to the last result
};
inline constexpr std::size_t kStages = static_cast<std::size_t>(Stage::kAll) + 1;

std::string_view to_string(Stage stage);

// Whether a stage is a part of another, measured by itself.
constexpr bool is_part(Stage stage) { return stage >= Stage::kSegment && stage <= Stage::kEmbed; }

// What a stage did.
struct StageTime {
  double seconds = 0;
  std::size_t bytes = 0;  // that went in: of inputs as they are; of pages; of articles' texts; for kAll of inputs
};
using StageTimes = std::array<StageTime, kStages>;

void add(const StageTimes& times, StageTimes& to);

// An ArticleReader and the time that it takes: kRead.
class TimedReader {
 public:
  explicit TimedReader(const std::vector<std::string>& inputs, const ReadOptions& options = {});

  Result<bool> next(Article& article, std::string& page);
  [[nodiscard]] StageTimes times() const;

 private:
  ArticleReader reader_;
  StageTimes times_{};
};

// Pages -> articles -> summaries as JSON Lines, and the time of kExtract, kAnalyse, kSummarize and kRender. Not
// thread-safe: one per thread.
class TimedSummarizer {
 public:
  TimedSummarizer(const AnalyseOptions& analyse, const SummaryOptions& summary);
  TimedSummarizer(TimedSummarizer&&) noexcept;
  TimedSummarizer& operator=(TimedSummarizer&&) noexcept;
  ~TimedSummarizer();

  // As nutgraf::find_article.
  Result<void> find_article(std::string_view page, Article& article, const ReadOptions& options = {});

  // Appends the record.
  void summarize(const Article& article, std::string& out);

  [[nodiscard]] const StageTimes& times() const;
  void reset_times();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The parts of analysing, each by itself on what it has there: the time of kSegment, kTokenize and, with a model in the
// article's language, kEmbed. Not thread-safe: one per thread.
class TimedParts {
 public:
  explicit TimedParts(const AnalyseOptions& options);
  TimedParts(TimedParts&&) noexcept;
  TimedParts& operator=(TimedParts&&) noexcept;
  ~TimedParts();

  void run(const Article& article);

  [[nodiscard]] const StageTimes& times() const;
  void reset_times();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// One time over the articles.
struct Round {
  std::size_t threads = 1;
  StageTimes stages{};  // of all threads together, but for kAll
};

// The middle of what some rounds took, and what a quarter of them took less or more than.
struct Quartiles {
  double low = 0;
  double median = 0;
  double high = 0;
};
Quartiles quartiles(std::vector<double> values);

struct StageSpeed {
  Stage stage = Stage::kAll;
  std::size_t threads = 1;
  std::size_t rounds = 0;
  std::size_t bytes = 0;  // of a round; as in StageTime
  Quartiles seconds;      // a round
};

struct Benchmark {
  std::size_t articles = 0;  // of a round
  std::size_t text_bytes = 0;
  bool invented = false;  // by write_invented()
  bool partial = false;   // the time was too short for all articles: they are the first
  std::vector<StageSpeed> stages;
  std::size_t peak_bytes = 0;  // of memory, of this process so far
};

// Stages by the rounds of one thread, in their order; kAll for each number of threads. Those that never ran are left
// out. The counts are left to the caller.
Benchmark benchmark_of(std::span<const Round> rounds);

// The most physical memory that this process has had, in bytes.
std::size_t peak_memory();

// Articles of about so many words, invented: JSON Lines. They are made of the words that the model knows, and are the
// same for a seed and a model on every machine.
std::string write_invented(std::size_t articles, std::size_t words, std::uint64_t seed, const Model* model);

}  // namespace nutgraf
