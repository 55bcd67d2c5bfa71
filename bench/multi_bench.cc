// One summary of the reports of an event, which are analysed already.
#include <benchmark/benchmark.h>

#include <memory>
#include <vector>

#include "benchmarks.h"
#include "documents.h"
#include "nutgraf/summarize.h"

namespace nutgraf::bench {

void register_multi(const Inputs& inputs) {
  const Corpus& reports = inputs.event;
  benchmark::RegisterBenchmark(("one summary/" + reports.name + "/nutgraf").c_str(), [&reports](
                                                                                         benchmark::State& state) {
    const std::shared_ptr<const Model> model = shipped_model();
    const std::vector<Document> documents = analyse_all(reports.articles, model);
    std::vector<const Document*> pointers;
    pointers.reserve(documents.size());
    for (const Document& document : documents) pointers.push_back(&document);
    MultiSummarizer summarizer({.words = 100, .model = model});
    MultiSummary summary;
    for (auto _ : state) {
      summarizer.summarize(pointers, summary);
      benchmark::DoNotOptimize(summary.sentences.data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(documents.size()));
  })->Unit(benchmark::kMillisecond);
}

}  // namespace nutgraf::bench
