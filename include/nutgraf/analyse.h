// Analysing: Article -> Document. See document.h for what comes out.
//
//   nutgraf::Analyser analyser;
//   nutgraf::Document document;
//   while (next(article)) {
//     analyser.analyse(article, document);  // reuses document's memory
//     use(document);
//   }
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "nutgraf/article.h"
#include "nutgraf/document.h"
#include "nutgraf/model.h"

namespace nutgraf {

struct AnalyseOptions {
  std::string language;                    // BCP 47, for every article; empty: the article's own, else detected
  std::vector<std::string> abbreviations;  // further abbreviations for the Segmenter, each with its stop
  std::shared_ptr<const Model> model;      // for Document's vectors; none: it has none
};

// Analyses articles. Keeps a cache of stems and scratch memory between calls; the result does not depend on either.
// Linear in the size of the article. Not thread-safe: one per thread.
class Analyser {
 public:
  explicit Analyser(const AnalyseOptions& options = {});
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;
  ~Analyser();

  // `article.text` must be valid UTF-8 of less than 4 GiB (the readers see to both).
  void analyse(const Article& article, Document& document);
  [[nodiscard]] Document analyse(const Article& article);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nutgraf
