#include <algorithm>

#include "compare/differing.h"

namespace nutgraf {
namespace {

constexpr float kSameFact = 0.6F;        // if they go with the same verb
constexpr float kOtherActs = 0.85F;      // if they go with two
constexpr float kSurelySameFact = 0.7F;  // if they don't, and there is no other day in either clause

bool is_only_day(const ReadReport& report, const DayMention& day) {
  return std::ranges::count(report.days, day.clause, &DayMention::clause) == 1;
}

}  // namespace

void find_differing_days(const ReadReport& a, const ReadReport& b, const Alignment& alignment,
                         std::vector<FoundDifference>& differences) {
  // The day is told there too, perhaps of something else: then it can't be said who is wrong.
  const auto is_told = [](const DayMention& day, const ReadReport& other) {
    return std::ranges::any_of(other.days, [&](const DayMention& theirs) { return same_day(day, theirs) == true; });
  };
  std::vector<bool> used(b.days.size());
  for (const DayMention& x : a.days) {
    if (is_told(x, b)) continue;
    std::size_t best = b.days.size();
    float score = kSameFact;
    for (std::size_t j = 0; j < b.days.size(); ++j) {
      const DayMention& y = b.days[j];
      const float alike = alignment.score(x.clause, y.clause);
      const bool same_act = x.act != 0 && x.act == y.act;
      if (used[j] || same_day(x, y) != false || alike < score ||
          (!same_act && alike < (x.act != 0 && y.act != 0 ? kOtherActs : kSurelySameFact)) || is_told(y, a))
        continue;
      if (!same_act && (!is_only_day(a, x) || !is_only_day(b, y))) continue;
      best = j;
      score = alike;
    }
    if (best == b.days.size()) continue;
    used[best] = true;
    const DayMention& y = b.days[best];
    differences.push_back({.kind = DifferenceKind::kDate,
                           .a = {.clause = x.clause, .begin = x.begin, .end = x.end},
                           .b = {.clause = y.clause, .begin = y.begin, .end = y.end},
                           .score = score});
  }
}

}  // namespace nutgraf
