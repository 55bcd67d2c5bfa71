#include "compare/relation.h"

#include <algorithm>
#include <cstdint>
#include <unordered_set>

namespace nutgraf {
namespace {

constexpr double kCopy = 0.7;      // share of one that the other has word for word
constexpr double kRewrite = 0.3;   // likewise, if it tells so much of the same:
constexpr double kMuchTold = 0.4;  // share of the facts of the shorter one that the other tells
constexpr double kRetold = 0.75;   // likewise, in whatever words
constexpr double kEvent = 0.57;    // alike as wholes
constexpr double kOneFact = 0.48;  // likewise, if they have a fact in common
constexpr double kTopic = 0.25;

std::unordered_set<std::uint64_t> keys_of(const Report& report, TermKind kind) {
  std::unordered_set<std::uint64_t> keys;
  for (const ClauseTerm& term : report.terms)
    if (term.kind == kind) keys.insert(term.key);
  return keys;
}

double shared(const Report& a, const Report& b, TermKind kind) {
  const std::unordered_set<std::uint64_t> left = keys_of(a, kind);
  const std::unordered_set<std::uint64_t> right = keys_of(b, kind);
  const std::size_t fewer = std::min(left.size(), right.size());
  if (fewer == 0) return 0;
  const auto both = std::ranges::count_if(left, [&](std::uint64_t key) { return right.contains(key); });
  return static_cast<double>(both) / static_cast<double>(fewer);
}

double share(std::size_t part, std::size_t whole) {
  return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

}  // namespace

bool is_quoted(const ReadReport& report, std::uint32_t first_word, std::uint32_t words) {
  std::uint32_t quoted = 0;
  for (std::uint32_t i = first_word; i < first_word + words; ++i) quoted += report.quotations.quoted[i] ? 1 : 0;
  return 2 * quoted > words;
}

void measure_similarity(const ReadReport& a, const ReadReport& b, const Alignment& alignment,
                        std::span<const CopiedRun> runs, ArticleSimilarity& similarity) {
  std::size_t copied = 0;
  std::size_t quoted_a = 0;
  std::size_t quoted_b = 0;
  for (const CopiedRun& run : runs) {
    for (std::uint32_t i = 0; i < run.words; ++i)
      copied += a.quotations.quoted[run.a + i] && b.quotations.quoted[run.b + i] ? 0 : 1;
  }
  for (std::size_t i = 0; i < a.words.size(); ++i) quoted_a += a.quotations.quoted[i] ? 1 : 0;
  for (std::size_t i = 0; i < b.words.size(); ++i) quoted_b += b.quotations.quoted[i] ? 1 : 0;
  similarity.copied_a = share(copied, a.words.size() - quoted_a);
  similarity.copied_b = share(copied, b.words.size() - quoted_b);
  similarity.copied_a = std::min(similarity.copied_a, 1.0);
  similarity.copied_b = std::min(similarity.copied_b, 1.0);

  std::vector<bool> told_a(a.clauses.size());
  std::vector<bool> told_b(b.clauses.size());
  for (const Link& link : alignment.links) told_a[link.a] = told_b[link.b] = true;
  const bool shorter = a.clauses.size() <= b.clauses.size();
  const std::vector<bool>& told = shorter ? told_a : told_b;
  similarity.facts = share(static_cast<std::size_t>(std::ranges::count(told, true)), told.size());
  similarity.names = shared(a, b, TermKind::kName);
  similarity.numbers = shared(a, b, TermKind::kNumber);
}

Relation relation_of(const ArticleSimilarity& similarity) {
  const double copied = std::max(similarity.copied_a, similarity.copied_b);
  if (copied >= kCopy) return Relation::kCopy;
  if (similarity.facts >= (copied >= kRewrite ? kMuchTold : kRetold)) return Relation::kRewrite;
  if (similarity.content >= (similarity.facts > 0 ? kOneFact : kEvent)) return Relation::kSameEvent;
  return similarity.content >= kTopic ? Relation::kSameTopic : Relation::kUnrelated;
}

}  // namespace nutgraf
