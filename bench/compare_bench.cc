// Comparing pairs of articles of 600 words by the shipped model: those that are analysed already, and those that are
// not.
#include <benchmark/benchmark.h>

#include <array>
#include <memory>
#include <vector>

#include "article_writer.h"
#include "benchmarks.h"
#include "nutgraf/analyse.h"
#include "nutgraf/compare.h"
#include "nutgraf/model.h"

namespace nutgraf::bench {
namespace {

constexpr std::size_t kArticles = 64;
constexpr std::size_t kWords = 600;

std::vector<Article> write_articles() {
  ArticleWriter writer(Script::kLatin, /*seed=*/7);
  std::vector<Article> articles;
  for (std::size_t i = 0; i < kArticles; ++i) {
    articles.push_back(writer.write(kWords));
    articles.back().language = "en";
  }
  return articles;
}

void compare_pairs(benchmark::State& state, const std::vector<Article>& articles, bool analysed) {
  const Result<std::shared_ptr<const Model>> model = Model::open(NUTGRAF_SHIPPED_MODEL);
  if (!model) return state.SkipWithError(to_string(model.error()).c_str());
  Analyser analyser({.model = *model});
  std::vector<Document> documents;
  documents.reserve(articles.size());
  for (const Article& article : articles) documents.push_back(analyser.analyse(article));
  Comparer comparer({.model = *model});
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
void register_compare() {
  const auto pairs = std::make_shared<const std::vector<Article>>(write_articles());
  benchmark::RegisterBenchmark("compare/600_words/nutgraf", [pairs](benchmark::State& state) {
    compare_pairs(state, *pairs, /*analysed=*/true);
  })->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("compare/600_words_analysed_too/nutgraf", [pairs](benchmark::State& state) {
    compare_pairs(state, *pairs, /*analysed=*/false);
  })->Unit(benchmark::kMillisecond);
}

}  // namespace nutgraf::bench
