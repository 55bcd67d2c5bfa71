// The same articles through the pipeline of `nutgraf summarize`, again and again, timed; what comes out is thrown away.
//
//   Passes passes(inputs, read_options, analyse_options, threads);
//   const PassCounts found = passes.find_articles(/*seconds=*/0.5, report);
//   passes.add_round(1);
//   passes.add_round(threads);
//   Benchmark benchmark = benchmark_of(passes.rounds());
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "nutgraf/measure.h"
#include "pipeline.h"

namespace nutgraf::cli {

struct PassCounts {
  std::size_t articles = 0;
  std::size_t failed = 0;
  std::size_t text_bytes = 0;
};

using ReportError = std::function<void(const Error&)>;

class Passes {
 public:
  Passes(std::vector<std::string> inputs, const ReadOptions& read, const AnalyseOptions& analyse, std::size_t threads);

  // The first pass, on one thread: it warms everything up, tells of articles that can't be read, and sets how many a
  // pass takes: all, or as many as it got through in this time, one at least.
  PassCounts find_articles(double seconds, const ReportError& report);

  // One more pass by so many threads, up to those that were named; on one thread, one over the parts of analysing too.
  // It does not count if it is interrupted.
  void add_round(std::size_t threads);

  [[nodiscard]] std::span<const Round> rounds() const { return rounds_; }
  [[nodiscard]] bool is_partial() const { return partial_; }  // a pass takes the first articles, not all

 private:
  Round run(std::size_t threads, const std::function<bool()>& goes_on, Sink& sink);
  StageTimes run_parts();

  std::vector<std::string> inputs_;
  ReadOptions read_;
  AnalyseOptions analyse_;
  std::vector<std::unique_ptr<TimedSummarizer>> summarizers_;  // one a thread, made when it starts
  TimedParts parts_;
  std::size_t most_ = SIZE_MAX;  // articles of a pass, those that can't be read too
  bool partial_ = false;
  std::vector<Round> rounds_;
};

}  // namespace nutgraf::cli
