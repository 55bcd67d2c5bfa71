#include "analyse/dateline.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/character.h"
#include "text/has_byte.h"
#include "text/utf8.h"

namespace nutgraf {

extern const std::string_view kDatelineNames;  // the content of analyse/datelines.txt

namespace {

constexpr std::size_t kLongestName = 4;    // words, in the list
constexpr std::size_t kLongestPlace = 12;  // words in front of a dash or bracket
constexpr std::size_t kLongestKicker = 5;  // words of a place with neither agency nor region
constexpr std::size_t kShortestRest = 3;
constexpr std::size_t kLongestBracket = 5;   // words
constexpr std::size_t kLongestUndashed = 6;  // words in front of "(CNN)" without a dash
constexpr std::size_t kDatelines = 2;        // "(ANSA) - Veld, 3 May - Ships returned"

constexpr std::size_t kFarthestSlash = 32;         // bytes in front of it in "Associated Press / Tam Ruck"
constexpr std::size_t kLongestCaption = 6;         // sentences
constexpr std::size_t kLongestPictureCredit = 10;  // words
constexpr std::size_t kShortestReport = 3;         // sentences
constexpr std::size_t kBehindBracket = 2;          // bytes: a bracket, a stop

// Where an article credits the agency that its text is from.
constexpr std::size_t kCreditedOpening = 5;  // sentences of the report
constexpr std::size_t kCreditedEnd = 3;      // sentences

// So short a word opens no date.
constexpr std::size_t kNoDate = 2;

// Shorter words in capitals are abbreviations more often than cities.
constexpr std::size_t kShortestCapitals = 5;

constexpr std::size_t kShortAbbreviation = 5;  // letters: "Calif."

std::uint64_t extend(std::uint64_t name, std::uint64_t word) { return XXH3_64bits_withSeed(&word, sizeof word, name); }

// The hash of a name's words in order.
std::uint64_t hash_of(std::string_view name) {
  std::uint64_t hash = 0;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t space = std::min(name.find(' ', at), name.size());
    hash = extend(hash, word_hash(name.substr(at, space - at)));
    at = space + 1;
  }
  return hash;
}

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015); }

bool is_opening_quote(char32_t c) {
  return c == '"' || c == '\'' || c == 0xAB || c == 0x2018 || (c >= 0x201C && c <= 0x201F);
}

// "WASHINGTON", "McALLEN"; not "NATO's".
bool is_in_capitals(std::string_view word) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  bool last_is_upper = false;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = utf8::next(word, at);
    last_is_upper = is_upper(c);
    upper += last_is_upper ? 1 : 0;
    lower += is_lower(c) ? 1 : 0;
  }
  return last_is_upper && upper >= 2 && lower <= 2 && upper > lower;
}

bool has_digit(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

bool has_lower(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_lower(utf8::next(text, at))) return true;
  return false;
}

// "VELD - Ships returned to Veld": a name, not an abbreviation. ASCII only.
bool comes_again_in_lower_case(std::string_view text, std::string_view capitals) {
  std::string name(capitals);
  for (char& c : std::span(name).subspan(1)) c |= c >= 'A' && c <= 'Z' ? 0x20 : 0;
  return name.size() > 1 && name != capitals && text.find(name, capitals.size()) != std::string_view::npos;
}

bool goes_on_in_lower_case(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const char32_t c = utf8::next(text, at);
    if (!is_opening_quote(c)) return is_lower(c);
  }
  return false;
}

// Whether a hyphen of an ASCII text may be a dash: one with no letter or digit in front.
bool has_dash(std::string_view text) {
  for (std::size_t at = text.find('-'); at != std::string_view::npos; at = text.find('-', at + 1))
    if (at == 0 || !(is_letter(text[at - 1]) || is_digit(text[at - 1]))) return true;
  return false;
}

