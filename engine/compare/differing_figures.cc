#include <algorithm>
#include <span>

#include "compare/differing.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t kWindow = 7;  // words beside a number that tell what it is about

// How alike clauses and surroundings must be, together, for two numbers to be about the same.
constexpr double kSameEvent = 0.4;         // where what befell them is told, and is the same
constexpr double kSameNoun = 0.4;          // where the same is counted
constexpr double kSameNarrowedNoun = 0.6;  // likewise, but one tells which of them
constexpr double kSameAnybody = 0.55;      // where it is people, or not told what
constexpr double kSameMeasure = 0.5;
constexpr double kAlikeMeasure = 0.35;  // of the clauses by themselves, since much is measured in one unit
constexpr double kUnlikely = 0.15;      // clauses less alike than this are about something else

struct Near {
  std::uint64_t key = 0;
  float weight = 0;
};

bool is_beside(const Report& report, std::uint32_t clause, std::uint32_t other) {
  return report.clauses[clause].sentence == report.clauses[other].sentence;
}

std::uint32_t first_of_sentence(const Report& report, std::uint32_t clause) {
  while (clause > 0 && is_beside(report, clause - 1, clause)) --clause;
  return clause;
}

// The words around a number, in its sentence.
std::vector<Near> near(const ReadReport& report, const Quantity& quantity) {
  std::vector<Near> words;
  const std::uint32_t first_clause = first_of_sentence(report, quantity.clause);
  std::uint32_t last_clause = quantity.clause;
  while (last_clause + 1 < report.clauses.size() && is_beside(report, last_clause + 1, quantity.clause)) ++last_clause;
  const std::uint32_t begin =
      std::max(report.clauses[first_clause].first_word, quantity.first_word - std::min(quantity.first_word, kWindow));
  const std::uint32_t end = std::min(report.clauses[last_clause].last_word, quantity.last_word + kWindow);
  for (std::uint32_t i = begin; i < end; ++i) {
    const ReportWord& word = report.words[i];
    const bool own = i >= quantity.first_word && i < quantity.last_word && key_of(word) != quantity.head;
    if (own || word.weight <= 0 || word.digits || (word.entry->kinds & (kNumberWord | kScaleWord)) != 0) continue;
    if ((word.kinds & kSpeechVerb) != 0) continue;
    words.push_back({.key = key_of(word), .weight = word.weight});
  }
  std::ranges::sort(words, {}, &Near::key);
  const auto [last, none] = std::ranges::unique(words, {}, &Near::key);
  words.erase(last, none);
  return words;
}

// The share of the one with fewer that the other has too.
double overlap(std::span<const Near> a, std::span<const Near> b) {
  double in_a = 0;
  double in_b = 0;
  double both = 0;
  for (const Near& word : a) in_a += word.weight;
  for (const Near& word : b) in_b += word.weight;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->key == j->key) {
      both += std::min(i->weight, j->weight);
      ++i;
      ++j;
    } else if (i->key < j->key) {
      ++i;
    } else {
      ++j;
    }
  }
  const double fewer = std::min(in_a, in_b);
  return fewer > 0 ? both / fewer : 0;
}

// Whether the two may be of one thing, as far as they tell by themselves.
bool comparable(const Quantity& a, const Quantity& b) {
  if (a.unit.measure != b.unit.measure || a.age != b.age || a.rate != b.rate) return false;
  if (a.head != 0 && b.head != 0 && a.head != b.head) return false;
  if (a.event != 0 && b.event != 0 && a.event != b.event) return false;
  if (a.unit.measure != 0) return true;
  if ((a.head == 0) == (b.head == 0)) return true;
  // "12 miners" may be the "12 people", "12 houses" are not.
  return a.event != 0 && a.event == b.event;
}

bool has_common_modifier(const Quantity& a, const Quantity& b) {
  return std::ranges::any_of(
      a.modifiers, [&](std::uint64_t m) { return m != 0 && std::ranges::find(b.modifiers, m) != b.modifiers.end(); });
}

class Figures {
 public:
  Figures(const ReadReport& a, const ReadReport& b, const Alignment& alignment) : a_(a), b_(b), alignment_(alignment) {}

