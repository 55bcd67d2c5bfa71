#include "compare/facts.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace nutgraf {
namespace {

// Clauses are of one fact if they are this alike on the average.
constexpr double kOneFact = 0.8 * kLinked;

// A clause of which less than this is new, by weight, adds nothing.
constexpr double kNew = 0.25;

constexpr std::uint32_t kQuoted = 4;  // words of a clause that quotes somebody

struct Node {
  std::uint32_t report = 0;
  std::uint32_t clause = 0;
};

class Facts {
 public:
  Facts(std::span<const ReadReport> reports, std::span<const PairAlignment> pairs) : reports_(reports), pairs_(pairs) {
    std::size_t nodes = 0;
    for (const ReadReport& report : reports) {
      first_.push_back(nodes);
      nodes += report.clauses.size();
    }
    group_.resize(nodes);
    for (std::size_t node = 0; node < nodes; ++node) group_[node] = node;
    members_.resize(nodes);
    for (std::uint32_t r = 0; r < reports.size(); ++r)
      for (std::uint32_t c = 0; c < reports[r].clauses.size(); ++c)
        members_[first_[r] + c] = {{.report = r, .clause = c}};
  }

  void join() {
    struct Edge {
      const PairAlignment* pair = nullptr;
      Link link;
    };
    std::vector<Edge> edges;
    for (const PairAlignment& pair : pairs_)
      for (const Link& link : pair.alignment.links) edges.push_back({.pair = &pair, .link = link});
    std::ranges::stable_sort(edges, std::ranges::greater{}, [](const Edge& edge) { return edge.link.score; });
    for (const Edge& edge : edges) join(first_[edge.pair->a] + edge.link.a, first_[edge.pair->b] + edge.link.b);
  }

  [[nodiscard]] std::vector<SharedFact> facts() const {
    std::vector<std::pair<std::tuple<std::size_t, double>, SharedFact>> ordered;
    for (const std::vector<Node>& nodes : members_) {
      if (nodes.size() < 2) continue;
      SharedFact fact = fact_of(nodes);
      const std::tuple place(reports_.size() - fact.outlets, earliness(nodes));
      ordered.emplace_back(place, std::move(fact));
    }
    std::ranges::stable_sort(ordered, {}, [](const auto& entry) { return entry.first; });
    std::vector<SharedFact> facts;
    facts.reserve(ordered.size());
    for (auto& [key, fact] : ordered) facts.push_back(std::move(fact));
    return facts;
  }

 private:
  [[nodiscard]] double score(const Node& x, const Node& y) const {
    const bool turned = x.report > y.report;
    const Node& a = turned ? y : x;
    const Node& b = turned ? x : y;
    return pairs_[pair_index(a.report, b.report, reports_.size())].alignment.score(a.clause, b.clause);
  }

  // The mean over pairs from two reports; 1 if there is none.
  [[nodiscard]] double alike(const std::vector<Node>& x, const std::vector<Node>& y) const {
    double sum = 0;
    double count = 0;
    for (const Node& a : x) {
      for (const Node& b : y) {
        if (a.report == b.report) continue;
        sum += score(a, b);
        ++count;
      }
    }
    return count > 0 ? sum / count : 1;
  }

  void join(std::size_t x, std::size_t y) {
    std::size_t a = group_[x];
    std::size_t b = group_[y];
    if (a == b || alike(members_[a], members_[b]) < kOneFact) return;
    if (b < a) std::swap(a, b);
    for (const Node& node : members_[b]) group_[first_[node.report] + node.clause] = a;
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    members_[b].clear();
  }

