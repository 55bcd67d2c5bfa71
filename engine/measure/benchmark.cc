#include <sys/resource.h>

#include <algorithm>

#include "nutgraf/measure.h"

namespace nutgraf {
namespace {

constexpr std::size_t index_of(Stage stage) { return static_cast<std::size_t>(stage); }

// At a share of the sorted values, between two of them if it falls there.
double at_share(const std::vector<double>& sorted, double share) {
  const double at = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

// Of the rounds of so many threads. No rounds: the stage never ran.
StageSpeed speed_of(std::span<const Round> rounds, Stage stage, std::size_t threads) {
  StageSpeed speed{.stage = stage, .threads = threads};
  std::vector<double> seconds;
  for (const Round& round : rounds) {
    const StageTime& time = round.stages[index_of(stage)];
    if (round.threads != threads || time.bytes == 0) continue;
    seconds.push_back(time.seconds);
    speed.bytes = time.bytes;
  }
  speed.rounds = seconds.size();
  speed.seconds = quartiles(std::move(seconds));
  return speed;
}

}  // namespace

std::string_view to_string(Stage stage) {
  constexpr std::array<std::string_view, kStages> kNames = {"read",  "extract",   "analyse", "segment", "tokenize",
                                                            "embed", "summarize", "render",  "all"};
  return kNames[index_of(stage)];
}

void add(const StageTimes& times, StageTimes& to) {
  for (std::size_t i = 0; i < kStages; ++i) {
    to[i].seconds += times[i].seconds;
    to[i].bytes += times[i].bytes;
  }
}

Quartiles quartiles(std::vector<double> values) {
  if (values.empty()) return {};
  std::ranges::sort(values);
  return {.low = at_share(values, 0.25), .median = at_share(values, 0.5), .high = at_share(values, 0.75)};
}

Benchmark benchmark_of(std::span<const Round> rounds) {
  Benchmark benchmark;
  const auto add_speed = [&](Stage stage, std::size_t threads) {
    const StageSpeed speed = speed_of(rounds, stage, threads);
    if (speed.rounds > 0) benchmark.stages.push_back(speed);
  };
  for (std::size_t i = 0; i < index_of(Stage::kAll); ++i) add_speed(static_cast<Stage>(i), 1);
  std::vector<std::size_t> threads;
  for (const Round& round : rounds) threads.push_back(round.threads);
  std::ranges::sort(threads);
  const auto repeated = std::ranges::unique(threads);
  threads.erase(repeated.begin(), repeated.end());
  for (const std::size_t n : threads) add_speed(Stage::kAll, n);
  benchmark.peak_bytes = peak_memory();
  return benchmark;
}

std::size_t peak_memory() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

}  // namespace nutgraf
