#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "evaluate/bootstrap.h"
#include "evaluate/lead.h"
#include "evaluate/rouge.h"
#include "evaluate/rows.h"
#include "nutgraf/analyse.h"
#include "nutgraf/evaluate.h"
#include "nutgraf/summarize.h"
#include "read/decode.h"

namespace nutgraf {
namespace {

constexpr std::size_t kDefaultSentences = 3;

// Of a metric: precision, recall, F1.
constexpr std::array<std::string_view, 3> kMeasures = {"precision", "recall", "f1"};

// Whose they are: the summary's, the lead's, and by how much the summary's is higher.
constexpr std::size_t kSides = 3;
constexpr std::array<std::array<std::string_view, kRougeMetrics>, kSides> kNames = {
    {{"rouge1", "rouge2", "rougeL", "rougeLsum", "rougeSU4"},
     {"lead_rouge1", "lead_rouge2", "lead_rougeL", "lead_rougeLsum", "lead_rougeSU4"},
     {"gain_rouge1", "gain_rouge2", "gain_rougeL", "gain_rougeLsum", "gain_rougeSU4"}}};

constexpr std::size_t kSideValues = kRougeMetrics * kMeasures.size();
constexpr std::size_t kRowValues = kSides * kSideValues;

// {"title":"...","text":"..."}, if it has a text.
void add_article(simdjson::dom::element json, std::string_view language, std::vector<Article>& articles) {
  std::string_view title;
  std::string_view text;
  if (json["text"].get(text) || text.empty()) return;
  std::ignore = json["title"].get(title);
  Article& article = articles.emplace_back();
  article.title = title;
  article.text = text;
  article.language = language;
  replace_nuls(article.title);
  replace_nuls(article.text);
}

// The row itself, or its "docs".
std::vector<Article> articles_of(simdjson::dom::element row, std::string_view language) {
  std::vector<Article> articles;
  simdjson::dom::array docs;
  if (row["docs"].get(docs)) {
    add_article(row, language, articles);
  } else {
    for (const simdjson::dom::element doc : docs) add_article(doc, language, articles);
  }
  return articles;
}

bool get_references(simdjson::dom::element row, std::vector<std::string_view>& references) {
  if (get_strings(row, "summaries", references)) return !references.empty();
  references.resize(1);
  return !row["summary"].get(references[0]);
}

class RougeEvaluation {
 public:
  explicit RougeEvaluation(const RougeOptions& options)
      : references_(options.references),
        analyser_({.language = options.language, .model = options.model}),
        summarizer_({.sentences = options.sentences, .words = options.words, .model = options.model}),
        multi_summarizer_({.sentences = options.sentences, .words = options.words, .model = options.model}),
        tokenizer_(options.tokens, options.stem) {
    if (options.sentences > 0) budget_.sentences = options.sentences;
    if (options.words > 0) budget_.words = options.words;
    if (options.sentences == 0 && options.words == 0) budget_.sentences = kDefaultSentences;
  }

  Result<void> add(const RowReader& rows, simdjson::dom::element row) {
    std::string_view language;
    std::vector<std::string_view> references;
    std::ignore = row["lang"].get(language);
    const std::vector<Article> articles = articles_of(row, language);
    if (articles.empty() || !get_references(row, references)) {
      return std::unexpected(
          rows.bad_row("needs a \"text\", or \"docs\" that have one, and a string \"summary\" or an array of strings "
                       "\"summaries\""));
    }
    std::vector<Document> documents;
    documents.reserve(articles.size());
    for (const Article& article : articles) documents.push_back(analyser_.analyse(article));
    const std::string_view known_language = documents[0].language;
    std::vector<RougeText> gold;
    for (const std::string_view reference : references) {
      gold.push_back(tokenizer_.tokenize(reference, known_language));
      if (gold.back().tokens.empty()) return std::unexpected(rows.bad_row("has a reference summary without a word"));
    }
    const bool several = row["docs"].error() == simdjson::SUCCESS;
    const std::string summary = several ? summarize(documents) : summarize(documents[0]);
    if (summary.empty()) return std::unexpected(rows.bad_row("has no sentence to summarize"));
    const RougeText ours = tokenizer_.tokenize(summary, known_language);
    const RougeText lead_text = tokenizer_.tokenize(lead(documents, budget_), known_language);
    const std::size_t longer = std::max(ours.tokens.size(), lead_text.tokens.size());
    for (const RougeText& reference : gold) {
      if (longer > kMaxRougeProduct / reference.tokens.size()) {
        return std::unexpected(
            rows.bad_row(fmt::format("is too long to compare: {} words with {}", longer, reference.tokens.size())));
      }
    }
    add(rouge(ours, gold, references_), rouge(lead_text, gold, references_));
    return {};
  }

  [[nodiscard]] std::vector<Metric> metrics() const {
    const std::size_t rows = values_.size() / kRowValues;
    const std::vector<Interval> intervals = bootstrap_means(values_, kRowValues);
    std::vector<Metric> metrics;
    for (std::size_t value = 0; value < kRowValues; ++value) {
      double sum = 0;
      for (std::size_t row = 0; row < rows; ++row) sum += values_[row * kRowValues + value];
      metrics.push_back({.name = kMeasures[value % kMeasures.size()],
                         .value = sum / static_cast<double>(rows),
                         .of = kNames[value / kSideValues][value % kSideValues / kMeasures.size()],
                         .interval = intervals[value]});
    }
    metrics.push_back({.name = "summaries", .value = static_cast<double>(rows), .count = true});
    return metrics;
  }

 private:
  std::string summarize(const Document& document) {
    std::string lines;
    std::string readable;
    for (const SummarySentence& sentence : summarizer_.summarize(document).sentences)
      append_line(document.readable(sentence.begin, sentence.end, readable), lines);
    return lines;
  }

  std::string summarize(std::span<const Document> documents) {
    std::string lines;
    std::string readable;
    for (const MultiSummarySentence& sentence : multi_summarizer_.summarize(documents).sentences)
      append_line(documents[sentence.document].readable(sentence.begin, sentence.end, readable), lines);
    return lines;
  }

  void add(const RougeScores& summary, const RougeScores& lead) {
    for (const RougeScores* const scores : {&summary, &lead})
      for (const Overlap& overlap : *scores)
        values_.insert(values_.end(), {overlap.precision(), overlap.recall(), overlap.f1()});
    for (std::size_t i = 0; i < kSideValues; ++i) {
      const std::size_t ours = values_.size() - 2 * kSideValues;
      values_.push_back(values_[ours] - values_[ours + kSideValues]);
    }
  }

  RougeReferences references_;
  Analyser analyser_;
  Summarizer summarizer_;
  MultiSummarizer multi_summarizer_;
  RougeTokenizer tokenizer_;
  LeadBudget budget_;
  std::vector<double> values_;  // kRowValues a row, in the order of kNames
};

}  // namespace

Result<Score> evaluate_rouge(const std::string& file, const RougeOptions& options, const ReportRow& report) {
  RougeEvaluation evaluation(options);
  const Result<void> read = for_each_row(
      file, report, [&](const RowReader& rows, simdjson::dom::element row) { return evaluation.add(rows, row); });
  if (!read) return std::unexpected(read.error());
  return Score{.task = "rouge", .file = file, .metrics = evaluation.metrics()};
}

}  // namespace nutgraf
