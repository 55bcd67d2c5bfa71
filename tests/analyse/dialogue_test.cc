#include <gtest/gtest.h>

#include <string>

#include "nutgraf/analyse.h"

namespace nutgraf {
namespace {

// What is said between the first and the last turn of an interview, in paragraphs of its own.
TEST(Dialogue, StandsBetweenTheTurnsOfAnInterview) {
  std::string text = "The harbour of Veld reopened on Tuesday.";
  for (int turn = 0; turn < 3; ++turn)
    text += "\n\nCourier: The pier burned.\n\nWEIR: The pier is safe.\n\nSongs of pilots are old.";
  text += "\n\nThe ferry of Orrin sails again.";
  const Article article{.id = "test", .text = text, .language = "en"};
  const Document document = Analyser().analyse(article);
  ASSERT_EQ(document.sentences.size(), 11U);
  EXPECT_FALSE(document.sentences[0].incomplete);
  for (std::size_t i = 1; i < 9; ++i) EXPECT_TRUE(document.sentences[i].incomplete) << i;
  EXPECT_FALSE(document.sentences[10].incomplete);
}

// What several speakers say in turn.
TEST(Dialogue, IsToldByLabelsThatComeAgain) {
  const Article article{.id = "test",
                        .text =
                            "The harbour of Veld reopened on Tuesday.\n\nWEIR: The pier is safe. It never moved.\n\n"
                            "Ilse Marrow: Crews waited for nine days.\n\nWEIR: Ships returned on Tuesday.\n\n"
                            "\"Harbour: The End\" is a film. \"Harbour: The End\" is new.\n\n"
                            "The big picture: Veld needs the harbour.",
                        .language = "en"};
  const Document document = Analyser().analyse(article);
  ASSERT_EQ(document.sentences.size(), 8U);
  EXPECT_FALSE(document.sentences[0].incomplete);
  for (std::size_t turn = 1; turn < 5; ++turn) EXPECT_TRUE(document.sentences[turn].incomplete) << turn;
  for (std::size_t other = 5; other < 8; ++other) EXPECT_FALSE(document.sentences[other].incomplete) << other;
}

}  // namespace
}  // namespace nutgraf
