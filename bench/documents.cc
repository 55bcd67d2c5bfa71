#include "documents.h"

#include <stdexcept>
#include <utility>

#include "nutgraf/analyse.h"

namespace nutgraf::bench {

std::shared_ptr<const Model> shipped_model() {
  Result<std::shared_ptr<const Model>> model = Model::open(NUTGRAF_SHIPPED_MODEL);
  if (!model) throw std::runtime_error(to_string(model.error()));
  return std::move(*model);
}

std::vector<Document> analyse_all(std::span<const Article> articles, std::shared_ptr<const Model> model) {
  Analyser analyser({.model = std::move(model)});
  std::vector<Document> documents;
  documents.reserve(articles.size());
  for (const Article& article : articles) documents.push_back(analyser.analyse(article));
  return documents;
}

}  // namespace nutgraf::bench
