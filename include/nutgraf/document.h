// A Document is an Article analysed once: sentences, tokens, terms and their weights, vectors of what it says. Every
// later stage only reads it.
//
//   nutgraf::Analyser analyser;
//   nutgraf::Document document = analyser.analyse(article);
//   for (const nutgraf::Sentence& s : document.sentences)
//     if (s.kind == nutgraf::SentenceKind::kBody) std::cout << document.text(s) << '\n';
//
// Plain data in a few flat arrays that refer to each other by index; an Analyser fills the same Document again and
// again without allocating.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/article.h"

namespace nutgraf {

// What a sentence is in its article. Only kBody is part of the report; the rest is what surrounds it on a page.
enum class SentenceKind : std::uint8_t {
  kBody,
  kTitle,      // the article's title, or its title again
  kDeck,       // the summary lines under the title
  kHeading,    // a heading or label inside the text
  kDateline,   // a line that only says when, where or by whom
  kCredit,     // who took the picture, which agency the text is from
  kReference,  // a pointer to other articles ("Read more: ...")
  kForm,       // the page's own machinery: comment forms, newsletters, sharing, cookies, copyright
  kRepeat,     // word for word the same as an earlier sentence
};

std::string_view to_string(SentenceKind kind);

// The index of a token that is no term (punctuation is no token at all; a stop word is a token without a term).
inline constexpr std::uint32_t kNoTerm = UINT32_MAX;

struct Token {
  std::uint32_t begin = 0;  // byte offsets into the article's text
  std::uint32_t end = 0;
  std::uint32_t term = kNoTerm;  // index into Document::terms
  bool capital = false;          // begins with an upper-case or title-case letter
  bool digit = false;            // begins with a digit
};

// A distinct content word of the article, after case folding and stemming.
struct Term {
  std::uint64_t hash = 0;       // XXH3 of the stem: the same word has the same hash in every article
  std::uint32_t count = 0;      // occurrences in the article
  std::uint32_t sentences = 0;  // sentences it occurs in
  float idf = 0;                // inverse document frequency by the model; 0: in none of its documents, or no model
};

struct Sentence {
  std::size_t begin = 0;  // byte offsets into the article's text
  std::size_t end = 0;
  std::size_t content_begin = 0;  // the same without the dateline in front ("VELD (Reuters) - ") and the credit behind
  std::size_t content_end = 0;
  std::uint32_t paragraph = 0;    // 0-based
  std::uint32_t first_token = 0;  // tokens [first_token, last_token)
  std::uint32_t last_token = 0;
  std::uint32_t words = 0;       // of the content, as `wc -w` counts them; in scripts without spaces, as ICU finds them
  std::uint32_t characters = 0;  // of the content, Unicode code points
  SentenceKind kind = SentenceKind::kBody;
  bool dependent = false;   // cannot stand without the one before: opens with "He", "But", inside a quotation ...
  bool incomplete = false;  // cannot stand without the one behind: asks, announces, opens a quotation that goes on
};

// One entry of a sentence's tf-idf vector.
struct TermWeight {
  std::uint32_t term = 0;
  float weight = 0;
};

struct Document {
  const Article* article = nullptr;  // not owned: must outlive the Document
  std::string language;              // the article's, or the detected one; empty if unknown
  std::string_view title;            // the article's, or the line its text opens with; may be empty
  std::string_view agency;  // that the dateline or the last line credits, in lower case: "reuters"; may be empty
  std::vector<Sentence> sentences;
  std::vector<Span> pasted;  // lists of links that pages paste into sentences: no token is of them, no count has them
  std::vector<Token> tokens;
  std::vector<Term> terms;

  // The sentences' tf-idf vectors, L2-normalised, one after the other, each sorted by term; that of sentence i is
  // weights[weight_begin[i] .. weight_begin[i + 1]). Inverse frequencies are over the article's own sentences.
  std::vector<TermWeight> weights;
  std::vector<std::uint32_t> weight_begin;

  // The stems of the title's content words, as in Term::hash: those of Article::title, which is outside the text.
  std::vector<std::uint64_t> title_terms;

  // What the sentences say, by the model's word vectors: a row of `dimensions` a sentence, at unit length, or 0 where
  // no word is known; and the same for the title and the body together, the first sentences most. Without a model, or
  // if the article is in another language than the model, `dimensions` is 0 and there are none.
  std::size_t dimensions = 0;
  std::vector<float> sentence_vectors;
  std::vector<float> document_vector;

  [[nodiscard]] std::string_view text(const Sentence& s) const {
    return std::string_view(article->text).substr(s.begin, s.end - s.begin);
  }
  [[nodiscard]] std::string_view content(const Sentence& s) const {
    return std::string_view(article->text).substr(s.content_begin, s.content_end - s.content_begin);
  }
  // The tokens of the content, as a part of `tokens`.
  [[nodiscard]] std::span<const Token> content_tokens(const Sentence& s) const {
    std::uint32_t first = s.first_token;
    std::uint32_t last = s.last_token;
    while (first < last && tokens[first].begin < s.content_begin) ++first;
    while (last > first && tokens[last - 1].end > s.content_end) --last;
    return std::span(tokens).subspan(first, last - first);
  }
  // The text between two byte offsets as people should read it: without what is `pasted`. A view of the text, or of
  // `scratch`.
  [[nodiscard]] std::string_view readable(std::size_t begin, std::size_t end, std::string& scratch) const;
  [[nodiscard]] std::span<const TermWeight> vector(std::size_t sentence) const {
    return {weights.data() + weight_begin[sentence], weights.data() + weight_begin[sentence + 1]};
  }
  [[nodiscard]] std::span<const float> sentence_vector(std::size_t sentence) const {
    return std::span(sentence_vectors).subspan(sentence * dimensions, dimensions);
  }
};

}  // namespace nutgraf
