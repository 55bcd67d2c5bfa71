#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nutgraf/render.h"
#include "render/columns.h"
#include "render/table.h"

namespace nutgraf {
namespace {

void append_line(std::string_view text, std::string& out) {
  append_folded(text, out);
  out += '\n';
}

// Each sentence's place in the order of the scores, best first; 0 for what is not part of the report.
std::vector<std::size_t> ranks(const std::vector<Explanation>& explanations) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < explanations.size(); ++i) {
    if (explanations[i].verdict != Verdict::kNotBody) order.push_back(i);
  }
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return explanations[i].score; });
  std::vector<std::size_t> rank(explanations.size(), 0);
  for (std::size_t i = 0; i < order.size(); ++i) rank[order[i]] = i + 1;
  return rank;
}

// What speaks most for a sentence or against it, strongest first.
std::string reasons(const Explanation& explanation) {
  constexpr std::size_t kShown = 2;
  std::array<std::size_t, kEvidences> order{};
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, std::ranges::greater{},
                           [&](std::size_t i) { return std::abs(explanation.evidence[i]); });
  std::string text;
  for (const std::size_t i : std::span(order).first(kShown)) {
    if (explanation.evidence[i] == 0) break;
    text += fmt::format("{}{} {:+.1f}", text.empty() ? "" : ", ", to_string(static_cast<Evidence>(i)),
                        explanation.evidence[i]);
  }
  return text;
}

void append_explanations(const Document& document, const std::vector<Explanation>& explanations, std::string& out) {
  const bool asked = std::ranges::any_of(explanations, [](const Explanation& e) { return e.query > 0; });
  std::vector<Table::Column> columns = {{"rank", Align::kRight}, {"score", Align::kRight}};
  if (asked) columns.push_back({"query", Align::kRight});
  columns.insert(columns.end(), {{"because"}, {"kind"}, {"verdict"}, {"sentence"}});

  Table table(std::move(columns));
  const std::vector<std::size_t> rank = ranks(explanations);
  for (std::size_t i = 0; i < explanations.size(); ++i) {
    const Explanation& e = explanations[i];
    const bool ranked = rank[i] > 0;
    const auto number = [&](double value) { return ranked ? fmt::format("{:.2f}", value) : std::string("-"); };
    std::vector<std::string> row = {ranked ? fmt::format("{}", rank[i]) : "-", number(e.score)};
    if (asked) row.push_back(number(e.query));
    row.push_back(ranked ? reasons(e) : "-");
    row.push_back(fmt::format("{}{}{}", to_string(e.kind), e.dependent ? ", leans" : "",
                              document.sentences[e.index].incomplete ? ", breaks off" : ""));
    row.emplace_back(to_string(e.verdict));
    append_folded(document.text(document.sentences[e.index]), row.emplace_back());
    table.add_row(std::move(row));
  }
  table.render(out);
}

std::string percent(double share) {
  // A copy that is not whole does not look so.
  return fmt::format("{:.0f}%", share < 1 ? std::min(100 * share, 99.0) : 100.0);
}

void append_changes(std::span<const Article> articles, const CopyGroup& group, const Copy& copy, std::string& out) {
  if (copy.changes.added.empty() && copy.changes.left_out.empty()) return;
  append_line(articles[copy.article].id, out);
  const auto append = [&](std::string_view mark, const Article& article, std::span<const Span> passages) {
    for (const Span span : passages) {
      out += mark;
      append_line(std::string_view(article.text).substr(span.begin, span.size()), out);
    }
  };
  append("  - ", articles[group.original], copy.changes.left_out);
  append("  + ", articles[copy.article], copy.changes.added);
}

}  // namespace

void render_heading(const Article& article, std::string& out) {
  const std::size_t before = out.size();
  append_folded(article.title, out);
  if (out.size() == before) append_folded(article.id, out);
  out += '\n';
}

void render_text(const Article& article, std::span<const Span> sentences, std::string& out) {
  for (const Span s : sentences) append_line(std::string_view(article.text).substr(s.begin, s.size()), out);
}

void render_text(const Document& document, const Summary& summary, std::string& out) {
  std::string readable;
  for (const SummarySentence& s : summary.sentences) append_line(document.readable(s.begin, s.end, readable), out);
  if (summary.explanations.empty()) return;
  out += '\n';
  append_explanations(document, summary.explanations, out);
}

void render_text(const Document& document, const Headline& headline, std::string& out) {
  std::string readable;
  append_line(document.readable(headline.begin, headline.end, readable), out);
}

void render_text(std::span<const Document> documents, const MultiSummary& summary, std::string& out) {
  std::string readable;
  for (const MultiSummarySentence& s : summary.sentences) {
    const Article& article = *documents[s.document].article;
    append_folded(documents[s.document].readable(s.begin, s.end, readable), out);
    if (!article.outlet.empty()) {
      out += " (";
      append_folded(article.outlet, out);
      out += ')';
    }
    out += '\n';
  }
}

void render_text(std::span<const Article> articles, const CopyGroup& group, std::string& out) {
  render_heading(articles[group.original], out);
  Table table({{""}, {"taken", Align::kRight}, {"kept", Align::kRight}, {"id"}, {"published"}, {"outlet"}});
  const auto add = [&](std::string_view role, std::string taken, std::string kept, const Article& article) {
    std::vector<std::string> row = {std::string(role), std::move(taken), std::move(kept)};
    for (const std::string* field : {&article.id, &article.published, &article.outlet})
      append_folded(*field, row.emplace_back());
    table.add_row(std::move(row));
  };
  add("original", "", "", articles[group.original]);
  for (const Copy& copy : group.copies)
    add(to_string(copy.kind), percent(copy.taken), percent(copy.kept), articles[copy.article]);
  table.render(out);
  for (const Copy& copy : group.copies) append_changes(articles, group, copy, out);
}

void render_text(std::span<const CopyProfile> profiles, std::span<const CopyPair> pairs, std::string& out) {
  if (pairs.empty()) return;
  Table table({{"contained", Align::kRight}, {"jaccard", Align::kRight}, {"id"}, {"id"}});
  for (const CopyPair& pair : pairs) {
    const CopyProfile& first = profiles[pair.first];
    const CopyProfile& second = profiles[pair.second];
    const SharedText shared = shared_text(first.fingerprint, second.fingerprint);
    std::vector<std::string> row = {percent(shared.containment), percent(shared.jaccard)};
    for (const CopyProfile* profile : {&first, &second}) append_folded(profile->id, row.emplace_back());
    table.add_row(std::move(row));
  }
  table.render(out);
}

void render_text(const CopyCounts& counts, std::string& out) {
  const auto counted = [](std::size_t count, std::string_view one, std::string_view more) {
    return fmt::format("{} {}", count, count == 1 ? one : more);
  };
  fmt::format_to(std::back_inserter(out), "{}: {} in {}, {}\n", counted(counts.articles, "article", "articles"),
                 counted(counts.copies, "copy", "copies"), counted(counts.groups, "group", "groups"),
                 counted(counts.independent, "independent source", "independent sources"));
}

}  // namespace nutgraf
