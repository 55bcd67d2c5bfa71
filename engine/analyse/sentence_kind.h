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
// title has run. `forms` are those of the sentences' content, `title` the words of the article's title. Needs tokens
// and sentences with their content; a kind other than kBody stays.
class SentenceClassifier {
 public:
  void classify(const Language& language, std::span<const SentenceForm> forms, std::span<const Word> title,
                Document& document);

 private:
  static void find_tails(const Language& language, std::span<const SentenceForm> forms, Document& document);
  static void find_posts(std::span<const SentenceForm> forms, Document& document);
  static void find_code(std::span<const SentenceForm> forms, Document& document);
  static void find_head(Document& document);
  static void find_unstopped(std::span<const SentenceForm> forms, Document& document);

  Dialogue dialogue_;
  RepeatedSentences repeated_sentences_;
};

}  // namespace nutgraf
