// A text as ROUGE compares it: its words, line by line.
//
//   RougeTokenizer tokenizer(RougeTokens::kGoogle, /*stem=*/false);
//   RougeText text = tokenizer.tokenize("Ships waited.\nNobody knew why.", "en");   // 5 tokens in 2 lines
//
// Which words:
//   kGoogle  as Google's rouge_score: the text in lower case, cut at everything but a-z and 0-9; when stemming, words
//   of
//            more than 3 letters are stemmed by NLTK's Porter stemmer. For English: of "épée" only "p" and "e" are
//            left, and of Arabic nothing.
//   kWords   as our Tokenizer finds them (UAX #29; dictionaries for Chinese, Japanese, Thai), case-folded; when
//            stemming, by the Snowball stemmer of the language, if it has one.
//   kByLanguage   kGoogle for English, kWords for everything else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/evaluate.h"
#include "text/tokenizer.h"
#include "text/word_normalizer.h"

namespace nutgraf {

struct RougeText {
  std::vector<std::uint64_t> tokens;   // a hash of each word
  std::vector<std::size_t> line_ends;  // for each line, the number of tokens up to its end
};

// Not thread-safe: one per thread.
class RougeTokenizer {
 public:
  RougeTokenizer(RougeTokens tokens, bool stem) : tokens_(tokens), stem_(stem) {}

  RougeText tokenize(std::string_view text, std::string_view language);

 private:
  void add_google(std::string_view line, std::vector<std::uint64_t>& tokens);
  void add_words(std::string_view line, std::vector<std::uint64_t>& tokens);

  RougeTokens tokens_;
  bool stem_;
  Tokenizer tokenizer_;
  WordNormalizer normalizer_;
  std::vector<TokenSpan> spans_;
  std::string lower_;
  std::string word_;
};

}  // namespace nutgraf
