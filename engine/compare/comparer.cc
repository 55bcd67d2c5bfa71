#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <utility>

#include "compare/differing.h"
#include "compare/facts.h"
#include "compare/relation.h"
#include "nutgraf/compare.h"
#include "similarity/similarity.h"

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, 5> kDifferenceKinds = {"figure", "date", "name", "attribution", "statement"};
constexpr std::array<std::string_view, 5> kRelations = {"copy", "rewrite", "same event", "same topic", "unrelated"};

Place place_of(const ReadReport& report, std::size_t number, std::uint32_t clause, std::size_t begin, std::size_t end) {
  return {.document = number, .sentence = report.clauses[clause].sentence, .begin = begin, .end = end};
}

Place words_of(const ReadReport& report, std::size_t number, std::uint32_t first, std::uint32_t last) {
  return place_of(report, number, clause_of(report, first), report.words[first].begin, report.words[last - 1].end);
}

}  // namespace

std::string_view to_string(DifferenceKind kind) { return kDifferenceKinds.at(static_cast<std::size_t>(kind)); }
std::string_view to_string(Relation relation) { return kRelations.at(static_cast<std::size_t>(relation)); }

const ArticleSimilarity* least_similar(const Comparison& comparison) {
  const auto least = std::ranges::max_element(comparison.similarity, {}, [](const ArticleSimilarity& similarity) {
    return std::pair(similarity.relation, -similarity.content);
  });
  return least == comparison.similarity.end() ? nullptr : &*least;
}

struct Comparer::State {
  explicit State(const CompareOptions& options) : reader(options.model), measure(options.model) {}

  void read(std::span<const Document* const> documents);
  void compare_pairs(Comparison& comparison);
  void add_differences(const PairAlignment& pair, Comparison& comparison);
  void add_difference(const PairAlignment& pair, const FoundDifference& found, Comparison& comparison);
  [[nodiscard]] bool is_said_already(const FoundDifference& difference) const;
  void date_differences(Comparison& comparison) const;
  void find_quotes(Comparison& comparison) const;
  void number_as_given(Comparison& comparison) const;

  ReportReader reader;
  QuantityReader quantity_reader;
  SimilarityMeasure measure;
  CopyFinder copy_finder;
  std::vector<std::size_t> order;  // of the documents: by time, then id
  std::vector<ReadReport> reports;
  std::vector<PairAlignment> pairs;
  std::vector<CopiedRun> runs;
  std::vector<FoundDifference> found;
};

Comparer::Comparer(const CompareOptions& options) : state_(std::make_unique<State>(options)) {}
Comparer::Comparer(Comparer&&) noexcept = default;
Comparer& Comparer::operator=(Comparer&&) noexcept = default;
Comparer::~Comparer() = default;

Comparison Comparer::compare(std::span<const Document> documents) {
  std::vector<const Document*> pointers;
  for (const Document& document : documents) pointers.push_back(&document);
  Comparison comparison;
  compare(pointers, comparison);
  return comparison;
}

void Comparer::compare(std::span<const Document* const> documents, Comparison& comparison) {
  comparison = {};
  state_->read(documents);
  state_->compare_pairs(comparison);
  comparison.shared = find_shared(state_->reports, state_->pairs);
  comparison.only = find_only(state_->reports, state_->pairs);
  state_->date_differences(comparison);
  state_->find_quotes(comparison);
  state_->number_as_given(comparison);
}