// Behind the dash that follows `at`, if there is one. A single hyphen has white space behind it, and in front no word.
std::optional<std::size_t> behind_dash(std::string_view text, std::size_t at) {
  std::size_t dash = skip_white_space(text, at);
  if (dash < text.size() && text[dash] == '.') dash = skip_white_space(text, dash + 1);
  std::size_t behind = dash;
  std::size_t dashes = 0;
  bool hyphen = true;
  while (is_dash(utf8::peek(text, behind))) {
    hyphen &= text[behind] == '-';
    ++dashes;
    utf8::next(text, behind);
  }
  if (dashes == 0) return std::nullopt;
  if (hyphen && dashes == 1) {
    const char32_t before = utf8::peek_back(text, dash);
    const bool apart = behind == text.size() || is_white_space(utf8::peek(text, behind));
    if (is_letter(before) || is_digit(before) || !apart) return std::nullopt;
  }
  return skip_white_space(text, behind);
}

// "Veld Courier - Ships returned.", in the Veld Courier.
std::size_t behind_outlet(std::string_view sentence, std::string_view outlet) {
  if (outlet.empty() || !sentence.starts_with(outlet)) return 0;
  const std::size_t behind = behind_dash(sentence, outlet.size()).value_or(0);
  return behind > 0 && is_upper(utf8::peek(sentence, behind)) ? behind : 0;
}

// "- Ships returned.": an item of a list, or behind a place on a line of its own. Not "- Ona Weir", who wrote it.
std::size_t behind_list_dash(const SentenceForm& form) {
  if (!form.stopped || !is_dash(utf8::peek(form.text, 0))) return 0;
  const std::size_t behind = behind_dash(form.text, 0).value_or(0);
  return behind < form.text.size() && is_upper(utf8::peek(form.text, behind)) ? behind : 0;
}

// "FILE PHOTO - The harbour in May": a phrase that says what the sentence is.
bool opens_label(const Language& language, const SentenceForm& form) {
  return std::ranges::any_of(phrases_from(language, form.words), [&](const Phrase& phrase) {
    return tells_a_kind(phrase.kind) && starts_with_words(form.words, phrase.words);
  });
}

// What stands between two words of a dateline.
enum class Gap : std::uint8_t { kJoins, kComma, kBracket, kDash, kOther };

Gap gap_between(std::string_view text, std::size_t begin, std::size_t end, std::string_view word_before) {
  if (behind_dash(text, begin)) return Gap::kDash;
  Gap gap = Gap::kJoins;
  bool space = begin == 0;
  for (std::size_t at = begin; at < end;) {
    const char32_t c = utf8::next(text, at);
    if (is_white_space(c)) {
      space = true;
    } else if (c == '(' || c == '[' || (c == '/' && space)) {
      return Gap::kBracket;
    } else if (c == ',' || c == 0x60C) {
      gap = Gap::kComma;
    } else if (c == '.') {
      if (utf8::length(word_before) > kShortAbbreviation) return Gap::kOther;
    } else if (!is_dash(c) && c != '/' && c != '\'' && c != 0x2019 && c != '&') {
      return Gap::kOther;
    }
  }
  return gap;
}

}  // namespace

// What stands in front of a dash or bracket.
struct Datelines::Opening {
  std::size_t words = 0;
  std::size_t place = 0;  // words of it up to a comma or a date
  bool capitals = true;   // the place is in capitals
  bool proper = true;     // the place is in title case
  bool names = true;      // no word but "of" and the like is in lower case
  bool digits = false;
  bool dated = false;  // has a day or a month
  bool opens_with_stop_word = false;

  bool place_is_over = false;

  void add(const SentenceForm& form, Gap gap) {
    const Word& word = form.words[words];
    const std::string_view text = form.word(words);
    const bool stop_word = (word.kinds & kStopWord) != 0;
    const bool upper = is_upper(utf8::peek(text, 0));
    const bool saint = words == 0 && text.size() <= kNoDate;  // "ST CATHERINE", not "1 st May"
    const bool date = (word.kinds & kDateWord) != 0 && (!stop_word || upper) && !saint;
    place_is_over |= gap == Gap::kComma || date || has_digit(text);
    if (!place_is_over) {
      ++place;
      capitals &= is_in_capitals(text) || (words > 0 && stop_word);
      proper &= upper;
    }
    names &= !is_lower(utf8::peek(text, 0)) || stop_word || date;
    digits |= has_digit(text);
    dated |= date;
    opens_with_stop_word |= words == 0 && stop_word;
    ++words;
  }
  [[nodiscard]] bool in_capitals() const { return place > 0 && capitals && names && (!digits || dated); }

