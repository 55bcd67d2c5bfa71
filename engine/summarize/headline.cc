#include "summarize/headline.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "summarize/budget.h"
#include "summarize/fitting.h"
#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

// How fast position falls: after so many sentences it is half.
constexpr double kHalfPosition = 0.8;

// Only so many sentences of a report are looked at: titles come from its beginning.
constexpr std::size_t kCandidates = 12;

// What a part keeps of its value by how it ends, in the order of BorderKind; and one that is cut at any word.
constexpr std::array<double, 4> kEnding = {0.7, 0.92, 0.97, 1.0};
constexpr double kCutEnding = 0.07;

// Titles seldom end in a day.
constexpr double kDatedEnding = 0.9;

// Of two parts that say nearly the same, the shorter one.
constexpr double kWordCost = 0.002;

// Sentences that lean on others, and such as open with a quotation, make poor titles.
constexpr double kDependentShare = 0.1;
constexpr double kQuotationShare = 0.6;

// And those that open with when or where, if they can do without.
constexpr double kCircumstanceShare = 0.7;

constexpr std::size_t kShortestTitle = 3;    // words
constexpr std::size_t kLongestOpening = 60;  // bytes of "On Tuesday, "

bool fits(std::string_view text, const HeadlineOptions& options) {
  return (options.words == 0 || count_runs(text) <= options.words) &&
         (options.characters == 0 || utf8::length(text) <= options.characters);
}

bool is_in_capitals(std::string_view text) {
  bool upper = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (is_lower(c)) return false;
    upper |= is_upper(c);
  }
  return upper;
}

bool opens_quotation(std::string_view text) {
  const char32_t first = utf8::peek(text, 0);
  return first == '"' || first == '\'' || first == 0x2018 || first == 0x201C || first == 0x201E || first == 0xAB;
}

Headline headline_of(const Document& document, std::size_t sentence, std::size_t begin, std::size_t end) {
  const std::string_view text = std::string_view(document.article->text).substr(begin, end - begin);
  return {.index = sentence,
          .begin = begin,
          .end = end,
          .words = count_runs(text),
          .characters = utf8::length(text),
          .score = 1};
}

// The title, if it stands in the text and will do.
std::optional<Headline> title_of(const Document& document, const HeadlineOptions& options) {
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    const Sentence& sentence = document.sentences[i];
    if (sentence.kind != SentenceKind::kTitle) continue;
    const std::string_view text = document.content(sentence);
    if (sentence.words >= kShortestTitle && !is_in_capitals(text) && fits(text, options))
      return headline_of(document, i, sentence.content_begin, sentence.content_end);
  }
  return std::nullopt;
}

}  // namespace

void HeadlineFinder::weigh_terms(const Document& document) {
  sentences_.clear();
  for (std::size_t i = 0; i < document.sentences.size(); ++i)
    if (document.sentences[i].kind == SentenceKind::kBody) sentences_.push_back(i);
  if (sentences_.empty())
    for (std::size_t i = 0; i < document.sentences.size(); ++i) sentences_.push_back(i);
  about_.assign(document.terms.size(), 0);
  seen_.assign(document.terms.size(), 0);
  part_ = 0;
  double position = 0;
  for (const std::size_t sentence : sentences_) {
    const double weight = 1 / (1 + position++ / kHalfPosition);
    for (const TermWeight& entry : document.vector(sentence)) about_[entry.term] += weight * entry.weight;
  }
}

// The weights of the distinct terms in [begin, end) of a sentence.
double HeadlineFinder::says(const Document& document, const Sentence& sentence, std::size_t begin, std::size_t end) {
  ++part_;
  double sum = 0;
  for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
    const Token& token = document.tokens[i];
    if (token.begin < begin || token.end > end || token.term == kNoTerm || seen_[token.term] == part_) continue;
    seen_[token.term] = part_;
    sum += about_[token.term];
  }
  return sum;
}

