// Analysing articles of several lengths, with the vectors of the shipped model; their language is detected.
#include <benchmark/benchmark.h>

#include "benchmarks.h"
#include "documents.h"
#include "nutgraf/analyse.h"

namespace nutgraf::bench {

void register_analyse(const Inputs& inputs) {
  for (const Corpus& corpus : inputs.lengths) {
    benchmark::RegisterBenchmark(("analyse/" + corpus.name + "/nutgraf").c_str(), [&corpus](benchmark::State& state) {
      Analyser analyser({.model = shipped_model()});
      Document document;
      for (auto _ : state) {
        for (const Article& article : corpus.articles) {
          analyser.analyse(article, document);
          benchmark::DoNotOptimize(document.sentences.data());
        }
      }
      state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(corpus.articles.size()));
    })->Unit(benchmark::kMillisecond);
  }
}

}  // namespace nutgraf::bench
