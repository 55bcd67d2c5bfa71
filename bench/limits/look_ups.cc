// Hashes of words and look-ups by them, of words that come as often as words do.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "embed/hash_index.h"
#include "embed/model_parts.h"
#include "limits/limit.h"
#include "measure/random.h"
#include "text/language.h"

namespace nutgraf::bench {
namespace {

constexpr std::size_t kDraws = 1 << 16;
constexpr std::size_t kArticleWords = 400;  // that are distinct
constexpr std::size_t kLookAhead = 16;      // look-ups that are in flight at a time

struct Drawn {
  std::vector<std::string_view> words;
  std::vector<std::uint64_t> hashes;  // of the words
};

// The model's words, the commonest first.
std::vector<std::string_view> words_of(const Model& model) {
  const auto bytes = model.parts().file.section(SectionKind::kWords);
  const std::string_view lines(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    words.push_back(lines.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

Drawn draw(const std::vector<std::string_view>& words, std::size_t of_the_first) {
  Drawn drawn;
  for (const std::uint32_t rank : draw_ranks(std::min(words.size(), of_the_first), kDraws)) {
    drawn.words.push_back(words[rank]);
    drawn.hashes.push_back(word_hash(words[rank]));
  }
  return drawn;
}

std::vector<HashSlot> index_of_first(const std::vector<std::string_view>& words, std::size_t count) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> entries;
  for (std::uint32_t i = 0; i < std::min(words.size(), count); ++i) entries.emplace_back(word_hash(words[i]), i);
  return build_hash_index(entries);
}

// Each look-up begins before those ahead of it have ended.
std::uint64_t find_all(const HashIndex& index, const std::vector<std::uint64_t>& hashes) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i + kLookAhead < hashes.size(); ++i) {
    index.prefetch(hashes[i + kLookAhead]);
    sum += index.find(hashes[i]).value_or(0);
  }
  return sum;
}

// No look-up can begin before that ahead of it has ended: where the next hash lies depends on what was found, though it
// is always the one behind.
std::uint64_t find_one_by_one(const HashIndex& index, const std::vector<std::uint64_t>& hashes) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < hashes.size();) {
    const std::uint32_t value = index.find(hashes[i]).value_or(0);
    sum += value;
    i += 1 + (value >> 31U);
  }
  return sum;
}

}  // namespace

std::vector<std::uint32_t> draw_ranks(std::size_t count, std::size_t draws) {
  Random random(/*seed=*/1);
  std::vector<std::uint32_t> ranks;
  constexpr std::size_t kSteps = 1 << 24;
  while (ranks.size() < draws) {
    const double share = static_cast<double>(random.below(kSteps)) / kSteps;
    ranks.push_back(static_cast<std::uint32_t>(std::pow(static_cast<double>(count) + 1, share)) - 1);
  }
  return ranks;
}

std::vector<Limit> look_up_limits(const Model& model) {
  const std::vector<std::string_view> words = words_of(model);
  auto any = std::make_shared<const Drawn>(draw(words, words.size()));
  auto common = std::make_shared<const Drawn>(draw(words, kArticleWords));
  auto few = std::make_shared<const std::vector<HashSlot>>(index_of_first(words, kArticleWords));
  const HashIndex vocabulary = model.parts().vectors.word_index();
  return {
      {.operation = Operation::kHashWord,
       .name = "words hashed, XXH3",
       .unit = "ns",
       .measure =
           [any] {
             return seconds_an_operation(kDraws, [&] {
               std::uint64_t sum = 0;
               for (const std::string_view word : any->words) sum += XXH3_64bits(word.data(), word.size());
               use(sum);
             });
           }},
      {.operation = Operation::kFindInArticle,
       .name = "look-ups, 400 words",
       .unit = "ns",
       .measure =
           [common, few] {
             return seconds_an_operation(kDraws, [&] { use(find_all(HashIndex(*few), common->hashes)); });
           }},
      {.operation = Operation::kFindInVocabulary,
       .name = "look-ups, vocabulary",
       .unit = "ns",
       .measure =
           [any, vocabulary] { return seconds_an_operation(kDraws, [&] { use(find_all(vocabulary, any->hashes)); }); }},
      {.operation = Operation::kFindNext,
       .name = "the same, dependent",
       .unit = "ns",
       .measure =
           [any, vocabulary] {
             return seconds_an_operation(kDraws, [&] { use(find_one_by_one(vocabulary, any->hashes)); });
           }},
  };
}

}  // namespace nutgraf::bench