void HeadlineFinder::add_part(const Document& document, Part part, double weight, const HeadlineOptions& options) {
  const std::string_view text = std::string_view(document.article->text).substr(part.begin, part.end - part.begin);
  if (!fits(text, options)) return;
  part.value = says(document, document.sentences[part.sentence], part.begin, part.end) * weight *
               (1 - kWordCost * static_cast<double>(count_runs(text)));
  if (part.value > best_.value) best_ = part;
}

void HeadlineFinder::add_parts(const Document& document, std::size_t index, double weight,
                               const HeadlineOptions& options) {
  const Sentence& sentence = document.sentences[index];
  const std::string_view text = document.article->text;
  const std::span<const Border> borders = clauses_.read(document, sentence);
  if (borders.empty()) return;
  // The day is not what an article is about.
  for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
    const Token& token = document.tokens[i];
    if (token.term != kNoTerm && clauses_.is_date(token.begin)) about_[token.term] = 0;
  }

  // "On Tuesday, Marrow said ...": better from the name on.
  const std::size_t comma = text.substr(0, sentence.content_end).find(", ", sentence.content_begin);
  const bool circumstance = comma != std::string_view::npos && comma - sentence.content_begin <= kLongestOpening &&
                            clauses_.opens_with_circumstance() && is_upper(utf8::peek(text, comma + 2));
  if (circumstance) add_parts_from(document, {.sentence = index, .begin = comma + 2}, borders, weight, options);
  add_parts_from(document, {.sentence = index, .begin = sentence.content_begin}, borders,
                 circumstance ? weight * kCircumstanceShare : weight, options);
}

void HeadlineFinder::add_parts_from(const Document& document, Part part, std::span<const Border> borders, double weight,
                                    const HeadlineOptions& options) {
  const std::size_t before = clauses_.words_before(part.begin);
  for (const Border& border : borders) {
    part.end = border.end;
    if (before > 0 && (border.words < before + kShortestTitle || border.last_verb <= before)) continue;
    add_part(document, part,
             weight * kEnding[static_cast<std::size_t>(border.kind)] * (border.dated ? kDatedEnding : 1), options);
  }
  const std::string_view text = document.article->text;
  const std::string_view whole = text.substr(part.begin, borders.back().end - part.begin);
  const Budget limits = budget_of({.words = options.words, .characters = options.characters}, 0);
  const std::size_t cut = fitting_end(whole, limits.words, limits.characters);
  if (cut == whole.size()) return;
  part.end = clauses_.end_of_sense(part.begin + cut);
  part.truncated = true;
  add_part(document, part, weight * kCutEnding, options);
}

std::optional<Headline> HeadlineFinder::find(const Document& document, const HeadlineOptions& options) {
  if (auto title = title_of(document, options)) return title;
  weigh_terms(document);
  best_ = {.value = -1};
  double position = 0;
  for (const std::size_t index : sentences_) {
    if (position >= kCandidates) break;
    const Sentence& sentence = document.sentences[index];
    double weight = 1 / (1 + position++ / kHalfPosition);
    if (sentence.dependent || sentence.incomplete) weight *= kDependentShare;
    if (opens_quotation(document.content(sentence))) weight *= kQuotationShare;
    add_parts(document, index, weight, options);
  }
  if (best_.value < 0) return std::nullopt;

  Headline headline = headline_of(document, best_.sentence, best_.begin, best_.end);
  headline.truncated = best_.truncated;
  double most = 0;  // that any sentence says
  for (const std::size_t index : sentences_) {
    const Sentence& sentence = document.sentences[index];
    most = std::max(most, says(document, sentence, sentence.begin, sentence.end));
  }
  const double said = says(document, document.sentences[best_.sentence], best_.begin, best_.end);
  headline.score = most > 0 ? said / most : 0;
  return headline;
}

struct Headliner::State {
  HeadlineOptions options;
  HeadlineFinder finder;
};

Headliner::Headliner(HeadlineOptions options) : state_(std::make_unique<State>()) { state_->options = options; }
Headliner::Headliner(Headliner&&) noexcept = default;
Headliner& Headliner::operator=(Headliner&&) noexcept = default;
Headliner::~Headliner() = default;

std::optional<Headline> Headliner::find(const Document& document) {
  return state_->finder.find(document, state_->options);
}

}  // namespace nutgraf
