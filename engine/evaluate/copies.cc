#include "nutgraf/copies.h"

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "evaluate/rows.h"
#include "nutgraf/analyse.h"
#include "nutgraf/article.h"
#include "nutgraf/evaluate.h"

namespace nutgraf {
namespace {

struct Judged {
  double likeness = 0;
  bool is_copy = false;
  bool found = false;
};

class Judge {
 public:
  explicit Judge(const CopyOptions& options) : options_(options) {}

  Judged operator()(const Article& a, const Article& b, std::string_view label) {
    const Fingerprint first = fingerprint(a);
    const Fingerprint second = fingerprint(b);
    return {.likeness = likeness(first, second), .is_copy = label == "copy", .found = is_copy(first, second, options_)};
  }

 private:
  // The containment; 0 if the two are no copies at any.
  [[nodiscard]] double likeness(const Fingerprint& a, const Fingerprint& b) const {
    CopyOptions options = options_;
    options.containment = std::numeric_limits<double>::min();
    return is_copy(a, b, options) ? shared_text(a, b).containment : 0;
  }

  Fingerprint fingerprint(const Article& article) {
    analyser_.analyse(article, document_);
    return profiler_.profile(document_).fingerprint;
  }

  CopyOptions options_;
  Analyser analyser_;
  CopyProfiler profiler_;
  Document document_;
};

Article article_of(simdjson::dom::element row, const std::string& number) {
  const std::string language = string_or_empty(row, "lang" + number);
  return {.title = string_or_empty(row, "title" + number),
          .text = string_or_empty(row, "text" + number),
          .language = language.empty() ? string_or_empty(row, "lang") : language};
}

double ratio(double part, double whole, double of_nothing) { return whole > 0 ? part / whole : of_nothing; }

// How often a copy is more alike than another pair; a tie counts half.
double area_under_curve(const std::vector<Judged>& pairs) {
  double wins = 0;
  double contests = 0;
  for (const Judged& copy : pairs) {
    if (!copy.is_copy) continue;
    for (const Judged& other : pairs) {
      if (other.is_copy) continue;
      contests += 1;
      wins += copy.likeness > other.likeness ? 1 : copy.likeness == other.likeness ? 0.5 : 0;
    }
  }
  return ratio(wins, contests, 1);
}

std::vector<Metric> metrics(const std::vector<Judged>& pairs) {
  double copies = 0;
  double found = 0;
  double right = 0;
  for (const Judged& pair : pairs) {
    copies += pair.is_copy ? 1 : 0;
    found += pair.found ? 1 : 0;
    right += pair.is_copy && pair.found ? 1 : 0;
  }
  return {{"precision", ratio(right, found, 1)},
          {"recall", ratio(right, copies, 1)},
          {"f1", ratio(2 * right, found + copies, 1)},
          {"auc", area_under_curve(pairs)},
          {"copies", copies, true},
          {"pairs", static_cast<double>(pairs.size()), true}};
}

}  // namespace

Result<Score> evaluate_copies(const std::string& file, const CopyOptions& options, const ReportRow& report) {
  Judge judge(options);
  std::vector<Judged> pairs;
  const Result<void> read =
      for_each_row(file, report, [&](const RowReader& rows, simdjson::dom::element row) -> Result<void> {
        std::string_view label;
        std::string_view text;
        if (row["label"].get(label) || row["text1"].get(text) || row["text2"].get(text))
          return std::unexpected(rows.bad_row("needs strings \"label\", \"text1\" and \"text2\""));
        pairs.push_back(judge(article_of(row, "1"), article_of(row, "2"), label));
        return {};
      });
  if (!read) return std::unexpected(read.error());
  return Score{.task = "copies", .file = file, .metrics = metrics(pairs)};
}

}  // namespace nutgraf
