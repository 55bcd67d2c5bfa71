// Writes the words of texts as the engine reads them, case-folded, for training word vectors on them.
//
//   write_words < texts.txt > words.txt
//   write_words --sentences < texts.txt > sentences.txt
//
// A text is a line, and so are its words. With --sentences a tab stands between two sentences.
#include <cstring>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/segment.h"
#include "text/tokenizer.h"
#include "text/word_normalizer.h"

int main(int argc, char** argv) {
  using namespace nutgraf;
  const bool sentences = argc == 2 && std::strcmp(argv[1], "--sentences") == 0;
  if (argc > 1 && !sentences) {
    std::cerr << "usage: write_words [--sentences] < TEXTS > WORDS\n";
    return 2;
  }
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  Segmenter segmenter;
  Tokenizer tokenizer;
  std::vector<Span> parts;
  std::vector<TokenSpan> tokens;
  std::string text;
  std::string word;
  std::string line;
  while (std::getline(std::cin, text)) {
    line.clear();
    parts.assign(1, {0, text.size()});
    if (sentences) segmenter.segment(text, "en", parts);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      tokens.clear();
      tokenizer.tokenize(text, parts[i], tokens);
      for (std::size_t k = 0; k < tokens.size(); ++k) {
        fold_case(std::string_view(text).substr(tokens[k].begin, tokens[k].end - tokens[k].begin), word);
        if (k > 0) line += ' ';
        line += word;
      }
      if (i + 1 < parts.size()) line += '\t';
    }
    line += '\n';
    std::cout << line;
  }
  return 0;
}
