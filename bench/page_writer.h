// Writes web pages around articles: with the parts that news sites have, and of their size.
//
//   PageWriter writer(/*seed=*/1);
//   std::string page = writer.write(article);
//
// About 100 kB, as the median of 990 pages of news sites: a tenth of it text to read, a quarter scripts, a sixth
// styles, the rest markup. Metadata is in the head, as Open Graph and JSON-LD; around the article are a menu, share
// buttons, links to other stories, comments and a footer.
#pragma once

#include <cstdint>
#include <string>

#include "measure/article_writer.h"
#include "measure/random.h"
#include "nutgraf/article.h"

namespace nutgraf::bench {

class PageWriter {
 public:
  explicit PageWriter(std::uint64_t seed) : random_(seed), others_(Script::kLatin, seed) {}

  std::string write(const Article& article);

 private:
  void add_head(const Article& article, std::string& page);
  void add_script(std::size_t bytes, std::string& page);
  void add_style(std::size_t bytes, std::string& page);
  void add_menu(std::size_t links, std::string& page);
  void add_teasers(std::size_t count, std::string& page);
  void add_text(const Article& article, std::string& page);
  void add_comments(std::size_t count, std::string& page);
  std::string attributes(std::string_view name);

  Random random_;
  ArticleWriter others_;  // of titles and comments
};

}  // namespace nutgraf::bench
