#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/read.h"

namespace nutgraf {
namespace {

std::vector<std::string> sentences_of(std::string_view bytes, bool pre_split) {
  std::vector<std::string> sentences;
  const auto articles = read_articles(bytes, "notes", {.pre_split = pre_split});
  for (const Article& article : *articles)
    for (const Span& span : article.sentences) sentences.push_back(article.text.substr(span.begin, span.size()));
  return sentences;
}

TEST(PreSplit, TakesALineForASentence) {
  constexpr std::string_view kText = "the ferry no. 4\r\n  sank. off Veld \n\n \t\nNobody drowned";
  EXPECT_EQ(sentences_of(kText, true),
            (std::vector<std::string>{"the ferry no. 4", "sank. off Veld", "Nobody drowned"}));
  EXPECT_TRUE(sentences_of(kText, false).empty());
}

TEST(PreSplit, HoldsForEachArticleOfABatch) {
  EXPECT_EQ(sentences_of(R"([{"text":"a b\nc"},{"text":"d"}])", true), (std::vector<std::string>{"a b", "c", "d"}));
}

}  // namespace
}  // namespace nutgraf
