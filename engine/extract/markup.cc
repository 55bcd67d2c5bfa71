#include "extract/markup.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "text/language.h"

namespace nutgraf {

// Made from class_words.txt.
extern const std::string_view kClassWords;

namespace {

constexpr std::pair<std::string_view, Tag> kTags[] = {
    {"a", Tag::kLink},
    {"address", Tag::kDivision},
    {"amp-sidebar", Tag::kNavigation},
    {"article", Tag::kArticle},
    {"aside", Tag::kAside},
    {"audio", Tag::kSkipped},
    {"blockquote", Tag::kQuote},
    {"body", Tag::kBody},
    {"br", Tag::kBreak},
    {"button", Tag::kSkipped},
    {"canvas", Tag::kSkipped},
    {"caption", Tag::kCaption},
    {"center", Tag::kDivision},
    {"dd", Tag::kTerm},
    {"details", Tag::kDetails},
    {"dialog", Tag::kAside},
    {"div", Tag::kDivision},
    {"dl", Tag::kList},
    {"dt", Tag::kTerm},
    {"embed", Tag::kSkipped},
    {"fieldset", Tag::kForm},
    {"figcaption", Tag::kCaption},
    {"figure", Tag::kFigure},
    {"footer", Tag::kFooter},
    {"form", Tag::kForm},
    {"h1", Tag::kHeading1},
    {"h2", Tag::kHeading2},
    {"h3", Tag::kHeading3},
    {"h4", Tag::kHeading4},
    {"h5", Tag::kHeading4},
    {"h6", Tag::kHeading4},
    {"head", Tag::kSkipped},
    {"header", Tag::kHeader},
    {"hr", Tag::kDivision},
    {"html", Tag::kBody},
    {"iframe", Tag::kSkipped},
    {"input", Tag::kSkipped},
    {"legend", Tag::kSkipped},
    {"li", Tag::kListItem},
    {"main", Tag::kMain},
    {"math", Tag::kSkipped},
    {"menu", Tag::kNavigation},
    {"nav", Tag::kNavigation},
    {"noscript", Tag::kDivision},
    {"object", Tag::kSkipped},
    {"ol", Tag::kList},
    {"option", Tag::kSkipped},
    {"p", Tag::kParagraph},
    {"pre", Tag::kPreformatted},
    {"script", Tag::kSkipped},
    {"section", Tag::kSection},
    {"select", Tag::kSkipped},
    {"style", Tag::kSkipped},
    {"summary", Tag::kDivision},
    {"svg", Tag::kSkipped},
    {"table", Tag::kTable},
    {"tbody", Tag::kTable},
    {"td", Tag::kCell},
    {"template", Tag::kSkipped},
    {"textarea", Tag::kSkipped},
    {"tfoot", Tag::kTable},
    {"th", Tag::kCell},
    {"thead", Tag::kTable},
    {"tr", Tag::kRow},
    {"ul", Tag::kList},
    {"video", Tag::kSkipped},
};
static_assert(std::ranges::is_sorted(kTags, {}, &std::pair<std::string_view, Tag>::first));

// In the order of Hint.
constexpr std::string_view kNames[] = {
    "content", "main", "lead",          "comment", "share",  "related",    "navigation", "header",
    "footer",  "side", "advertisement", "cookie",  "notice", "newsletter", "caption",    "media",
    "author",  "meta", "form",          "title",   "hidden", "contents",   "list",       "article_body"};
static_assert(std::size(kNames) == kHints);

using WordHints = std::unordered_map<std::string_view, Hints>;

const WordHints& word_hints() {
  static const WordHints kWordHints = [] {
    WordHints made;
    const LanguageFile file{.code = {}, .content = kClassWords};
    for (std::size_t i = 0; i < kHints; ++i) {
      for_each_word(file, kNames[i], [&](std::string_view word) { made[word] |= bit(static_cast<Hint>(i)); });
    }
    return made;
  }();
  return kWordHints;
}

Hints hints_in(std::string_view value) {
  constexpr std::size_t kLongestWord = 24;
  const WordHints& known = word_hints();
  Hints hints = 0;
  char word[kLongestWord];
  std::size_t size = 0;
  bool lower_before = false;
  const auto look_up = [&] {
    if (size >= 2 && size < kLongestWord) {
      const auto found = known.find(std::string_view(word, size));
      if (found != known.end()) hints |= found->second;
    }
    size = 0;
  };
  for (const char c : value) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    if (!lower && (!upper || lower_before)) look_up();
    if ((upper || lower) && size < kLongestWord) word[size++] = static_cast<char>(c | 0x20);
    lower_before = lower;
  }
  look_up();
  return hints;
}

}  // namespace

Tag tag_of(std::string_view name) {
  const auto* found = std::ranges::lower_bound(kTags, name, {}, &std::pair<std::string_view, Tag>::first);
  return found != std::end(kTags) && found->first == name ? found->second : Tag::kOther;
}

std::string_view name_of(Hint hint) { return kNames[static_cast<std::size_t>(hint)]; }

Hints hints_of(const Node& element) {
  Hints hints = element.name == "noscript" ? bit(Hint::kHidden) : 0;
  for (const auto& [name, value] : element.attributes) {
    if (name == "class" || name == "id" || name == "data-component" || name == "data-testid") {
      hints |= hints_in(value);
    } else if (name == "itemprop") {
      if (value == "articleBody") hints |= bit(Hint::kArticleBody);
      if (value == "author") hints |= bit(Hint::kAuthor);
      if (value == "headline") hints |= bit(Hint::kTitle);
      if (value == "caption") hints |= bit(Hint::kCaption);
      if (value == "comment") hints |= bit(Hint::kComment);
    } else if (name == "role") {
      if (value == "main") hints |= bit(Hint::kMain);
      if (value == "navigation" || value == "menu" || value == "menubar") hints |= bit(Hint::kNavigation);
      if (value == "complementary") hints |= bit(Hint::kSide);
      if (value == "contentinfo") hints |= bit(Hint::kFooter);
      if (value == "dialog" || value == "alertdialog" || value == "alert") hints |= bit(Hint::kNotice);
      if (value == "search") hints |= bit(Hint::kForm);
    } else if (name == "hidden" || (name == "aria-hidden" && value == "true")) {
      hints |= bit(Hint::kHidden);
    } else if (name == "style") {
      if (value.find("display:none") != std::string_view::npos || value.find("display: none") != std::string_view::npos)
        hints |= bit(Hint::kHidden);
    }
  }
  return hints;
}

}  // namespace nutgraf
