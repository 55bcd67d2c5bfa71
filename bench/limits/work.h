// What summarizing a file's articles takes at the least, counted by analysing them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>

#include "nutgraf/error.h"
#include "nutgraf/model.h"

namespace nutgraf::bench {

// Of all articles together.
struct Work {
  std::size_t articles = 0;
  std::size_t json_bytes = 0;    // of the file
  std::size_t text_bytes = 0;    // titles and texts
  std::size_t output_bytes = 0;  // of the records of the summaries

  std::size_t tokens = 0;
  std::size_t distinct_words = 0;  // of each article, case-folded
  std::size_t terms = 0;           // distinct stems that are no stop words, of each article
  std::size_t sentences = 0;       // titles too
  std::size_t scored = 0;          // sentences that may be in the summary

  std::size_t rows = 0;           // vectors of words that sentences are summed from
  std::size_t unseen = 0;         // words without a row, each time they come
  std::size_t ngrams = 0;         // of these words, each word once
  std::size_t ngram_rows = 0;     // of their n-grams those that the model has
  std::size_t multiply_adds = 0;  // of sentence vectors with others: see kProductsOfSentence
  std::size_t scorer = 0;         // multiply-adds of the scorer: its two perceptrons, and the projection of vectors
  std::size_t exponentials = 0;   // and logarithms
};

// Of the articles of `file` as `nutgraf summarize --json` takes them. Errors are those of reading.
Result<Work> count_work(const std::filesystem::path& file, const std::shared_ptr<const Model>& model);

}  // namespace nutgraf::bench
