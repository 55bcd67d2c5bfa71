// Embedding: the sentences of articles whose words are known by their hashes, and the first sentence after opening a
// model.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

#include "benchmarks.h"
#include "model_writer.h"
#include "nutgraf/embed.h"
#include "nutgraf/model.h"

namespace nutgraf::bench {
namespace {

constexpr std::size_t kArticles = 500;
constexpr std::size_t kArticleWords = 600;

void embed_articles(benchmark::State& state, const std::string& model_file) {
  const Result<std::shared_ptr<const Model>> model = Model::open(model_file);
  if (!model) return state.SkipWithError(to_string(model.error()).c_str());
  const HashedArticleWriter writer;
  std::vector<HashedArticle> articles;
  articles.reserve(kArticles);
  for (std::size_t i = 0; i < kArticles; ++i) articles.push_back(writer.write(kArticleWords, i));
  SentenceEmbedder embedder(*model);
  std::vector<float> vectors;
  for (auto _ : state) {
    for (const HashedArticle& article : articles) {
      embedder.embed(article.words, article.ends, vectors);
      normalize_rows(embedder.dimensions(), vectors);
      benchmark::DoNotOptimize(vectors.data());
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kArticles));
}

void open_and_embed(benchmark::State& state, const std::string& model_file) {
  for (auto _ : state) {
    const Result<std::shared_ptr<const Model>> model = Model::open(model_file);
    if (!model) return state.SkipWithError(to_string(model.error()).c_str());
    benchmark::DoNotOptimize(Embedder(*model).sentence("word7 of word90000 and Name77 word44321 word3"));
  }
}

}  // namespace

void register_embed(const Inputs& inputs) {
  const std::string file = inputs.model_file.string();
  benchmark::RegisterBenchmark("embed/600 words, given their hashes/nutgraf", embed_articles, file)
      ->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("first vector/opening a model/nutgraf", open_and_embed, file)
      ->Unit(benchmark::kMillisecond);
}

}  // namespace nutgraf::bench
