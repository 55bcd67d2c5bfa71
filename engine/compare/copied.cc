#include "compare/copied.h"

#include <algorithm>

namespace nutgraf {
namespace {

// So many words in a row are no accident; names, titles and set phrases are shorter.
constexpr std::uint32_t kShortest = 7;
constexpr std::uint32_t kTelling = 3;  // of them carry a topic

// Positions that are looked at for one run, where a text repeats itself.
constexpr std::size_t kMostTries = 16;

constexpr std::uint32_t kNowhere = UINT32_MAX;

std::uint64_t run_at(const Report& report, std::size_t at) {
  std::uint64_t hash = 0;
  for (std::size_t i = at; i < at + kShortest; ++i) hash = (hash ^ report.words[i].folded) * 0x9E3779B97F4A7C15U;
  return hash ^ hash >> 32U;
}

}  // namespace

void CopyFinder::find(const Report& a, const Report& b, std::vector<CopiedRun>& runs) {
  runs.clear();
  if (a.words.size() < kShortest || b.words.size() < kShortest) return;
  numbers_.clear();
  first_.clear();
  next_.assign(a.words.size(), kNowhere);
  for (std::size_t i = a.words.size() - kShortest + 1; i-- > 0;) {
    const std::uint32_t number = numbers_[run_at(a, i)];
    if (number == first_.size()) first_.push_back(kNowhere);
    next_[i] = first_[number];
    first_[number] = static_cast<std::uint32_t>(i);
  }
  used_.assign(a.words.size(), false);
  for (std::uint32_t j = 0; j + kShortest <= b.words.size();) {
    CopiedRun best{.b = j};
    const std::uint64_t hash = run_at(b, j);
    if (numbers_.contains(hash)) {
      std::size_t tries = 0;
      for (std::uint32_t i = first_[numbers_[hash]]; i != kNowhere && tries < kMostTries; i = next_[i], ++tries) {
        std::uint32_t words = 0;
        while (i + words < a.words.size() && j + words < b.words.size() && !used_[i + words] &&
               a.words[i + words].folded == b.words[j + words].folded)
          ++words;
        if (words > best.words) best = {.a = i, .b = j, .words = words};
      }
    }
    std::uint32_t telling = 0;
    for (std::uint32_t k = 0; k < best.words; ++k) telling += b.words[j + k].weight > 0 ? 1 : 0;
    if (best.words < kShortest || telling < kTelling) {
      ++j;
      continue;
    }
    std::fill_n(used_.begin() + best.a, best.words, true);
    runs.push_back(best);
    j += best.words;
  }
}

}  // namespace nutgraf
