// A report, read to be set beside others: its words with what is known of each, cut into clauses, each clause with its
// terms and its vector.
//
//   ReportReader reader(model);
//   Report report;
//   reader.read(document, report);
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "compare/lexicon.h"
#include "embed/sentence_embedder.h"
#include "nutgraf/document.h"
#include "nutgraf/model.h"
#include "summarize/clause.h"
#include "text/timestamp.h"
#include "text/word_normalizer.h"

namespace nutgraf {

struct ReportWord {
  std::size_t begin = 0;  // byte offsets into the article's text
  std::size_t end = 0;
  std::uint64_t folded = 0;             // word_hash, case-folded
  std::uint64_t stem = 0;               // word_hash of the stem
  std::uint64_t kinds = 0;              // WordKind bits
  const LexicalEntry* entry = nullptr;  // never null
  float weight = 0;                     // how rare it is; 0: a stop word
  bool opens = false;                   // a sentence begins with it
  bool capital = false;
  bool name = false;    // part of one
  bool digits = false;  // begins with one
};

enum class TermKind : std::uint8_t { kWord, kName, kNumber };

// Words for the same have the same key, and so have the same numbers in digits and in words.
struct ClauseTerm {
  std::uint64_t key = 0;
  float weight = 0;  // of unit length over the clause
  TermKind kind = TermKind::kWord;
};

struct ReportClause {
  std::uint32_t sentence = 0;    // index into Document::sentences
  std::uint32_t first_word = 0;  // [first_word, last_word) of the report's words
  std::uint32_t last_word = 0;
  std::uint32_t first_term = 0;  // [first_term, last_term) of its terms, by key
  std::uint32_t last_term = 0;
  float mass = 0;    // what its terms weigh together
  float length = 0;  // by which the weights in `terms` were divided
  std::uint32_t negations = 0;
  std::uint32_t year = 0;  // that it names first; 0: none
  std::size_t begin = 0;   // byte offsets into the article's text
  std::size_t end = 0;
};

struct Report {
  const Document* document = nullptr;
  std::optional<Timestamp> published;
  std::shared_ptr<const Lexicon> lexicon;
  std::vector<ReportWord> words;
  std::vector<ReportClause> clauses;
  std::vector<ClauseTerm> terms;
  // Of the clause's words: each, and each with the next, as hashes in ascending order; those of a clause begin where
  // its words do, and of pairs there is one less.
  std::vector<std::uint64_t> sorted_words;
  std::vector<std::uint64_t> sorted_pairs;
  std::size_t dimensions = 0;
  std::vector<float> vectors;  // a row a clause, of unit length or 0

  [[nodiscard]] std::string_view text() const { return document->article->text; }
  [[nodiscard]] std::string_view word(std::size_t i) const { return between(words[i].begin, words[i].end); }
  [[nodiscard]] std::string_view between(std::size_t begin, std::size_t end) const {
    return text().substr(begin, end - begin);
  }
  // The text between a word and the next; empty behind the last one.
  [[nodiscard]] std::string_view behind(std::size_t i) const {
    return i + 1 < words.size() ? between(words[i].end, words[i + 1].begin) : std::string_view();
  }
  // The text between a word and the one before it in its sentence, or the sentence's beginning.
  [[nodiscard]] std::string_view before(std::size_t i) const;
  [[nodiscard]] std::span<const ClauseTerm> terms_of(const ReportClause& clause) const {
    return std::span(terms).subspan(clause.first_term, clause.last_term - clause.first_term);
  }
  [[nodiscard]] std::span<const std::uint64_t> words_of(const ReportClause& clause) const {
    return std::span(sorted_words).subspan(clause.first_word, clause.last_word - clause.first_word);
  }
  [[nodiscard]] std::span<const std::uint64_t> pairs_of(const ReportClause& clause) const {
    return std::span(sorted_pairs).subspan(clause.first_word, clause.last_word - clause.first_word - 1);
  }
  [[nodiscard]] std::span<const float> vector(std::size_t clause) const {
    return std::span(vectors).subspan(clause * dimensions, dimensions);
  }
};

// The year of its publication, in UTC; 0 if that is not known.
std::uint32_t year_published(const Report& report);

// What stands for a word where words are compared: its set of words for the same, else its stem.
std::uint64_t key_of(const ReportWord& word);

// Whether it is in a form that a clause can do with as its verb, as far as the language's data tells.
bool is_verb(const Language& language, const Report& report, std::size_t word);

// The clause that a word is in.
std::uint32_t clause_of(const Report& report, std::uint32_t word);

// Not thread-safe: one per thread.
class ReportReader {
 public:
  // Without a model all words are equally rare, and there are no vectors.
  explicit ReportReader(std::shared_ptr<const Model> model);

  // `whole`: the text is one clause.
  void read(const Document& document, bool whole, Report& report);

 private:
  void read_words(const Document& document, const Sentence& sentence, Report& report);
  void mark_names(Report& report) const;
  void add_clauses(const Document& document, std::uint32_t sentence, std::uint32_t first_word, Report& report);
  [[nodiscard]] bool has_verb(const Report& report, std::uint32_t first_word, std::uint32_t last_word) const;
  void add_terms(ReportClause& clause, Report& report);
  static void sort_words(Report& report);
  void embed(Report& report);

  std::shared_ptr<const Model> model_;
  std::optional<SentenceEmbedder> embedder_;
  std::shared_ptr<const Language> language_;
  WordNormalizer normalizer_;
  ClauseReader clause_reader_;
  std::vector<std::uint32_t> eligible_;
  std::vector<WordToEmbed> words_to_embed_;
  std::vector<std::uint32_t> ends_;
  std::vector<ClauseTerm> terms_;
};

}  // namespace nutgraf
