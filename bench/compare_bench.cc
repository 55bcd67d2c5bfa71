// Comparing pairs of reports of one event by the shipped model: those that are analysed already, and those that are
// not.
#include <benchmark/benchmark.h>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "benchmarks.h"
#include "documents.h"
#include "nutgraf/analyse.h"
#include "nutgraf/compare.h"

namespace nutgraf::bench {
namespace {

constexpr std::size_t kMostArticles = 64;

void compare_pairs(benchmark::State& state, std::span<const Article> articles, bool analysed) {
  const std::shared_ptr<const Model> model = shipped_model();
  std::vector<Document> documents = analyse_all(articles, model);
  Analyser analyser({.model = model});
  Comparer comparer({.model = model});
  Comparison comparison;
  for (auto _ : state) {
    for (std::size_t i = 0; i + 1 < documents.size(); i += 2) {
      for (std::size_t j = i; j < i + 2 && !analysed; ++j) analyser.analyse(articles[j], documents[j]);
      const std::array<const Document*, 2> pair = {&documents[i], &documents[i + 1]};
      comparer.compare(pair, comparison);
      benchmark::DoNotOptimize(comparison.shared.data());
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(documents.size() / 2));
}

}  // namespace

// Of pairs a second.
void register_compare(const Inputs& inputs) {
  const auto add = [&inputs](const char* name, bool analysed) {
    benchmark::RegisterBenchmark(name, [&inputs, analysed](benchmark::State& state) {
      const std::span<const Article> articles = inputs.stories.articles;
      compare_pairs(state, articles.first(std::min(kMostArticles, articles.size())), analysed);
    })->Unit(benchmark::kMillisecond);
  };
  add("compare/pairs of reports/nutgraf", /*analysed=*/true);
  add("compare/pairs of reports, analysed too/nutgraf", /*analysed=*/false);
}

}  // namespace nutgraf::bench
