// Summarizing documents of several lengths that are analysed already.
#include <benchmark/benchmark.h>

#include <vector>

#include "benchmarks.h"
#include "nutgraf/analyse.h"
#include "nutgraf/summarize.h"

namespace nutgraf::bench {

void register_summarize(const Inputs& inputs) {
  for (const Corpus& corpus : inputs.lengths) {
    benchmark::RegisterBenchmark(("summarize/" + corpus.name + "/nutgraf").c_str(), [&corpus](benchmark::State& state) {
      Analyser analyser;
      std::vector<Document> documents;
      documents.reserve(corpus.articles.size());
      for (const Article& article : corpus.articles) documents.push_back(analyser.analyse(article));
      Summarizer summarizer;
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
