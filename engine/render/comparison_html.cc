// A page of its own: differing, shared and only-here facts in rows with a cell an article, then the articles, in which
// each shared fact is a link to the same fact in the next one. Facts are told apart by a number as well as a colour.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/render.h"
#include "render/columns.h"
#include "render/comparison_labels.h"
#include "render/html.h"

namespace nutgraf {

// engine/render/comparison.css
extern const std::string_view kComparisonStyle;

namespace {

constexpr std::size_t kColours = 6;

class ComparisonPage {
 public:
  ComparisonPage(std::span<const Document> documents, const Comparison& comparison, std::string& out)
      : documents_(documents), comparison_(comparison), out_(out) {}

  void render() {
    opening();
    differing();
    shared();
    only();
    quotes();
    copied();
    articles();
    out_ += "</main>\n</body>\n</html>\n";
  }

 private:
  // A part of an article between tags.
  struct Mark {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string open;
    std::string close;
  };

  void add(std::string_view html) { out_ += html; }

  void add_text(std::string_view text) {
    folded_.clear();
    append_folded(text, folded_);
    append_escaped(folded_, out_);
  }

  [[nodiscard]] std::string_view text(std::size_t document, std::size_t begin, std::size_t end) const {
    return std::string_view(documents_[document].article->text).substr(begin, end - begin);
  }
  [[nodiscard]] std::string_view text(const Place& place) const { return text(place.document, place.begin, place.end); }

  [[nodiscard]] std::string name(std::size_t document) const {
    const Article& article = *documents_[document].article;
    if (!article.outlet.empty()) return article.outlet;
    return article.title.empty() ? article.id : article.title;
  }

  void label(std::size_t document) {
    add("<span class=\"label\" title=\"");
    append_escaped(name(document), out_);
    add("\">" + article_label(document) + "</span>");
  }

  void heading(std::string_view id, std::string_view text, std::size_t count) {
    add(fmt::format("<h2 id=\"{}\">{} ({})</h2>\n", id, text, count));
  }

  void opening() {
    add("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"generator\" content=\"nutgraf\">\n<link rel=\"icon\" href=\"data:,\">\n<title>");
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      if (i > 0) add(" \u00B7 ");
      add_text(name(i));
    }
    add("</title>\n<style>\n");
    add(kComparisonStyle);
    add(fmt::format("main {{ --articles: {}; }}\n</style>\n</head>\n<body>\n<main>\n<h1>Side by side</h1>\n",
                    documents_.size()));
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      const Article& article = *documents_[i].article;
      add("<p class=\"about\">");
      label(i);
      add(fmt::format("<a href=\"#article{}\">", i));
      add_text(article.title.empty() ? article.id : article.title);
      add("</a>");
      for (const std::string& part : {article.outlet, article.published}) {
        if (part.empty()) continue;
        add(" \u00B7 ");
        add_text(part);
      }
      add("</p>\n");
    }
    for (const ArticleSimilarity& similarity : comparison_.similarity) {
      add("<p>");
      add_text(verdict(similarity));
      add("</p>\n");
    }
    add("<nav aria-label=\"Parts\">");
    const auto part = [&](std::string_view id, std::string_view title, bool any) {
      if (any) add(fmt::format("<a href=\"#{}\">{}</a> ", id, title));
    };
    part("differing", "Differing", !comparison_.differing.empty());
    part("shared", "Shared", !comparison_.shared.empty());
    part("only", "Only here", !comparison_.only.empty());
    part("quoted", "Quoted", !comparison_.quotes.empty());
    part("copied", "Word for word", !comparison_.copied.empty());
    part("articles", "Articles", true);
    add("</nav>\n");
  }

