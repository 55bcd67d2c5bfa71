#include "cluster/pair_search.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <tuple>
#include <utility>

#include "parallel.h"
#include "similarity/pair_score.h"

namespace nutgraf {
namespace {

constexpr float kLeadWeight = 2;

constexpr std::int64_t kSecondsPerDay = 86400;

std::int64_t seconds_of(std::size_t days) {
  constexpr std::size_t kAllDays = INT64_MAX / kSecondsPerDay;
  return static_cast<std::int64_t>(std::min(days, kAllDays)) * kSecondsPerDay;
}

float weight(const ProfileTerm& term) {
  return term.rarity * kRarityUnit * damped(term.count) * (term.lead ? kLeadWeight : 1);
}

struct Posting {
  std::uint32_t article = 0;
  float weight = 0;  // over the length of the article's vector
};

// A search term of an article, among all postings.
struct Place {
  std::uint32_t first = 0;  // posting of the term
  std::uint32_t own = 0;    // posting of the article
};

// The postings of one term lie together, in the order of the articles.
struct Index {
  std::vector<Posting> postings;
  std::vector<Place> places;  // of the terms of article i, in the order of their hashes: [begin[i], begin[i + 1])
  std::vector<std::uint32_t> begin = {0};

  [[nodiscard]] std::span<const Place> places_of(std::uint32_t article) const {
    return std::span(places).subspan(begin[article], begin[article + 1] - begin[article]);
  }
};

Index make_index(std::span<const Profile> profiles, std::size_t threads) {
  std::vector<std::vector<ProfileTerm>> terms(profiles.size());
  for_each_index(threads, profiles.size(), [&](std::size_t) {
    return [&](std::size_t article) { find_search_terms(profiles[article], terms[article]); };
  });
  Index index;
  for (const std::vector<ProfileTerm>& its : terms)
    index.begin.push_back(index.begin.back() + static_cast<std::uint32_t>(its.size()));
  index.places.resize(index.begin.back());
  index.postings.resize(index.begin.back());

  struct Use {
    std::uint32_t hash = 0;
    std::uint32_t article = 0;
    std::uint32_t term = 0;  // among those of all articles
    float weight = 0;
  };
  std::vector<Use> uses;
  uses.reserve(index.begin.back());
  for (std::uint32_t article = 0; article < profiles.size(); ++article)
    for (const ProfileTerm& term : terms[article])
      uses.push_back({.hash = term.hash,
                      .article = article,
                      .term = static_cast<std::uint32_t>(uses.size()),
                      .weight = search_weight(term, profiles[article])});
  std::ranges::sort(uses, {}, [](const Use& use) { return std::pair(use.hash, use.article); });
  std::uint32_t first = 0;
  for (std::uint32_t place = 0; place < uses.size(); ++place) {
    const Use& use = uses[place];
    if (use.hash != uses[first].hash) first = place;
    index.postings[place] = {.article = use.article, .weight = use.weight};
    index.places[use.term] = {.first = first, .own = place};
  }
  return index;
}

// Looks for the articles before one; one in each thread.
class Search {
 public:
  Search(std::span<const Profile> profiles, const Index& index, std::int64_t seconds)
      : profiles_(profiles), index_(index), seconds_(seconds), shared_(profiles.size()), met_(profiles.size() + 1) {
    const auto dated = std::ranges::find_if(profiles, [](const Profile& p) { return p.published.has_value(); });
    undated_ = static_cast<std::uint32_t>(dated - profiles.begin());
  }

  void find(std::uint32_t article, std::vector<ScoredPair>& pairs) {
    const Profile& own = profiles_[article];
    const std::uint32_t first = first_near(own);
    met_count_ = 0;
    for (const Place& place : index_.places_of(article)) meet_before(place, first);
    const std::span<std::uint32_t> met = std::span(met_).first(met_count_);
    const auto far = std::ranges::remove_if(
        met, [&](std::uint32_t other) { return std::exchange(shared_[other], 0.0F) < kLeastShared; });
    const std::span<const std::uint32_t> near(met.begin(), far.begin());
    scorer_.take(own);
    for (std::size_t i = 0; i < near.size(); ++i) {
      if (i + 1 < near.size()) prefetch(profiles_[near[i + 1]].terms);
      const Profile& other = profiles_[near[i]];
      if (!may_be_one_language(own, other)) continue;
      const float log_odds = scorer_.score(other).log_odds;
      if (log_odds > kLeastLogOdds) pairs.push_back({.first = near[i], .second = article, .log_odds = log_odds});
    }
  }