  // "Cable News Network (CNN)": brackets that hold its first letters.
  [[nodiscard]] bool is_explained_by(const SentenceForm& form, std::string_view abbreviation) const {
    std::size_t at = abbreviation.size();
    std::size_t word = words;
    while (at > 0 && word > 0)
      if ((utf8::previous(abbreviation, at) | 0x20) != (utf8::peek(form.word(--word), 0) | 0x20)) return false;
    return at == 0 && words > 1;
  }
};

Datelines::Datelines() {
  Names* names = nullptr;
  for (std::size_t begin = 0; begin < kDatelineNames.size();) {
    const std::size_t end = std::min(kDatelineNames.find('\n', begin), kDatelineNames.size());
    const std::string_view line = kDatelineNames.substr(begin, end - begin);
    begin = end + 1;
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '[') {
      names = line == "[places]"    ? &places_
              : line == "[labels]"  ? &labels_
              : line == "[buttons]" ? &buttons_
                                    : &agencies_;
      continue;
    }
    if (names != nullptr) add_names(line, *names);
  }
  for (Names* const kind : {&agencies_, &places_, &labels_, &buttons_}) {
    std::ranges::sort(kind->list, {}, &Name::hash);
    std::vector<WordBits::Entry> index;
    for (std::size_t i = 0; i < kind->list.size(); ++i)
      if (i == 0 || kind->list[i].hash != kind->list[i - 1].hash)
        index.push_back({.hash = kind->list[i].hash, .bits = i + 1});
    kind->index = WordBits(index);
  }
}

// "reuters = the reuters": names of one thing, which is called by the first of them.
void Datelines::add_names(std::string_view line, Names& names) {
  constexpr std::string_view kSame = " = ";
  const std::string_view first = line.substr(0, line.find(kSame));
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(kSame, begin), line.size());
    names.list.push_back({.hash = hash_of(line.substr(begin, end - begin)), .name = first});
    begin = end + kSame.size();
  }
}

std::string_view Datelines::find(const Names& names, std::uint64_t hash) {
  const std::size_t place = names.index[hash];
  return place > 0 ? names.list[place - 1].name : std::string_view();
}

Datelines::Match Datelines::match(const Names& names, std::span<const Word> words) {
  Match longest;
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < std::min(words.size(), kLongestName); ++i) {
    hash = extend(hash, words[i].folded);
    if (const std::string_view name = find(names, hash); !name.empty()) longest = {.words = i + 1, .name = name};
  }
  return longest;
}

std::string_view Datelines::agency_named(std::string_view name) const { return find(agencies_, hash_of(name)); }

std::string_view Datelines::agency_in(const SentenceForm& form) const {
  for (std::size_t i = 0; i < form.words.size(); ++i) {
    const Match found = match(agencies_, form.words.subspan(i));
    if (found.words == 0) continue;
    const std::string_view before = i == 0 ? std::string_view("(") : form.behind(i - 1);
    const bool opens = before.find_first_of("([/") != std::string_view::npos ||
                       (found.words > 1 && before.starts_with(','));  // "Tam Ruck, Associated Press"; not "ERIE, Pa."
    const std::string_view behind = form.behind(i + found.words - 1);
    const std::size_t mark = skip_white_space(behind, 0);
    const bool ends = i + found.words == form.words.size() || (mark < behind.size() && behind[mark] != '/');
    if (opens && ends) return found.name;
  }
  return {};
}

std::string_view Datelines::agency_of_line(const SentenceForm& form) const {
  const Match found = match(agencies_, form.words);
  return found.words == form.words.size() ? found.name : std::string_view();
}

std::string_view Datelines::agency(std::span<const Word> words, const Document& document) const {
  const std::vector<Sentence>& sentences = document.sentences;
  const auto part = [&](const Sentence& sentence, std::size_t begin, std::size_t end) {
    Sentence cut = sentence;
    cut.content_begin = begin;
    cut.content_end = end;
    return form_of(document, cut, words);
  };
  std::size_t reports = 0;
  for (std::size_t i = 0; i < sentences.size() && reports < kCreditedOpening; ++i) {
    const Sentence& sentence = sentences[i];
    std::string_view name;
    if (sentence.kind == SentenceKind::kBody) {
      ++reports;
      name = agency_in(part(sentence, sentence.begin, sentence.content_begin));
    } else if (sentence.kind == SentenceKind::kDateline) {
      name = agency_in(part(sentence, sentence.begin, sentence.end));
    } else {
      name = agency_of_line(part(sentence, sentence.begin, sentence.end));
    }
    if (!name.empty()) return name;
  }
  for (std::size_t i = sentences.size(); i > sentences.size() - std::min(sentences.size(), kCreditedEnd); --i) {
    const Sentence& sentence = sentences[i - 1];
    std::string_view name = agency_in(part(sentence, sentence.content_end, sentence.end));
    if (name.empty() && sentence.kind != SentenceKind::kBody)
      name = agency_of_line(part(sentence, sentence.begin, sentence.end));
    if (!name.empty()) return name;
  }
  return {};
}

