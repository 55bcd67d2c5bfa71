#include "summarize/report_collection.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "summarize/eligible.h"
#include "text/character.h"
#include "text/language.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

// By time, the undated last; then by all that tells two articles apart.
bool comes_before(const Report& a, const Report& b) {
  if (a.published.has_value() != b.published.has_value()) return a.published.has_value();
  const std::int64_t a_time = a.published ? a.published->seconds : 0;
  const std::int64_t b_time = b.published ? b.published->seconds : 0;
  const auto key = [](const Report& report) {
    const Article& article = *report.document->article;
    return std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>(
        article.id, article.outlet, article.title, article.text);
  };
  return a_time != b_time ? a_time < b_time : key(a) < key(b);
}

}  // namespace

void ReportCollection::gather(std::span<const Document* const> documents) {
  order_reports(documents);
  sentences_.clear();
  titles_.clear();
  words_.clear();
  terms_.clear();
  figures_.clear();
  word_numbers_.clear();
  term_numbers_.clear();
  int tier = kFurthestTier;
  for (const Report& report : reports_) tier = std::min(tier, nearest_tier(*report.document));
  for (std::uint32_t report = 0; report < reports_.size(); ++report) add_sentences(report, tier);
}

bool ReportCollection::follows(std::size_t sentence) const {
  if (sentence == 0) return false;
  const ReportSentence& before = sentences_[sentence - 1];
  const ReportSentence& own = sentences_[sentence];
  return own.report == before.report && own.index == before.index + 1;
}

void ReportCollection::order_reports(std::span<const Document* const> documents) {
  reports_.clear();
  for (std::size_t number = 0; number < documents.size(); ++number) {
    const Document& document = *documents[number];
    if (document.sentences.empty()) continue;
    reports_.push_back(
        {.document = &document, .number = number, .published = parse_timestamp(document.article->published)});
  }
  std::ranges::stable_sort(reports_, comes_before);
  for (Report& report : reports_) {
    const std::string_view outlet = report.document->article->outlet;
    if (outlet.empty()) continue;
    const auto reports_of_outlet =
        std::ranges::count(reports_, outlet, [](const Report& r) { return r.document->article->outlet; });
    report.voice = 1.0 / static_cast<double>(reports_of_outlet);
  }
}

void ReportCollection::add_sentences(std::uint32_t report, int tier) {
  const Document& document = *reports_[report].document;
  normalizer_.use(Language::find(document.language));
  eligible_.clear();
  add_tier(document, tier, eligible_);
  add_title(report);
  std::uint32_t before = 0;
  std::uint32_t rank = 0;
  for (const std::uint32_t index : eligible_) {
    ReportSentence sentence{.report = report, .index = index, .rank = rank++, .before = before};
    add_words(document, sentence);
    before += document.sentences[index].words;
    sentences_.push_back(sentence);
  }
}

void ReportCollection::add_title(std::uint32_t report) {
  const std::string_view title = reports_[report].document->title;
  ReportSentence words{.report = report, .first_word = static_cast<std::uint32_t>(words_.size())};
  tokens_.clear();
  tokenizer_.tokenize(title, {0, title.size()}, tokens_);
  for (const TokenSpan& token : tokens_)
    words_.push_back(word_numbers_[normalizer_.look_up(title.substr(token.begin, token.end - token.begin)).folded]);
  words.last_word = static_cast<std::uint32_t>(words_.size());
  titles_.push_back(words);
}

void ReportCollection::add_words(const Document& document, ReportSentence& sentence) {
  const std::string_view text = document.article->text;
  const Sentence& source = document.sentences[sentence.index];
  sentence.first_word = static_cast<std::uint32_t>(words_.size());
  sentence.first_term = static_cast<std::uint32_t>(terms_.size());
  for (const Token& token : document.content_tokens(source)) {
    words_.push_back(word_numbers_[normalizer_.look_up(text.substr(token.begin, token.end - token.begin)).folded]);
    if (token.term == kNoTerm) continue;
    terms_.push_back(term_numbers_[document.terms[token.term].hash]);
    if (terms_.back() == figures_.size()) figures_.push_back(token.digit);
  }
  sentence.last_word = static_cast<std::uint32_t>(words_.size());
  const auto first = terms_.begin() + sentence.first_term;
  std::sort(first, terms_.end());
  terms_.erase(std::unique(first, terms_.end()), terms_.end());
  sentence.last_term = static_cast<std::uint32_t>(terms_.size());
}

}  // namespace nutgraf
