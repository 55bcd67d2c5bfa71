// Adds to each stage the time that it takes.
//
//   Stopwatch stopwatch(times);
//   analyser.analyse(article, document);
//   stopwatch.lap(Stage::kAnalyse, article.text.size());
#pragma once

#include <chrono>
#include <cstddef>
#include <utility>

#include "nutgraf/measure.h"

namespace nutgraf {

inline StageTime& time_of(Stage stage, StageTimes& times) { return times[static_cast<std::size_t>(stage)]; }

class Stopwatch {
 public:
  explicit Stopwatch(StageTimes& times) : times_(times) {}

  // The time since the last call, or since this object was made, is the stage's; so many bytes went into it.
  void lap(Stage stage, std::size_t bytes) {
    const Clock::time_point now = Clock::now();
    StageTime& time = time_of(stage, times_);
    time.seconds += std::chrono::duration<double>(now - std::exchange(before_, now)).count();
    time.bytes += bytes;
  }
  // The time since then is no stage's.
  void skip() { before_ = Clock::now(); }

 private:
  using Clock = std::chrono::steady_clock;

  StageTimes& times_;
  Clock::time_point before_ = Clock::now();
};

}  // namespace nutgraf
