// Selecting the sentences of a summary from scored ones.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <ranges>
#include <vector>

#include "benchmarks.h"
#include "documents.h"
#include "summarize/budget.h"
#include "summarize/eligible.h"
#include "summarize/scorer.h"
#include "summarize/selection.h"

namespace nutgraf::bench {
namespace {

std::vector<Candidate> score(const Document& document, Scorer& scorer) {
  std::vector<std::uint32_t> sentences;
  std::vector<double> scores;
  std::vector<Candidate> candidates;
  add_tier(document, nearest_tier(document), sentences);
  if (!scorer.use(document)) return candidates;
  const auto all = std::views::iota(0U, static_cast<std::uint32_t>(sentences.size()));
  const std::vector<std::uint32_t> places(all.begin(), all.end());
  scores.resize(sentences.size());
  scorer.read(document, sentences);
  scorer.score(document, places, scores);
  for (std::size_t i = 0; i < sentences.size(); ++i)
    candidates.push_back(
        {.sentence = sentences[i], .score = scores[i], .dependent = document.sentences[sentences[i]].dependent});
  return candidates;
}

void select(benchmark::State& state, const Corpus& corpus) {
  const std::shared_ptr<const Model> model = shipped_model();
  const std::vector<Document> documents = analyse_all(corpus.articles, model);
  Scorer scorer(model);
  std::vector<std::vector<Candidate>> scored;
  scored.reserve(documents.size());
  for (const Document& document : documents) scored.push_back(score(document, scorer));
  Selection selection;
  std::vector<Candidate> candidates;
  for (auto _ : state) {
    for (std::size_t i = 0; i < documents.size(); ++i) {
      candidates = scored[i];
      selection.select(documents[i], budget_of({}, candidates.size()), candidates);
      benchmark::DoNotOptimize(candidates.data());
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(documents.size()));
}

}  // namespace

void register_select(const Inputs& inputs) {
  for (const Corpus& corpus : inputs.lengths)
    benchmark::RegisterBenchmark(("select/" + corpus.name + "/nutgraf").c_str(), [&corpus](benchmark::State& state) {
      select(state, corpus);
    })->Unit(benchmark::kMillisecond);
}

}  // namespace nutgraf::bench
