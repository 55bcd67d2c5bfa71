// The part of an article that would do best as its title.
//
// Candidates are the beginnings of the report's first sentences up to the borders of their clauses (clause.h), and,
// where a sentence opens with when or where, what follows that. The best one says most of what the article is about:
// the sum, over its distinct words, of the words' weights in all sentences of the report, earlier ones counting more;
// times how early its own sentence stands, and how well it can end where it does.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "nutgraf/document.h"
#include "nutgraf/summarize.h"
#include "summarize/clause.h"

namespace nutgraf {

class HeadlineFinder {
 public:
  // Nothing only where the article has no word.
  std::optional<Headline> find(const Document& document, const HeadlineOptions& options);

 private:
  struct Part {
    std::size_t sentence = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    double value = 0;
    bool truncated = false;
  };

  void weigh_terms(const Document& document);
  void add_parts(const Document& document, std::size_t sentence, double weight, const HeadlineOptions& options);
  void add_parts_from(const Document& document, Part part, std::span<const Border> borders, double weight,
                      const HeadlineOptions& options);
  void add_part(const Document& document, Part part, double weight, const HeadlineOptions& options);
  double says(const Document& document, const Sentence& sentence, std::size_t begin, std::size_t end);

  ClauseReader clauses_;
  std::vector<std::size_t> sentences_;  // of the report
  std::vector<double> about_;           // of each term
  std::vector<std::size_t> seen_;       // of each term: the part that was counted last
  std::size_t part_ = 0;
  Part best_;
};

}  // namespace nutgraf
