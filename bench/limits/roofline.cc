#include "limits/roofline.h"

#include <numeric>
#include <utility>

namespace nutgraf::bench {

std::vector<Step> steps_of(const Work& work) {
  const auto step = [&](std::string name, std::size_t count, Operation operation) {
    return Step{.name = std::move(name),
                .count = static_cast<double>(count) / static_cast<double>(work.articles),
                .operation = operation};
  };
  return {
      step("bytes of JSON read", work.json_bytes, Operation::kReadByte),
      step("bytes of JSON scanned", work.json_bytes, Operation::kParseByte),
      step("bytes of text scanned", work.text_bytes, Operation::kClassifyByte),
      step("words hashed", work.tokens, Operation::kHashWord),
      step("words told apart", work.tokens, Operation::kFindInArticle),
      step("distinct words told apart by stem", work.distinct_words, Operation::kFindInArticle),
      step("distinct words found", work.distinct_words, Operation::kFindInVocabulary),
      step("terms found", work.terms, Operation::kFindInVocabulary),
      step("vectors of words summed", work.rows, Operation::kMultiplyRow),
      step("n-grams of unseen words found", work.ngrams, Operation::kFindInVocabulary),
      step("vectors of n-grams summed", work.ngram_rows, Operation::kMultiplyRow),
      step("vectors of unseen words summed", work.unseen, Operation::kMultiplyRow),
      step("multiply-adds of sentence vectors", work.multiply_adds, Operation::kMultiplyAdd),
      step("multiply-adds of the scorer", work.scorer, Operation::kMultiplyAdd),
      step("logarithms and exponentials", work.exponentials, Operation::kExponential),
      step("bytes of records written", work.output_bytes, Operation::kCopyByte),
  };
}

double sum_of(const std::vector<Step>& steps, const Costs& costs) {
  return std::accumulate(steps.begin(), steps.end(), 0.0,
                         [&](double sum, const Step& step) { return sum + step.seconds(costs); });
}

}  // namespace nutgraf::bench