// In an order that does not depend on the one in which they came.
void Comparer::State::read(std::span<const Document* const> documents) {
  order.resize(documents.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto key = [&](std::size_t i) {
    const Article& article = *documents[i]->article;
    const std::optional<Timestamp> published = parse_timestamp(article.published);
    return std::tuple<bool, std::int64_t, std::string_view, std::string_view, std::string_view, std::string_view>(
        !published, published ? published->seconds : 0, article.id, article.outlet, article.title, article.text);
  };
  std::ranges::stable_sort(order, {}, key);
  reports.resize(documents.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    ReadReport& report = reports[i];
    reader.read(*documents[order[i]], /*whole=*/false, report);
    quantity_reader.read(report, report.quantities);
    read_days(report, report.days);
    read_quotations(report, report.quotations);
  }
}

void Comparer::State::compare_pairs(Comparison& comparison) {
  pairs.resize(reports.size() * (reports.size() - std::min<std::size_t>(reports.size(), 1)) / 2);
  std::size_t next = 0;
  for (std::uint32_t a = 0; a < reports.size(); ++a) {
    for (std::uint32_t b = a + 1; b < reports.size(); ++b) {
      PairAlignment& pair = pairs[next++];
      pair.a = a;
      pair.b = b;
      align(reports[a], reports[b], pair.alignment);
      copy_finder.find(reports[a], reports[b], runs);
      ArticleSimilarity& similarity = comparison.similarity.emplace_back();
      similarity.a = a;
      similarity.b = b;
      const Similarity alike = measure(*reports[a].document, *reports[b].document, TextLength::kArticle);
      similarity.content = std::clamp(alike.combined, 0.0, 1.0);
      measure_similarity(reports[a], reports[b], pair.alignment, runs, similarity);
      similarity.relation = relation_of(similarity);
      for (const CopiedRun& run : runs) {
        comparison.copied.push_back({.a = words_of(reports[a], a, run.a, run.a + run.words),
                                     .b = words_of(reports[b], b, run.b, run.b + run.words),
                                     .words = run.words,
                                     .quoted = is_quoted(reports[a], run.a, run.words)});
      }
      add_differences(pair, comparison);
    }
  }
  std::ranges::stable_sort(comparison.copied, std::ranges::greater{}, &CopiedPassage::words);
}

void Comparer::State::add_differences(const PairAlignment& pair, Comparison& comparison) {
  const ReadReport& a = reports[pair.a];
  const ReadReport& b = reports[pair.b];
  found.clear();
  find_differing_figures(a, b, pair.alignment, found);
  find_differing_days(a, b, pair.alignment, found);
  find_differing_names(a, b, pair.alignment, found);
  find_differing_attributions(a, b, pair.alignment, found);
  find_differing_statements(a, b, pair.alignment, found);
  for (const FoundDifference& difference : found)
    if (!is_said_already(difference)) add_difference(pair, difference, comparison);
}

// Two names that differ are not also two who say so.
bool Comparer::State::is_said_already(const FoundDifference& difference) const {
  const auto overlap = [](const DifferingPart& x, const DifferingPart& y) {
    return x.begin < y.end && y.begin < x.end;
  };
  return difference.kind == DifferenceKind::kAttribution &&
         std::ranges::any_of(found, [&](const FoundDifference& other) {
           return other.kind == DifferenceKind::kName && overlap(other.a, difference.a) &&
                  overlap(other.b, difference.b);
         });
}

// Differences of several pairs that have a claim in common are one.
void Comparer::State::add_difference(const PairAlignment& pair, const FoundDifference& difference,
                                     Comparison& comparison) {
  const auto claim = [&](std::uint32_t number, const DifferingPart& part) {
    const ReadReport& report = reports[number];
    const ReportClause& clause = report.clauses[part.clause];
    return Claim{.place = place_of(report, number, part.clause, part.begin, part.end),
                 .context = place_of(report, number, part.clause, std::min(clause.begin, part.begin),
                                     std::max(clause.end, part.end))};
  };
  const Claim claims[] = {claim(pair.a, difference.a), claim(pair.b, difference.b)};
  const auto has = [](const Difference& known, const Claim& one) {
    return std::ranges::find(known.claims, one.place, &Claim::place) != known.claims.end();
  };
  for (Difference& known : comparison.differing) {
    if (known.kind != difference.kind || (!has(known, claims[0]) && !has(known, claims[1]))) continue;
    for (const Claim& one : claims)
      if (!has(known, one)) known.claims.push_back(one);
    return;
  }
  comparison.differing.push_back(
      {.kind = difference.kind, .claims = {claims[0], claims[1]}, .score = difference.score});
}

void Comparer::State::date_differences(Comparison& comparison) const {
  for (Difference& difference : comparison.differing) {
    // Reports are in the order of time.
    std::ranges::stable_sort(difference.claims, {},
                             [](const Claim& claim) { return std::pair(claim.place.document, claim.place.begin); });
    if (difference.kind != DifferenceKind::kFigure && difference.kind != DifferenceKind::kStatement) continue;
    const std::optional<Timestamp>& newest = reports[difference.claims.back().place.document].published;
    const std::optional<Timestamp>& before =
        reports[difference.claims[difference.claims.size() - 2].place.document].published;
    if (!newest || !before || !is_later(*newest, *before)) continue;
    difference.update = true;
    difference.newest = difference.claims.size() - 1;
  }
  std::ranges::stable_sort(comparison.differing, std::ranges::greater{}, &Difference::score);
}

void Comparer::State::find_quotes(Comparison& comparison) const {
  struct Member {
    std::size_t report = 0;
    std::size_t index = 0;
    const QuoteMention* quote = nullptr;
  };
  std::vector<std::vector<Member>> groups;
  const auto is_same = [&](const Member& earlier, std::size_t report, std::size_t index) {
    if (earlier.report == report) return false;
    const Alignment& alignment = pairs[pair_index(earlier.report, report, reports.size())].alignment;
    return std::ranges::any_of(alignment.quotes,
                               [&](const SameQuote& same) { return same.a == earlier.index && same.b == index; });
  };
  for (std::size_t r = 0; r < reports.size(); ++r) {
    for (std::size_t q = 0; q < reports[r].quotations.quotes.size(); ++q) {
      const auto group = std::ranges::find_if(groups, [&](const std::vector<Member>& members) {
        return std::ranges::any_of(members, [&](const Member& member) { return is_same(member, r, q); });
      });
      (group == groups.end() ? groups.emplace_back() : *group)
          .push_back({.report = r, .index = q, .quote = &reports[r].quotations.quotes[q]});
    }
  }
  std::ranges::stable_sort(groups, std::ranges::greater{},
                           [](const std::vector<Member>& group) { return group.size() > 1; });
  for (const std::vector<Member>& members : groups) {
    QuoteGroup& group = comparison.quotes.emplace_back();
    const auto folded = [&](const Member& member, std::uint32_t i) {
      return reports[member.report].words[member.quote->first_word + i].folded;
    };
    const auto size = [](const Member& member) { return member.quote->last_word - member.quote->first_word; };
    for (const Member& member : members) {
      const ReadReport& report = reports[member.report];
      const std::uint32_t clause = clause_of(report, member.quote->first_word);
      Quote& quote = group.quotes.emplace_back();
      quote.place = place_of(report, member.report, clause, member.quote->begin, member.quote->end);
      quote.speaker.document = member.report;
      if (member.quote->speaker)
        quote.speaker =
            words_of(report, member.report, member.quote->speaker->first_word, member.quote->speaker->last_word);
      if (size(member) != size(members[0])) group.cut = true;
      for (std::uint32_t i = 0; i < size(member) && !group.cut; ++i)
        group.cut = folded(member, i) != folded(members[0], i);
    }
  }
}

// Until here documents were numbered by their order in time.
void Comparer::State::number_as_given(Comparison& comparison) const {
  const auto number = [&](Place& place) { place.document = order[place.document]; };
  for (SharedFact& fact : comparison.shared) {
    for (Place& telling : fact.tellings) number(telling);
    for (std::size_t& report : fact.left_out) report = order[report];
    std::ranges::stable_sort(fact.tellings, {}, &Place::document);
    std::ranges::sort(fact.left_out);
  }
  for (OnlyFact& fact : comparison.only) number(fact.place);
  std::ranges::stable_sort(comparison.only, {}, [](const OnlyFact& fact) { return fact.place.document; });
  for (Difference& difference : comparison.differing) {
    const Place newest = difference.claims[difference.newest].place;
    for (Claim& claim : difference.claims) {
      number(claim.place);
      number(claim.context);
    }
    std::ranges::stable_sort(difference.claims, {}, [](const Claim& claim) { return claim.place.document; });
    for (std::size_t i = 0; i < difference.claims.size(); ++i)
      if (difference.update && difference.claims[i].place.document == order[newest.document]) difference.newest = i;
  }
  for (QuoteGroup& group : comparison.quotes) {
    for (Quote& quote : group.quotes) {
      number(quote.place);
      number(quote.speaker);
    }
    std::ranges::stable_sort(group.quotes, {}, [](const Quote& quote) { return quote.place.document; });
  }
  for (CopiedPassage& passage : comparison.copied) {
    number(passage.a);
    number(passage.b);
    if (passage.b.document < passage.a.document) std::swap(passage.a, passage.b);
  }
  for (ArticleSimilarity& similarity : comparison.similarity) {
    similarity.a = order[similarity.a];
    similarity.b = order[similarity.b];
    if (similarity.b > similarity.a) continue;
    std::swap(similarity.a, similarity.b);
    std::swap(similarity.copied_a, similarity.copied_b);
  }
  std::ranges::sort(comparison.similarity, {},
                    [](const ArticleSimilarity& similarity) { return std::pair(similarity.a, similarity.b); });
}

}  // namespace nutgraf
