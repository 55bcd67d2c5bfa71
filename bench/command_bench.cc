// The whole command, a process a run: the time to the first summary, beside the least that a program with ICU takes,
// and a file of articles on one thread. Files are in the page cache.
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <string>
#include <vector>

#include "benchmarks.h"

namespace nutgraf::bench {
namespace {

// Runs a program with its output thrown away. Whether it exited with 0.
bool succeeds(std::vector<std::string> arguments) {
  std::vector<char*> argv;
  argv.reserve(arguments.size() + 1);
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  int status = -1;
  const bool started = posix_spawn(&child, argv[0], &actions, nullptr, argv.data(), environ) == 0;
  posix_spawn_file_actions_destroy(&actions);
  return started && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

benchmark::internal::Benchmark* add(const std::string& name, const std::vector<std::string>& arguments,
                                    std::int64_t articles = 0, std::int64_t bytes = 0) {
  return benchmark::RegisterBenchmark(name.c_str(),
                                      [=](benchmark::State& state) {
                                        for (auto _ : state) {
                                          if (!succeeds(arguments)) {
                                            state.SkipWithError((arguments.front() + " failed").c_str());
                                            return;
                                          }
                                        }
                                        if (articles > 0) state.SetItemsProcessed(state.iterations() * articles);
                                        if (bytes > 0) state.SetBytesProcessed(state.iterations() * bytes);
                                      })
      ->Unit(benchmark::kMillisecond)
      ->UseRealTime()
      ->Iterations(1);
}

}  // namespace

void register_command(const Inputs& inputs) {
  constexpr int kStarts = 101;
  add("first summary/one article/nutgraf", {NUTGRAF_COMMAND, "summarize", inputs.article_file})->Repetitions(kStarts);
  add("first summary/one article/ICU opened", {NUTGRAF_OPEN_ICU})->Repetitions(kStarts);
  add("command/" + inputs.news.name + "/nutgraf", {NUTGRAF_COMMAND, "summarize", "-j", "1", "--json", inputs.news_file},
      static_cast<std::int64_t>(inputs.news.articles.size()), static_cast<std::int64_t>(file_size(inputs.news_file)));
}

}  // namespace nutgraf::bench
