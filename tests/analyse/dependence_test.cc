#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "nutgraf/analyse.h"

namespace nutgraf {
namespace {

Sentence analysed(const std::string& text, const std::string& language = "en") {
  const Article article{.id = "test", .text = text, .language = language};
  const Document document = Analyser().analyse(article);
  EXPECT_EQ(document.sentences.size(), 1U) << text;
  return document.sentences.at(0);
}

TEST(Dependence, OnTheSentenceBefore) {
  for (const char* text : {"He did not say when.",
                           "But the ferry stays closed.",
                           "That angered the crews.",
                           "The two met in Veld.",
                           "Both waited nine days.",
                           "Such storms are rare.",
                           "The latter burned down.",
                           "The second ferry sank.",
                           "Meanwhile crews waited at anchor.",
                           "In response, Marrow closed the pier.",
                           "In fact, the pier was safe.",
                           "Two days later, the pier burned.",
                           "In 2010, he closed the pier.",
                           "Last year, it carried 31 ships.",
                           "Among them were three ferries.",
                           "When it reopened, prices fell.",
                           "The pier would stay closed, he said.",
                           "\u201CThe pier stays closed,\u201D she told reporters.",
                           "\"The pier stays closed,\" they said in a letter.",
                           "\u201CWe waited nine days.\u201D",
                           "(The pier is older.)",
                           "and the pier stays closed.",
                           "2. The pier of Orrin is closed."})
    EXPECT_TRUE(analysed(text).dependent) << text;
  EXPECT_TRUE(analysed("Das ist nicht neu.", "de").dependent);
  EXPECT_TRUE(analysed("En 2010, elle a quitt\u00E9 le port.", "fr").dependent);
}

TEST(Dependence, IsNotSeenWhereSentencesStandAlone) {
  for (const char* text :
       {"This week the ferry returns.", "Marrow closed the pier.", "\u201CWe waited nine days,\u201D Marrow said.",
        "Those who fled the pier are safe.", "Then-mayor Weir closed the pier.", "The Second Harbour Act was passed.",
        "The two-day storm closed the pier.", "When she spoke on Monday, Marrow closed the pier.",
        "After Marrow resigned, she left Veld.", "Marrow said she would close the pier.", "No ship was lost.",
        "eHarbour stock fell by 3 percent.", "31 ships waited."})
    EXPECT_FALSE(analysed(text).dependent) << text;
  EXPECT_FALSE(analysed("Das Schiff liegt im Hafen.", "de").dependent);
  EXPECT_FALSE(analysed("Gli armatori tornano nel porto.", "it").dependent);
}

TEST(Dependence, OnTheSentenceBehind) {
  for (const char* text : {"Who will pay for the pier?", "Marrow told the crews that waited at anchor off Veld:",
                           "The crews who waited off Veld were ...", "\u201CWe waited nine days."})
    EXPECT_TRUE(analysed(text).incomplete) << text;
  for (const char* text : {"\u201CWho will pay,\u201D Marrow asked.", "Marrow closed the pier.", "Marrow closed it!"})
    EXPECT_FALSE(analysed(text).incomplete) << text;
}

}  // namespace
}  // namespace nutgraf
