// What an Archive is made of.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "archive/database.h"
#include "archive/frequency_table.h"
#include "archive/pair_table.h"
#include "archive/prepared_article.h"
#include "archive/story_table.h"
#include "nutgraf/archive.h"

namespace nutgraf {

struct Archive::State {
  State(std::unique_ptr<Database> opened, const ArchiveOptions& given);

  // Within a transaction. Errors stay with the database.
  Added add(const Article& article, PreparedArticle& prepared);
  void insert(const Article& article, PreparedArticle& prepared, std::int64_t number, StoryNumber story);

  // Weighs all articles of a language by the frequencies of now, and groups them anew. Returns the merges.
  std::vector<StoryMerge> weigh_again(const std::string& language);

  // Removes all that is stored of an article but for its links.
  void take_out(std::int64_t article);
  void remove(std::span<const std::int64_t> articles);

  ArchiveOptions options;
  std::unique_ptr<Database> database;
  ArticlePreparer preparer;
  double granularity;
  PairTable pairs;
  StoryTable stories;
  FrequencyTable frequencies;
  Statement find_article;
  Statement last_article;
  Statement next_story;
  Statement add_article;
  Statement remove_article;
  Statement add_content;
  Statement remove_content;
  Statement json;
};

}  // namespace nutgraf
