#include "analyse/prominence.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace nutgraf {
namespace {

using Kinds = std::vector<SentenceKind>;
using enum SentenceKind;

TEST(Prominence, FallsWithTheRankInTheBody) {
  const struct {
    std::string title;
    Kinds kinds;
    std::vector<float> expected;
  } cases[] = {
      {"", {}, {}},
      {"", {kBody, kBody, kBody}, {1, 0.75F, 0.6F}},
      {"", {kTitle, kDateline, kBody, kCredit, kBody}, {kTitleProminence, 0, 1, 0, 0.75F}},
      {"Ferry sinks", {kTitle, kBody}, {0, 1}},  // counts where it is not in the text
      {"Ferry sinks", {kHeading, kHeading}, {1, 0.75F}},
  };
  for (const auto& c : cases) {
    const Article article{.title = c.title};
    Document document;
    document.article = &article;
    for (const SentenceKind kind : c.kinds) document.sentences.push_back({.kind = kind});
    std::vector<float> prominence = {7};
    find_prominence(document, prominence);
    EXPECT_EQ(prominence, c.expected);
  }
}

TEST(Prominence, CountsALineThatRanIntoTheReport) {
  const Article article;
  Document document;
  document.article = &article;
  for (const SentenceKind kind : {kCredit, kReference, kForm, kDateline, kDeck, kHeading, kRepeat})
    document.sentences.push_back({.words = 40, .kind = kind});
  document.sentences.push_back({.words = 25, .kind = kCredit});
  std::vector<float> prominence;
  find_prominence(document, prominence);
  EXPECT_EQ(prominence, (std::vector<float>{1, 0.75F, 0.6F, 0.5F, 0, 0, 0, 0}));
}

}  // namespace
}  // namespace nutgraf
