#include "cluster/pair_search.h"

#include <algorithm>
#include <tuple>

#include "parallel.h"
#include "similarity/pair_score.h"

namespace nutgraf {
namespace {

constexpr float kLeadWeight = 2;

constexpr std::int64_t kSecondsPerDay = 86400;

float weight(const ProfileTerm& term) { return term.rarity * kRarityUnit * damped(term.count); }

struct Posting {
  std::uint32_t hash = 0;
  std::uint32_t article = 0;
  float weight = 0;  // over the length of the article's vector
};

// The search terms of all articles, those of one term together, in the order of the articles.
struct Postings {
  std::vector<Posting> all;
  std::vector<std::uint32_t> places;  // of the terms of article i: [begin[i], begin[i + 1])
  std::vector<std::uint32_t> begin;
};

Postings index(std::span<const Profile> profiles) {
  Postings postings;
  std::vector<ProfileTerm> terms;
  for (std::uint32_t article = 0; article < profiles.size(); ++article) {
    find_search_terms(profiles[article], terms);
    for (const ProfileTerm& term : terms)
      postings.all.push_back(
          {.hash = term.hash, .article = article, .weight = search_weight(term, profiles[article])});
  }
  std::ranges::sort(postings.all, {}, [](const Posting& p) { return std::tuple(p.hash, p.article); });
  postings.begin.assign(profiles.size() + 1, 0);
  for (const Posting& posting : postings.all) ++postings.begin[posting.article + 1];
  for (std::size_t i = 0; i < profiles.size(); ++i) postings.begin[i + 1] += postings.begin[i];
  postings.places.resize(postings.all.size());
  std::vector<std::uint32_t> next(postings.begin.begin(), postings.begin.end() - 1);
  for (std::uint32_t place = 0; place < postings.all.size(); ++place)
    postings.places[next[postings.all[place].article]++] = place;
  return postings;
}

// Looks for the articles before one; one in each thread.
class Search {
 public:
  Search(std::span<const Profile> profiles, const Postings& postings, std::int64_t seconds)
      : profiles_(profiles), postings_(postings), seconds_(seconds), shared_(profiles.size()) {}

  void find(std::uint32_t article, std::vector<ScoredPair>& pairs) {
    const Profile& own = profiles_[article];
    for (std::uint32_t i = postings_.begin[article]; i < postings_.begin[article + 1]; ++i)
      add_before(postings_.places[i], own);
    std::ranges::sort(met_);
    for (const std::uint32_t other : met_) {
      if (std::exchange(shared_[other], 0.0F) < kLeastShared || !may_be_one_language(own, profiles_[other])) continue;
      const float log_odds = compare_profiles(profiles_[other], own).log_odds;
      if (log_odds > kLeastLogOdds) pairs.push_back({.first = other, .second = article, .log_odds = log_odds});
    }
    met_.clear();
  }

 private:
  // The postings before one are those of earlier articles; behind the days come only those without a date.
  void add_before(std::uint32_t place, const Profile& own) {
    const Posting& posting = postings_.all[place];
    for (std::uint32_t i = place; i-- > 0;) {
      const Posting& other = postings_.all[i];
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
    const auto end = postings_.all.begin() + place;
    return static_cast<std::uint32_t>(std::lower_bound(postings_.all.begin(), end, end->hash, less) -
                                      postings_.all.begin());
  }

  std::span<const Profile> profiles_;
  const Postings& postings_;
  std::int64_t seconds_;
  std::vector<float> shared_;  // of each article, with the one that is looked for
  std::vector<std::uint32_t> met_;
};

}  // namespace

float search_weight(const ProfileTerm& term, const Profile& profile) { return weight(term) / profile.length; }

bool may_be_one_language(const Profile& a, const Profile& b) {
  return a.language == b.language || a.language.empty() || b.language.empty();
}

void find_search_terms(const Profile& profile, std::vector<ProfileTerm>& terms) {
  terms = profile.terms;
  const auto heavier = [](const ProfileTerm& a, const ProfileTerm& b) {
    const auto rank = [](const ProfileTerm& term) {
      return std::tuple(-weight(term) * (term.lead ? kLeadWeight : 1), term.hash);
    };
    return rank(a) < rank(b);
  };
  if (terms.size() > kSearchTerms) {
    std::ranges::nth_element(terms, terms.begin() + kSearchTerms, heavier);
    terms.resize(kSearchTerms);
  }
  std::ranges::sort(terms, {}, &ProfileTerm::hash);
}

std::vector<ScoredPair> find_pairs(std::span<const Profile> profiles, const PairSearchOptions& options) {
  const Postings postings = index(profiles);
  std::vector<std::vector<ScoredPair>> found(profiles.size());
  const auto seconds = static_cast<std::int64_t>(options.days) * kSecondsPerDay;
  for_each_index(options.threads, profiles.size(), [&](std::size_t) {
    return [&, search = Search(profiles, postings, seconds)](std::size_t article) mutable {
      search.find(static_cast<std::uint32_t>(article), found[article]);
    };
  });
  std::vector<ScoredPair> pairs;
  for (const std::vector<ScoredPair>& part : found) pairs.insert(pairs.end(), part.begin(), part.end());
  std::ranges::sort(pairs, {}, [](const ScoredPair& p) { return std::pair(p.first, p.second); });
  return pairs;
}

}  // namespace nutgraf
