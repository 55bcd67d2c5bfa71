#include "analyse/sentence_kind.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "analyse/attribution.h"
#include "analyse/caption.h"
#include "analyse/dependence.h"
#include "analyse/quotation.h"
#include "analyse/title_lines.h"
#include "text/character.h"
#include "text/has_byte.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

// Lines without a stop up to this many words are headings; longer ones are sentences that lost their stop.
constexpr std::size_t kLongestHeading = 25;

// Phrases shorter than this open ordinary sentences too ("Share prices fell"): they count on labels only.
constexpr std::size_t kTellingPhrase = 3;
constexpr std::size_t kLongestLabel = 12;

constexpr std::size_t kLongestDateline = 14;
constexpr std::size_t kLongestByline = 12;

// "Comments" ends an article only behind an article.
constexpr std::size_t kLongestEnd = 6;
constexpr std::size_t kShortestArticle = 2;

// "— Ona Weir (@onaweir) May 3, 2027", under a post that a page shows.
constexpr std::size_t kLongestSignature = 80;  // bytes in front of its "(@"
constexpr std::size_t kLongestPost = 6;        // sentences

constexpr std::size_t kLongestCaption = 3;  // sentences in front of its credit
constexpr std::size_t kLongestCredit = 8;   // words

SentenceKind kind_of(PhraseKind phrase) {
  switch (phrase) {
    case PhraseKind::kByline:
      return SentenceKind::kDateline;
    case PhraseKind::kCredit:
      return SentenceKind::kCredit;
    case PhraseKind::kReference:
      return SentenceKind::kReference;
    case PhraseKind::kForm:
    case PhraseKind::kEnd:
      return SentenceKind::kForm;
    case PhraseKind::kDependent:
    case PhraseKind::kDependentBeforeComma:
    case PhraseKind::kIndependent:
    case PhraseKind::kContinuing:
    case PhraseKind::kCaptionClause:
      break;
  }
  return SentenceKind::kBody;
}

bool is_label(const SentenceForm& form, std::size_t longest) { return !form.stopped && form.words.size() <= longest; }

// "Related: ..." is a label with something behind it; "Related species ..." is not.
bool colon_follows(const SentenceForm& form, std::size_t words) {
  const std::size_t behind = form.tokens[words - 1].end - form.begin;
  return form.text.substr(behind, 2).find(':') != std::string_view::npos;
}

