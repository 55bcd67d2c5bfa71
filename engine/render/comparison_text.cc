#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nutgraf/render.h"
#include "render/columns.h"
#include "render/comparison_labels.h"
#include "render/wrap.h"

namespace nutgraf {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kLeastWidth = 20;

class ComparisonText {
 public:
  ComparisonText(std::span<const Document> documents, const Comparison& comparison, const ComparisonStyle& style,
                 std::string& out)
      : documents_(documents),
        comparison_(comparison),
        style_(style),
        width_(std::max(style.width, kLeastWidth)),
        out_(out) {
    const std::size_t gaps = kGap * (std::max<std::size_t>(documents.size(), 1) - 1);
    column_ = width_ > gaps && !documents.empty() ? (width_ - gaps) / documents.size() : 0;
  }

  void render() {
    articles();
    differing();
    shared();
    only();
    quotes();
    copied();
  }

 private:
  [[nodiscard]] bool in_columns() const { return column_ >= kReadableColumn && documents_.size() > 1; }
  [[nodiscard]] std::string_view text(const Place& place) const {
    return std::string_view(documents_[place.document].article->text).substr(place.begin, place.end - place.begin);
  }

  // A paragraph with its label hanging out on the left.
  void labelled(std::string_view label, std::string_view paragraph) {
    const std::size_t indent = display_width(label) + kGap;
    const Lines lines = wrap(paragraph, width_ > indent ? width_ - indent : 1);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      out_ += i == 0 ? std::string(label) + std::string(kGap, ' ') : std::string(indent, ' ');
      out_ += lines[i] + '\n';
    }
  }

  void heading(std::string_view text, std::size_t count) {
    out_ += '\n';
    if (style_.colour) out_ += "\x1b[1m";
    out_ += text;
    if (count > 0) out_ += " (" + std::to_string(count) + ")";
    if (style_.colour) out_ += "\x1b[0m";
    out_ += '\n';
  }

  void articles() {
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      const Article& article = *documents_[i].article;
      std::string line;
      for (const std::string& part :
           {article.outlet, article.published, article.title.empty() ? article.id : article.title}) {
        if (part.empty()) continue;
        line += (line.empty() ? "" : " \u00B7 ") + part;
      }
      labelled(article_label(i), line);
    }
    out_ += '\n';
    for (const ArticleSimilarity& similarity : comparison_.similarity)
      for (const std::string& line : wrap(verdict(similarity), width_)) out_ += line + '\n';
  }

  // One cell an article: side by side, or one below the other with labels.
  void row(const std::vector<std::string>& cells) {
    if (in_columns()) {
      std::vector<Lines> blocks;
      blocks.reserve(cells.size());
      for (const std::string& cell : cells) blocks.push_back(wrap(cell.empty() ? "-" : cell, column_));
      append_beside(blocks, column_, out_);
    } else {
      for (std::size_t i = 0; i < cells.size(); ++i)
        if (!cells[i].empty()) labelled(article_label(i), cells[i]);
    }
  }

  void add(std::vector<std::string>& cells, const Place& place, std::string_view shown) const {
    std::string& cell = cells[place.document];
    if (!cell.empty()) cell += " \u2026 ";
    cell += shown;
  }

  void differing() {
    if (comparison_.differing.empty()) return;
    heading("Differing", comparison_.differing.size());
    bool first = true;
    for (const Difference& difference : comparison_.differing) {
      if (!std::exchange(first, false)) out_ += '\n';
      out_ += difference_heading(difference) + '\n';
      std::vector<std::string> cells(documents_.size());
      for (const Claim& claim : difference.claims) {
        const auto part = [&](std::size_t begin, std::size_t end) {
          return text(Place{.document = claim.place.document, .begin = begin, .end = end});
        };
        const bool whole = difference.kind == DifferenceKind::kStatement;
        std::string shown(part(claim.context.begin, whole ? claim.context.end : claim.place.begin));
        if (!whole)
          shown.append("[").append(text(claim.place)).append("]").append(part(claim.place.end, claim.context.end));
        add(cells, claim.place, shown);
      }
      row(cells);
    }
  }

  void shared() {
    if (comparison_.shared.empty()) return;
    heading("Shared", comparison_.shared.size());
    bool first = true;
    for (const SharedFact& fact : comparison_.shared) {
      if (!std::exchange(first, false)) out_ += '\n';
      std::vector<std::string> cells(documents_.size());
      for (const Place& telling : fact.tellings) add(cells, telling, text(telling));
      for (const std::size_t document : fact.left_out) cells[document] = "(leaves it out)";
      row(cells);
    }
  }

  void only() {
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      const auto is_here = [&](const OnlyFact& fact) { return fact.place.document == i; };
      const auto count = static_cast<std::size_t>(std::ranges::count_if(comparison_.only, is_here));
      if (count == 0) continue;
      heading("Only in " + article_label(i), count);
      for (const OnlyFact& fact : comparison_.only) {
        if (!is_here(fact)) continue;
        const std::string fresh = what_is_new(fact);
        labelled("-", std::string(text(fact.place)) + (fresh.empty() ? "" : " (" + fresh + ")"));
      }
    }
  }

  void quotes() {
    if (comparison_.quotes.empty()) return;
    heading("Quoted", comparison_.quotes.size());
    for (const QuoteGroup& group : comparison_.quotes) {
      std::string label;
      for (const Quote& quote : group.quotes) {
        const std::string speaker = quote.speaker.end > quote.speaker.begin ? std::string(text(quote.speaker)) : "?";
        label = article_label(quote.place.document);
        labelled(label, speaker + ": \u201C" + std::string(text(quote.place)) + "\u201D" +
                            (group.cut && &quote == &group.quotes.back() ? " (cut differently)" : ""));
      }
    }
  }

  void copied() {
    if (comparison_.copied.empty()) return;
    heading("Word for word", comparison_.copied.size());
    for (const CopiedPassage& passage : comparison_.copied) {
      const std::string label = article_label(passage.a.document) + article_label(passage.b.document);
      labelled(label, std::to_string(passage.words) + " words" + (passage.quoted ? ", quoted: " : ": ") +
                          std::string(text(passage.a)));
    }
  }

  std::span<const Document> documents_;
  const Comparison& comparison_;
  ComparisonStyle style_;
  std::size_t width_;
  std::size_t column_ = 0;
  std::string& out_;
};

}  // namespace

void render_text(std::span<const Document> documents, const Comparison& comparison, const ComparisonStyle& style,
                 std::string& out) {
  ComparisonText(documents, comparison, style, out).render();
}

}  // namespace nutgraf
