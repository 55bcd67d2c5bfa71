#include "summarize/repeats.h"

#include <algorithm>
#include <optional>
#include <span>

namespace nutgraf {
namespace {

// A sentence that shares more of its terms than this with one that is taken repeats it.
constexpr double kRepeat = 0.5;

// So many words in a row are a clause: names and titles are shorter.
constexpr std::size_t kClause = 10;

// Two sentences that share more of their terms than this, figures aside, say the same; on fewer terms than so many it
// can't be told.
constexpr double kSame = 0.6;
constexpr std::size_t kFewTerms = 3;

struct TermCounts {
  std::size_t words = 0;
  std::size_t figures = 0;

  void add(const ReportCollection& collection, std::uint32_t term) { ++(collection.is_figure(term) ? figures : words); }
};

TermCounts count_terms(const ReportCollection& collection, std::span<const std::uint32_t> terms) {
  TermCounts counts;
  for (const std::uint32_t term : terms) counts.add(collection, term);
  return counts;
}

// Of the terms that both have.
TermCounts count_common(const ReportCollection& collection, std::span<const std::uint32_t> a,
                        std::span<const std::uint32_t> b) {
  TermCounts common;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) common.add(collection, *i);
    const bool step_a = *i <= *j;
    const bool step_b = *j <= *i;
    if (step_a) ++i;
    if (step_b) ++j;
  }
  return common;
}

bool stands_alone(const Sentence& sentence) { return !sentence.dependent && !sentence.incomplete; }

// Calls `use` for each clause until it returns true; whether it did.
template <class Use>
bool any_clause(std::span<const std::uint32_t> words, Use use) {
  for (std::size_t i = 0; i + kClause <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (const std::uint32_t word : words.subspan(i, kClause)) hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
    if (use(hash ^ hash >> 32U)) return true;
  }
  return false;
}

}  // namespace

void Repeats::clear() {
  said_.clear();
  clauses_.clear();
}

void Repeats::add(const ReportCollection& collection, const ReportSentence& sentence) {
  said_.push_back(sentence);
  any_clause(collection.words(sentence), [&](std::uint64_t clause) {
    clauses_[clause];
    return false;
  });
}

bool Repeats::has(const ReportCollection& collection, const ReportSentence& sentence) const {
  const std::span<const std::uint32_t> terms = collection.terms(sentence);
  const double many = kRepeat * static_cast<double>(terms.size());
  for (const ReportSentence& said : said_) {
    const TermCounts common = count_common(collection, terms, collection.terms(said));
    if (static_cast<double>(common.words + common.figures) > many) return true;
  }
  return any_clause(collection.words(sentence), [&](std::uint64_t clause) { return clauses_.contains(clause); });
}

bool is_superseded(const ReportCollection& collection, const ReportSentence& sentence) {
  const std::optional<Timestamp>& published = collection.reports()[sentence.report].published;
  const std::span<const std::uint32_t> terms = collection.terms(sentence);
  const TermCounts own = count_terms(collection, terms);
  if (!published || own.figures == 0) return false;
  return std::ranges::any_of(collection.sentences(), [&](const ReportSentence& other) {
    const std::optional<Timestamp>& other_published = collection.reports()[other.report].published;
    if (!other_published || !is_later(*other_published, *published) || !stands_alone(collection.sentence(other)))
      return false;
    const std::span<const std::uint32_t> other_terms = collection.terms(other);
    const TermCounts theirs = count_terms(collection, other_terms);
    const TermCounts common = count_common(collection, terms, other_terms);
    const auto longer = static_cast<double>(std::max(own.words, theirs.words));
    return common.words >= kFewTerms && static_cast<double>(common.words) > kSame * longer &&
           common.figures < std::min(own.figures, theirs.figures);
  });
}

}  // namespace nutgraf
