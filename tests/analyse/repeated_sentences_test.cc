#include <gtest/gtest.h>

#include <string>

#include "analyse/kinds.h"

namespace nutgraf {
namespace {

using enum SentenceKind;

TEST(RepeatedSentences, OnTopAreDecks) {
  const std::string deck = "Ships returned to Veld on Tuesday after engineers secured a leaning crane.";
  expect_kinds({{kDeck, deck}, {kDeck, deck}}, "");
  const Article glued{.id = "test",
                      .text = "Veld reopens after the storm\n\n" + deck + deck + "\n\n" + kFirst + " " + kSecond,
                      .language = "en"};
  const Document document = Analyser().analyse(glued);
  ASSERT_EQ(document.sentences.size(), 5U);
  EXPECT_EQ(document.sentences[1].kind, kDeck);
  EXPECT_EQ(document.sentences[2].kind, kDeck);
  EXPECT_EQ(document.sentences[3].kind, kBody);
  // The text opens with the words of the deck: there they belong to the report.
  expect_kinds({{kDeck, deck}, {kBody, deck}, {kBody, kFirst}});
}

TEST(RepeatedSentences, AreDecksWhereTheReportSoonSaysAllAgain) {
  const std::string deck = "Thirty-one ships return to the harbour of Veld.";
  const std::string lead = "Thirty-one ships returned on Tuesday to the harbour of Veld, its master Ilse Marrow said.";
  expect_kinds({{kDeck, deck}, {kBody, lead}, {kBody, kSecond}});
  expect_kinds({{kBody, deck}, {kBody, "Thirty-one ships left on Tuesday, and the pier is closed."}, {kBody, kSecond}});
  expect_kinds({{kBody, lead}, {kBody, deck}});  // less is told of what is known
}

TEST(RepeatedSentences, AreKeptOnce) {
  expect_kinds({{kBody, kFirst}, {kBody, kSecond}, {kBody, kThird}, {kRepeat, kSecond}, {kRepeat, kSecond}});
}

}  // namespace
}  // namespace nutgraf