  [[nodiscard]] SharedFact fact_of(std::vector<Node> nodes) const {
    SharedFact fact;
    fact.score = std::min(1.0, alike(nodes, nodes));
    std::ranges::sort(nodes, {}, [](const Node& node) { return std::pair(node.report, node.clause); });
    std::set<std::string_view> outlets;
    std::vector<bool> tells(reports_.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const Node& node = nodes[i];
      const ReadReport& report = reports_[node.report];
      const ReportClause& clause = report.clauses[node.clause];
      if (!tells[node.report]) {
        const std::string_view outlet = report.document->article->outlet;
        if (outlet.empty()) ++fact.outlets;
        if (!outlet.empty() && outlets.insert(outlet).second) ++fact.outlets;
      }
      tells[node.report] = true;
      const bool goes_on = i > 0 && nodes[i - 1].report == node.report && nodes[i - 1].clause + 1 == node.clause &&
                           fact.tellings.back().sentence == clause.sentence;
      if (goes_on) {
        fact.tellings.back().end = clause.end;
      } else {
        fact.tellings.push_back(
            {.document = node.report, .sentence = clause.sentence, .begin = clause.begin, .end = clause.end});
      }
    }
    const auto telling = static_cast<std::size_t>(std::ranges::count(tells, true));
    for (std::size_t r = 0; r < reports_.size(); ++r)
      if (!tells[r] && 2 * telling > reports_.size()) fact.left_out.push_back(r);
    return fact;
  }

  // How far down the reports it stands, on the average: 0 is the first clause.
  [[nodiscard]] double earliness(const std::vector<Node>& nodes) const {
    double sum = 0;
    for (const Node& node : nodes) sum += node.clause / static_cast<double>(reports_[node.report].clauses.size());
    return sum / static_cast<double>(nodes.size());
  }

  std::span<const ReadReport> reports_;
  std::span<const PairAlignment> pairs_;
  std::vector<std::size_t> first_;          // node of each report
  std::vector<std::size_t> group_;          // of each node
  std::vector<std::vector<Node>> members_;  // of each group
};

}  // namespace

std::vector<SharedFact> find_shared(std::span<const ReadReport> reports, std::span<const PairAlignment> pairs) {
  Facts facts(reports, pairs);
  facts.join();
  return facts.facts();
}

std::vector<OnlyFact> find_only(std::span<const ReadReport> reports, std::span<const PairAlignment> pairs) {
  std::vector<std::vector<bool>> linked(reports.size());
  for (std::size_t r = 0; r < reports.size(); ++r) linked[r].resize(reports[r].clauses.size());
  for (const PairAlignment& pair : pairs) {
    for (const Link& link : pair.alignment.links) linked[pair.a][link.a] = linked[pair.b][link.b] = true;
  }
  constexpr std::uint32_t kSeveral = UINT32_MAX;
  std::unordered_map<std::uint64_t, std::uint32_t> owner;  // of each term: the one report that has it
  for (std::uint32_t r = 0; r < reports.size(); ++r) {
    for (const ClauseTerm& term : reports[r].terms) {
      const auto [entry, added] = owner.emplace(term.key, r);
      if (!added && entry->second != r) entry->second = kSeveral;
    }
  }
  std::vector<OnlyFact> only;
  for (std::uint32_t r = 0; r < reports.size(); ++r) {
    const ReadReport& report = reports[r];
    const auto first = static_cast<std::ptrdiff_t>(only.size());
    bool goes_on = false;
    for (std::size_t c = 0; c < report.clauses.size(); ++c) {
      const ReportClause& clause = report.clauses[c];
      OnlyFact fact{.place = {.document = r, .sentence = clause.sentence, .begin = clause.begin, .end = clause.end}};
      for (const ClauseTerm& term : report.terms_of(clause)) {
        if (owner[term.key] != r) continue;
        fact.weight += double{term.weight} * clause.length;
        ++(term.kind == TermKind::kName ? fact.names : term.kind == TermKind::kNumber ? fact.numbers : fact.terms);
      }
      std::uint32_t quoted = 0;
      for (std::uint32_t i = clause.first_word; i < clause.last_word; ++i)
        quoted += report.quotations.quoted[i] ? 1 : 0;
      fact.quote = quoted >= kQuoted;
      if (linked[r][c] || fact.weight < kNew * clause.mass) {
        goes_on = false;
        continue;
      }
      if (goes_on && only.back().place.sentence == clause.sentence) {
        OnlyFact& whole = only.back();
        whole.place.end = fact.place.end;
        whole.weight += fact.weight;
        whole.names += fact.names;
        whole.numbers += fact.numbers;
        whole.terms += fact.terms;
        whole.quote |= fact.quote;
      } else {
        only.push_back(fact);
      }
      goes_on = true;
    }
    std::stable_sort(only.begin() + first, only.end(),
                     [](const OnlyFact& x, const OnlyFact& y) { return x.weight > y.weight; });
  }
  return only;
}

}  // namespace nutgraf
