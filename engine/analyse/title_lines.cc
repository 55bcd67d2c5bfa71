#include "analyse/title_lines.h"

#include <algorithm>
#include <string_view>

#include "analyse/dependence.h"
#include "text/character.h"
#include "text/has_byte.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

// The title stands among the first lines and says something.
constexpr std::size_t kTitleLines = 5;
constexpr std::size_t kShortestTitle = 3;  // words
constexpr std::size_t kShortestLine = 4;   // of a title that goes on
constexpr std::size_t kShortestRest = 4;   // of a sentence that it has run into

// "Harbour reopens Ships returned to Veld on Tuesday.": the title has run into the first sentence.
void cut_title(const Language& language, std::span<const SentenceForm> forms, std::span<const Word> title,
               Document& document) {
  if (title.size() < kShortestTitle) return;
  for (std::size_t i = 0; i < std::min(document.sentences.size(), kTitleLines); ++i) {
    const SentenceForm& form = forms[i];
    if (form.words.size() < title.size() + kShortestRest) continue;
    if (!std::ranges::equal(form.words.first(title.size()), title, {}, &Word::folded, &Word::folded)) continue;
    const std::size_t end = form.tokens[title.size() - 1].end - form.begin;
    const std::size_t next = form.tokens[title.size()].begin - form.begin;
    const std::size_t begin = skip_white_space(form.text, end);
    // What goes on in lower case, or behind a comma, is a sentence that opens with the title's words.
    if (begin == end || form.text.substr(begin, next - begin).find(',') != std::string_view::npos) continue;
    if (!is_upper(utf8::peek(form.text, next))) continue;
    document.sentences[i].content_begin = form.begin + begin;
    SentenceForm rest = form;
    skip(rest, begin);
    document.sentences[i].dependent = leans_on_the_one_before(language, rest, Opening::kReport);
  }
}

// "Ships wait off Veld. | Tam Ruck/AP Harbour reopens Crews are relieved.": a caption, its credit, the title, and a
// deck that have run into one paragraph.
void find_header(std::span<const SentenceForm> forms, std::span<const Word> title, Document& document) {
  std::vector<Sentence>& sentences = document.sentences;
  const auto end = std::ranges::find_if(
      sentences, [&](const Sentence& sentence) { return sentence.paragraph > sentences.front().paragraph; });
  if (title.size() < kShortestTitle || end == sentences.end()) return;
  bool bar = false;
  for (auto sentence = sentences.begin(); sentence != end; ++sentence) {
    const SentenceForm& form = forms[static_cast<std::size_t>(sentence - sentences.begin())];
    bar |= has_byte<'|'>(form.text);
    if (!bar) continue;
    if (std::ranges::search(form.words, title, {}, &Word::folded, &Word::folded).empty()) continue;
    for (auto k = sentences.begin(); k != end; ++k)
      k->kind = k <= sentence ? SentenceKind::kCredit : SentenceKind::kDeck;
    return;
  }
}

// "The harbour reopens. What now?": a title of several sentences; that of the page may go on.
void find_long_title(std::span<const SentenceForm> forms, std::span<const Word> title, std::size_t first,
                     Document& document) {
  const std::vector<Sentence>& sentences = document.sentences;
  std::size_t end = first;
  while (end < forms.size() && !title.empty()) {
    if (end > first + 1 && sentences[end].paragraph != sentences[end - 1].paragraph) break;
    const std::span<const Word> words = forms[end].words;
    if (words.empty() || words.size() > title.size() ||
        !std::ranges::equal(words, title.first(words.size()), {}, &Word::folded, &Word::folded))
      return;
    title = title.subspan(words.size());
    ++end;
  }
  if (end - first == 1 && !title.empty()) return;
  for (std::size_t i = first; i < end; ++i) document.sentences[i].kind = SentenceKind::kTitle;
}

void find_title(std::span<const SentenceForm> forms, std::span<const Word> title, Document& document) {
  document.title = document.article->title;
  if (document.title.empty()) {
    for (std::size_t i = 0; i < std::min(document.sentences.size(), kTitleLines); ++i) {
      const SentenceKind kind = document.sentences[i].kind;
      if (kind == SentenceKind::kBody) return;
      if (kind != SentenceKind::kHeading || forms[i].words.size() < kShortestTitle) continue;
      document.title = forms[i].text;
      title = forms[i].words;
      break;
    }
  }
  if (title.empty()) return;
  // Page titles often go on with the outlet's name.
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const std::size_t length = forms[i].words.size();
    const bool whole = length == title.size();
    const bool most = !forms[i].stopped && length < title.size() && length >= kShortestLine;
    if ((whole || most) && std::ranges::equal(forms[i].words, title.first(length), {}, &Word::folded, &Word::folded))
      document.sentences[i].kind = SentenceKind::kTitle;
    if (!whole && i < kTitleLines) find_long_title(forms, title, i, document);
  }
}

}  // namespace

void find_title_lines(const Language& language, std::span<const SentenceForm> forms, std::span<const Word> title,
                      Document& document) {
  if (!title.empty()) {
    cut_title(language, forms, title, document);
    find_header(forms, title, document);
  }
  find_title(forms, title, document);
}

}  // namespace nutgraf
