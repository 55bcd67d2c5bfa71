// Comparing: two or more reports of one event side by side: what they share, what only one of them tells, and where
// they disagree.
//
//   nutgraf::Analyser analyser({.model = model});
//   const std::vector<nutgraf::Document> documents = {analyser.analyse(first), analyser.analyse(second)};
//   const nutgraf::Comparison comparison = nutgraf::Comparer({.model = model}).compare(documents);
//   for (const nutgraf::Difference& difference : comparison.differing) {
//     for (const nutgraf::Claim& claim : difference.claims) {   // "12 people", "at least 15 people"
//       const nutgraf::Article& article = *documents[claim.place.document].article;
//       std::cout << article.outlet << ": "
//                 << std::string_view(article.text).substr(claim.place.begin, claim.place.end - claim.place.begin) <<
//                 '\n';
//     }
//   }
//
// Reports are cut into clauses, and clauses of different reports are set side by side by meaning: by their vectors,
// their words, names and numbers, and the order in which they come. Everything found has its place: `begin` and `end`
// are byte offsets into the text of the article.
//
// Without a model clauses are set side by side by their words alone. In languages other than English, figures are
// compared where they have a sign that is the same in many languages (%, $, km), and quotations, copied passages and
// shared facts are found; dates, names and who said what are not compared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "nutgraf/document.h"
#include "nutgraf/model.h"

namespace nutgraf {

// A part of an article.
struct Place {
  std::size_t document = 0;  // into the documents
  std::size_t sentence = 0;  // into Document::sentences: the one that it begins in
  std::size_t begin = 0;     // byte offsets into the article's text
  std::size_t end = 0;

  bool operator==(const Place&) const = default;
};

// What several reports tell, each in its own words.
struct SharedFact {
  std::vector<Place> tellings;        // in the order of the documents; one document may have several
  std::size_t outlets = 0;            // that tell it; articles without an outlet count one by one
  double score = 0;                   // [0, 1]: how surely they tell the same
  std::vector<std::size_t> left_out;  // documents that don't tell it, where most others do
};

// What only one report tells.
struct OnlyFact {
  Place place;
  double weight = 0;        // how much it adds: the rarer the words that no other report has, the more
  std::size_t names = 0;    // that no other report has
  std::size_t numbers = 0;  // likewise
  std::size_t terms = 0;    // other words, likewise
  bool quote = false;       // somebody is quoted
};

enum class DifferenceKind : std::uint8_t {
  kFigure,       // "12 dead", "at least 15 people were killed"
  kDate,         // "sank on Tuesday", "sank on Wednesday"
  kName,         // "harbour master Ilse Marrow", "harbour master Jonas Kell"
  kAttribution,  // one says it was the police, the other the coastguard who said so
  kStatement,    // one says that it is so, the other that it is not
};

std::string_view to_string(DifferenceKind kind);

// What one report says where another says something else.
struct Claim {
  Place place;    // what differs: "at least 15 people"
  Place context;  // the clause that it stands in
};

struct Difference {
  DifferenceKind kind = DifferenceKind::kFigure;
  std::vector<Claim> claims;  // two or more, in the order of the documents
  // The claims are of different days or hours, by Article::published, and of what changes in time (figures,
  // statements): the last is then the newest, and no contradiction of the others.
  bool update = false;
  std::size_t newest = 0;  // of the claims, if it is an update
  double score = 0;        // [0, 1]: how surely they are about the same
};

// What somebody is quoted with.
struct Quote {
  Place place;    // between the marks
  Place speaker;  // where the article names who said it; empty if it does not
};

// The same words of one speaker, in one report or several.
struct QuoteGroup {
  std::vector<Quote> quotes;  // in the order of the documents
  bool cut = false;           // they are not the same from beginning to end
};

// A passage that two articles have word for word.
struct CopiedPassage {
  Place a;
  Place b;
  std::size_t words = 0;
  bool quoted = false;  // most of it stands between quotation marks: two may have heard the same
};

enum class Relation : std::uint8_t {
  kCopy,       // the one is the other, or a part of it
  kRewrite,    // told after the other, or after the same source, largely in its words
  kSameEvent,  // two accounts of one event
  kSameTopic,
  kUnrelated,
};

std::string_view to_string(Relation relation);

// How alike two articles are. All in [0, 1].
struct ArticleSimilarity {
  std::size_t a = 0;  // documents
  std::size_t b = 0;
  double copied_a =
      0;  // share of a's words that b has in the same order, in passages of several words; quotes left out
  double copied_b = 0;
  double content = 0;  // what they are about: their vectors and words
  double facts = 0;    // share of the clauses of the shorter one that the other tells too
  double names = 0;    // share of the names of the one with fewer that the other has
  double numbers = 0;  // the same of numbers
  Relation relation = Relation::kUnrelated;
};

struct Comparison {
  std::vector<SharedFact> shared;             // most told first
  std::vector<OnlyFact> only;                 // document after document, the weightiest first
  std::vector<Difference> differing;          // surest first
  std::vector<QuoteGroup> quotes;             // those in several reports first
  std::vector<CopiedPassage> copied;          // longest first
  std::vector<ArticleSimilarity> similarity;  // of each pair of articles
};

// The pair of articles that are least alike; none if there are not two.
const ArticleSimilarity* least_similar(const Comparison& comparison);

struct CompareOptions {
  std::shared_ptr<const Model> model;  // for vectors, and how rare words are; the one that the Analyser had
};

// Compares documents. The result does not depend on their order but for the numbers that refer to them. Quadratic in
// the number of documents and of their clauses. Not thread-safe: one per thread.
class Comparer {
 public:
  explicit Comparer(const CompareOptions& options = {});
  Comparer(Comparer&&) noexcept;
  Comparer& operator=(Comparer&&) noexcept;
  ~Comparer();

  void compare(std::span<const Document* const> documents, Comparison& comparison);
  [[nodiscard]] Comparison compare(std::span<const Document> documents);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nutgraf
