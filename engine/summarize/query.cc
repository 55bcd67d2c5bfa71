#include "summarize/query.h"

#include <string_view>

#include "text/language.h"

namespace nutgraf {

void Query::use(const Document& document) {
  terms_.assign(document.terms.size(), false);
  tokens_.clear();
  tokenizer_.tokenize(words_, {0, words_.size()}, tokens_);
  normalizer_.use(Language::find(document.language));
  for (const TokenSpan& token : tokens_) {
    const Word word = normalizer_.look_up(std::string_view(words_).substr(token.begin, token.end - token.begin));
    for (std::size_t term = 0; term < document.terms.size(); ++term)
      if (document.terms[term].hash == word.stem) terms_[term] = true;
  }
}

double Query::match(const Document& document, std::size_t sentence) const {
  double match = 0;
  for (const TermWeight& entry : document.vector(sentence)) match += terms_[entry.term] ? entry.weight : 0.0;
  return match;
}

}  // namespace nutgraf
