// Tells a report's own sentences from what surrounds them on a page: titles, datelines, credits, links, forms, repeats.
//
// Works on plain text as scrapers leave it, so it knows a sentence only by its words, its paragraph and its neighbours.
// The phrases come from the language's data (text/language.h); the structure is the same in all languages.
#pragma once

#include <span>
#include <vector>

#include "analyse/dialogue.h"
#include "analyse/repeated_sentences.h"
#include "analyse/sentence_form.h"
#include "nutgraf/document.h"
#include "text/language.h"
#include "text/word_normalizer.h"

namespace nutgraf {

// Sets kind, dependent and incomplete of every sentence, and Document::title; moves the content of one into which the
// title has run. `words` are those of document.tokens, `title` those of the article's title. Needs tokens and sentences
// with their content; a kind other than kBody stays.
class SentenceClassifier {
 public:
  void classify(const Language& language, std::span<const Word> words, std::span<const Word> title, Document& document);

 private:
  void find_tails(const Language& language, Document& document) const;
  void find_posts(Document& document) const;
  void find_code(Document& document) const;
  static void find_head(Document& document);
  void find_unstopped(Document& document) const;

  std::vector<SentenceForm> forms_;
  Dialogue dialogue_;
  RepeatedSentences repeated_sentences_;
};

}  // namespace nutgraf
