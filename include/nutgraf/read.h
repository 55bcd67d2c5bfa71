// Reading: files, folders or standard input -> Articles, one at a time.
//
//   nutgraf::ArticleReader reader({"news.jsonl.gz", "pages/"});
//   nutgraf::Article article;
//   for (;;) {
//     nutgraf::Result<bool> more = reader.next(article);
//     if (!more) { report(more.error()); continue; }  // one bad article; the rest goes on
//     if (!*more) break;                              // no more input
//     use(article);
//   }
//
// The format is told from the content, never from the name:
//   plain text   one article a file
//   HTML         one article a page: metadata and main text
//   JSON         one object, an array of objects, or an object with an "articles" array
//   JSON Lines   one object a line, read as a stream: memory does not grow with the file
// .gz and .zst are opened as they are. Text may be UTF-8 (with or without a byte order mark), UTF-16, the charset that
// a page names, or a legacy 8-bit charset; what can't be decoded becomes U+FFFD and is counted in Article::replaced.
//
// Text that is split into sentences already is taken as it is: a JSON field "sentences" that is an array of strings
// (and no other field with text), or a sentence a line with ReadOptions::pre_split.
//
// JSON fields are those of Article; common other spellings ("body", "headline", "source", "date", "lang" ...) are
// accepted and unknown fields are kept in Article::extra.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/article.h"
#include "nutgraf/error.h"

namespace nutgraf {

enum class Format { kDetect, kText, kHtml, kJson, kJsonLines };

struct ReadOptions {
  Format format = Format::kDetect;             // kDetect: told from the content
  bool pre_split = false;                      // every line of a text is a sentence; blank lines part paragraphs
  bool titles = false;                         // an article in JSON that has only a title is read with it for its text
  std::size_t max_article_bytes = 256u << 20;  // larger files (JSON Lines: lines) are refused, so that memory is
                                               // bounded; counted decompressed, at most 1 GiB
};

// Reads every article of a list of inputs. Inputs are files, folders (every regular file below, hidden ones left out)
// or "-" for standard input. They are read in the byte order of their paths, whatever order they are given in, and one
// given twice is read once, so that the same files always give the same output. Links to folders are followed only when
// they are inputs themselves.
//
// Not thread-safe: one thread at a time.
class ArticleReader {
 public:
  explicit ArticleReader(const std::vector<std::string>& inputs, const ReadOptions& options = {});
  ArticleReader(ArticleReader&&) noexcept;
  ArticleReader& operator=(ArticleReader&&) noexcept;
  ~ArticleReader();

  // Fills `article` (reusing its memory) and returns true; returns false when the input is at its end. An Error means
  // that one article or one file could not be read: the next call goes on after it.
  Result<bool> next(Article& article);

  // The same for programs with several threads, where one reads and all find the articles of web pages, which takes
  // longer:
  //
  //   Result<bool> more = reader.next(article, page);
  //   ...
  //   if (!page.empty()) done = find_article(page, article, options);  // on any thread
  //
  // Of a web page `article` has no more than its id yet; `page` holds it, as UTF-8, and is empty for all others.
  Result<bool> next(Article& article, std::string& page);

  // Of the inputs, unpacked, up to the end of the last article.
  [[nodiscard]] std::size_t bytes() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Finds the metadata and the main text of a page that ArticleReader::next gave, with its article. `options` are the
// reader's. Any number of threads at a time.
Result<void> find_article(std::string_view page, Article& article, const ReadOptions& options = {});

// Reads all the articles in `bytes`, a whole file's content as above. `name` stands for the file in ids and errors.
// Stops at the first error.
Result<std::vector<Article>> read_articles(std::string_view bytes, std::string_view name,
                                           const ReadOptions& options = {});

}  // namespace nutgraf
