// Summarizing documents of several lengths that are analysed already, by the learned scorer of the shipped model.
#include <benchmark/benchmark.h>

#include <memory>
#include <vector>

#include "benchmarks.h"
#include "documents.h"
#include "nutgraf/summarize.h"

namespace nutgraf::bench {

void register_summarize(const Inputs& inputs) {
  for (const Corpus& corpus : inputs.lengths) {
    benchmark::RegisterBenchmark(("summarize/" + corpus.name + "/nutgraf").c_str(), [&corpus](benchmark::State& state) {
      const std::shared_ptr<const Model> model = shipped_model();
      const std::vector<Document> documents = analyse_all(corpus.articles, model);
      Summarizer summarizer({.model = model});
      Summary summary;
      for (auto _ : state) {
        for (const Document& document : documents) {
          summarizer.summarize(document, summary);
          benchmark::DoNotOptimize(summary.sentences.data());
        }
      }
      state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(documents.size()));
    })->Unit(benchmark::kMillisecond);
  }
}

}  // namespace nutgraf::bench
