// Finds the pairs of articles that are copies, without comparing every two.
//
// The hashes of a fingerprint are as good as random, so its smallest ones are a random sample of its shingles. If the
// longer of two texts has a share c of the shorter's shingles, then it has about a share c of the shorter's sample too:
// so the samples of all articles are indexed, every article's shingles are looked up there, and what is hit often
// enough is compared in full. Unlike a MinHash of the Jaccard index this finds a text that was cut to a fifth.
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>
#include <ranges>
#include <tuple>

#include "cluster/copies.h"
#include "parallel.h"

namespace nutgraf {
namespace {

constexpr std::size_t kSample = 16;

// Shingles that this many articles have in their samples are an outlet's standing text, or one text that many printed.
// They would lead from each of those articles to all others; so they lead only to the shortest of them.
constexpr std::size_t kMostPerShingle = 128;

// An article that less of its sample leads to is found no more: it is among many that have the same text, and finds the
// shorter ones of them itself.
constexpr double kLeastOfSample = 0.25;

// Standard deviations below the expected hits: one pair in two thousand has fewer.
constexpr double kDeviations = 3.3;

// How many shingles of a sample of each size the other text must have to be compared in full.
std::array<std::size_t, kSample + 1> needed_hits(double containment) {
  std::array<std::size_t, kSample + 1> needed{};
  for (std::size_t size = 0; size <= kSample; ++size) {
    const double expected = static_cast<double>(size) * containment;
    const double least = expected - kDeviations * std::sqrt(expected * (1 - containment));
    needed[size] = static_cast<std::size_t>(std::max(1.0, least));
  }
  return needed;
}

// Shorter texts first; then by all that tells two articles apart.
std::vector<std::uint32_t> by_length(std::span<const CopyProfile> profiles) {
  std::vector<std::uint32_t> order(profiles.size());
  std::ranges::copy(std::views::iota(std::size_t{0}, order.size()), order.begin());
  std::ranges::sort(order, [&](std::uint32_t i, std::uint32_t j) {
    const CopyProfile& a = profiles[i];
    const CopyProfile& b = profiles[j];
    const std::size_t a_size = a.fingerprint.shingles.size();
    const std::size_t b_size = b.fingerprint.shingles.size();
    if (a_size != b_size) return a_size < b_size;
    return std::tie(a.fingerprint.shingles, a.published, a.id, a.outlet, i) <
           std::tie(b.fingerprint.shingles, b.published, b.id, b.outlet, j);
  });
  return order;
}

// From a shingle to the articles that have it in their samples. Articles are numbered by length.
class SampleIndex {
 public:
  SampleIndex(std::span<const CopyProfile> profiles, std::span<const std::uint32_t> order)
      : first_of_bucket_(bucket_of(UINT32_MAX) + 2), sampled_(order.size()) {
    std::vector<std::uint64_t> entries;  // shingle, article
    for (std::uint32_t article = 0; article < order.size(); ++article)
      for (const std::uint32_t shingle : sample(profiles[order[article]]))
        entries.push_back(std::uint64_t{shingle} << 32U | article);
    std::ranges::sort(entries);
    std::size_t run = 0;
    for (const std::uint64_t entry : entries) {
      const auto shingle = static_cast<std::uint32_t>(entry >> 32U);
      const auto article = static_cast<std::uint32_t>(entry);
      run = !shingles_.empty() && shingles_.back() == shingle ? run + 1 : 1;
      if (run > kMostPerShingle) continue;
      shingles_.push_back(shingle);
      articles_.push_back(article);
      ++sampled_[article];
      ++first_of_bucket_[bucket_of(shingle) + 1];
    }
    std::partial_sum(first_of_bucket_.begin(), first_of_bucket_.end(), first_of_bucket_.begin());
    for (std::uint32_t article = 0; article < order.size(); ++article) {
      const auto size = static_cast<double>(sample(profiles[order[article]]).size());
      if (static_cast<double>(sampled_[article]) < kLeastOfSample * size) sampled_[article] = 0;
    }
  }

  template <class Use>
  void for_each_article(std::uint32_t shingle, const Use& use) const {
    const std::size_t bucket = bucket_of(shingle);
    for (std::size_t i = first_of_bucket_[bucket]; i < first_of_bucket_[bucket + 1]; ++i)
      if (shingles_[i] == shingle) use(articles_[i]);
  }

  // How many of an article's shingles lead to it; 0: it is not to be found.
  [[nodiscard]] std::size_t sampled(std::uint32_t article) const { return sampled_[article]; }

 private:
  static std::span<const std::uint32_t> sample(const CopyProfile& profile) {
    const std::vector<std::uint32_t>& shingles = profile.fingerprint.shingles;
    return std::span(shingles).first(std::min(shingles.size(), kSample));
  }

  // By the leading bits of a logarithm. Samples are the smallest hashes, but most that are looked up are large: those
  // fall into a few buckets, nearly empty, which stay in the cache.
  static std::size_t bucket_of(std::uint32_t shingle) {
    constexpr unsigned kShift = 8;  // 32,768 buckets a power of two
    return (std::bit_cast<std::uint32_t>(static_cast<float>(shingle | 1U)) - std::bit_cast<std::uint32_t>(1.0F)) >>
           kShift;
  }