// "Copyright 2026 The Tarn Messenger."
bool year_follows(const SentenceForm& form, std::size_t words) {
  if (words >= form.tokens.size()) return false;
  const std::string_view word = form.word(words);
  return word.size() == 4 && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<PhraseKind> opening_phrase(const Language& language, const SentenceForm& form) {
  for (const Phrase& phrase : phrases_from(language, form.words)) {
    if (!tells_a_kind(phrase.kind) || !starts_with_words(form.words, phrase.words)) continue;
    if (phrase.sure || phrase.words.size() >= kTellingPhrase || is_label(form, kLongestLabel) ||
        colon_follows(form, phrase.words.size()) ||
        (phrase.kind == PhraseKind::kForm && year_follows(form, phrase.words.size())))
      return phrase.kind;
  }
  return std::nullopt;
}

std::optional<PhraseKind> phrase_anywhere(const Language& language, const SentenceForm& form) {
  if ((form.kinds & kMarksPhrase) == 0) return std::nullopt;
  for (std::size_t i = 0; i < form.words.size(); ++i) {
    if ((form.words[i].kinds & kOpensPhrase) == 0) continue;
    for (const Phrase& phrase : phrases_from(language, form.words.subspan(i))) {
      if (!phrase.anywhere) break;
      if (starts_with_words(form.words.subspan(i), phrase.words)) return phrase.kind;
    }
  }
  return std::nullopt;
}

// "Monday, 3 May 2027, 9:41 am": nothing but numbers and date words.
bool is_date(const SentenceForm& form) {
  if (form.words.size() > kLongestDateline) return false;
  bool number = false;
  for (std::size_t i = 0; i < form.words.size(); ++i) {
    const bool digits = std::ranges::any_of(form.word(i), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits && (form.words[i].kinds & kDateWord) == 0) return false;
    number |= digits;
  }
  return number;
}

// "pic.twitter.com/a1b2"
bool has_picture_of_a_tweet(std::string_view sentence) {
  for (std::size_t at = sentence.find('.'); at != std::string_view::npos; at = sentence.find('.', at + 1))
    if (sentence.substr(at).starts_with(".twitter.com") && sentence.substr(0, at).ends_with("pic")) return true;
  return false;
}

// "Watch the crane fall »", "The list is at www.veld.example.", a tweet
bool points_elsewhere(const SentenceForm& form) {
  const std::string_view sentence = form.text;
  if (!form.may_have(kSlash | kInnerStop)) return false;
  const bool arrow = sentence.ends_with("\u00BB") && sentence.find("\u00AB") == std::string_view::npos &&
                     sentence.find("\u00BB") == sentence.size() - std::string_view("\u00BB").size();
  if (arrow || (has_byte<'/'>(sentence) && sentence.find("://") != std::string_view::npos)) return true;
  const std::string_view last_word = sentence.substr(sentence.rfind(' ') + 1);
  return last_word.contains("www.") || has_picture_of_a_tweet(sentence);
}

// Where the signature of a post begins; npos if there is none.
std::size_t signature_at(std::string_view sentence) {
  const std::size_t account = sentence.find("(@");
  if (account == std::string_view::npos) return account;
  for (std::size_t at = account; at > 0 && account - at < kLongestSignature;) {
    const char32_t c = utf8::previous(sentence, at);
    const bool dash = c == '-' || c == 0x2013 || c == 0x2014;
    if (dash && (at == 0 || is_white_space(utf8::peek_back(sentence, at)))) return at;
  }
  return std::string_view::npos;
}

// "Tam Ruck/Veld Photo": names of people and of whom they work for.
bool is_slashed_name(const SentenceForm& form) {
  constexpr std::size_t kName = 2;  // words
  if (form.words.size() <= kName || form.words.size() > kLongestCredit || !has_byte<'/'>(form.text)) return false;
  for (std::size_t i = 0; i < form.words.size(); ++i)
    if (!form.tokens[i].capital) return false;
  for (std::size_t i = 0; i + 1 < form.words.size(); ++i)
    if (form.behind(i) == "/") return i + 1 >= kName;
  return false;
}

// "(Veld Photo Agency)": whom the picture above is from.
bool is_name_in_brackets(const SentenceForm& form) {
  constexpr std::size_t kName = 2;  // words
  return form.words.size() >= kName && form.words.size() <= kLongestCredit && form.text.starts_with('(') &&
         form.text.ends_with(')') && std::ranges::all_of(form.tokens, &Token::capital);
}

bool ends_with_reference(const Language& language, const SentenceForm& form) {
  constexpr std::size_t kPhrase = 2;  // words
  if (form.stopped || form.words.size() <= kPhrase) return false;
  const std::span<const Word> end = form.words.last(kPhrase);
  return form.tokens[form.words.size() - kPhrase].capital &&
         std::ranges::any_of(phrases_from(language, end), [&](const Phrase& phrase) {
           return phrase.kind == PhraseKind::kReference && phrase.words.size() == kPhrase &&
                  starts_with_words(end, phrase.words);
         });
}

// What a paragraph is that ends so; kBody where that tells nothing.
SentenceKind kind_of_paragraph(const Language& language, const SentenceForm& end) {
  if (end.words.empty()) return SentenceKind::kBody;
  const bool label = opening_phrase(language, end) == PhraseKind::kCredit && colon_follows(end, 1);
  if (label || is_slashed_name(end) || is_name_in_brackets(end)) return SentenceKind::kCredit;
  return ends_with_reference(language, end) ? SentenceKind::kReference : SentenceKind::kBody;
}

// A bar parts a caption from its credit: "| Tam Ruck/AP", "Ships wait off Veld Tam Ruck | AP".
bool is_parted_by_bar(const SentenceForm& form) {
  constexpr std::size_t kLongestName = 4;  // words
  if (form.text.starts_with("| ")) return true;
  if (form.stopped || form.words.size() <= kLongestHeading || !has_byte<'|'>(form.text)) return false;
  const std::size_t bar = form.text.rfind('|');
  return form.tokens[form.tokens.size() - 1 - kLongestName].begin - form.begin < bar;
}

// "[Crews wait for a berth. Read our report.]": a remark of the page's.
bool is_in_square_brackets(std::string_view sentence) {
  return sentence.starts_with('[') && sentence.find(']') + 1 == sentence.size();
}

// "CRANE FALLS INTO CHANNEL": however long.
bool is_in_capitals(const SentenceForm& form) {
  return !form.stopped && form.words.size() > kLongestHeading && is_upper(utf8::peek(form.text, 0)) &&
         std::ranges::none_of(form.text, [](char c) { return c >= 'a' && c <= 'z'; });
}

// Whether a sentence is a paragraph of its own.
bool is_alone(std::span<const Sentence> sentences, std::size_t i) {
  const auto same = [&](std::size_t other) { return sentences[other].paragraph == sentences[i].paragraph; };
  return (i == 0 || !same(i - 1)) && (i + 1 == sentences.size() || !same(i + 1));
}

// Whether a dateline stands in front of a sentence: cut off it, or as a sentence of its own.
bool is_behind_dateline(std::span<const Sentence> sentences, std::size_t i) {
  const bool follows =
      i > 0 && sentences[i - 1].kind == SentenceKind::kDateline && sentences[i - 1].paragraph == sentences[i].paragraph;
  return follows || sentences[i].content_begin > sentences[i].begin;
}

SentenceKind kind_by_words(const Language& language, const SentenceForm& form, bool& ends_article) {
  if (form.words.empty() || form.text.starts_with("\u00A9")) return SentenceKind::kForm;
  if (is_parted_by_bar(form)) return SentenceKind::kCredit;
  if (is_date(form)) return SentenceKind::kDateline;
  if (const auto phrase = opening_phrase(language, form)) {
    ends_article = *phrase == PhraseKind::kEnd && is_label(form, kLongestEnd);
    if (*phrase != PhraseKind::kByline || is_label(form, kLongestByline)) return kind_of(*phrase);
  }
  if (const auto phrase = phrase_anywhere(language, form)) return kind_of(*phrase);
  if (points_elsewhere(form) || is_in_square_brackets(form.text)) return SentenceKind::kReference;
  return is_label(form, kLongestHeading) || is_in_capitals(form) ? SentenceKind::kHeading : SentenceKind::kBody;
}

}  // namespace

