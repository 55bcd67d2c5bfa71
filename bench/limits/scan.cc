// Looking at every byte: of JSON, and of text.
#include <simdjson.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "limits/limit.h"
#include "limits/widest.h"
#include "measure/article_writer.h"
#include "nutgraf/render.h"

namespace nutgraf::bench {
namespace {

constexpr std::size_t kArticleWords = 776;

// Of ASCII what is a letter or digit, and what may end a sentence: a bit each, a byte for each byte.
NUTGRAF_WIDEST void classify(std::span<const char> text, std::uint8_t* classes) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<std::uint8_t>(text[i]);
    const int letter = static_cast<std::uint8_t>((c | 0x20) - 'a') < 26 ? 1 : 0;
    const int digit = static_cast<std::uint8_t>(c - '0') < 10 ? 2 : 0;
    const int stop = c == '.' ? 4 : 0;
    const int mark = c == '!' ? 8 : 0;
    const int question = c == '?' ? 16 : 0;
    const int line_break = c == '\n' ? 32 : 0;
    classes[i] = static_cast<std::uint8_t>(letter | digit | stop | mark | question | line_break);
  }
}

}  // namespace

// simdjson's first stage is the fastest scan of JSON that is known. An article of usual length at a time, which its
// first use brings into the nearest cache.
std::vector<Limit> scan_limits() {
  const Article article = ArticleWriter(Script::kLatin, /*seed=*/1).write(kArticleWords);
  std::string line;
  render_json(article, line);
  auto json = std::make_shared<const std::string>(std::move(line));
  auto parser = std::make_shared<simdjson::dom::parser>();
  auto text = std::make_shared<const std::string>(article.text);
  auto classes = std::make_shared<std::vector<std::uint8_t>>(text->size());
  return {
      {.operation = Operation::kParseByte,
       .name = "JSON scanned",
       .unit = "GB/s",
       .measure =
           [json, parser] {
             if (parser->allocate(json->size()) != simdjson::SUCCESS) return 0.0;
             const auto* bytes = reinterpret_cast<const std::uint8_t*>(json->data());
             return seconds_an_operation(json->size(), [&] {
               use(parser->implementation->stage1(bytes, json->size(), simdjson::stage1_mode::regular));
             });
           }},
      {.operation = Operation::kClassifyByte,
       .name = "bytes classified",
       .unit = "GB/s",
       .measure =
           [text, classes] {
             return seconds_an_operation(text->size(), [&] {
               classify(*text, classes->data());
               use(classes->data());
             });
           }},
  };
}

}  // namespace nutgraf::bench
