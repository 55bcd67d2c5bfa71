#include "archive/frequency_table.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "archive/profile_bytes.h"

namespace nutgraf {
namespace {

constexpr std::int64_t kLag = 64;
constexpr std::int64_t kMostWaiting = 512;

// How many articles tell something, and from how many on new ones tell little more.
constexpr std::int64_t kSome = 16;
constexpr std::int64_t kMany = 512;

}  // namespace

FrequencyTable::FrequencyTable(Database& database)
    : database_(database),
      number_(database.prepare("SELECT number FROM languages WHERE language = ?")),
      add_language_(database.prepare("INSERT INTO languages (language) VALUES (?)")),
      articles_(database.prepare("SELECT articles FROM languages WHERE number = ?")),
      term_(database.prepare("SELECT articles FROM frequencies WHERE term = ?")),
      add_articles_(database.prepare("UPDATE languages SET articles = articles + ?2 WHERE number = ?1")),
      add_term_(database.prepare("INSERT INTO frequencies VALUES (?1, ?2) "
                                 "ON CONFLICT DO UPDATE SET articles = articles + ?2")),
      remove_term_(database.prepare("DELETE FROM frequencies WHERE term = ? AND articles <= 0")),
      is_waiting_(database.prepare("SELECT 1 FROM uncounted WHERE article = ?")),
      wait_(database.prepare("INSERT INTO uncounted VALUES (?)")),
      forget_(database.prepare("DELETE FROM uncounted WHERE article = ?")),
      waiting_(database.prepare("SELECT count(*) FROM uncounted")),
      counted_(database.prepare("SELECT sum(articles) FROM languages")),
      growth_(database.prepare("SELECT articles FROM languages WHERE language = ? AND articles >= 2 * weighed")),
      weighed_(database.prepare("UPDATE languages SET weighed = articles WHERE language = ?")) {}

DocumentFrequencies FrequencyTable::find(const Profile& profile) {
  DocumentFrequencies frequencies;
  const std::optional<std::int64_t> language = number_.find(profile.language);
  if (!language) return frequencies;
  frequencies.add_articles(static_cast<std::size_t>(articles_.find(*language).value_or(0)));
  for (const ProfileTerm& term : profile.terms) {
    const std::int64_t articles = term_.find(key(*language, term.hash)).value_or(0);
    frequencies.add(term.hash, static_cast<std::uint32_t>(articles));
  }
  return frequencies;
}

void FrequencyTable::add(std::int64_t article) {
  wait_.run(article);
  const std::int64_t limit = std::clamp<std::int64_t>(counted_.find().value_or(0) / kLag, 1, kMostWaiting);
  if (waiting_.find().value_or(0) >= limit) count_waiting();
}

void FrequencyTable::remove(std::int64_t article, const Profile& profile) {
  if (is_waiting_.find(article)) {
    forget_.run(article);
    return;
  }
  const std::int64_t language = number_of(profile.language);
  add_articles_.run(language, std::int64_t{-1});
  for (const ProfileTerm& term : profile.terms) {
    add_term_.run(key(language, term.hash), std::int64_t{-1});
    remove_term_.run(key(language, term.hash));
  }
}

std::int64_t FrequencyTable::number_of(std::string_view language) {
  if (!number_.find(language)) add_language_.run(language);
  return number_.find(language).value_or(0);
}

std::int64_t FrequencyTable::key(std::int64_t language, std::uint32_t term) {
  return language * (std::int64_t{1} << 32U) + term;
}

bool FrequencyTable::is_time_to_weigh_again(std::string_view language) {
  const std::int64_t articles = growth_.find(language).value_or(0);
  if (articles < kSome || articles > kMany) return false;
  count_waiting();
  weighed_.run(language);
  return true;
}

void FrequencyTable::count_waiting() {
  std::map<std::string, std::int64_t> articles;
  std::map<std::string, std::map<std::uint32_t, std::int64_t>> terms;
  Statement profiles = database_.prepare("SELECT profile FROM profiles JOIN uncounted USING (article)");
  Profile profile;
  for (profiles.start(); profiles.next();) {
    if (!read_bytes(profiles.bytes(0), profile)) return database_.fail(damaged_profile());
    ++articles[profile.language];
    for (const ProfileTerm& term : profile.terms) ++terms[profile.language][term.hash];
  }
  for (const auto& [language, count] : articles) {
    const std::int64_t number = number_of(language);
    add_articles_.run(number, count);
    for (const auto& [term, its] : terms[language]) add_term_.run(key(number, term), its);
  }
  database_.run("DELETE FROM uncounted");
}

}  // namespace nutgraf
