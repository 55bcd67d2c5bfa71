#include "evaluate/lead.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "text/character.h"

namespace nutgraf {
namespace {

// The sentences of the report; if there is no report, all there are.
std::vector<const Sentence*> body(const Document& document) {
  std::vector<const Sentence*> body;
  for (const Sentence& sentence : document.sentences)
    if (sentence.kind == SentenceKind::kBody) body.push_back(&sentence);
  if (body.empty())
    for (const Sentence& sentence : document.sentences) body.push_back(&sentence);
  return body;
}

// The start of the sentence that has at most so many words. A word begins behind white space, and in scripts without
// spaces right behind another one.
std::string_view first_words(const Document& document, const Sentence& sentence, std::size_t words) {
  if (sentence.words <= words) return document.content(sentence);
  const std::string_view text = document.article->text;
  std::size_t end = sentence.content_begin;
  for (const Token& token : document.content_tokens(sentence)) {
    const bool begins = token.begin == end || is_white_space(utf8::peek_back(text, token.begin)) ||
                        is_white_space(utf8::peek(text, end));
    if (begins && words-- == 0) break;
    end = token.end;
  }
  return text.substr(sentence.content_begin, end - sentence.content_begin);
}

}  // namespace

void append_line(std::string_view text, std::string& lines) {
  const std::size_t begin = lines.size();
  lines += text;
  std::replace(lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.end(), '\n', ' ');
  lines += '\n';
}

std::string lead(std::span<const Document> documents, const LeadBudget& budget) {
  std::vector<std::vector<const Sentence*>> bodies;
  std::size_t longest = 0;
  for (const Document& document : documents) longest = std::max(longest, bodies.emplace_back(body(document)).size());
  std::string lines;
  LeadBudget left = budget;
  for (std::size_t rank = 0; rank < longest; ++rank) {
    for (std::size_t i = 0; i < bodies.size(); ++i) {
      if (rank >= bodies[i].size()) continue;
      if (left.sentences == 0 || left.words == 0) return lines;
      const Sentence& sentence = *bodies[i][rank];
      append_line(first_words(documents[i], sentence, left.words), lines);
      --left.sentences;
      left.words -= std::min<std::size_t>(sentence.words, left.words);
    }
  }
  return lines;
}

}  // namespace nutgraf
