#include <gtest/gtest.h>

#include <string>

#include "analyse/kinds.h"

namespace nutgraf {
namespace {

using enum SentenceKind;

TEST(TitleLines, AreFoundInTheText) {
  const Article article{
      .id = "test",
      .text = std::string("Monday, 2 November 2026\n\nHarbour of Veld reopens after storm\n\n") + kFirst,
      .language = "en"};
  EXPECT_EQ(Analyser().analyse(article).title, "Harbour of Veld reopens after storm");
  expect_kinds({{kTitle, "Harbour of Veld reopens after storm"},
                {kBody, kFirst},
                {kHeading, "What comes next"},
                {kBody, kSecond}});
}

TEST(TitleLines, AreFoundAgain) {
  expect_kinds({{kTitle, "Harbour of Veld reopens"}, {kBody, kFirst}, {kBody, kSecond}}, "\n\n",
               "Harbour of Veld reopens | Veld Courier");
  expect_kinds({{kTitle, "HARBOUR OF VELD REOPENS!"}, {kBody, kFirst}}, "\n\n", "Harbour of Veld reopens");
}

TEST(TitleLines, AreCutOffSentences) {
  const Article article{.id = "test",
                        .title = "Harbour of Veld reopens",
                        .text = "Harbour of Veld reopens It's the third time this year.\n\n" + std::string(kSecond),
                        .language = "en"};
  const Document document = Analyser().analyse(article);
  EXPECT_EQ(document.content(document.sentences.at(0)), "It's the third time this year.");
  EXPECT_TRUE(document.sentences.at(0).dependent);
}

TEST(TitleLines, MayBeSeveral) {
  expect_kinds({{kTitle, "The harbour of Veld reopens."}, {kTitle, "What comes next?"}, {kBody, kFirst}}, "\n\n",
               "The harbour of Veld reopens. What comes next?");
  expect_kinds({{kBody, "The harbour of Veld reopens."}, {kBody, kFirst}}, "\n\n",
               "The harbour of Veld reopens. What comes next?");
}

TEST(TitleLines, MayBeSeveralWhereThePageAddsToThem) {
  const std::string title = "The harbour of Veld reopens. What comes next? Listen 10:00";
  const auto kinds = [&](const std::string& text) {
    const Article article{.id = "test", .title = title, .text = text, .language = "en"};
    const Document document = Analyser().analyse(article);
    return std::pair(document.sentences.at(0).kind, document.sentences.at(1).kind);
  };
  EXPECT_EQ(kinds("The harbour of Veld reopens. What comes next?\n\nCrews are relieved."), std::pair(kTitle, kTitle));
  EXPECT_EQ(kinds("The harbour of Veld reopens. Crews are relieved.\n\nShips wait."), std::pair(kBody, kBody));
}

TEST(TitleLines, TellWhatSurroundsThemInsideAParagraph) {
  const Article article{.id = "test",
                        .title = "Harbour of Veld reopens",
                        .text = std::string("Ships wait for the tide. | Tam Ruck/Veld Photo harbours Harbour of Veld "
                                            "reopens Crews are relieved after nine days.\n\n") +
                                kFirst,
                        .language = "en"};
  const Document document = Analyser().analyse(article);
  for (const Sentence& sentence : document.sentences)
    EXPECT_EQ(sentence.kind == kBody, document.text(sentence) == kFirst) << document.text(sentence);
  expect_kinds({{kBody, "The port | Harbour of Veld reopens after nine days."}, {kBody, kFirst}}, " ",
               "Harbour of Veld reopens");
}

}  // namespace
}  // namespace nutgraf
