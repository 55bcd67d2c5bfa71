#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/pair_score.h"
#include "evaluate/rows.h"
#include "nutgraf/analyse.h"
#include "nutgraf/evaluate.h"

namespace nutgraf {
namespace {

// Pairs with their scores, and whether they are right.
struct Judged {
  double score = 0;
  bool right = false;
};

struct Counts {
  double found = 0;
  double right = 0;
  double wanted = 0;

  [[nodiscard]] double precision() const { return found > 0 ? right / found : 1; }
  [[nodiscard]] double recall() const { return wanted > 0 ? right / wanted : 1; }
  [[nodiscard]] double f1() const { return found + wanted > 0 ? 2 * right / (found + wanted) : 0; }
};

Counts count(const std::vector<Judged>& pairs, double threshold) {
  Counts counts;
  for (const Judged& pair : pairs) {
    const bool found = pair.score >= threshold;
    counts.found += found ? 1 : 0;
    counts.right += found && pair.right ? 1 : 0;
    counts.wanted += pair.right ? 1 : 0;
  }
  return counts;
}

// The score from which on pairs are best taken for right.
double best_threshold(std::vector<Judged> pairs) {
  std::ranges::sort(pairs, std::ranges::greater{}, &Judged::score);
  const auto wanted = static_cast<double>(std::ranges::count(pairs, true, &Judged::right));
  double best = -1;
  double threshold = 0;
  double right = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    right += pairs[i].right ? 1 : 0;
    if (i + 1 < pairs.size() && pairs[i + 1].score == pairs[i].score) continue;
    const double f1 = 2 * right / (static_cast<double>(i + 1) + wanted);
    if (f1 > best) threshold = pairs[i].score;
    best = std::max(best, f1);
  }
  return threshold;
}

// How often a right pair scores higher than a wrong one; the same score counts half.
double area_under_curve(std::vector<Judged> pairs) {
  std::ranges::sort(pairs, {}, &Judged::score);
  double below = 0;  // wrong pairs that score less
  double won = 0;
  double right = 0;
  for (std::size_t i = 0; i < pairs.size();) {
    double right_here = 0;
    double wrong_here = 0;
    const double score = pairs[i].score;
    for (; i < pairs.size() && pairs[i].score == score; ++i) ++(pairs[i].right ? right_here : wrong_here);
    won += right_here * (below + wrong_here / 2);
    below += wrong_here;
    right += right_here;
  }
  return right > 0 && below > 0 ? won / (right * below) : 0.5;
}

class Measurement {
 public:
  explicit Measurement(const AlignmentOptions& options)
      : language_(options.language), analyser_({.model = options.model}), reader_(options.model) {}

  void add(std::string_view a, std::string_view b, bool right) {
    const PairFeatures features = score(a, b);
    aligned_.push_back({.score = pair_score(features), .right = right});
    sparse_.push_back({.score = features.sparse, .right = right});
  }

  // Rows in turn: those that the threshold is set on, and those that are judged with it.
  [[nodiscard]] std::vector<Metric> paraphrases() const {
    std::vector<Metric> metrics;
    for (const auto& [name, pairs] : columns()) {
      std::vector<Judged> set;
      std::vector<Judged> judged;
      for (std::size_t i = 0; i < pairs->size(); ++i) (i % 2 == 0 ? set : judged).push_back((*pairs)[i]);
      add_metrics(name, judged, best_threshold(set), metrics);
    }
    metrics.push_back({.name = "pairs", .value = std::floor(static_cast<double>(aligned_.size()) / 2), .count = true});
    return metrics;
  }

  [[nodiscard]] std::vector<Metric> best() const {
    std::vector<Metric> metrics;
    for (const auto& [name, pairs] : columns()) add_metrics(name, *pairs, best_threshold(*pairs), metrics);
    metrics.push_back({.name = "pairs", .value = static_cast<double>(aligned_.size()), .count = true});
    return metrics;
  }

  [[nodiscard]] bool empty() const { return aligned_.empty(); }

