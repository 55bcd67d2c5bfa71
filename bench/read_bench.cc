// Reading JSON Lines, from an opened-anew file in the page cache.
#include <benchmark/benchmark.h>

#include "benchmarks.h"
#include "nutgraf/read.h"

namespace nutgraf::bench {

void register_read(const Inputs& inputs) {
  benchmark::RegisterBenchmark(("read/" + inputs.news.name + "/nutgraf").c_str(), [&inputs](benchmark::State& state) {
    std::int64_t articles = 0;
    Article article;
    for (auto _ : state) {
      ArticleReader reader({inputs.news_file.string()});
      while (reader.next(article).value_or(false)) ++articles;
    }
    state.SetItemsProcessed(articles);
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(file_size(inputs.news_file)));
  })->Unit(benchmark::kMillisecond);
}

}  // namespace nutgraf::bench
