#include "extract/markup.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "text/language.h"
#include "text/word_bits.h"

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
    {"rp", Tag::kSkipped},  // readings beside their characters ("ruby")
    {"rt", Tag::kSkipped},
    {"rtc", Tag::kSkipped},
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

constexpr std::size_t kSlots = 256;

constexpr std::size_t slot_of(std::string_view name) {
  const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(name[at])); };
  return (byte(0) * 7 + byte(name.size() - 1) * 31 + name.size() * 61 + byte(name.size() / 2)) % kSlots;
}

// A hash table of the tags: each in the first slot at or behind its own that was free.
constexpr auto kTagSlots = [] {
  std::array<std::pair<std::string_view, Tag>, kSlots> slots{};
  for (const auto& [name, tag] : kTags) {
    std::size_t slot = slot_of(name);
    while (!slots[slot].first.empty()) slot = (slot + 1) % kSlots;
    slots[slot] = {name, tag};
  }
  return slots;
}();

constexpr Tag find_tag(std::string_view name) {
  if (name.empty()) return Tag::kOther;
  std::size_t slot = slot_of(name);
  while (!kTagSlots[slot].first.empty() && kTagSlots[slot].first != name) slot = (slot + 1) % kSlots;
  return kTagSlots[slot].second;
}
static_assert(std::ranges::all_of(kTags, [](const auto& tag) { return find_tag(tag.first) == tag.second; }));

// In the order of Hint.
constexpr std::string_view kNames[] = {
    "content", "main", "lead",          "comment", "share",  "related",    "navigation", "header",
    "footer",  "side", "advertisement", "cookie",  "notice", "newsletter", "caption",    "media",
    "author",  "meta", "form",          "title",   "hidden", "contents",   "list",       "article_body"};
static_assert(std::size(kNames) == kHints);

const WordBits& word_hints() {
  static const WordBits kWordHints = [] {
    std::vector<WordBits::Entry> words;
    const LanguageFile file{.code = {}, .content = kClassWords};
    for (std::size_t i = 0; i < kHints; ++i) {
      for_each_word(file, kNames[i], [&](std::string_view word) {
        words.push_back({.hash = word_hash(word), .bits = bit(static_cast<Hint>(i))});
      });
    }
    return WordBits(words);
  }();
  return kWordHints;
}

Hints hints_in(std::string_view value) {
  constexpr std::size_t kLongestWord = 24;
  const WordBits& known = word_hints();
  Hints hints = 0;
  char word[kLongestWord];
  std::size_t size = 0;
  bool lower_before = false;
  const auto look_up = [&] {
    if (size >= 2 && size < kLongestWord) hints |= static_cast<Hints>(known[word_hash({word, size})]);
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

Tag tag_of(std::string_view name) { return find_tag(name); }

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
