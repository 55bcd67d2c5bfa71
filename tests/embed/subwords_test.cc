#include "embed/subwords.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf {
namespace {

constexpr std::uint32_t kBuckets = 2000000;

std::uint32_t bucket_of(std::string_view ngram) {
  std::uint32_t hash = 2166136261U;
  for (const char c : ngram) hash = (hash ^ static_cast<std::uint32_t>(static_cast<std::int8_t>(c))) * 16777619U;
  return hash % kBuckets;
}

TEST(Subwords, AreCutFromTheWordInItsBrackets) {
  const struct {
    std::string word;
    std::uint32_t shortest;
    std::uint32_t longest;
    std::vector<std::string> ngrams;
  } cases[] = {
      {"ox", 3, 4, {"<ox", "<ox>", "ox>"}},
      {"ox", 1, 2, {"<o", "o", "ox", "x", "x>"}},
      {"é", 1, 3, {"<é", "<é>", "é", "é>"}},
      {"港口", 2, 2, {"<港", "港口", "口>"}},
      {"ox", 5, 6, {}},
      {"ox", 0, 6, {}},
      {"", 2, 3, {"<>"}},
  };
  for (const auto& c : cases) {
    std::vector<std::uint32_t> expected;
    for (const std::string& ngram : c.ngrams) expected.push_back(bucket_of(ngram));
    std::vector<std::uint32_t> buckets = {7};
    find_buckets(c.word, {.shortest = c.shortest, .longest = c.longest, .buckets = kBuckets}, buckets);
    EXPECT_EQ(buckets, expected) << c.word << ' ' << c.shortest << '-' << c.longest;
  }
}

}  // namespace
}  // namespace nutgraf
