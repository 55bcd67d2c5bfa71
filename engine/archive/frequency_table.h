// In how many articles of an archive each term is, language by language.
//
// The many terms of an article lie all over the table, so counting each as it comes would cost more than all else.
// They are counted some articles at a time: the counts lag behind by one article in 64, and 512 at the most.
//
// Articles are weighed by the counts of their time. Only while there are few in a language (16 to 512), all are weighed
// again each time that they have doubled, for the first counts tell little.
#pragma once

#include <cstdint>
#include <string_view>

#include "archive/database.h"
#include "similarity/profile.h"

namespace nutgraf {

class FrequencyTable {
 public:
  explicit FrequencyTable(Database& database);

  // Those of the terms of a profile; not of the profile itself, if it has not been added.
  DocumentFrequencies find(const Profile& profile);

  // Of an article whose profile is in the archive.
  void add(std::int64_t article);
  void remove(std::int64_t article, const Profile& profile);

  // Whether all articles of the language are to be weighed again. If so, all are counted, and it is noted as done.
  bool is_time_to_weigh_again(std::string_view language);

 private:
  // Of a language; makes one if it has none. And under what its terms are counted.
  std::int64_t number_of(std::string_view language);
  static std::int64_t key(std::int64_t language, std::uint32_t term);

  void count_waiting();

  Database& database_;
  Statement number_;
  Statement add_language_;
  Statement articles_;
  Statement term_;
  Statement add_articles_;
  Statement add_term_;
  Statement remove_term_;
  Statement is_waiting_;
  Statement wait_;
  Statement forget_;
  Statement waiting_;
  Statement counted_;
  Statement growth_;
  Statement weighed_;
};

}  // namespace nutgraf
