// Invented reports of one event for the tests of summaries of several.
#pragma once

#include <string>
#include <vector>

#include "nutgraf/analyse.h"
#include "nutgraf/article.h"
#include "nutgraf/document.h"
#include "nutgraf/summarize.h"

namespace nutgraf {

// Keeps the articles that its documents point into.
struct Reports {
  explicit Reports(std::vector<Article> reports) : articles(std::move(reports)) {
    Analyser analyser;
    for (const Article& article : articles) documents.push_back(analyser.analyse(article));
  }
  Reports(const Reports&) = delete;
  Reports& operator=(const Reports&) = delete;

  [[nodiscard]] std::string text(const MultiSummarySentence& s) const {
    return articles[s.document].text.substr(s.begin, s.end - s.begin);
  }

  [[nodiscard]] std::vector<std::string> summary(const SummaryOptions& options) const {
    std::vector<std::string> sentences;
    for (const MultiSummarySentence& s : MultiSummarizer(options).summarize(documents).sentences)
      sentences.push_back(text(s));
    return sentences;
  }

  std::vector<Article> articles;
  std::vector<Document> documents;
};

// Nothing in them is said twice in the same words.
inline std::vector<Article> flood_reports() {
  return {
      {.id = "flood-1",
       .text = "The river Tarn burst its banks at Marrow on Friday night and flooded the old town. Firefighters took "
               "forty people out of their houses by boat.\n\n"
               "They spent the night in the school of Upper Marrow. Mayor Ida Lorn asked the army for sandbags.",
       .outlet = "Marrow Herald",
       .published = "2026-04-03T23:10:00Z",
       .language = "en"},
      {.id = "flood-2",
       .text = "Floods have reached the old town of Marrow, where the Tarn rose four metres within a day. Rail service "
               "between Veld and Orrin is suspended until Monday.\n\n"
               "Meteorologist Pia Stroud expects more rain at the weekend. It will fall as snow above the tree line.",
       .outlet = "Veld Courier",
       .published = "2026-04-04T07:00:00Z",
       .language = "en"},
      {.id = "flood-3",
       .text = "By Saturday the old town of Marrow stood knee-deep in water. Shops "
               "on Chandler Street lost their whole stock.\n\n"
               "An insurer puts the damage at nine million crowns. Volunteers from Sule brought soup and blankets.",
       .outlet = "Orrin Gazette",
       .published = "2026-04-04T15:30:00Z",
       .language = "en"},
  };
}

}  // namespace nutgraf