void Datelines::find(const Language& language, std::span<const Word> words, Document& document,
                     std::vector<SentenceForm>& forms) const {
  forms.clear();
  std::size_t opening = 0;  // the first sentence of the paragraph
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    Sentence& sentence = document.sentences[i];
    if (sentence.paragraph != document.sentences[opening].paragraph) opening = i;
    SentenceForm& form = forms.emplace_back(form_of(document, sentence, words));
    if (ends_with_picture_credit(language, form)) {
      const std::size_t caption = i - opening < kLongestCaption ? opening : i;
      for (std::size_t k = caption; k <= i; ++k) document.sentences[k].kind = SentenceKind::kCredit;
      continue;
    }
    if (i == opening && (behind_button(form) > 0 || is_button(form))) {
      const auto end = std::ranges::upper_bound(document.sentences, sentence.paragraph, {}, &Sentence::paragraph);
      const auto next = static_cast<std::size_t>(end - document.sentences.begin());
      if (document.sentences.size() - next >= kShortestReport)
        for (std::size_t k = i; k < next; ++k) document.sentences[k].kind = SentenceKind::kCredit;
    }
    Span content = this->content(language, form, document.article->outlet, i == opening);
    // "VELD, Calif.|(Reuters) - Ships returned.", "VELD, Calif.|- Ships returned."
    const std::size_t dash = i == opening + 1 && content.begin == 0 ? behind_dash(form.text, 0).value_or(0) : 0;
    if (i > opening && (content.begin > 0 || dash > 0)) {
      if (is_place(forms[i - 1])) {
        document.sentences[i - 1].kind = SentenceKind::kDateline;
        content.begin = std::max(content.begin, dash);
      }
    }
    if (i == opening && content.begin == 0) content.begin = behind_list_dash(form);
    if (content.size() == 0) {
      sentence.kind = SentenceKind::kDateline;
    } else if (content.size() < form.text.size()) {
      sentence.content_end = sentence.begin + content.end;
      sentence.content_begin = sentence.begin + content.begin;
      form = form_of(document, sentence, words);
    }
  }
}

Span Datelines::content(const Language& language, const SentenceForm& form, std::string_view outlet,
                        bool opens_paragraph) const {
  SentenceForm rest = form;
  std::size_t begin = opens_paragraph ? behind_button(form) : 0;
  if (begin == 0 && opens_paragraph) begin = behind_outlet(form.text, outlet);
  if (begin == 0 && opens_paragraph) begin = behind_picture_credit(form);
  if (begin > 0) skip(rest, begin);
  for (std::size_t i = 0; i < kDatelines; ++i) {
    const std::size_t behind = behind_dateline(language, rest, opens_paragraph);
    if (behind == 0) break;
    begin += behind;
    skip(rest, behind);
  }
  if (begin > 0 && rest.words.empty()) return {.begin = begin, .end = begin};
  return {.begin = begin, .end = begin + before_credit(rest)};
}

// "CLOSE|Ships returned."
bool Datelines::is_button(const SentenceForm& form) const {
  return form.words.size() == 1 && is_in_capitals(form.word(0)) && name_at(buttons_, form.words) > 0;
}

