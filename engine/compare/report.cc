#include "compare/report.h"

#include <algorithm>
#include <bit>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <string>
#include <unordered_set>

#include "analyse/attribution.h"
#include "similarity/term_vector.h"
#include "summarize/eligible.h"
#include "text/character.h"
#include "text/has_byte.h"

namespace nutgraf {
namespace {

constexpr std::size_t kShortestClause = 9;  // words
constexpr float kNumberWeight = 4;          // of a number, beside those that a model gives to words

std::uint64_t number_key(double value) { return std::bit_cast<std::uint64_t>(value) * 0x9E3779B97F4A7C15U; }

// The number that a word is by itself, without the separators inside it.
std::optional<double> value_of(const ReportWord& word, std::string_view text) {
  if ((word.entry->kinds & kNumberWord) != 0 && (word.kinds & kStopWord) == 0) return word.entry->value;
  if (!word.digits) return std::nullopt;
  std::string digits;
  for (const char c : text) {
    if (c == ',') continue;
    if ((c < '0' || c > '9') && c != '.') return std::nullopt;
    digits += c;
  }
  return std::strtod(digits.c_str(), nullptr);
}

constexpr double kFirstYear = 1800;
constexpr double kLastYear = 2100;

bool is_year(double value, std::string_view digits) {
  return digits.size() == 4 && value >= kFirstYear && value <= kLastYear;
}

// With the marks around its words: what stands between two clauses is cut at its space.
void place(ReportClause& clause, const Report& report) {
  const Sentence& sentence = report.document->sentences[clause.sentence];
  const ReportWord& first = report.words[clause.first_word];
  const ReportWord& last = report.words[clause.last_word - 1];
  const bool ends = clause.last_word == report.words.size() || report.words[clause.last_word].opens;
  const std::string_view before = first.opens ? std::string_view() : report.behind(clause.first_word - 1);
  const std::string_view behind = ends ? std::string_view() : report.behind(clause.last_word - 1);
  clause.begin = first.opens ? sentence.content_begin : first.begin - (before.size() - (before.rfind(' ') + 1));
  clause.end = ends ? sentence.content_end : last.end + behind.find(' ');
}

// A few words with a verb of speech among them.
bool is_attribution(const Report& report, std::uint32_t first_word, std::uint32_t last_word) {
  if (last_word - first_word > kLongestAttribution) return false;
  for (std::uint32_t i = first_word; i < last_word; ++i)
    if ((report.words[i].kinds & kSpeechVerb) != 0) return true;
  return false;
}

}  // namespace

std::uint32_t year_published(const Report& report) {
  if (!report.published) return 0;
  const std::chrono::sys_seconds time(std::chrono::seconds(report.published->seconds));
  const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(time));
  return static_cast<std::uint32_t>(static_cast<int>(date.year()));
}

std::string_view Report::before(std::size_t i) const {
  if (i > 0 && !words[i].opens) return behind(i - 1);
  const Sentence& sentence = document->sentences[clauses[clause_of(*this, static_cast<std::uint32_t>(i))].sentence];
  return between(std::min(sentence.content_begin, words[i].begin), words[i].begin);
}

std::uint64_t key_of(const ReportWord& word) {
  const std::uint32_t set = word.entry->concept_number;
  return set != 0 ? set : word.stem;
}

bool is_verb(const Language& language, const Report& report, std::size_t word) {
  constexpr std::size_t kShortestInflected = 4;  // bytes
  if ((report.words[word].kinds & (kFiniteVerb | kSpeechVerb)) != 0) return true;
  const std::string_view text = report.word(word);
  return text.size() >= kShortestInflected && !report.words[word].capital && has_ending(text, language.verb_endings());
}

std::uint32_t clause_of(const Report& report, std::uint32_t word) {
  const auto found = std::ranges::upper_bound(report.clauses, word, {}, &ReportClause::last_word);
  return static_cast<std::uint32_t>(found - report.clauses.begin());
}

ReportReader::ReportReader(std::shared_ptr<const Model> model) : model_(std::move(model)) {
  if (model_) embedder_.emplace(model_);
}

