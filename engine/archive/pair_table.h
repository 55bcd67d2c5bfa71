// The pairs of an archive's articles that may report one event, and the search for those of a new article: find_pairs
// (cluster/pair_search.h), an article at a time.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "archive/database.h"
#include "similarity/pair_score.h"
#include "similarity/profile.h"

namespace nutgraf {

struct Neighbour {
  std::int64_t article = 0;
  double log_odds = 0;
};

class PairTable {
 public:
  // Articles are compared within `seconds`; pairs of `near` log-odds and above are near.
  PairTable(Database& database, std::int64_t seconds, double near);

  // Stores an article's weighed profile, where it is found by, and its pairs with those that are there.
  void add(std::int64_t article, const Profile& profile);

  // Removes all that.
  void remove(std::int64_t article, const Profile& profile);

  Profile profile(std::int64_t article);

  // The articles that have a near pair with this one.
  std::vector<Neighbour> find_near(std::int64_t article);

  // Calls use(other, log_odds) with the pairs of an article with those added before it.
  void for_each_earlier(std::int64_t article, const auto& use) {
    for (earlier_.start(article); earlier_.next();) use(earlier_.integer(0), earlier_.real(1));
  }

 private:
  // The articles that share enough of their search terms with `profile`, sorted.
  const std::vector<std::int64_t>& find_candidates(const Profile& profile);
  void read_profile(std::int64_t article, Profile& profile);
  void meet(Statement& postings, float weight);

  Database& database_;
  std::int64_t seconds_;
  double near_;
  Statement add_profile_;
  Statement remove_profile_;
  Statement profile_;
  Statement add_posting_;
  Statement remove_posting_;
  Statement dated_postings_;
  Statement all_postings_;
  Statement add_pair_;
  Statement remove_pair_;
  Statement remove_earlier_;
  Statement earlier_;
  Statement near_earlier_;
  Statement near_later_;
  std::vector<ProfileTerm> terms_;
  std::unordered_map<std::int64_t, float> shared_;  // of the weight of search terms, by article
  std::vector<std::int64_t> candidates_;
  PairScorer scorer_;
  std::string bytes_;
  Profile other_;
};

}  // namespace nutgraf
