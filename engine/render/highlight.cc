// Articles with the sentences of their summaries marked: for a terminal, as plain text, as a web page.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/render.h"
#include "render/columns.h"
#include "render/html.h"
#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

// One page, no script, nothing fetched: readable on a phone, in the dark and on paper.
constexpr std::string_view kOpening = R"(<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="nutgraf">
<title>Summaries</title>
<style>
:root { color-scheme: light dark; --text: #1b1b1b; --faint: #5f6368; --page: #fdfdfb; --mark: #fff0a6; --line: #d9d9d4; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e4e4e0; --faint: #a0a39d; --page: #17181a; --mark: #5b4b00; --line: #3a3b3d; }
}
body { margin: 0; padding: 1.5rem 1rem; background: var(--page); color: var(--text); font: 1.0625rem/1.6 Georgia, serif; }
article { max-width: 40rem; margin: 0 auto; overflow-wrap: break-word; }
article + article { margin-top: 3rem; padding-top: 2rem; border-top: 1px solid var(--line); }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; }
.aside { color: var(--faint); }
.about { margin: 0 0 1.5rem; color: var(--faint); font: .875rem/1.4 sans-serif; }
mark { background: var(--mark); color: inherit; border-radius: .2em; padding: .05em .1em; box-decoration-break: clone;
  -webkit-box-decoration-break: clone; }
@media print { mark { background: none; text-decoration: underline; } }
</style>
</head>
<body>
)";

constexpr std::string_view kClosing = "</body>\n</html>\n";

// Writes text in one style; white space folded, as `append_folded` does.
class Marker {
 public:
  Marker(HighlightStyle style, std::string& out) : style_(style), out_(out) {}

  void text(std::string_view text) {
    folded_.clear();
    append_folded(text, folded_);
    if (style_ == HighlightStyle::kHtml) {
      append_escaped(folded_, out_);
    } else {
      out_ += folded_;
    }
  }
  void marked(std::string_view text) {
    const auto [before, behind] = marks();
    out_ += before;
    this->text(text);
    out_ += behind;
  }

 private:
  struct Marks {
    std::string_view before;
    std::string_view behind;
  };
  [[nodiscard]] Marks marks() const {
    switch (style_) {
      case HighlightStyle::kTerminal:
        return {.before = "\x1b[1;33m", .behind = "\x1b[0m"};
      case HighlightStyle::kHtml:
        return {.before = "<mark>", .behind = "</mark>"};
      case HighlightStyle::kPlain:
        break;
    }
    return {.before = "**", .behind = "**"};
  }

  HighlightStyle style_;
  std::string& out_;
  std::string folded_;
};

bool space_at(std::string_view text, std::size_t position) {
  return is_white_space(utf8::peek_back(text, position)) || is_white_space(utf8::peek(text, position));
}

// A sentence, of which [begin, end) is marked: nothing, all, or all but its dateline.
void append_sentence(std::string_view text, const Sentence& sentence, const SummarySentence* chosen, Marker& marker,
                     std::string& out) {
  if (chosen == nullptr) return marker.text(text.substr(sentence.begin, sentence.end - sentence.begin));
  if (chosen->begin > sentence.begin) {
    marker.text(text.substr(sentence.begin, chosen->begin - sentence.begin));
    if (space_at(text, chosen->begin)) out += ' ';
  }
  marker.marked(text.substr(chosen->begin, chosen->end - chosen->begin));
  if (chosen->end < sentence.end) {
    if (space_at(text, chosen->end)) out += ' ';
    marker.text(text.substr(chosen->end, sentence.end - chosen->end));
  }
}

// Of the paragraph that sentence `i` opens: what is no part of the report is faint.
std::string_view opening_tag(const Document& document, std::size_t i) {
  const std::vector<Sentence>& sentences = document.sentences;
  if (sentences[i].kind == SentenceKind::kTitle) return "<h1>";
  for (std::size_t k = i; k < sentences.size() && sentences[k].paragraph == sentences[i].paragraph; ++k)
    if (sentences[k].kind == SentenceKind::kBody) return "<p>";
  return "<p class=\"aside\">";
}

std::string_view closing_tag(const Sentence& first) {
  return first.kind == SentenceKind::kTitle ? "</h1>\n" : "</p>\n";
}

void append_about(const Article& article, std::string& out) {
  if (article.outlet.empty() && article.published.empty()) return;
  out += "<p class=\"about\">";
  append_escaped(article.outlet, out);
  if (!article.outlet.empty() && !article.published.empty()) out += " \u00B7 ";
  append_escaped(article.published, out);
  out += "</p>\n";
}

}  // namespace

std::string_view highlight_opening() { return kOpening; }
std::string_view highlight_closing() { return kClosing; }

void render_highlight(const Document& document, const Summary& summary, HighlightStyle style, std::string& out) {
  const Article& article = *document.article;
  const std::string_view text = article.text;
  const bool html = style == HighlightStyle::kHtml;
  Marker marker(style, out);
  if (html) {
    out += "<article";
    if (!document.language.empty()) {
      out += " lang=\"";
      append_escaped(document.language, out);
      out += '"';
    }
    out += " dir=\"auto\">\n";
    if (!article.title.empty()) {
      out += "<h1>";
      marker.text(article.title);
      out += "</h1>\n";
    }
    append_about(article, out);
  }
  // The title in the text is not shown under the article's own.
  const bool has_title = html && !article.title.empty();
  auto chosen = summary.sentences.begin();
  std::string_view close;
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    const Sentence& sentence = document.sentences[i];
    if (has_title && sentence.kind == SentenceKind::kTitle) continue;
    const bool opens = close.empty() || document.sentences[i - 1].paragraph != sentence.paragraph;
    if (opens) {
      out += close;
      if (html) out += opening_tag(document, i);
      close = html ? closing_tag(sentence) : "\n\n";
    } else if (document.sentences[i - 1].end < sentence.begin) {
      out += ' ';
    }
    const bool marked = chosen != summary.sentences.end() && chosen->index == i;
    append_sentence(text, sentence, marked ? &*chosen++ : nullptr, marker, out);
  }
  if (!close.empty()) out += html ? close : "\n";
  if (html) out += "</article>\n";
}

}  // namespace nutgraf