 private:
  [[nodiscard]] std::vector<std::pair<std::string_view, const std::vector<Judged>*>> columns() const {
    return {{"aligned", &aligned_}, {"sparse", &sparse_}};
  }

  static void add_metrics(std::string_view of, const std::vector<Judged>& pairs, double threshold,
                          std::vector<Metric>& metrics) {
    const Counts counts = count(pairs, threshold);
    metrics.push_back({.name = "precision", .value = counts.precision(), .of = of});
    metrics.push_back({.name = "recall", .value = counts.recall(), .of = of});
    metrics.push_back({.name = "f1", .value = counts.f1(), .of = of});
    metrics.push_back({.name = "auc", .value = area_under_curve(pairs), .of = of});
  }

  // Each text as one clause, whatever it is.
  PairFeatures score(std::string_view a, std::string_view b) {
    read(a, article_a_, document_a_, report_a_);
    read(b, article_b_, document_b_, report_b_);
    if (report_a_.clauses.empty() || report_b_.clauses.empty()) return {};
    return pair_features(report_a_, 0, report_b_, 0);
  }

  void read(std::string_view text, Article& article, Document& document, Report& report) {
    article.text = text;
    article.language = language_;
    article.sentences = {{.begin = 0, .end = text.size()}};
    analyser_.analyse(article, document);
    reader_.read(document, /*whole=*/true, report);
  }

  std::string language_;
  Analyser analyser_;
  ReportReader reader_;
  Article article_a_;
  Article article_b_;
  Document document_a_;
  Document document_b_;
  Report report_a_;
  Report report_b_;
  std::vector<Judged> aligned_;
  std::vector<Judged> sparse_;
};

// The two sides of the rows of one topic, each once in order of appearance, and which of them belong together.
struct Topic {
  std::vector<std::string> summaries;
  std::vector<std::string> spans;
  std::vector<std::pair<std::size_t, std::size_t>> aligned;
};

std::size_t number_of(std::vector<std::string>& texts, std::string_view text) {
  const auto found = std::ranges::find(texts, text);
  if (found == texts.end()) texts.emplace_back(text);
  return static_cast<std::size_t>(std::ranges::find(texts, text) - texts.begin());
}

}  // namespace

Result<Score> evaluate_alignment(const std::string& file, const AlignmentOptions& options, const ReportRow& report) {
  Measurement measurement(options);
  std::map<std::string, Topic, std::less<>> topics;
  const Result<void> read =
      for_each_row(file, report, [&](const RowReader& rows, simdjson::dom::element row) -> Result<void> {
        std::string_view a;
        std::string_view b;
        std::int64_t label = 0;
        std::string_view topic;
        if (!row["s1"].get(a) && !row["s2"].get(b) && !row["label"].get(label)) {
          measurement.add(a, b, label != 0);
        } else if (!row["summarySpanText"].get(a) && !row["docSpanText"].get(b) && !row["topic"].get(topic)) {
          Topic& all = topics[std::string(topic)];
          const std::size_t summary = number_of(all.summaries, a);
          all.aligned.emplace_back(summary, number_of(all.spans, b));
        } else {
          return std::unexpected(
              rows.bad_row("needs strings \"s1\" and \"s2\" and a number \"label\", or \"summarySpanText\", "
                           "\"docSpanText\" and \"topic\""));
        }
        return {};
      });
  if (!read) return std::unexpected(read.error());
  const bool paraphrases = !measurement.empty();
  for (const auto& [name, topic] : topics) {
    for (std::size_t i = 0; i < topic.summaries.size() && !paraphrases; ++i)
      for (std::size_t j = 0; j < topic.spans.size(); ++j)
        measurement.add(topic.summaries[i], topic.spans[j],
                        std::ranges::find(topic.aligned, std::pair(i, j)) != topic.aligned.end());
  }
  return Score{.task = "align", .file = file, .metrics = paraphrases ? measurement.paraphrases() : measurement.best()};
}

}  // namespace nutgraf
