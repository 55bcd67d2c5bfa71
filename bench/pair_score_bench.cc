// How likely two articles report one event: every two of some articles, by their profiles.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <vector>

#include "benchmarks.h"
#include "documents.h"
#include "similarity/pair_score.h"
#include "similarity/profile.h"

namespace nutgraf::bench {
namespace {

constexpr std::size_t kArticles = 200;

std::vector<Profile> make_profiles(std::span<const Article> articles) {
  const std::shared_ptr<const Model> model = shipped_model();
  Profiler profiler(model);
  DocumentFrequencies frequencies;
  std::vector<Profile> profiles;
  for (const Document& document : analyse_all(articles)) {
    profiler.profile(document, profiles.emplace_back());
    frequencies.add(profiles.back());
  }
  for (Profile& profile : profiles) weigh(frequencies, profile);
  return profiles;
}

// One with the others, as articles are compared in clustering.
void score_one_with_many(benchmark::State& state, const std::vector<Profile>& profiles) {
  PairScorer scorer;
  for (auto _ : state) {
    for (std::size_t i = 0; i < profiles.size(); ++i) {
      scorer.take(profiles[i]);
      for (std::size_t j = i + 1; j < profiles.size(); ++j) benchmark::DoNotOptimize(scorer.score(profiles[j]));
    }
  }
}

void score_pairs(benchmark::State& state, const std::vector<Profile>& profiles) {
  for (auto _ : state)
    for (std::size_t i = 0; i < profiles.size(); ++i)
      for (std::size_t j = i + 1; j < profiles.size(); ++j)
        benchmark::DoNotOptimize(compare_profiles(profiles[i], profiles[j]));
}

}  // namespace

// Of pairs a second.
void register_pair_score(const Inputs& inputs) {
  const auto add = [&inputs](const char* name, void (*score)(benchmark::State&, const std::vector<Profile>&)) {
    benchmark::RegisterBenchmark(name, [&inputs, score](benchmark::State& state) {
      const std::span<const Article> articles = inputs.news.articles;
      const std::vector<Profile> profiles = make_profiles(articles.first(std::min(kArticles, articles.size())));
      score(state, profiles);
      state.SetItemsProcessed(state.iterations() *
                              static_cast<std::int64_t>(profiles.size() * (profiles.size() - 1) / 2));
    })->Unit(benchmark::kMillisecond);
  };
  add("pair score/every two of 200 articles/nutgraf", score_one_with_many);
  add("pair score/every two of 200 articles/two by two", score_pairs);
}

}  // namespace nutgraf::bench
