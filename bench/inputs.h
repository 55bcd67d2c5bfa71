// What the benchmarks run on: written articles, or those of a file that the user names.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "nutgraf/article.h"
#include "nutgraf/error.h"

namespace nutgraf::bench {

struct Corpus {
  std::string name;
  std::vector<Article> articles;

  [[nodiscard]] std::size_t text_bytes() const;
};

struct Inputs {
  std::vector<Corpus> scripts;     // one a script; but for the last, the articles name their language
  std::vector<Corpus> lengths;     // one a length
  Corpus news;                     // in any script, of any length
  Corpus event;                    // reports of one event
  Corpus stories;                  // reports of many events
  std::vector<std::string> pages;  // web pages around articles; perhaps none

  std::filesystem::path folder;        // for files that benchmarks make
  std::filesystem::path news_file;     // `news` as JSON Lines
  std::filesystem::path article_file;  // one article as plain text
  std::filesystem::path page_folder;   // the pages, a file each
};

// Writes articles for each member, in the words of the shipped model, and the files into `folder`.
Inputs written_inputs(const std::filesystem::path& folder);

// Takes the articles of `file` for each member, and the first of them for the plain text. There are no pages.
Result<Inputs> inputs_from(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace nutgraf::bench
