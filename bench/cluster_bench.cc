// Grouping articles into stories on one thread, from analysis to summaries.
#include <benchmark/benchmark.h>

#include <cstdint>

#include "benchmarks.h"
#include "documents.h"
#include "nutgraf/cluster.h"

namespace nutgraf::bench {

void register_cluster(const Inputs& inputs) {
  const Corpus& stories = inputs.stories;
  benchmark::RegisterBenchmark(("cluster/" + stories.name + "/nutgraf").c_str(), [&stories](benchmark::State& state) {
    const AnalyseOptions analyse{.model = shipped_model()};
    ClusterOptions options;
    options.threads = 1;
    for (auto _ : state) benchmark::DoNotOptimize(find_stories(stories.articles, analyse, options));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(stories.articles.size()));
  })->Unit(benchmark::kMillisecond);
}

}  // namespace nutgraf::bench