// "CLOSE Ships returned.": a button of the page has run into the sentence.
std::size_t Datelines::behind_button(const SentenceForm& form) const {
  if (form.words.size() < kShortestRest || !is_upper(utf8::peek_back(form.word(0), form.word(0).size()))) return 0;
  const std::string_view next = form.word(1);
  // "CLOSE A ship returned.", "CLOSE U.S. ships returned."
  const bool word = has_lower(next) || utf8::length(next) == 1 || next.find('.') != std::string_view::npos;
  const bool apart = form.behind(0) == " " && is_upper(utf8::peek(next, 0)) && word;
  return apart && is_in_capitals(form.word(0)) && name_at(buttons_, form.words.first(1)) > 0
             ? form.tokens[1].begin - form.begin
             : 0;
}

// "Reuters / Tam Ruck Ships returned.", "REUTERS/Tam Ruck Ships returned."
std::size_t Datelines::behind_picture_credit(const SentenceForm& form) const {
  constexpr std::size_t kName = 2;  // words
  if (!form.may_have(kSlash)) return 0;
  const std::size_t slash = form.text.substr(0, kFarthestSlash).find('/');
  if (slash == std::string_view::npos || form.words.size() < kLongestName + kName + kShortestRest) return 0;
  const std::size_t agency = name_at(agencies_, form.words);
  if (agency == 0 || form.behind(agency - 1).find('/') == std::string_view::npos) return 0;
  const std::size_t first = agency + kName;
  for (std::size_t i = agency; i <= first; ++i)
    if (!form.tokens[i].capital || !has_lower(form.word(i))) return 0;
  const bool apart = form.behind(first - 1) == " " && is_lower(utf8::peek(form.word(first + 1), 0));
  return apart ? form.tokens[first].begin - form.begin : 0;
}

// "Update 4:00 p.m.: Ships ...", "EXCLUSIVE - Ships ...".
std::size_t Datelines::behind_label(const SentenceForm& form) const {
  std::size_t words = name_at(labels_, form.words);
  if (words == 0 || form.tokens[0].begin > form.begin) return 0;
  while (words < std::min(form.words.size(), kLongestPlace) &&
         ((form.words[words].kinds & kDateWord) != 0 || has_digit(form.word(words))))
    ++words;
  const std::size_t end = form.tokens[words - 1].end - form.begin;
  const std::size_t colon = form.text.find_first_not_of(" .", end);
  if (colon == std::string_view::npos) return 0;
  const std::size_t behind =
      form.text[colon] == ':' ? skip_white_space(form.text, colon + 1) : behind_dash(form.text, end).value_or(0);
  return !goes_on_in_lower_case(form.text, behind) ? behind : 0;
}

// "By Tam Ruck: Ships returned."
std::size_t Datelines::behind_byline(const Language& language, const SentenceForm& form) {
  constexpr std::size_t kShortestName = 2;  // words
  for (const Phrase& phrase : phrases_from(language, form.words)) {
    const std::size_t first = phrase.words.size();
    if (phrase.kind != PhraseKind::kByline || form.words.size() < first + kShortestName + kShortestRest ||
        !starts_with_words(form.words, phrase.words))
      continue;
    std::size_t last = first;
    while (last + 1 < std::min(form.words.size(), first + kLongestName) && form.tokens[last].capital &&
           (form.behind(last) == " " || form.behind(last) == ". "))
      ++last;
    const bool name = last + 1 >= first + kShortestName && form.tokens[last].capital;
    const std::size_t behind = form.tokens[last + 1].begin - form.begin;
    if (name && form.behind(last) == ": " && !goes_on_in_lower_case(form.text, behind)) return behind;
  }
  return 0;
}

// 0 if there is no dateline.
std::size_t Datelines::behind_dateline(const Language& language, const SentenceForm& form, bool opens_paragraph) const {
  if (form.words.empty() || !form.may_have(kBracket | kSlash | kColon | kFreeHyphen)) return 0;
  // Few sentences begin with something that a dateline ends with: inside a paragraph, a bracket.
  const std::size_t last = std::min(form.tokens.size() - 1, kLongestPlace + 1);
  const std::string_view head = form.text.substr(0, form.tokens[last].end - form.begin + kBehindBracket);
  const bool may_end = has_byte<'(', '[', '/'>(head) || (opens_paragraph && (has_byte<':'>(head) || has_dash(head)));
  if (!may_end && is_ascii(head)) return 0;
  if (opens_paragraph) {
    if (const std::size_t behind = behind_label(form); behind > 0) return behind;
    if (const std::size_t behind = behind_byline(language, form); behind > 0) return behind;
  }
  Opening opening;
  Gap gap = Gap::kOther;
  std::size_t at = 0;
  while (opening.words <= kLongestPlace && opening.words < form.words.size()) {
    gap = gap_between(form.text, at, form.tokens[opening.words].begin - form.begin,
                      opening.words > 0 ? form.word(opening.words - 1) : std::string_view());
    if (gap != Gap::kJoins && gap != Gap::kComma) break;
    opening.add(form, gap);
    at = form.tokens[opening.words - 1].end - form.begin;
  }
  if (opening.words == form.words.size()) gap = gap_between(form.text, at, form.text.size(), {});
  if (gap == Gap::kBracket) return behind_bracket(form, opening, at, opens_paragraph);
  if (gap == Gap::kDash && opens_paragraph) return behind_place(language, form, opening, at);
  return 0;
}