void ReportReader::read(const Document& document, bool whole, Report& report) {
  report.document = &document;
  report.published = parse_timestamp(document.article->published);
  report.lexicon = Lexicon::find(document.language);
  report.words.clear();
  report.clauses.clear();
  report.terms.clear();
  if (!language_ || language_->code() != primary_subtag(document.language)) {
    language_ = Language::find(document.language);
    normalizer_.use(language_);
  }
  eligible_.clear();
  add_tier(document, nearest_tier(document), eligible_);
  for (const std::uint32_t index : eligible_) {
    const auto first_word = static_cast<std::uint32_t>(report.words.size());
    read_words(document, document.sentences[index], report);
    if (report.words.size() == first_word) continue;
    if (!whole) {
      add_clauses(document, index, first_word, report);
    } else if (report.clauses.empty()) {
      report.clauses.push_back({.sentence = index});
    }
  }
  if (whole && !report.clauses.empty()) report.clauses[0].last_word = static_cast<std::uint32_t>(report.words.size());
  mark_names(report);
  for (ReportClause& clause : report.clauses) add_terms(clause, report);
  sort_words(report);
  embed(report);
}

void ReportReader::read_words(const Document& document, const Sentence& sentence, Report& report) {
  const std::string_view text = document.article->text;
  const Model* model = model_ && model_->covers(document.language) ? model_.get() : nullptr;
  bool opens = true;
  for (const Token& token : document.content_tokens(sentence)) {
    const Word word = normalizer_.look_up(text.substr(token.begin, token.end - token.begin));
    const char32_t first = utf8::peek(text, token.begin);
    ReportWord& added = report.words.emplace_back();
    added = {.begin = token.begin,
             .end = token.end,
             .folded = word.folded,
             .stem = word.stem,
             .kinds = word.kinds,
             .entry = &report.lexicon->entry(word.folded),
             .opens = opens,
             .capital = is_upper(first),
             .digits = is_digit(first)};
    if (token.term != kNoTerm)
      added.weight = model == nullptr ? 1
                     : added.digits   ? kNumberWeight
                                      : inverse_document_frequency(*model, word.stem);
    opens = false;
  }
}

// A capital at the start of a sentence or quotation tells nothing, unless the word has one elsewhere too.
void ReportReader::mark_names(Report& report) const {
  const std::uint64_t no_name = kStopWord | kDateWord | kPersonalPronoun | kAlwaysCapitalised;
  std::unordered_set<std::uint64_t> names;
  const auto opens = [&](std::size_t i) {
    if (report.words[i].opens) return true;
    const std::string_view gap = report.behind(i - 1);
    return gap.find_first_of("\":") != std::string_view::npos || gap.find("\u201C") != std::string_view::npos;
  };
  for (std::size_t i = 0; i < report.words.size(); ++i) {
    ReportWord& word = report.words[i];
    const bool unit = (word.entry->kinds & kUnitWord) != 0;  // "Celsius"
    word.name = word.capital && !unit && (word.kinds & no_name) == 0 && !opens(i);
    if (word.name) names.insert(word.folded);
  }
  for (std::size_t i = 0; i < report.words.size(); ++i) {
    ReportWord& word = report.words[i];
    if (!word.capital || word.name || (word.kinds & no_name) != 0) continue;
    // "Ilse Marrow said": a name behind it at once is its other half.
    const bool half = i + 1 < report.words.size() && report.words[i + 1].name && report.behind(i) == " ";
    word.name = names.contains(word.folded) || half;
  }
}

bool ReportReader::has_verb(const Report& report, std::uint32_t first_word, std::uint32_t last_word) const {
  for (std::uint32_t i = first_word; i < last_word; ++i)
    if (is_verb(*language_, report, i)) return true;
  return false;
}

void ReportReader::add_clauses(const Document& document, std::uint32_t sentence, std::uint32_t first_word,
                               Report& report) {
  const auto last_word = static_cast<std::uint32_t>(report.words.size());
  std::uint32_t from = first_word;
  const auto add = [&](std::uint32_t to) {
    report.clauses.push_back({.sentence = sentence, .first_word = from, .last_word = to});
    from = to;
  };
  const std::string_view text = report.between(report.words[first_word].begin, report.words[last_word - 1].end);
  const bool marked = has_byte<',', ';', ':', '-'>(text) || !is_ascii(text);
  if (marked && last_word - first_word >= 2 * kShortestClause) {
    const std::span<const Border> borders = clause_reader_.read(document, document.sentences[sentence]);
    for (const Border& border : borders) {
      const std::uint32_t at = first_word + border.words;
      // At a mark: "who", "when" and the like without one open what can't do without.
      const std::string_view gap = report.behind(at - 1);
      if (gap.find_first_not_of(' ') == std::string_view::npos || gap.find(' ') == std::string_view::npos) continue;
      if (border.kind != BorderKind::kClause || at < from + kShortestClause || last_word < at + kShortestClause)
        continue;
      // Both parts have a verb, and neither is just who said so.
      if (!has_verb(report, from, at) || !has_verb(report, at, last_word)) continue;
      if (is_attribution(report, from, at) || is_attribution(report, at, last_word)) continue;
      add(at);
    }
  }
  add(last_word);
}

