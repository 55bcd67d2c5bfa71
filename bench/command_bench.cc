// The whole command, a process a run: the time to the first summary, beside the least that a program with ICU takes,
// a file of articles on one thread, and a folder of web pages on one and on two. Files are in the page cache.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

#include "benchmarks.h"
#include "run_program.h"

namespace nutgraf::bench {
namespace {

benchmark::internal::Benchmark* add(const std::string& name, const std::vector<std::string>& arguments,
                                    std::int64_t articles = 0, std::int64_t bytes = 0) {
  return benchmark::RegisterBenchmark(name.c_str(),
                                      [=](benchmark::State& state) {
                                        for (auto _ : state) {
                                          if (!run_program(arguments)) {
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
  if (inputs.pages.empty()) return;
  std::size_t bytes = 0;
  for (const std::string& page : inputs.pages) bytes += page.size();
  const auto pages = static_cast<std::int64_t>(inputs.pages.size());
  add("command/written pages/nutgraf", {NUTGRAF_COMMAND, "summarize", "-j", "1", "--json", inputs.page_folder}, pages,
      static_cast<std::int64_t>(bytes));
  add("command/written pages, two threads/nutgraf",
      {NUTGRAF_COMMAND, "summarize", "-j", "2", "--json", inputs.page_folder}, pages, static_cast<std::int64_t>(bytes));
}

}  // namespace nutgraf::bench