  std::vector<std::uint32_t> first_of_bucket_;
  std::vector<std::uint32_t> shingles_;  // sorted
  std::vector<std::uint32_t> articles_;  // of each of them
  std::vector<std::uint8_t> sampled_;
};

// The shingles of one text, to be compared with those of many.
class ShingleSet {
 public:
  void assign(const std::vector<std::uint32_t>& shingles) {
    slots_.assign(std::bit_ceil(4 * shingles.size() + 1), kFree);
    has_free_ = false;
    for (const std::uint32_t shingle : shingles) {
      has_free_ |= shingle == kFree;
      slots_[find(shingle)] = shingle;
    }
  }

  [[nodiscard]] std::size_t count_shared(const std::vector<std::uint32_t>& shingles) const {
    std::size_t shared = 0;
    for (const std::uint32_t shingle : shingles)
      shared += (shingle == kFree ? has_free_ : slots_[find(shingle)] == shingle) ? 1 : 0;
    return shared;
  }

 private:
  static constexpr std::uint32_t kFree = 0;

  [[nodiscard]] std::size_t find(std::uint32_t shingle) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = shingle & mask;
    while (slots_[slot] != kFree && slots_[slot] != shingle) slot = (slot + 1) & mask;
    return slot;
  }

  std::vector<std::uint32_t> slots_;  // open addressing: three of four are free
  bool has_free_ = false;             // the shingle kFree is in the text
};

// Looks for the copies of one article among those that are not longer.
class Search {
 public:
  Search(std::span<const CopyProfile> profiles, std::span<const std::uint32_t> order, const SampleIndex& index,
         const CopyOptions& options, std::vector<CopyPair>& found)
      : profiles_(profiles),
        order_(order),
        index_(index),
        options_(options),
        needed_(needed_hits(options.containment)),
        found_(found),
        hits_(order.size()) {}

  void operator()(std::size_t article) {
    const Fingerprint& print = profiles_[order_[article]].fingerprint;
    for (const std::uint32_t shingle : print.shingles)
      index_.for_each_article(shingle, [&](std::uint32_t other) {
        if (other < article && hits_[other]++ == 0) hit_.push_back(other);
      });
    if (!hit_.empty()) set_.assign(print.shingles);
    for (const std::uint32_t other : hit_) {
      const Fingerprint& shorter = profiles_[order_[other]].fingerprint;
      const bool enough = index_.sampled(other) > 0 && hits_[other] >= needed_[index_.sampled(other)];
      hits_[other] = 0;
      if (!enough || !are_of_like_length(shorter, print, options_)) continue;
      const std::size_t shared = set_.count_shared(shorter.shingles);
      if (!are_copies(shorter, print, shared, options_)) continue;
      const auto [first, second] = std::minmax({order_[other], order_[article]});
      found_.push_back({.first = first, .second = second, .shared = static_cast<std::uint32_t>(shared)});
    }
    hit_.clear();
  }

 private:
  std::span<const CopyProfile> profiles_;
  std::span<const std::uint32_t> order_;
  const SampleIndex& index_;
  const CopyOptions& options_;
  std::array<std::size_t, kSample + 1> needed_;
  std::vector<CopyPair>& found_;
  std::vector<std::uint8_t> hits_;  // by article
  ShingleSet set_;                  // of the article
  std::vector<std::uint32_t> hit_;  // those with any
};

void sort_pairs(std::vector<CopyPair>& pairs) {
  std::ranges::sort(pairs, {}, [](const CopyPair& pair) { return std::pair(pair.first, pair.second); });
}

}  // namespace

std::vector<CopyPair> find_copies(std::span<const CopyProfile> profiles, const CopyOptions& options) {
  const std::vector<std::uint32_t> order = by_length(profiles);
  const SampleIndex index(profiles, order);
  std::vector<std::vector<CopyPair>> found(threads_for(options.threads, order.size()));
  for_each_index(options.threads, order.size(),
                 [&](std::size_t thread) { return Search(profiles, order, index, options, found[thread]); });
  std::vector<CopyPair> pairs = std::move(found[0]);
  for (std::size_t thread = 1; thread < found.size(); ++thread)
    pairs.insert(pairs.end(), found[thread].begin(), found[thread].end());
  sort_pairs(pairs);
  return pairs;
}

std::vector<CopyPair> compare_all(std::span<const CopyProfile> profiles, const CopyOptions& options) {
  std::vector<CopyPair> pairs;
  for (std::uint32_t first = 0; first < profiles.size(); ++first)
    for (std::uint32_t second = first + 1; second < profiles.size(); ++second) {
      const Fingerprint& a = profiles[first].fingerprint;
      const Fingerprint& b = profiles[second].fingerprint;
      if (!are_of_like_length(a, b, options)) continue;
      const std::size_t shared = shared_shingles(a, b);
      if (are_copies(a, b, shared, options))
        pairs.push_back({.first = first, .second = second, .shared = static_cast<std::uint32_t>(shared)});
    }
  return pairs;
}

}  // namespace nutgraf
