// Finding the words of texts.
#include <benchmark/benchmark.h>

#include <vector>

#include "benchmarks.h"
#include "text/tokenizer.h"

namespace nutgraf::bench {

void register_tokenize(const Inputs& inputs) {
  for (const Corpus& corpus : inputs.scripts) {
    benchmark::RegisterBenchmark(("tokenize/" + corpus.name + "/nutgraf").c_str(), [&corpus](benchmark::State& state) {
      Tokenizer tokenizer;
      std::vector<TokenSpan> tokens;
      for (auto _ : state) {
        for (const Article& article : corpus.articles) {
          tokens.clear();
          tokenizer.tokenize(article.text, {.begin = 0, .end = article.text.size()}, tokens);
          benchmark::DoNotOptimize(tokens.data());
        }
      }
      state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(corpus.text_bytes()));
    })->Unit(benchmark::kMillisecond);
  }
}

}  // namespace nutgraf::bench
