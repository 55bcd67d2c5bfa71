// The reports of one event, laid side by side: the sentences that a summary of all may take, their words and terms
// numbered over all reports, in an order that does not depend on the one in which the reports came.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "nutgraf/document.h"
#include "text/numbering.h"
#include "text/timestamp.h"
#include "text/tokenizer.h"
#include "text/word_normalizer.h"

namespace nutgraf {

struct Report {
  const Document* document = nullptr;
  std::size_t number = 0;  // of the document among those that were given
  std::optional<Timestamp> published;
  double voice = 1;  // 1 over the number of reports that its outlet has here
};

struct ReportSentence {
  std::uint32_t report = 0;      // index into reports()
  std::uint32_t index = 0;       // into Document::sentences
  std::uint32_t rank = 0;        // among the sentences of its report here
  std::uint32_t before = 0;      // words in those before it
  std::uint32_t first_word = 0;  // its words, as they come: [first_word, last_word) of words()
  std::uint32_t last_word = 0;
  std::uint32_t first_term = 0;  // its distinct terms, sorted: [first_term, last_term) of terms()
  std::uint32_t last_term = 0;
};

// Not thread-safe: one per thread.
class ReportCollection {
 public:
  // Reports without a sentence are left out. Where one has a body, those without have no sentence to give.
  void gather(std::span<const Document* const> documents);

  [[nodiscard]] std::span<const Report> reports() const { return reports_; }  // by time, then id; undated ones last
  [[nodiscard]] std::span<const ReportSentence> sentences() const { return sentences_; }  // report after report

  // The words of the reports' titles; they have no index and no terms.
  [[nodiscard]] std::span<const ReportSentence> titles() const { return titles_; }
  [[nodiscard]] std::uint32_t distinct_words() const { return word_numbers_.size(); }

  // Whether the sentence comes right behind the one before it in their report.
  [[nodiscard]] bool follows(std::size_t sentence) const;

  // Every word, case-folded, stop words too; and the stems of those that carry a topic.
  [[nodiscard]] std::span<const std::uint32_t> words(const ReportSentence& s) const {
    return std::span(words_).subspan(s.first_word, s.last_word - s.first_word);
  }
  [[nodiscard]] std::span<const std::uint32_t> terms(const ReportSentence& s) const {
    return std::span(terms_).subspan(s.first_term, s.last_term - s.first_term);
  }

  // Whether the term is a number written in digits.
  [[nodiscard]] bool is_figure(std::uint32_t term) const { return figures_[term]; }

  [[nodiscard]] const Document& document(const ReportSentence& s) const { return *reports_[s.report].document; }
  [[nodiscard]] const Sentence& sentence(const ReportSentence& s) const { return document(s).sentences[s.index]; }

 private:
  void order_reports(std::span<const Document* const> documents);
  void add_sentences(std::uint32_t report, int tier);
  void add_title(std::uint32_t report);
  void add_words(const Document& document, ReportSentence& sentence);

  Tokenizer tokenizer_;
  WordNormalizer normalizer_;
  std::vector<Report> reports_;
  std::vector<ReportSentence> sentences_;
  std::vector<ReportSentence> titles_;
  Numbering word_numbers_;
  Numbering term_numbers_;
  std::vector<std::uint32_t> words_;
  std::vector<std::uint32_t> terms_;
  std::vector<bool> figures_;
  std::vector<std::uint32_t> eligible_;
  std::vector<TokenSpan> tokens_;
};

}  // namespace nutgraf