bool Datelines::is_place(const SentenceForm& form) {
  Opening opening;
  std::size_t at = 0;
  while (opening.words < form.words.size()) {
    const Gap gap = gap_between(form.text, at, form.tokens[opening.words].begin - form.begin,
                                opening.words > 0 ? form.word(opening.words - 1) : std::string_view());
    if (gap != Gap::kJoins && gap != Gap::kComma) return false;
    opening.add(form, gap);
    at = form.tokens[opening.words - 1].end - form.begin;
  }
  return opening.words <= kLongestKicker && opening.in_capitals();
}

std::size_t Datelines::behind_bracket(const SentenceForm& form, const Opening& opening, std::size_t at,
                                      bool opens_paragraph) const {
  const std::size_t open = form.text.find_first_of("([/", at);
  const bool slash = form.text[open] == '/';
  const std::size_t close = form.text.find_first_of(slash ? "/" : ")]", open + 1);
  if (close == std::string_view::npos) return 0;
  const std::span<const Word> words = form.words.subspan(opening.words);
  std::size_t inside = 0;
  bool date = true;
  while (inside < words.size() && form.tokens[opening.words + inside].end - form.begin <= close) {
    date &= (words[inside].kinds & kDateWord) != 0 || has_digit(form.word(opening.words + inside));
    ++inside;
  }
  if (inside == 0 || inside > kLongestBracket || opening.is_explained_by(form, form.word(opening.words))) return 0;

  const std::optional<std::size_t> dash = behind_dash(form.text, close + 1);
  const std::size_t behind = dash.value_or(skip_white_space(form.text, close + 1));
  const bool lower = goes_on_in_lower_case(form.text, behind);
  const bool bare = opening.words == 0;
  if (slash) return dash && opening.in_capitals() ? behind : 0;
  if (const std::size_t agency = name_at(agencies_, words.first(inside)); agency > 0) {
    if (bare) return dash || agency == inside ? behind : 0;
    if (dash) return opening.in_capitals() || !lower ? behind : 0;
    const bool place =
        opening.place > 0 && opening.names && !opening.opens_with_stop_word && (!opening.digits || opening.dated);
    return place && opening.words <= kLongestUndashed && !lower ? behind : 0;
  }
  if (!opens_paragraph || lower) return 0;
  const bool glued = is_upper(utf8::peek(form.text, close + 1));
  if (bare) return (dash || glued) && form.tokens[0].capital ? behind : 0;
  const bool place_and_region =
      dash && opening.names && opening.proper && !opening.digits && opening.place < opening.words;
  return place_and_region || (opening.in_capitals() && (dash || date)) ? behind : 0;
}

std::size_t Datelines::behind_place(const Language& language, const SentenceForm& form, const Opening& opening,
                                    std::size_t at) const {
  const std::size_t behind = behind_dash(form.text, at).value_or(0);
  if (opening.place == 0 || opening.place > kLongestKicker || !opening.names || opens_label(language, form)) return 0;
  if (goes_on_in_lower_case(form.text, behind)) return 0;
  const std::span<const Word> rest = form.words.subspan(opening.words);
  if (!rest.empty() && rest.size() < kShortestRest) return 0;  // "Veld - 14 degrees"
  const bool listed = name_at(places_, form.words.first(opening.place)) == opening.place;
  if (listed || (opening.dated && opening.digits && opening.proper)) return behind;
  const bool long_enough = opening.words > 1 || utf8::length(form.word(0)) >= kShortestCapitals ||
                           comes_again_in_lower_case(form.text, form.word(0));
  return opening.in_capitals() && long_enough && (rest.empty() || has_lower(form.text.substr(behind))) ? behind : 0;
}

