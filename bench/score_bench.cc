// Scoring the sentences of analysed articles by the learned scorer of the shipped model.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <ranges>
#include <vector>

#include "benchmarks.h"
#include "documents.h"
#include "summarize/eligible.h"
#include "summarize/scorer.h"

namespace nutgraf::bench {

void register_score(const Inputs& inputs) {
  for (const Corpus& corpus : inputs.lengths) {
    benchmark::RegisterBenchmark(("score/" + corpus.name + "/nutgraf").c_str(), [&corpus](benchmark::State& state) {
      const std::shared_ptr<const Model> model = shipped_model();
      const std::vector<Document> documents = analyse_all(corpus.articles, model);
      Scorer scorer(model);
      std::vector<std::uint32_t> sentences;
      std::vector<std::uint32_t> places;
      std::vector<double> scores;
      for (auto _ : state) {
        for (const Document& document : documents) {
          if (!scorer.use(document)) continue;
          sentences.clear();
          add_tier(document, nearest_tier(document), sentences);
          const auto all = std::views::iota(0U, static_cast<std::uint32_t>(sentences.size()));
          places.assign(all.begin(), all.end());
          scores.resize(sentences.size());
          scorer.read(document, sentences);
          scorer.score(document, places, scores);
          benchmark::DoNotOptimize(scores.data());
        }
      }
      state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(documents.size()));
    })->Unit(benchmark::kMillisecond);
  }
}

}  // namespace nutgraf::bench
