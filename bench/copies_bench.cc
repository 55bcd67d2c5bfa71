// The search for copies among fingerprints, of which one in ten is of a copy.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "benchmarks.h"
#include "measure/random.h"
#include "nutgraf/copies.h"

namespace nutgraf::bench {
namespace {

constexpr std::size_t kMostShingles = 1200;

std::vector<CopyProfile> write_profiles(std::size_t count) {
  Random random(/*seed=*/1);
  std::vector<CopyProfile> profiles(count);
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<std::uint32_t>& shingles = profiles[i].fingerprint.shingles;
    if (i > 0 && random.one_in(10)) shingles = profiles[random.below(i)].fingerprint.shingles;
    shingles.resize(std::max<std::size_t>(shingles.size() * 3 / 4, 1));
    const std::size_t size = shingles.size() + random.below(shingles.size() > 1 ? 50 : kMostShingles);
    while (shingles.size() < size) shingles.push_back(static_cast<std::uint32_t>(random.below(UINT32_MAX)));
    profiles[i].id = std::to_string(i);
    std::ranges::sort(shingles);
    profiles[i].fingerprint.lead.assign(shingles.begin(), shingles.begin() + 1);
  }
  return profiles;
}

using Search = std::vector<CopyPair> (*)(std::span<const CopyProfile>, const CopyOptions&);

void search(benchmark::State& state, std::size_t count, Search search_in) {
  const std::vector<CopyProfile> profiles = write_profiles(count);
  for (auto _ : state) benchmark::DoNotOptimize(search_in(profiles, {.threads = 1}));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
}

}  // namespace

void register_copies() {
  benchmark::RegisterBenchmark("copies/1,000 fingerprints/nutgraf", search, 1'000, find_copies)
      ->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("copies/1,000 fingerprints/every two", search, 1'000, compare_all)
      ->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("copies/50,000 fingerprints/nutgraf", search, 50'000, find_copies)
      ->Unit(benchmark::kMillisecond);
}

}  // namespace nutgraf::bench
