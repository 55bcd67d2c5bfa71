// Any bytes: reading them never crashes, and whatever comes out is valid UTF-8 without NULs. How much is read at a time
// does not matter.
#include <simdjson.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "nutgraf/read.h"
#include "read/article_source.h"
#include "read/byte_stream.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const nutgraf::Article& article) {
  for (const std::string* field : {&article.id, &article.title, &article.text, &article.outlet, &article.url,
                                   &article.published, &article.language, &article.extra}) {
    require(simdjson::validate_utf8(*field));
    require(field->find('\0') == std::string::npos);
  }
  require(!article.id.empty());
  require(!article.text.empty());
  simdjson::dom::parser parser;
  const simdjson::error_code error = parser.parse("{" + article.extra + "}").error();
  require(error == simdjson::SUCCESS || error == simdjson::NUMBER_ERROR);  // extra keeps numbers beyond 64 bits
}

std::string read_all(std::string_view bytes, const nutgraf::ReadOptions& options, std::size_t chunk_bytes) {
  nutgraf::ArticleSource source(options, chunk_bytes);
  source.open(nutgraf::open_memory(bytes), "input");
  std::string seen;
  for (;;) {
    nutgraf::Article article;
    const nutgraf::Result<bool> more = source.next(article);
    if (!more) {
      seen += to_string(more.error()) + '\n';
      continue;
    }
    if (!*more) return seen;
    check(article);
    seen += article.id + '\t' + article.title + '\t' + article.text + '\t' + article.extra + '\n';
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const nutgraf::ReadOptions options{.format = static_cast<nutgraf::Format>(data[0] % 5),
                                     .max_article_bytes = std::size_t{1} << 16};
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const std::string seen = read_all(bytes, options, 1 << 20);
  const std::string again = read_all(bytes, options, 7);
  // How far libzstd gets into damaged data depends on the room it is given.
  if (seen.find("is damaged") == std::string::npos) require(seen == again);
  return 0;
}
