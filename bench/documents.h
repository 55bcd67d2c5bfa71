// Articles, analysed for the benchmarks of what comes behind that.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "nutgraf/article.h"
#include "nutgraf/document.h"
#include "nutgraf/model.h"

namespace nutgraf::bench {

// The model that comes with nutgraf. Throws std::runtime_error if it cannot be opened.
std::shared_ptr<const Model> shipped_model();

// `articles` must outlive the documents, which have vectors if there is a model.
std::vector<Document> analyse_all(std::span<const Article> articles, std::shared_ptr<const Model> model = nullptr);

}  // namespace nutgraf::bench