 private:
  // The first article of the days before one; those without a date are in front of it.
  [[nodiscard]] std::uint32_t first_near(const Profile& own) const {
    if (!own.published) return 0;
    const auto is_before = [&](const Profile& its) { return *own.published - *its.published > seconds_; };
    const auto first = std::ranges::partition_point(profiles_.subspan(undated_), is_before);
    return static_cast<std::uint32_t>(first - profiles_.begin());
  }

  void meet_before(const Place& place, std::uint32_t first_near) {
    const float weight = index_.postings[place.own].weight;
    const std::span<const Posting> before = std::span(index_.postings).subspan(place.first, place.own - place.first);
    const auto from = [before](std::uint32_t article) {
      return std::ranges::lower_bound(before, article, {}, &Posting::article);
    };
    if (undated_ > 0 && first_near > 0) meet({before.begin(), from(undated_)}, weight);
    meet({from(first_near), before.end()}, weight);
  }

  // Without a branch, which would often be foretold wrongly.
  void meet(std::span<const Posting> postings, float weight) {
    for (const Posting& other : postings) {
      float& shared = shared_[other.article];
      met_[met_count_] = other.article;
      met_count_ += shared == 0 ? 1 : 0;
      shared += weight * other.weight;
    }
  }

  // Terms lie anywhere in memory: they are asked for while those of another article are scored.
  static void prefetch(std::span<const ProfileTerm> terms) {
    constexpr std::size_t kCacheLine = 64 / sizeof(ProfileTerm);
    for (std::size_t i = 0; i < terms.size(); i += kCacheLine) __builtin_prefetch(&terms[i]);
  }

  std::span<const Profile> profiles_;
  const Index& index_;
  std::int64_t seconds_;
  std::uint32_t undated_ = 0;       // articles; the first ones
  std::vector<float> shared_;       // of each article, with the one that is looked for
  std::vector<std::uint32_t> met_;  // the first met_count_, and room for one that is no news
  std::size_t met_count_ = 0;
  PairScorer scorer_;
};

// Sorted by (first, second), out of those of each second, in its order.
std::vector<ScoredPair> sorted(std::span<const std::vector<ScoredPair>> found) {
  std::vector<std::size_t> next(found.size() + 1);  // place of the next pair of each first
  for (const std::vector<ScoredPair>& part : found)
    for (const ScoredPair& pair : part) ++next[pair.first + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  std::vector<ScoredPair> pairs(next.back());
  for (const std::vector<ScoredPair>& part : found)
    for (const ScoredPair& pair : part) pairs[next[pair.first]++] = pair;
  return pairs;
}

}  // namespace

float search_weight(const ProfileTerm& term, const Profile& profile) { return weight(term) / profile.length; }

bool may_be_one_language(const Profile& a, const Profile& b) {
  return a.language == b.language || a.language.empty() || b.language.empty();
}

void find_search_terms(const Profile& profile, std::vector<ProfileTerm>& terms) {
  terms = profile.terms;
  std::erase_if(terms, [](const ProfileTerm& term) { return weight(term) == 0; });
  const auto heavier = [](const ProfileTerm& a, const ProfileTerm& b) {
    const auto rank = [](const ProfileTerm& term) { return std::tuple(-weight(term), term.hash); };
    return rank(a) < rank(b);
  };
  if (terms.size() > kSearchTerms) {
    std::ranges::nth_element(terms, terms.begin() + kSearchTerms, heavier);
    terms.resize(kSearchTerms);
  }
  std::ranges::sort(terms, {}, &ProfileTerm::hash);
}

bool may_be_compared(const Profile& a, const Profile& b, std::size_t days) {
  return may_be_one_language(a, b) &&
         (!a.published || !b.published || std::abs(*a.published - *b.published) <= seconds_of(days));
}

std::vector<ScoredPair> find_pairs(std::span<const Profile> profiles, const PairSearchOptions& options) {
  const Index index = make_index(profiles, options.threads);
  std::vector<std::vector<ScoredPair>> found(profiles.size());  // by the second article
  const auto seconds = seconds_of(options.days);
  for_each_index(options.threads, profiles.size(), [&](std::size_t) {
    return [&, search = Search(profiles, index, seconds)](std::size_t article) mutable {
      search.find(static_cast<std::uint32_t>(article), found[article]);
    };
  });
  return sorted(found);
}

}  // namespace nutgraf