void SentenceClassifier::classify(const Language& language, std::span<const SentenceForm> forms,
                                  std::span<const Word> title, Document& document) {
  std::size_t body_sentences = 0;
  std::uint32_t first_body = 0;  // the paragraph
  bool over = false;
  bool after_quotation = false;
  QuotationReader quotations;
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    Sentence& sentence = document.sentences[i];
    const SentenceForm& form = forms[i];
    bool ends_article = false;
    if (sentence.kind == SentenceKind::kBody) {
      sentence.kind = over ? SentenceKind::kForm : kind_by_words(language, form, ends_article);
      const Surroundings around{.opens_article = body_sentences == 0,
                                .alone = is_alone(document.sentences, i),
                                .second = body_sentences > 0 && sentence.paragraph == first_body + 1};
      if (sentence.kind == SentenceKind::kBody && is_caption(language, form, around))
        sentence.kind = SentenceKind::kCredit;
    }
    const bool quotes = form.may_have(kQuotationMark);
    const QuotationReader::Cut cut = quotations.read(quotes ? form.text : std::string_view(), sentence.paragraph);
    const bool quoted = quotes && is_all_quoted(form.text);
    const bool opens_text = body_sentences == 0 && sentence.kind == SentenceKind::kBody;
    const bool opens_report = opens_text && is_behind_dateline(document.sentences, i);
    const Opening opening = opens_report ? Opening::kReport : opens_text ? Opening::kText : Opening::kNone;
    sentence.dependent = cut.before || quoted || leans_on_the_one_before(language, form, opening);
    sentence.incomplete = cut.behind || needs_the_one_behind(form) || is_pasted_together(form) ||
                          opens_with_a_heading(form) ||
                          (sentence.kind == SentenceKind::kBody && has_no_verb(language, form));
    if (after_quotation || form.words.size() <= kLongestAttribution) {
      const std::size_t attribution = attribution_at_start(form);
      sentence.incomplete |= attribution > 0 && attribution == form.words.size();
      sentence.dependent |= attribution > 0 && after_quotation;
      // '"We waited!" Weir said.'
      if (attribution > 0 && after_quotation) document.sentences[i - 1].incomplete = true;
    }
    after_quotation = quoted;
    if (sentence.kind == SentenceKind::kBody && body_sentences++ == 0) first_body = sentence.paragraph;
    over |= ends_article && body_sentences >= kShortestArticle;
  }
  find_tails(language, forms, document);
  find_posts(forms, document);
  find_code(forms, document);
  find_head(document);
  find_unstopped(forms, document);
  dialogue_.find(forms, document);
  find_title_lines(language, forms, title, document);
  repeated_sentences_.find(forms, document);
}

