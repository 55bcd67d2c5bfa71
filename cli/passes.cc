#include "passes.h"

#include <atomic>
#include <chrono>
#include <utility>

#include "interrupt.h"

namespace nutgraf::cli {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

class Counter : public Sink {
 public:
  explicit Counter(ReportError report = [](const Error&) {}) : report_(std::move(report)) {}

  bool take(Job& job) override {
    if (job.error) {
      ++counts_.failed;
      report_(*job.error);
    } else {
      ++counts_.articles;
      counts_.text_bytes += job.article.text.size();
    }
    return true;
  }
  void caught_up() override {}

  [[nodiscard]] const PassCounts& counts() const { return counts_; }

 private:
  PassCounts counts_;
  ReportError report_;
};

}  // namespace

Passes::Passes(std::vector<std::string> inputs, const ReadOptions& read, const AnalyseOptions& analyse,
               std::size_t threads)
    : inputs_(std::move(inputs)), read_(read), analyse_(analyse), summarizers_(threads), parts_(analyse) {}

PassCounts Passes::find_articles(double seconds, const ReportError& report) {
  Counter counter(report);
  const Clock::time_point start = Clock::now();
  run(1, [&] { return seconds_since(start) < seconds; }, counter);
  return counter.counts();
}

void Passes::add_round(std::size_t threads) {
  Counter counter;
  Round round = run(threads, [] { return true; }, counter);
  if (threads == 1) add(run_parts(), round.stages);
  if (interrupted() == 0) rounds_.push_back(round);
}

Round Passes::run(std::size_t threads, const std::function<bool()>& goes_on, Sink& sink) {
  TimedReader reader(inputs_, read_);
  std::size_t read = 0;
  const Source source = [&](Job& job) {
    job.error.reset();
    if (interrupted() != 0 || read == most_) return false;
    Result<bool> more = reader.next(job.article, job.page);
    if (!more) job.error = std::move(more.error());
    if (!job.error && !*more) return false;
    const bool stops = read > 0 && !goes_on();
    partial_ |= stops;
    read += stops ? 0 : 1;
    return !stops;
  };
  std::atomic<std::size_t> started = 0;
  const MakeWork make_work = [&]() -> Work {
    std::unique_ptr<TimedSummarizer>& summarizer = summarizers_[started++];
    if (!summarizer) summarizer = std::make_unique<TimedSummarizer>(analyse_, SummaryOptions{.model = analyse_.model});
    summarizer->reset_times();
    return [this, &summarizer](Job& job) {
      if (!job.page.empty()) {
        if (Result<void> found = summarizer->find_article(job.page, job.article, read_); !found) {
          job.error = std::move(found.error());
          return;
        }
      }
      summarizer->summarize(job.article, job.output);
    };
  };
  Round round{.threads = threads};
  const Clock::time_point start = Clock::now();
  run_pipeline(threads, source, make_work, sink);
  const double seconds = seconds_since(start);
  most_ = read;
  add(reader.times(), round.stages);
  for (std::size_t i = 0; i < started; ++i) add(summarizers_[i]->times(), round.stages);
  round.stages.back() = {.seconds = seconds, .bytes = round.stages.front().bytes};
  return round;
}

StageTimes Passes::run_parts() {
  ArticleReader reader(inputs_, read_);
  parts_.reset_times();
  Article article;
  for (std::size_t read = 0; read < most_ && interrupted() == 0; ++read) {
    const Result<bool> more = reader.next(article);
    if (!more) continue;
    if (!*more) break;
    parts_.run(article);
  }
  return parts_.times();
}

}  // namespace nutgraf::cli
