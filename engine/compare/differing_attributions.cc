#include <algorithm>
#include <optional>

#include "compare/differing.h"
#include "compare/spelling.h"

namespace nutgraf {
namespace {

constexpr float kSameFact = 0.75F;

// Two who can't be one: both named, with nothing in common, or both of a kind that is no name.
bool is_other(const ReadReport& a, const Speaker& x, const ReadReport& b, const Speaker& y) {
  if (x.vague || y.vague || x.name != y.name || x.key == y.key) return false;
  if (x.name && is_same_spelt(a.word(x.last_word - 1), b.word(y.last_word - 1))) return false;
  for (std::uint32_t i = x.first_word; i < x.last_word; ++i)
    for (std::uint32_t j = y.first_word; j < y.last_word; ++j)
      if (a.words[i].folded == b.words[j].folded) return false;
  return true;
}

DifferingPart part(const ReadReport& report, std::uint32_t clause, const Speaker& speaker) {
  return {.clause = clause,
          .begin = report.words[speaker.first_word].begin,
          .end = report.words[speaker.last_word - 1].end};
}

// Whether the report has the speaker's name or noun: it may call one person both.
bool knows(const ReadReport& report, const Speaker& speaker) {
  return std::ranges::any_of(report.words, [&](const ReportWord& word) {
    return speaker.name ? word.folded == speaker.key : key_of(word) == speaker.key;
  });
}

}  // namespace

void find_differing_attributions(const ReadReport& a, const ReadReport& b, const Alignment& alignment,
                                 std::vector<FoundDifference>& differences) {
  for (const SameQuote& quote : alignment.quotes) {
    const QuoteMention& x = a.quotations.quotes[quote.a];
    const QuoteMention& y = b.quotations.quotes[quote.b];
    if (!x.speaker || !y.speaker || !x.named_beside || !y.named_beside) continue;
    if (std::min(x.words(), y.words()) < kTellingQuote) continue;
    const Speaker& speaker_a = *x.speaker;
    const Speaker& speaker_b = *y.speaker;
    if (!is_other(a, speaker_a, b, speaker_b) || knows(a, speaker_b) || knows(b, speaker_a)) continue;
    differences.push_back({.kind = DifferenceKind::kAttribution,
                           .a = part(a, clause_of(a, speaker_a.first_word), speaker_a),
                           .b = part(b, clause_of(b, speaker_b.first_word), speaker_b),
                           .score = 1});
  }
  for (const Link& link : alignment.links) {
    if (link.score < kSameFact) continue;
    const ReportClause& left = a.clauses[link.a];
    const ReportClause& right = b.clauses[link.b];
    const std::optional<Speaker> x = find_speaker(a, a.quotations.quoted, left.first_word, left.last_word);
    const std::optional<Speaker> y = find_speaker(b, b.quotations.quoted, right.first_word, right.last_word);
    if (!x || !y || !is_other(a, *x, b, *y) || knows(a, *y) || knows(b, *x)) continue;
    differences.push_back({.kind = DifferenceKind::kAttribution,
                           .a = part(a, link.a, *x),
                           .b = part(b, link.b, *y),
                           .score = link.score});
  }
}

}  // namespace nutgraf
