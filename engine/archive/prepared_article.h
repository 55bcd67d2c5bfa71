// What is stored of an article that does not depend on the archive it is put into; and an article from what is stored.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "nutgraf/analyse.h"
#include "nutgraf/article.h"
#include "nutgraf/copies.h"
#include "similarity/profile.h"

namespace nutgraf {

struct PreparedArticle {
  std::string json;          // as the readers take it
  std::string compressed;    // the same
  std::string copy_profile;  // bytes
  Profile profile;           // not weighed
};

// Not thread-safe: one per thread.
class ArticlePreparer {
 public:
  explicit ArticlePreparer(const AnalyseOptions& options);

  void prepare(const Article& article, PreparedArticle& prepared);

 private:
  Analyser analyser_;
  Profiler profiler_;
  CopyProfiler copy_profiler_;
  Document document_;
};

// PreparedArticle::json again; nothing if the bytes are damaged.
std::optional<std::string> decompress_json(std::span<const std::byte> compressed);
std::optional<Article> parse_article(std::span<const std::byte> compressed);

// What to say then.
Error damaged_article();

}  // namespace nutgraf
