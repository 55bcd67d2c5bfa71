// Taking the fingerprints of analysed articles, by which copies are told.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <vector>

#include "benchmarks.h"
#include "documents.h"
#include "nutgraf/copies.h"

namespace nutgraf::bench {

void register_fingerprint(const Inputs& inputs) {
  for (const Corpus& corpus : inputs.lengths) {
    benchmark::RegisterBenchmark(("fingerprint/" + corpus.name + "/nutgraf").c_str(), [&corpus](
                                                                                          benchmark::State& state) {
      const std::vector<Document> documents = analyse_all(corpus.articles);
      CopyProfiler profiler;
      for (auto _ : state)
        for (const Document& document : documents) benchmark::DoNotOptimize(profiler.profile(document));
      state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(documents.size()));
    })->Unit(benchmark::kMillisecond);
  }
}

}  // namespace nutgraf::bench
