// Adding articles to a new archive: all at once, and one by one, each in a transaction of its own.
// bench/archive_latency.cc does so with a large one.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "benchmarks.h"
#include "documents.h"
#include "nutgraf/archive.h"

namespace nutgraf::bench {
namespace {

void add_articles(benchmark::State& state, const Inputs& inputs, std::size_t at_once) {
  const std::span<const Article> articles = inputs.stories.articles;
  const std::filesystem::path file = inputs.folder / "bench.archive";
  ArchiveOptions options{.threads = 1, .analyse = {.model = shipped_model()}};
  for (auto _ : state) {
    {
      Result<Archive> archive = Archive::open(file, options);
      if (!archive) return state.SkipWithError(to_string(archive.error()).c_str());
      for (std::size_t begin = 0; begin < articles.size(); begin += at_once) {
        const auto added = archive->add(articles.subspan(begin, std::min(at_once, articles.size() - begin)));
        if (!added) return state.SkipWithError(to_string(added.error()).c_str());
      }
    }
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + suffix);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(articles.size()));
}

}  // namespace

void register_archive(const Inputs& inputs) {
  const std::string articles = inputs.stories.name;
  benchmark::RegisterBenchmark(("archive, all at once/" + articles + "/nutgraf").c_str(), [&inputs](
                                                                                              benchmark::State& state) {
    add_articles(state, inputs, inputs.stories.articles.size());
  })->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark(("archive, one by one/" + articles + "/nutgraf").c_str(), [&inputs](
                                                                                             benchmark::State& state) {
    add_articles(state, inputs, 1);
  })->Unit(benchmark::kMillisecond);
}

}  // namespace nutgraf::bench
