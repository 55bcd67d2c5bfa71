// Embedding by the shipped model: the sentences of articles whose words are known by their hashes, and the first
// sentence after opening the model.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "benchmarks.h"
#include "documents.h"
#include "embed/sentence_embedder.h"
#include "nutgraf/embed.h"
#include "text/word_normalizer.h"

namespace nutgraf::bench {
namespace {

// An article as the SentenceEmbedder takes it.
struct HashedArticle {
  std::vector<WordToEmbed> words;
  std::vector<std::uint32_t> ends;
};

std::vector<HashedArticle> hash_words(const std::vector<Document>& documents) {
  WordNormalizer normalizer;
  std::vector<HashedArticle> articles;
  for (const Document& document : documents) {
    HashedArticle& article = articles.emplace_back();
    for (const Token& token : document.tokens) {
      const std::string_view text =
          std::string_view(document.article->text).substr(token.begin, token.end - token.begin);
      article.words.push_back({.hash = normalizer.look_up(text).folded, .text = text});
    }
    for (const Sentence& sentence : document.sentences) article.ends.push_back(sentence.last_token);
  }
  return articles;
}

void embed_articles(benchmark::State& state, const Corpus& corpus) {
  const std::vector<HashedArticle> articles = hash_words(analyse_all(corpus.articles));
  SentenceEmbedder embedder(shipped_model());
  std::vector<float> vectors;
  for (auto _ : state) {
    for (const HashedArticle& article : articles) {
      embedder.embed(article.words, article.ends, vectors);
      normalize_rows(embedder.dimensions(), vectors);
      benchmark::DoNotOptimize(vectors.data());
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(articles.size()));
}

void open_and_embed(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(Embedder(shipped_model()).sentence("The harbour of Veld reopened on Tuesday morning."));
}

}  // namespace

void register_embed(const Inputs& inputs) {
  for (const Corpus& corpus : inputs.lengths)
    benchmark::RegisterBenchmark(("embed/" + corpus.name + "/nutgraf").c_str(), [&corpus](benchmark::State& state) {
      embed_articles(state, corpus);
    })->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("first vector/opening the model/nutgraf", open_and_embed)->Unit(benchmark::kMillisecond);
}

}  // namespace nutgraf::bench
