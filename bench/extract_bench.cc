// Finding the main text and the metadata of web pages.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>

#include "benchmarks.h"
#include "extract/extract.h"

namespace nutgraf::bench {

void register_extract(const Inputs& inputs) {
  if (inputs.pages.empty()) return;
  benchmark::RegisterBenchmark("extract/written pages/nutgraf", [&inputs](benchmark::State& state) {
    std::int64_t bytes = 0;
    for (const std::string& page : inputs.pages) bytes += static_cast<std::int64_t>(page.size());
    Article article;
    for (auto _ : state)
      for (const std::string& page : inputs.pages) benchmark::DoNotOptimize(extract(page, article));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(inputs.pages.size()));
    state.SetBytesProcessed(state.iterations() * bytes);
  })->Unit(benchmark::kMillisecond);
}

}  // namespace nutgraf::bench
