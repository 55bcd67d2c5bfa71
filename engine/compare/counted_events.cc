#include "compare/counted_events.h"

#include <algorithm>
#include <cstdint>

namespace nutgraf {
namespace {

std::uint32_t event_of(const ReportWord& word) {
  return (word.entry->kinds & kEventWord) != 0 ? word.entry->concept_number : 0;
}

// Whether a word opens another part of its clause.
bool parts(const Report& report, std::uint32_t word) {
  return report.before(word).find_first_of(",;:(") != std::string_view::npos ||
         (report.words[word].kinds & (kJoinsWords | kClauseOpening)) != 0;
}

// The first in [first, last), up to a word that opens another part if `within`.
std::uint32_t event_behind(const Report& report, std::uint32_t first, std::uint32_t last, bool within) {
  for (std::uint32_t i = first; i < last; ++i) {
    if (within && parts(report, i)) return 0;
    if (const std::uint32_t event = event_of(report.words[i]); event != 0) return event;
  }
  return 0;
}

// The last in [first, last), likewise.
std::uint32_t event_before(const Report& report, std::uint32_t first, std::uint32_t last, bool within) {
  for (std::uint32_t i = last; i > first; --i) {
    if (const std::uint32_t event = event_of(report.words[i - 1]); event != 0) return event;
    if (within && parts(report, i - 1)) return 0;
  }
  return 0;
}

}  // namespace

void find_events(const Report& report, std::vector<Quantity>& quantities) {
  for (std::size_t q = 0; q < quantities.size(); ++q) {
    Quantity& quantity = quantities[q];
    const ReportClause& clause = report.clauses[quantity.clause];
    const auto is_beside = [&](std::size_t other) { return quantities[other].clause == quantity.clause; };
    std::uint32_t from = clause.first_word;
    std::uint32_t to = clause.last_word;
    if (q > 0 && is_beside(q - 1)) from = std::max(from, quantities[q - 1].last_word);
    if (q + 1 < quantities.size() && is_beside(q + 1)) to = quantities[q + 1].first_word;
    const std::uint32_t behind = quantity.first_word + 1;
    quantity.event = event_behind(report, behind, to, /*within=*/true);
    if (quantity.event == 0) quantity.event = event_before(report, from, quantity.first_word, /*within=*/true);
    if (quantity.event == 0) quantity.event = event_behind(report, behind, clause.last_word, /*within=*/false);
    if (quantity.event == 0)
      quantity.event = event_before(report, clause.first_word, quantity.first_word, /*within=*/false);
  }
}

void mark_lists(const Report& report, std::vector<Quantity>& quantities) {
  for (std::size_t q = 1; q < quantities.size(); ++q) {
    Quantity& before = quantities[q - 1];
    Quantity& quantity = quantities[q];
    if (before.clause != quantity.clause || before.unit.measure != 0 || quantity.unit.measure != 0) continue;
    if (before.event == 0 || before.event != quantity.event) continue;
    const bool joined =
        before.last_word + 1 == quantity.first_word && (report.words[before.last_word].kinds & kJoinsWords) != 0;
    const bool listed = before.last_word == quantity.first_word && report.behind(before.last_word - 1) == ", ";
    if (!joined && !listed) continue;
    before.phrases |= kPart;
    quantity.phrases |= kPart;
  }
}

}  // namespace nutgraf
