#include "archive/pair_table.h"

#include <algorithm>
#include <limits>

#include "archive/profile_bytes.h"
#include "cluster/pair_search.h"

namespace nutgraf {
namespace {

constexpr std::int64_t kUndated = std::numeric_limits<std::int64_t>::min();

std::int64_t place_in_time(const Profile& profile) { return profile.published.value_or(kUndated); }

}  // namespace

PairTable::PairTable(Database& database, std::int64_t seconds, double near)
    : database_(database),
      seconds_(seconds),
      near_(near),
      add_profile_(database.prepare("INSERT INTO profiles VALUES (?, ?)")),
      remove_profile_(database.prepare("DELETE FROM profiles WHERE article = ?")),
      profile_(database.prepare("SELECT profile FROM profiles WHERE article = ?")),
      add_posting_(database.prepare("INSERT INTO postings VALUES (?, ?, ?, ?)")),
      remove_posting_(database.prepare("DELETE FROM postings WHERE term = ? AND seconds = ? AND article = ?")),
      dated_postings_(
          database.prepare("SELECT article, weight FROM postings WHERE term = ? AND seconds BETWEEN ? AND ?")),
      all_postings_(database.prepare("SELECT article, weight FROM postings WHERE term = ?")),
      add_pair_(database.prepare("INSERT INTO pairs VALUES (?, ?, ?, ?)")),
      remove_pair_(database.prepare("DELETE FROM pairs WHERE later = ? AND earlier = ?")),
      remove_earlier_(database.prepare("DELETE FROM pairs WHERE later = ?")),
      earlier_(database.prepare("SELECT earlier, log_odds FROM pairs WHERE later = ?")),
      near_earlier_(database.prepare("SELECT earlier, log_odds FROM pairs WHERE later = ? AND near")),
      near_later_(
          database.prepare("SELECT later, log_odds FROM pairs INDEXED BY near_pairs WHERE earlier = ? AND near")) {}

void PairTable::add(std::int64_t article, const Profile& profile) {
  scorer_.take(profile);
  for (const std::int64_t other : find_candidates(profile)) {
    read_profile(other, other_);
    if (!may_be_one_language(profile, other_)) continue;
    const float log_odds = scorer_.score(other_).log_odds;
    if (log_odds > kLeastLogOdds)
      add_pair_.run(article, other, double{log_odds}, std::int64_t{log_odds >= near_ ? 1 : 0});
  }
  for (const ProfileTerm& term : terms_)
    add_posting_.run(std::int64_t{term.hash}, place_in_time(profile), article, double{search_weight(term, profile)});
  bytes_.clear();
  append_bytes(profile, bytes_);
  add_profile_.run(article, std::as_bytes(std::span(bytes_)));
}

void PairTable::remove(std::int64_t article, const Profile& profile) {
  for (const std::int64_t other : find_candidates(profile)) remove_pair_.run(other, article);
  remove_earlier_.run(article);
  for (const ProfileTerm& term : terms_) remove_posting_.run(std::int64_t{term.hash}, place_in_time(profile), article);
  remove_profile_.run(article);
}

Profile PairTable::profile(std::int64_t article) {
  Profile profile;
  read_profile(article, profile);
  return profile;
}

void PairTable::read_profile(std::int64_t article, Profile& profile) {
  bool good = false;
  for (profile_.start(article); profile_.next();) good = read_bytes(profile_.bytes(0), profile);
  if (!good) database_.fail(damaged_profile());
}

std::vector<Neighbour> PairTable::find_near(std::int64_t article) {
  std::vector<Neighbour> near;
  for (Statement* const side : {&near_earlier_, &near_later_})
    for (side->start(article); side->next();) near.push_back({.article = side->integer(0), .log_odds = side->real(1)});
  return near;
}

const std::vector<std::int64_t>& PairTable::find_candidates(const Profile& profile) {
  find_search_terms(profile, terms_);
  shared_.clear();
  for (const ProfileTerm& term : terms_) {
    const float weight = search_weight(term, profile);
    const std::int64_t hash = term.hash;
    if (profile.published) {
      dated_postings_.start(hash, *profile.published - seconds_, *profile.published + seconds_);
      meet(dated_postings_, weight);
      dated_postings_.start(hash, kUndated, kUndated);
      meet(dated_postings_, weight);
    } else {
      all_postings_.start(hash);
      meet(all_postings_, weight);
    }
  }
  candidates_.clear();
  for (const auto& [article, shared] : shared_)
    if (shared >= kLeastShared) candidates_.push_back(article);
  std::ranges::sort(candidates_);
  return candidates_;
}

void PairTable::meet(Statement& postings, float weight) {
  while (postings.next()) shared_[postings.integer(0)] += weight * static_cast<float>(postings.real(1));
}

}  // namespace nutgraf
