#include <algorithm>
#include <optional>

#include "compare/differing.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t kReach = 5;  // words behind a negation among which is the verb that it is about
constexpr std::uint32_t kNext = 2;   // likewise, if there is no verb
constexpr float kSameFact = 0.6F;
constexpr double kAllWords = 0.8;   // likewise, where it can't be told what is negated
constexpr double kSameWords = 0.6;  // share of either clause's words that both have

// The word that is negated: the next verb with a topic behind the negation, else the next such word; both near it.
std::optional<std::uint32_t> negated_word(const ReadReport& report, const ReportClause& clause) {
  const std::shared_ptr<const Language> language = Language::find(report.document->language);
  std::uint32_t negation = clause.first_word;
  while (negation < clause.last_word && (report.words[negation].entry->kinds & kNegationWord) == 0) ++negation;
  std::optional<std::uint32_t> first;
  for (std::uint32_t i = negation + 1; i < std::min(clause.last_word, negation + kReach); ++i) {
    if (report.behind(i - 1).find_first_of(",;:") != std::string_view::npos) break;
    if (report.words[i].weight <= 0) continue;
    if (is_verb(*language, report, i)) return i;
    if (!first && i <= negation + kNext) first = i;
  }
  return first;
}

std::size_t count_word(const ReadReport& report, const ReportClause& clause, std::uint64_t key) {
  std::size_t count = 0;
  for (std::uint32_t i = clause.first_word; i < clause.last_word; ++i)
    count += report.words[i].weight > 0 && key_of(report.words[i]) == key ? 1 : 0;
  return count;
}

// Whether what the one negates is in the other, and nowhere else in its own clause: there it is not negated.
bool negates(const ReadReport& report, const ReportClause& clause, const ReadReport& other, const ReportClause& same) {
  const std::optional<std::uint32_t> word = negated_word(report, clause);
  if (!word) return false;
  const std::uint64_t key = key_of(report.words[*word]);
  return count_word(report, clause, key) == 1 && count_word(other, same, key) == 1;
}

DifferingPart part(const ReadReport& report, std::uint32_t clause) {
  return {.clause = clause, .begin = report.clauses[clause].begin, .end = report.clauses[clause].end};
}

}  // namespace

void find_differing_statements(const ReadReport& a, const ReadReport& b, const Alignment& alignment,
                               std::vector<FoundDifference>& differences) {
  for (const Link& link : alignment.links) {
    const ReportClause& left = a.clauses[link.a];
    const ReportClause& right = b.clauses[link.b];
    // Two negations may be about two things, or none.
    if (link.score < kSameFact || left.negations + right.negations != 1) continue;
    const PairFeatures features = pair_features(a, link.a, b, link.b);
    if (features.containing < kSameWords || features.numbers < 1) continue;
    const bool negated = left.negations == 1 ? negates(a, left, b, right) : negates(b, right, a, left);
    if (!negated && features.containing < kAllWords) continue;
    differences.push_back(
        {.kind = DifferenceKind::kStatement, .a = part(a, link.a), .b = part(b, link.b), .score = link.score});
  }
}

}  // namespace nutgraf
