#include <algorithm>
#include <optional>

#include "compare/differing.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t kReach = 5;          // words behind a negation among which is the verb that it is about
constexpr std::uint32_t kNext = 2;           // likewise, if there is no verb
constexpr std::uint32_t kNegationWords = 2;  // that a negation makes a statement longer by: "did not"
constexpr float kSameFact = 0.6F;
constexpr double kAllWords = 0.8;    // likewise, where it can't be told what is negated
constexpr double kSameWords = 0.65;  // share of either clause's words that both have

// What a negation is about.
struct Negation {
  std::optional<std::uint32_t> word;  // the next verb with a topic behind it, else the next such word; both near it
  bool of_verb = false;               // it is part of a verb ("did not", "can't")
};

Negation find_negation(const ReadReport& report, const ReportClause& clause) {
  const std::shared_ptr<const Language> language = Language::find(report.document->language);
  std::uint32_t negation = clause.first_word;
  while (negation < clause.last_word && (report.words[negation].entry->kinds & kNegationWord) == 0) ++negation;
  const auto is_finite = [&](std::uint32_t i) { return (report.words[i].kinds & kFiniteVerb) != 0; };
  Negation found;
  found.of_verb = is_finite(negation) || (negation > clause.first_word && is_finite(negation - 1));
  for (std::uint32_t i = negation + 1; i < std::min(clause.last_word, negation + kReach); ++i) {
    if (report.behind(i - 1).find_first_of(",;:") != std::string_view::npos) break;
    if (report.words[i].weight <= 0) continue;
    const bool verb = is_verb(*language, report, i) || (report.words[i].entry->kinds & kEventWord) != 0;
    if (verb || (!found.word && i <= negation + kNext)) found.word = i;
    if (verb) break;
  }
  return found;
}

std::size_t count_word(const ReadReport& report, const ReportClause& clause, std::uint64_t key) {
  std::size_t count = 0;
  for (std::uint32_t i = clause.first_word; i < clause.last_word; ++i)
    count += report.words[i].weight > 0 && key_of(report.words[i]) == key ? 1 : 0;
  return count;
}

std::uint32_t words_in(const ReportClause& clause) { return clause.last_word - clause.first_word; }

// "people who have not left", "not until Monday": that does not make the statement its opposite.
bool is_limited(const ReadReport& report, const ReportClause& clause) {
  bool relative = false;
  for (std::uint32_t i = clause.first_word; i < clause.last_word; ++i) {
    const ReportWord& word = report.words[i];
    if ((word.entry->kinds & kLimitWord) != 0) return true;
    if ((word.entry->kinds & kNegationWord) != 0 && relative) return true;
    relative |= i > clause.first_word && (word.kinds & kClauseOpening) != 0;
  }
  return false;
}

// Whether what the one negates is in the other, and nowhere else in its own clause: there it is not negated. Where no
// word with a topic is negated ("did not know"), all the rest has to be the same.
bool negates(const ReadReport& report, const ReportClause& clause, const ReadReport& other, const ReportClause& same,
             const PairFeatures& features) {
  if (is_limited(report, clause)) return false;
  const Negation negation = find_negation(report, clause);
  if (!negation.word) {
    const std::uint32_t longer =
        std::max(words_in(clause), words_in(same)) - std::min(words_in(clause), words_in(same));
    return negation.of_verb && features.containing >= kAllWords && longer <= kNegationWords;
  }
  const std::uint64_t key = key_of(report.words[*negation.word]);
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
    // By their words, not by a quotation that both have.
    if (pair_score(features) < kSameFact || features.containing < kSameWords || features.numbers < 1) continue;
    if (!(left.negations == 1 ? negates(a, left, b, right, features) : negates(b, right, a, left, features))) continue;
    differences.push_back(
        {.kind = DifferenceKind::kStatement, .a = part(a, link.a), .b = part(b, link.b), .score = link.score});
  }
}

}  // namespace nutgraf
