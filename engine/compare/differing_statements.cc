#include <algorithm>
#include <optional>

#include "compare/differing.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t kReach = 5;  // words behind a negation among which is the verb that it is about
constexpr std::uint32_t kNext = 2;   // likewise, if there is no verb
constexpr float kSameFact = 0.6F;
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

std::optional<std::uint32_t> find_word(const ReadReport& report, const ReportClause& clause, std::uint64_t key) {
  for (std::uint32_t i = clause.first_word; i < clause.last_word; ++i)
    if (report.words[i].weight > 0 && key_of(report.words[i]) == key) return i;
  return std::nullopt;
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
    const bool negated_left = left.negations == 1;
    const PairFeatures features = pair_features(a, link.a, b, link.b);
    if (features.containing < kSameWords || features.numbers < 1) continue;
    const std::optional<std::uint32_t> word = negated_left ? negated_word(a, left) : negated_word(b, right);
    if (!word) continue;
    const std::uint64_t key = key_of((negated_left ? a : b).words[*word]);
    if (!(negated_left ? find_word(b, right, key) : find_word(a, left, key))) continue;
    differences.push_back(
        {.kind = DifferenceKind::kStatement, .a = part(a, link.a), .b = part(b, link.b), .score = link.score});
  }
}

}  // namespace nutgraf
