#include "cluster/pair_search.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

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
  std::uint32_t hash = 0;
  std::uint32_t article = 0;
  float weight = 0;  // over the length of the article's vector
};

// The search terms of all articles, those of one term together, in the order of the articles.
struct Index {
  std::vector<Posting> postings;
  std::vector<std::uint32_t> places;  // of the terms of article i: [begin[i], begin[i + 1])
  std::vector<std::uint32_t> begin;

  // The hashes of all terms of all articles; of article i: [first_hash[i], first_hash[i + 1]).
  std::vector<std::uint32_t> hashes;
  std::vector<std::size_t> first_hash = {0};

  [[nodiscard]] std::span<const std::uint32_t> hashes_of(std::uint32_t article) const {
    return std::span(hashes).subspan(first_hash[article], first_hash[article + 1] - first_hash[article]);
  }
};

Index make_index(std::span<const Profile> profiles) {
  Index index;
  std::vector<ProfileTerm> terms;
  for (std::uint32_t article = 0; article < profiles.size(); ++article) {
    for (const ProfileTerm& term : profiles[article].terms) index.hashes.push_back(term.hash);
    index.first_hash.push_back(index.hashes.size());
    find_search_terms(profiles[article], terms);
    for (const ProfileTerm& term : terms)
      index.postings.push_back(
          {.hash = term.hash, .article = article, .weight = search_weight(term, profiles[article])});
  }
  std::ranges::sort(index.postings, {}, [](const Posting& p) { return std::tuple(p.hash, p.article); });
  index.begin.assign(profiles.size() + 1, 0);
  for (const Posting& posting : index.postings) ++index.begin[posting.article + 1];
  for (std::size_t i = 0; i < profiles.size(); ++i) index.begin[i + 1] += index.begin[i];
  index.places.resize(index.postings.size());
  std::vector<std::uint32_t> next(index.begin.begin(), index.begin.end() - 1);
  for (std::uint32_t place = 0; place < index.postings.size(); ++place)
    index.places[next[index.postings[place].article]++] = place;
  return index;
}

// Looks for the articles before one; one in each thread.
class Search {
 public:
  Search(std::span<const Profile> profiles, const Index& index, std::int64_t seconds)
      : profiles_(profiles), index_(index), seconds_(seconds), shared_(profiles.size()) {}

  void find(std::uint32_t article, std::vector<ScoredPair>& pairs) {
    const Profile& own = profiles_[article];
    for (std::uint32_t i = index_.begin[article]; i < index_.begin[article + 1]; ++i) add_before(index_.places[i], own);
    std::ranges::sort(met_);
    scorer_.take(own);
    for (const std::uint32_t other : met_) {
      if (std::exchange(shared_[other], 0.0F) < kLeastShared || !may_be_one_language(own, profiles_[other])) continue;
      const float log_odds = scorer_.score(profiles_[other], index_.hashes_of(other)).log_odds;
      if (log_odds > kLeastLogOdds) pairs.push_back({.first = other, .second = article, .log_odds = log_odds});
    }
    met_.clear();
  }

 private:
  // The postings before one are those of earlier articles; behind the days come only those without a date.
  void add_before(std::uint32_t place, const Profile& own) {
    const Posting& posting = index_.postings[place];
    for (std::uint32_t i = place; i-- > 0;) {
      const Posting& other = index_.postings[i];
      if (other.hash != posting.hash) break;
      const Profile& its = profiles_[other.article];
      if (own.published && its.published && *own.published - *its.published > seconds_) {
        i = first_dated(i);
        continue;
      }
      float& shared = shared_[other.article];
      if (shared == 0) met_.push_back(other.article);
      shared += posting.weight * other.weight;
    }
  }

  // Of the postings of the term of this one.
  std::uint32_t first_dated(std::uint32_t place) const {
    const auto less = [&](const Posting& p, std::uint32_t hash) {
      return p.hash < hash || (p.hash == hash && !profiles_[p.article].published);
    };
    const auto end = index_.postings.begin() + place;
    return static_cast<std::uint32_t>(std::lower_bound(index_.postings.begin(), end, end->hash, less) -
                                      index_.postings.begin());
  }

  std::span<const Profile> profiles_;
  const Index& index_;
  std::int64_t seconds_;
  std::vector<float> shared_;  // of each article, with the one that is looked for
  std::vector<std::uint32_t> met_;
  PairScorer scorer_;
};

}  // namespace

float search_weight(const ProfileTerm& term, const Profile& profile) { return weight(term) / profile.length; }

bool may_be_one_language(const Profile& a, const Profile& b) {
  return a.language == b.language || a.language.empty() || b.language.empty();
}

void find_search_terms(const Profile& profile, std::vector<ProfileTerm>& terms) {
  terms = profile.terms;
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
  const Index index = make_index(profiles);
  std::vector<std::vector<ScoredPair>> found(profiles.size());
  const auto seconds = seconds_of(options.days);
  for_each_index(options.threads, profiles.size(), [&](std::size_t) {
    return [&, search = Search(profiles, index, seconds)](std::size_t article) mutable {
      search.find(static_cast<std::uint32_t>(article), found[article]);
    };
  });
  std::vector<ScoredPair> pairs;
  for (const std::vector<ScoredPair>& part : found) pairs.insert(pairs.end(), part.begin(), part.end());
  std::ranges::sort(pairs, {}, [](const ScoredPair& p) { return std::pair(p.first, p.second); });
  return pairs;
}

}  // namespace nutgraf