// "REUTERS/Tam Ruck", "AP Photo/Ona Weir - VL3", alone in its line.
bool Datelines::is_picture_credit(const SentenceForm& form) const {
  if (form.stopped || form.words.empty() || form.words.size() > kLongestPictureCredit) return false;
  const std::size_t slash = form.text.substr(0, kFarthestSlash).find('/');
  if (slash == std::string_view::npos || slash + 1 == form.text.size()) return false;
  const bool joined = !is_white_space(utf8::peek(form.text, slash + 1)) && slash > 0 && form.text[slash - 1] != ' ';
  if (!joined || name_at(agencies_, form.words) == 0) return false;
  return std::ranges::none_of(
      form.tokens, [&](const Token& token) { return is_lower(utf8::peek(form.text, token.begin - form.begin)); });
}

// "(AP Photo/Tam Ruck)", "(Tam Ruck/Reuters)", "(Photo: Tam Ruck)".
bool Datelines::ends_with_picture_credit(const Language& language, const SentenceForm& form) const {
  if (!form.may_have(kBracket | kSlash)) return false;
  if (is_picture_credit(form)) return true;
  const std::size_t end = form.text.size() - std::min(form.text.size(), kBehindBracket);
  if (form.text.find_first_of(")]", end) == std::string_view::npos) return false;
  const std::size_t close = form.text.find_last_of(")]");
  const std::size_t open = form.text.find_last_of("([", close);
  if (open == std::string_view::npos) return false;
  const std::string_view inside = form.text.substr(open + 1, close - open - 1);
  const bool labelled = inside.find_first_of(":/|") != std::string_view::npos;
  std::size_t words = 0;
  bool agency = false;
  bool name = false;  // a word that is no agency's
  bool label = false;
  for (std::size_t i = form.words.size(); i > 0 && form.tokens[i - 1].begin - form.begin > open; --i) {
    if (form.tokens[i - 1].end - form.begin > close) return false;
    ++words;
    const bool is_agency = name_at(agencies_, form.words.subspan(i - 1)) > 0;
    agency |= is_agency;
    name |= !is_agency;
    label |= language.is_phrase(form.words[i - 1].folded, PhraseKind::kCredit);
  }
  const bool known = (agency && name) || label;
  return words > 1 && words <= kLongestPictureCredit && known && (labelled || (agency && label));  // "Tam Ruck via AP"
}

// "... on Tuesday. (AP)", "... on Tuesday. - Reuters": only behind a stop, so that a whole sentence is left.
std::size_t Datelines::before_credit(const SentenceForm& form) const {
  const std::size_t size = form.text.size();
  if (form.words.size() < 2 || !form.may_have(kBracket | kFreeHyphen)) return size;
  // Few sentences end with something that a credit begins with.
  const std::size_t last = form.words.size() - std::min(form.words.size(), kLongestBracket + 1);
  const std::string_view tail = form.text.substr(form.tokens[last].begin - form.begin);
  if (is_ascii(tail) && !has_byte<'(', '[', '-'>(tail)) return size;
  for (std::size_t first = form.words.size(); first > 1 && form.words.size() - first < kLongestBracket;) {
    --first;
    if (name_at(agencies_, form.words.subspan(first)) == 0) continue;
    const std::size_t before = form.tokens[first - 1].end - form.begin;
    const std::string_view gap = form.text.substr(before, form.tokens[first].begin - form.begin - before);
    const std::size_t bracket = gap.find_first_of("([");
    std::size_t end = before + bracket;
    if (bracket == std::string_view::npos ||
        form.text.find_first_of(")]", before + bracket) == std::string_view::npos) {
      end = before + gap.size();
      while (end > before && !is_dash(utf8::peek_back(form.text, end))) utf8::previous(form.text, end);
      while (end > before && is_dash(utf8::peek_back(form.text, end))) utf8::previous(form.text, end);
    }
    end = trim_white_space(form.text, before, end);
    if (end > before && ends_with_stop(form.text.substr(before, end - before))) return end;
  }
  return size;
}

}  // namespace nutgraf
