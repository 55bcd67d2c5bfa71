// Summarizing documents of several lengths that are analysed already, by the learned scorer of the shipped model.
#include <benchmark/benchmark.h>

#include <memory>
#include <vector>

#include "benchmarks.h"
#include "nutgraf/analyse.h"
#include "nutgraf/model.h"
#include "nutgraf/summarize.h"

namespace nutgraf::bench {

void register_summarize(const Inputs& inputs) {
  for (const Corpus& corpus : inputs.lengths) {
    benchmark::RegisterBenchmark(("summarize/" + corpus.name + "/nutgraf").c_str(), [&corpus](benchmark::State& state) {
      const Result<std::shared_ptr<const Model>> model = Model::open(NUTGRAF_SHIPPED_MODEL);
      if (!model) return state.SkipWithError(to_string(model.error()).c_str());
      Analyser analyser({.model = *model});
      std::vector<Document> documents;
      documents.reserve(corpus.articles.size());
      for (const Article& article : corpus.articles) documents.push_back(analyser.analyse(article));
      Summarizer summarizer({.model = *model});
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