// Paragraphs that end in a credit or in a link: captions, and what is told of other articles.
void SentenceClassifier::find_tails(const Language& language, std::span<const SentenceForm> forms, Document& document) {
  std::vector<Sentence>& sentences = document.sentences;
  for (std::size_t i = 1; i < sentences.size(); ++i) {
    const std::uint32_t paragraph = sentences[i].paragraph;
    const bool last = i + 1 == sentences.size() || sentences[i + 1].paragraph != paragraph;
    if (!last || sentences[i - 1].paragraph != paragraph) continue;
    const SentenceKind kind = kind_of_paragraph(language, forms[i]);
    if (kind == SentenceKind::kBody) continue;
    std::size_t opening = i;
    while (opening > 0 && sentences[opening - 1].paragraph == paragraph) --opening;
    if (i - opening > kLongestCaption) continue;
    for (std::size_t k = opening; k <= i; ++k) sentences[k].kind = kind;
  }
}

// Posts that the page shows, with whose they are behind them: in the same paragraph, or in one of its own.
void SentenceClassifier::find_posts(std::span<const SentenceForm> forms, Document& document) {
  if (!document.article->text.contains("(@")) return;
  std::vector<Sentence>& sentences = document.sentences;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::size_t signature = signature_at(forms[i].text);
    if (signature == std::string_view::npos) continue;
    std::size_t opening = i;  // of the paragraph
    const auto goes_back = [&] {
      return opening > 0 && i - opening < kLongestPost &&
             sentences[opening - 1].paragraph == sentences[opening].paragraph;
    };
    while (goes_back()) --opening;
    if (opening == i && signature == 0 && i > 0) --opening;
    while (goes_back()) --opening;
    for (std::size_t k = opening; k <= i; ++k)
      if (sentences[k].kind == SentenceKind::kBody) sentences[k].kind = SentenceKind::kReference;
  }
}

// "var port = {open: true};": what a page's programs left in its text. Reports have no braces.
void SentenceClassifier::find_code(std::span<const SentenceForm> forms, Document& document) {
  if (!document.article->text.contains('{')) return;
  for (std::size_t i = 0; i < forms.size(); ++i)
    if (forms[i].text.contains('{')) document.sentences[i].kind = SentenceKind::kForm;
}

// What has no stop where nearly all have one: captions and posts mostly, or the sentence goes on elsewhere. Not what
// opens the report behind a dateline.
void SentenceClassifier::find_unstopped(std::span<const SentenceForm> forms, Document& document) {
  constexpr std::size_t kUnstoppedOneOf = 5;
  std::size_t body = 0;
  std::size_t unstopped = 0;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (document.sentences[i].kind != SentenceKind::kBody) continue;
    ++body;
    unstopped += forms[i].stopped ? 0 : 1;
  }
  if (unstopped == 0 || unstopped * kUnstoppedOneOf > body) return;
  for (std::size_t i = 0; i < forms.size(); ++i)
    if (!forms[i].stopped && !is_behind_dateline(document.sentences, i)) document.sentences[i].incomplete = true;
}

// What stands above the paragraph that opens with "VELD (Reuters) -": highlights and captions.
void SentenceClassifier::find_head(Document& document) {
  constexpr std::size_t kLongestHead = 8;  // sentences
  std::vector<Sentence>& sentences = document.sentences;
  const std::string_view text = document.article->text;
  for (std::size_t i = 1; i < std::min(sentences.size(), kLongestHead); ++i) {
    const Sentence& sentence = sentences[i];
    const std::string_view dateline = text.substr(sentence.begin, sentence.content_begin - sentence.begin);
    if (sentence.paragraph == sentences[i - 1].paragraph || !dateline.contains('(')) continue;
    for (std::size_t k = 0; k < i; ++k)
      if (sentences[k].kind == SentenceKind::kBody) sentences[k].kind = SentenceKind::kDeck;
  }
}

}  // namespace nutgraf
