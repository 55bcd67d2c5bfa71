#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "evaluate/correlation.h"
#include "evaluate/rows.h"
#include "nutgraf/analyse.h"
#include "nutgraf/article.h"
#include "nutgraf/evaluate.h"
#include "similarity/similarity.h"
#include "text/language.h"

namespace nutgraf {
namespace {

struct Pair {
  Article a;
  Article b;
  TextLength length = TextLength::kSentence;
  double gold = 0;  // higher: more similar
};

std::string first_of(const std::string& first, const std::string& second) { return first.empty() ? second : first; }

Result<Pair> read_pair(const RowReader& rows, simdjson::dom::element row) {
  Pair pair;
  const std::string language = string_or_empty(row, "lang");
  pair.a.language = first_of(string_or_empty(row, "lang1"), language);
  pair.b.language = first_of(string_or_empty(row, "lang2"), language);
  double overall = 0;
  std::string_view a;
  std::string_view b;
  if (!row["s1"].get(a) && !row["s2"].get(b) && !row["score"].get(pair.gold)) {
    pair.length = TextLength::kSentence;
  } else if (!row["text1"].get(a) && !row["text2"].get(b) && !row["overall"].get(overall)) {
    pair.length = TextLength::kArticle;
    pair.gold = -overall;
    pair.a.title = string_or_empty(row, "title1");
    pair.b.title = string_or_empty(row, "title2");
  } else {
    return std::unexpected(rows.bad_row(
        "needs strings \"s1\" and \"s2\" and a number \"score\", or \"text1\", \"text2\" and \"overall\""));
  }
  pair.a.text = a;
  pair.b.text = b;
  return pair;
}

// One kind of similarity, and the gold of the same rows.
struct Column {
  std::vector<double> found;
  std::vector<double> gold;

  void add(double similarity, double gold_score) {
    found.push_back(similarity);
    gold.push_back(gold_score);
  }
};

class Measurement {
 public:
  explicit Measurement(const StsOptions& options)
      : language_(first_of(options.language, options.model ? options.model->info().language : std::string())),
        analyser_({.model = options.model}),
        measure_(options.model) {}

  void add(Pair& pair) {
    if (is_other_language(pair.a) || is_other_language(pair.b)) {
      ++left_out_;
      return;
    }
    analyser_.analyse(pair.a, a_);
    analyser_.analyse(pair.b, b_);
    const Similarity similarity = measure_(a_, b_, pair.length);
    if (similarity.dense) dense_.add(*similarity.dense, pair.gold);
    sparse_.add(similarity.sparse, pair.gold);
    combined_.add(similarity.combined, pair.gold);
  }

  [[nodiscard]] const std::string& language() const { return language_; }
  [[nodiscard]] std::size_t rows() const { return sparse_.found.size(); }

  [[nodiscard]] std::vector<Metric> metrics() const {
    return {{.name = "pearson", .value = pearson(dense_.found, dense_.gold), .of = "dense"},
            {.name = "spearman", .value = spearman(dense_.found, dense_.gold), .of = "dense"},
            {.name = "pearson", .value = pearson(sparse_.found, sparse_.gold), .of = "sparse"},
            {.name = "spearman", .value = spearman(sparse_.found, sparse_.gold), .of = "sparse"},
            {.name = "pearson", .value = pearson(combined_.found, combined_.gold), .of = "combined"},
            {.name = "spearman", .value = spearman(combined_.found, combined_.gold), .of = "combined"},
            {"rows_dense", static_cast<double>(dense_.found.size()), true},
            {"rows", static_cast<double>(rows()), true},
            {"left_out", static_cast<double>(left_out_), true}};
  }

 private:
  // Rows that do not name their language are taken to be in that of the others.
  bool is_other_language(Article& article) const {
    if (article.language.empty()) article.language = language_;
    return !language_.empty() && primary_subtag(article.language) != primary_subtag(language_);
  }

  std::string language_;
  Analyser analyser_;
  SimilarityMeasure measure_;
  Document a_;
  Document b_;
  Column dense_;
  Column sparse_;
  Column combined_;
  std::size_t left_out_ = 0;
};

}  // namespace

Result<Score> evaluate_sts(const std::string& file, const StsOptions& options, const ReportRow& report) {
  Measurement measurement(options);
  const Result<void> read =
      for_each_row(file, report, [&](const RowReader& rows, simdjson::dom::element row) -> Result<void> {
        Result<Pair> pair = read_pair(rows, row);
        if (!pair) return std::unexpected(std::move(pair.error()));
        measurement.add(*pair);
        return {};
      });
  if (!read) return std::unexpected(read.error());
  if (measurement.rows() == 0)
    return std::unexpected(
        Error{.code = ErrorCode::kEmpty,
              .message = fmt::format("no row in it is in '{}'; name another language to score", measurement.language()),
              .file = file});
  return Score{.task = "sts", .file = file, .metrics = measurement.metrics()};
}

}  // namespace nutgraf
