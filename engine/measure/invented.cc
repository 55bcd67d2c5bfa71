#include "measure/article_writer.h"
#include "nutgraf/measure.h"
#include "nutgraf/render.h"

namespace nutgraf {

std::string write_invented(std::size_t articles, std::size_t words, std::uint64_t seed, const Model* model) {
  ArticleWriter writer(Script::kLatin, seed, model);
  std::string lines;
  for (std::size_t i = 0; i < articles; ++i) render_json(writer.write(words), lines);
  return lines;
}

}  // namespace nutgraf