  // `cell` writes what an article has there, and says whether it has anything.
  template <class Cell>
  void row(std::string_view id, const Cell& cell) {
    add("<div class=\"columns row\"");
    if (!id.empty()) add(fmt::format(" id=\"{}\"", id));
    add(">\n");
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      const std::size_t before = out_.size();
      add("<div class=\"cell\">");
      label(i);
      const std::size_t content = out_.size();
      cell(i);
      if (out_.size() == content) {
        out_.resize(before);
        add("<div class=\"cell empty none\">\u2013");
      }
      add("</div>\n");
    }
    add("</div>\n");
  }

  void differing() {
    if (comparison_.differing.empty()) return;
    heading("differing", "Differing", comparison_.differing.size());
    for (const Difference& difference : comparison_.differing) {
      add("<h3>" + difference_heading(difference) + "</h3>\n");
      row("", [&](std::size_t document) {
        bool first = true;
        for (const Claim& claim : difference.claims) {
          if (claim.place.document != document) continue;
          if (!first) add(" \u2026 ");
          first = false;
          add_spaced(text(document, claim.context.begin, claim.place.begin));
          add("<mark>");
          add_text(text(claim.place));
          add("</mark>");
          add_spaced(text(document, claim.place.end, claim.context.end));
        }
      });
    }
  }

  static std::string anchor(std::size_t document, std::size_t fact, std::size_t telling) {
    return fmt::format("t{}-{}-{}", document, fact + 1, telling);
  }

  void shared() {
    if (comparison_.shared.empty()) return;
    heading("shared", "Shared", comparison_.shared.size());
    for (std::size_t f = 0; f < comparison_.shared.size(); ++f) {
      const SharedFact& fact = comparison_.shared[f];
      row(fmt::format("f{}", f + 1), [&](std::size_t document) {
        bool first = true;
        for (std::size_t t = 0; t < fact.tellings.size(); ++t) {
          if (fact.tellings[t].document != document) continue;
          if (!first) add(" \u2026 ");
          add(fmt::format("<a class=\"fact c{}\" href=\"#{}\"><span class=\"n\">{}</span> ", f % kColours,
                          anchor(document, f, t), f + 1));
          add_text(text(fact.tellings[t]));
          add("</a>");
          first = false;
        }
        if (std::ranges::find(fact.left_out, document) != fact.left_out.end())
          add("<span class=\"none\">leaves it out</span>");
      });
    }
  }

  void only() {
    if (comparison_.only.empty()) return;
    heading("only", "Only here", comparison_.only.size());
    row("", [&](std::size_t document) {
      bool any = false;
      for (const OnlyFact& fact : comparison_.only) {
        if (fact.place.document != document) continue;
        if (!any) add("<ul>\n");
        any = true;
        add("<li>");
        add_text(text(fact.place));
        if (const std::string fresh = what_is_new(fact); !fresh.empty())
          add(" <span class=\"note\">(" + fresh + ")</span>");
        add("</li>\n");
      }
      if (any) add("</ul>\n");
    });
  }

  void quotes() {
    if (comparison_.quotes.empty()) return;
    heading("quoted", "Quoted", comparison_.quotes.size());
    for (const QuoteGroup& group : comparison_.quotes) {
      row("", [&](std::size_t document) {
        for (const Quote& quote : group.quotes) {
          if (quote.place.document != document) continue;
          if (quote.speaker.end > quote.speaker.begin) {
            add("<b>");
            add_text(text(quote.speaker));
            add("</b>: ");
          }
          add("\u201C");
          add_text(text(quote.place));
          add("\u201D ");
          if (group.cut) add("<span class=\"note\">(cut differently)</span> ");
        }
      });
    }
  }

  void copied() {
    if (comparison_.copied.empty()) return;
    heading("copied", "Word for word", comparison_.copied.size());
    add("<ul>\n");
    for (const CopiedPassage& passage : comparison_.copied) {
      add("<li>");
      label(passage.a.document);
      label(passage.b.document);
      add_text(text(passage.a));
      add(fmt::format(" <span class=\"note\">({} words{})</span></li>\n", passage.words,
                      passage.quoted ? ", quoted" : ""));
    }
    add("</ul>\n");
  }

  // The next telling of the fact in another article, round and round.
  static std::string next_telling(const SharedFact& fact, std::size_t f, std::size_t t) {
    for (std::size_t step = 1; step < fact.tellings.size(); ++step) {
      const std::size_t next = (t + step) % fact.tellings.size();
      if (fact.tellings[next].document != fact.tellings[t].document)
        return anchor(fact.tellings[next].document, f, next);
    }
    return anchor(fact.tellings[t].document, f, t);
  }

  [[nodiscard]] std::vector<Mark> outer_marks(std::size_t document) const {
    std::vector<Mark> marks;
    for (std::size_t f = 0; f < comparison_.shared.size(); ++f) {
      const SharedFact& fact = comparison_.shared[f];
      for (std::size_t t = 0; t < fact.tellings.size(); ++t) {
        const Place& place = fact.tellings[t];
        if (place.document != document) continue;
        marks.push_back({.begin = place.begin,
                         .end = place.end,
                         .open = fmt::format("<a class=\"fact c{}\" id=\"{}\" href=\"#{}\">", f % kColours,
                                             anchor(document, f, t), next_telling(fact, f, t)),
                         .close = fmt::format("<sup>{}</sup></a>", f + 1)});
      }
    }
    for (const OnlyFact& fact : comparison_.only)
      if (fact.place.document == document)
        marks.push_back(
            {.begin = fact.place.begin, .end = fact.place.end, .open = "<span class=\"only\">", .close = "</span>"});
    std::ranges::sort(marks, {}, &Mark::begin);
    return marks;
  }

  [[nodiscard]] std::vector<Mark> inner_marks(std::size_t document) const {
    std::vector<Mark> marks;
    for (const Difference& difference : comparison_.differing)
      for (const Claim& claim : difference.claims)
        if (claim.place.document == document && difference.kind != DifferenceKind::kStatement)
          marks.push_back({.begin = claim.place.begin, .end = claim.place.end, .open = "<mark>", .close = "</mark>"});
    std::ranges::sort(marks, {}, &Mark::begin);
    return marks;
  }

  // [begin, end) with the marks that lie in it around their parts; `write` writes what is between them and inside.
  template <class Write>
  void with_marks(const std::vector<Mark>& marks, std::size_t begin, std::size_t end, const Write& write) {
    for (const Mark& mark : marks) {
      if (mark.begin < begin || mark.end > end) continue;
      write(begin, mark.begin);
      add(mark.open);
      write(mark.begin, mark.end);
      add(mark.close);
      begin = mark.end;
    }
    write(begin, end);
  }

  void articles() {
    add("<h2 id=\"articles\">Articles</h2>\n<div class=\"columns\">\n");
    for (std::size_t i = 0; i < documents_.size(); ++i) article(i);
    add("</div>\n");
  }

  void article(std::size_t document) {
    const Document& all = documents_[document];
    add(fmt::format("<article class=\"cell\" id=\"article{}\" dir=\"auto\"", document));
    if (!all.language.empty()) {
      add(" lang=\"");
      append_escaped(all.language, out_);
      add("\"");
    }
    add(">\n<h3>");
    label(document);
    add_text(all.article->title.empty() ? all.article->id : all.article->title);
    add("</h3>\n");
    const std::vector<Mark> outer = outer_marks(document);
    const std::vector<Mark> inner = inner_marks(document);
    for (std::size_t s = 0; s < all.sentences.size(); ++s) {
      const Sentence& sentence = all.sentences[s];
      const bool opens = s == 0 || all.sentences[s - 1].paragraph != sentence.paragraph;
      if (opens) add(s == 0 ? "<p>" : "</p>\n<p>");
      if (!opens && all.sentences[s - 1].end < sentence.begin) add(" ");
      with_marks(outer, sentence.begin, sentence.end, [&](std::size_t begin, std::size_t end) {
        with_marks(inner, begin, end, [&](std::size_t from, std::size_t to) { add_spaced(text(document, from, to)); });
      });
    }
    if (!all.sentences.empty()) add("</p>\n");
    add("</article>\n");
  }

  // White space folded, but not lost at the ends.
  void add_spaced(std::string_view part) {
    const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
    if (part.empty()) return;
    if (is_space(part.front())) add(" ");
    add_text(part);
    if (part.size() > 1 && is_space(part.back())) add(" ");
  }

  std::span<const Document> documents_;
  const Comparison& comparison_;
  std::string& out_;
  std::string folded_;
};

}  // namespace

void render_html(std::span<const Document> documents, const Comparison& comparison, std::string& out) {
  ComparisonPage(documents, comparison, out).render();
}

}  // namespace nutgraf
