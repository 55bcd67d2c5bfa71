#include "archive/prepared_article.h"

#include <zstd.h>

#include <string_view>
#include <utility>
#include <vector>

#include "archive/profile_bytes.h"
#include "nutgraf/read.h"
#include "nutgraf/render.h"

namespace nutgraf {
namespace {

constexpr int kCompression = 3;
constexpr std::size_t kMostBytes = std::size_t{1} << 30U;

std::string compress(std::string_view text) {
  std::string compressed(ZSTD_compressBound(text.size()), '\0');
  compressed.resize(ZSTD_compress(compressed.data(), compressed.size(), text.data(), text.size(), kCompression));
  return compressed;
}

AnalyseOptions without_vectors(AnalyseOptions options) {
  options.model = nullptr;
  return options;
}

}  // namespace

ArticlePreparer::ArticlePreparer(const AnalyseOptions& options)
    : analyser_(without_vectors(options)), profiler_(options.model) {}

void ArticlePreparer::prepare(const Article& article, PreparedArticle& prepared) {
  prepared.json.clear();
  render_json(article, prepared.json);
  prepared.compressed = compress(prepared.json);
  analyser_.analyse(article, document_);
  profiler_.profile(document_, prepared.profile);
  prepared.copy_profile.clear();
  append_bytes(copy_profiler_.profile(document_), prepared.copy_profile);
}

std::optional<std::string> decompress_json(std::span<const std::byte> compressed) {
  const unsigned long long size = ZSTD_getFrameContentSize(compressed.data(), compressed.size());
  if (size > kMostBytes) return std::nullopt;  // or not known
  std::string json(size, '\0');
  if (ZSTD_decompress(json.data(), json.size(), compressed.data(), compressed.size()) != size) return std::nullopt;
  return json;
}

std::optional<Article> parse_article(std::span<const std::byte> compressed) {
  const std::optional<std::string> json = decompress_json(compressed);
  if (!json) return std::nullopt;
  Result<std::vector<Article>> articles =
      read_articles(*json, "", {.format = Format::kJsonLines, .max_article_bytes = kMostBytes});
  if (!articles || articles->size() != 1) return std::nullopt;
  return std::move(articles->front());
}

Error damaged_article() {
  return {.code = ErrorCode::kMalformed,
          .message =
              "is damaged (an article in it can't be read); restore it from a copy, or add its articles to a new "
              "archive"};
}

}  // namespace nutgraf