void ReportReader::add_terms(ReportClause& clause, Report& report) {
  place(clause, report);
  clause.first_term = static_cast<std::uint32_t>(report.terms.size());
  terms_.clear();
  for (std::uint32_t i = clause.first_word; i < clause.last_word; ++i) {
    const ReportWord& word = report.words[i];
    const bool a_few = (word.entry->kinds & kFewWord) != 0 && i > clause.first_word &&
                       (report.words[i - 1].entry->kinds & kArticleWord) != 0;
    clause.negations += (word.entry->kinds & kNegationWord) != 0 && !a_few ? 1 : 0;
    if (const auto value = value_of(word, report.word(i))) {
      if (clause.year == 0 && is_year(*value, report.word(i))) clause.year = static_cast<std::uint32_t>(*value);
      terms_.push_back({.key = number_key(*value), .weight = word.weight, .kind = TermKind::kNumber});
    } else if (word.weight > 0) {
      terms_.push_back(
          {.key = key_of(word), .weight = word.weight, .kind = word.name ? TermKind::kName : TermKind::kWord});
    }
  }
  std::ranges::sort(terms_, {}, &ClauseTerm::key);
  const auto [last, end] = std::ranges::unique(terms_, {}, &ClauseTerm::key);
  terms_.erase(last, end);
  double squares = 0;
  for (const ClauseTerm& term : terms_) {
    squares += double{term.weight} * term.weight;
    clause.mass += term.weight;
  }
  clause.length = static_cast<float>(std::sqrt(squares));
  for (ClauseTerm& term : terms_) {
    if (clause.length > 0) term.weight /= clause.length;
    report.terms.push_back(term);
  }
  clause.last_term = static_cast<std::uint32_t>(report.terms.size());
}

void ReportReader::sort_words(Report& report) {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
  report.sorted_words.resize(report.words.size());
  report.sorted_pairs.resize(report.words.size());
  for (const ReportClause& clause : report.clauses) {
    for (std::uint32_t i = clause.first_word; i < clause.last_word; ++i) {
      report.sorted_words[i] = report.words[i].folded;
      if (i + 1 < clause.last_word)
        report.sorted_pairs[i] = (report.words[i].folded * kMix) ^ report.words[i + 1].folded;
    }
    const auto sort = [&](std::vector<std::uint64_t>& hashes, std::uint32_t end) {
      std::sort(hashes.begin() + clause.first_word, hashes.begin() + end);
    };
    sort(report.sorted_words, clause.last_word);
    sort(report.sorted_pairs, clause.last_word - 1);
  }
}

// A clause that is a whole sentence has its vector already.
void ReportReader::embed(Report& report) {
  const Document& document = *report.document;
  report.dimensions = 0;
  report.vectors.clear();
  if (!embedder_ || !model_->covers(document.language)) return;
  const bool folded = model_->info().folded;
  words_to_embed_.clear();
  ends_.clear();
  const auto is_sentence = [&](const ReportClause& clause) {
    const Sentence& sentence = document.sentences[clause.sentence];
    return document.dimensions == embedder_->dimensions() &&
           clause.last_word - clause.first_word == sentence.last_token - sentence.first_token;
  };
  for (const ReportClause& clause : report.clauses) {
    for (std::uint32_t i = clause.first_word; i < clause.last_word && !is_sentence(clause); ++i)
      words_to_embed_.push_back(
          {.hash = folded ? report.words[i].folded : word_hash(report.word(i)), .text = report.word(i)});
    ends_.push_back(static_cast<std::uint32_t>(words_to_embed_.size()));
  }
  report.dimensions = embedder_->dimensions();
  embedder_->embed(words_to_embed_, ends_, report.vectors);
  normalize_rows(report.dimensions, report.vectors);
  for (std::size_t c = 0; c < report.clauses.size(); ++c) {
    if (!is_sentence(report.clauses[c])) continue;
    const std::span<const float> known = document.sentence_vector(report.clauses[c].sentence);
    std::ranges::copy(known, report.vectors.begin() + static_cast<std::ptrdiff_t>(c * report.dimensions));
  }
}

}  // namespace nutgraf