  void find(std::vector<FoundDifference>& differences) {
    struct Candidate {
      std::size_t a = 0;
      std::size_t b = 0;
      double score = 0;
    };
    std::vector<Candidate> candidates;
    std::vector<std::vector<Near>> near_b;
    near_b.reserve(b_.quantities.size());
    for (const Quantity& quantity : b_.quantities) near_b.push_back(near(b_, quantity));
    for (std::size_t i = 0; i < a_.quantities.size(); ++i) {
      const Quantity& x = a_.quantities[i];
      if (is_told(x, b_)) continue;
      const std::vector<Near> near_a = near(a_, x);
      for (std::size_t j = 0; j < b_.quantities.size(); ++j) {
        const Quantity& y = b_.quantities[j];
        if (agree(x, y)) continue;
        const double score = match(x, near_a, y, near_b[j]);
        if (score > 0 && !is_told(y, a_)) candidates.push_back({.a = i, .b = j, .score = score});
      }
    }
    std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::score);
    std::vector<bool> used_a(a_.quantities.size());
    std::vector<bool> used_b(b_.quantities.size());
    for (const Candidate& candidate : candidates) {
      if (used_a[candidate.a] || used_b[candidate.b]) continue;
      used_a[candidate.a] = used_b[candidate.b] = true;
      const Quantity& x = a_.quantities[candidate.a];
      const Quantity& y = b_.quantities[candidate.b];
      differences.push_back({.kind = DifferenceKind::kFigure,
                             .a = {.clause = x.clause, .begin = x.begin, .end = x.end},
                             .b = {.clause = y.clause, .begin = y.begin, .end = y.end},
                             .score = candidate.score});
    }
  }

 private:
  // Whether the other report has the figure too.
  static bool is_told(const Quantity& quantity, const ReadReport& other) {
    return std::ranges::any_of(other.quantities, [&](const Quantity& theirs) {
      const bool ages = quantity.age && theirs.age;  // of whom, is not always told beside them
      if ((ages || comparable(quantity, theirs)) && agree(quantity, theirs)) return true;
      // "300 of them" may be the "300 jobs".
      const bool headless = (quantity.head == 0) != (theirs.head == 0);
      return headless && theirs.unit.measure == 0 && quantity.unit.measure == 0 && theirs.low == quantity.low;
    });
  }

  // Both clauses name somebody or something, of which the other has nothing though its report knows it: "California has
  // 700 deaths", "New York has 10,000".
  [[nodiscard]] bool have_other_names(std::uint32_t x, std::uint32_t y) const {
    const auto names = [](const ReadReport& report, std::uint32_t clause) {
      std::vector<std::uint64_t> keys;
      for (const ClauseTerm& term : report.terms_of(report.clauses[clause]))
        if (term.kind == TermKind::kName) keys.push_back(term.key);
      return keys;
    };
    const auto knows = [](const ReadReport& report, std::uint64_t key) {
      return std::ranges::any_of(report.terms, [&](const ClauseTerm& term) { return term.key == key; });
    };
    const std::vector<std::uint64_t> left = names(a_, x);
    const std::vector<std::uint64_t> right = names(b_, y);
    if (std::ranges::any_of(left, [&](std::uint64_t key) { return std::ranges::find(right, key) != right.end(); }))
      return false;
    return std::ranges::any_of(left, [&](std::uint64_t key) { return knows(b_, key); }) &&
           std::ranges::any_of(right, [&](std::uint64_t key) { return knows(a_, key); });
  }

  // How alike two clauses are, or, with half the weight, the most alike of the sentences that they are in.
  [[nodiscard]] double told_together(std::uint32_t x, std::uint32_t y) const {
    double beside = 0;
    for (std::uint32_t i = first_of_sentence(a_, x); i < a_.clauses.size() && is_beside(a_, i, x); ++i)
      for (std::uint32_t j = first_of_sentence(b_, y); j < b_.clauses.size() && is_beside(b_, j, y); ++j)
        beside = std::max(beside, double{alignment_.score(i, j)});
    return std::max(double{alignment_.score(x, y)}, beside / 2);
  }

  // How surely two quantities are of the same thing; 0: they are not.
  [[nodiscard]] double match(const Quantity& x, std::span<const Near> near_x, const Quantity& y,
                             std::span<const Near> near_y) const {
    if (!comparable(x, y)) return 0;
    constexpr std::uint32_t kRole = kMore | kPart | kFrom;
    if ((x.phrases & kRole) != (y.phrases & kRole)) return 0;
    if (x.year != y.year) {
      const std::uint32_t year = x.year != 0 && y.year != 0 ? 0 : std::max(x.year, y.year);
      if (year == 0 || (year != year_published(a_) && year != year_published(b_))) return 0;
    }
    if (x.modifiers[0] != 0 && y.modifiers[0] != 0 && !has_common_modifier(x, y)) return 0;
    if (have_other_names(x.clause, y.clause)) return 0;
    const double clauses = told_together(x.clause, y.clause);
    if (clauses < kUnlikely) return 0;
    const double score = 0.5 * clauses + 0.5 * overlap(near_x, near_y);
    const bool same_event = x.event != 0 && x.event == y.event;
    const bool same_head = x.head != 0 && x.head == y.head;
    if (x.age && same_head) return score >= kSameNoun ? score : 0;
    if (x.unit.measure != 0) return score >= kSameMeasure && clauses >= kAlikeMeasure ? score : 0;
    const bool same_counted = same_head || (x.head == 0 && y.head == 0);
    if (same_event) return score >= (same_counted ? kSameEvent : kSameNoun) ? score : 0;
    if (x.head == 0 && y.head == 0) return score >= kSameAnybody ? score : 0;
    // "32 states", "15 blue states"
    const bool narrowed = (x.modifiers[0] != 0) != (y.modifiers[0] != 0);
    return same_head && score >= (narrowed ? kSameNarrowedNoun : kSameNoun) ? score : 0;
  }

  const ReadReport& a_;
  const ReadReport& b_;
  const Alignment& alignment_;
};

}  // namespace

void find_differing_figures(const ReadReport& a, const ReadReport& b, const Alignment& alignment,
                            std::vector<FoundDifference>& differences) {
  Figures(a, b, alignment).find(differences);
}

}  // namespace nutgraf
