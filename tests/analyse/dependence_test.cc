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

// The second paragraph of two.
Sentence analysed_below_another(const std::string& text, const std::string& language = "en") {
  const Article article{.id = "test", .text = "31 Halden, Veld, Orrin.\n\n" + text, .language = language};
  const Document document = Analyser().analyse(article);
  EXPECT_EQ(document.sentences.size(), 2U) << text;
  return document.sentences.at(1);
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
                           "\u2018The harbour\u2019s pier stays closed.\u2019",
                           "(The pier is older.)",
                           "and the pier stays closed.",
                           "2. The pier of Orrin is closed.",
                           "The letter was found in the town hall.",
                           "...and the pier stays closed.",
                           "But on Monday the pier burned.",
                           "However, at dawn the pier burned.",
                           "With the decision, Veld becomes the first free port.",
                           "The crews, meanwhile, waited at anchor.",
                           "Marrow denies having said so.",
                           "Pilots in these two ports are glad.",
                           "The storm was too strong for this crane.",
                           "Marrow praised the crews in those ports.",
                           "Most of the crews were relieved.",
                           "Pilots of Veld avoid such storms.",
                           "The winner of that race sails to Orrin.",
                           "Marrow closed a pier in that windy region.",
                           "Rather, the crews waited at anchor.",
                           "Additionally, fewer crews wait at anchor.",
                           "No, the crews waited at anchor.",
                           "No: the crews waited at anchor.",
                           "Also Wednesday, Orrin asked the union for crews.",
                           "Other ports of Veld closed on Monday.",
                           "At least, the crews of Orrin think so.",
                           "Neither of the crews sailed to Orrin.",
                           "The harbour office said that will not be the case.",
                           "Marrow tweeted, quoting an old song of the crews.",
                           "Wrote Marrow on a page of the harbour office.",
                           "Orrin would be the first port to close such a pier.",
                           "Notably, they closed the pier of Veld.",
                           "In May of that year ships returned to Veld.",
                           "All of it was sold to Halden Lifting.",
                           "One of the captains, Joss Hale, left Veld.",
                           "All three ferries left Veld.",
                           "Same with the ferry of Orrin, which stays closed.",
                           "Marrow, in turn, closed the pier.",
                           "Fishermen left the harbour, too.",
                           "Kovel added that no one had been hurt.",
                           "The mayor of Veld also closed the pier.",
                           "The mayor of Veld has also closed the pier.",
                           "The crane was lifted on the third day.",
                           "The letter, a copy of which hangs in the town hall, names three pilots.",
                           "That may close the pier of Veld.",
                           "Each of those cranes was built in Veld.",
                           "Here is another crane that nobody wanted.",
                           "One way to help these crews is a crane.",
                           "Answering these complaints, Marrow closed the pier.",
                           "'The pier of Veld stays closed!' he wrote on Monday.",
                           "Marrow had closed the pier then.",
                           "Yes, the harbour of Veld is small.",
                           "Little has changed.",
                           "Pilots hope to rely on those same cranes.",
                           "Marrow went on to say the pier was safe.",
                           "The 35-year-old kept the harbour of Veld.",
                           "Imagine a pier in the middle of a desert.",
                           "Worse than that, the pier burned.",
                           "Veld is not used to this kind of storm.",
                           "Notably, this pier was built in Veld.",
                           "Some 31 of those were built in Veld.",
                           "Quite a lot, pilots of Veld say.",
                           "Crews are betting on it, Kovel said.",
                           "Pilots have never seen them in Veld.",
                           "The harbour master called him a pilot of the old kind."})
    EXPECT_TRUE(analysed_below_another(text).dependent) << text;
  EXPECT_TRUE(analysed_below_another("Das ist nicht neu.", "de").dependent);
  EXPECT_TRUE(analysed_below_another("Marrow f\u00FCgte hinzu, der Hafen sei sicher.", "de").dependent);
  EXPECT_TRUE(analysed_below_another("Marrow a \u00E9galement ferm\u00E9 le port.", "fr").dependent);
  EXPECT_TRUE(analysed_below_another("Marrow agreg\u00F3 que el puerto es seguro.", "es").dependent);
  EXPECT_TRUE(analysed_below_another("Marrow ha aggiunto che il porto \u00E8 sicuro.", "it").dependent);
  EXPECT_TRUE(analysed_below_another("Marrow acrescentou que o porto \u00E9 seguro.", "pt").dependent);
  EXPECT_TRUE(analysed_below_another("En 2010, elle a quitt\u00E9 le port.", "fr").dependent);
}

// A report begins so, but not in the middle.
TEST(Dependence, OfTheFirstSentenceIsToldByItsFirstWordAlone) {
  for (const char* text : {"In another blow to the harbour, a crane fell on Tuesday.", "The second ferry sank.",
                           "On her first day, a pilot of Veld ran aground.",
                           "It was a hard task for crews to return to Veld.", "It's no secret that the pier burned.",
                           "It was a cold night when the crews left Veld.", "The pier of Veld is closed, too.",
                           "She closed the pier of Orrin \u2014 now Ilse Marrow has reopened that of Veld."}) {
    EXPECT_FALSE(analysed(text).dependent) << text;
    EXPECT_TRUE(analysed_below_another(text).dependent) << text;
  }
  for (const char* text : {"But the ferry stays closed.", "He did not say when.", "In 2010, he closed the pier.",
                           "It is expected to close the pier.", "It sent 31 ships to Veld, and left.",
                           "It said that the pier was safe.", "By contrast, the ferry stays closed.",
                           "The pier would stay closed, he said.", "...and the pier stays closed."})
    EXPECT_TRUE(analysed(text).dependent) << text;
}

TEST(Dependence, OfASentenceBehindADatelineIsNotToldByItsSubject) {
  for (const char* text : {"The letter was found in the town hall.", "The 13-year-old boy waited nine days in Veld."}) {
    EXPECT_TRUE(analysed(text).dependent) << text;
    const Article article{.id = "test", .text = "VELD (Reuters) - " + std::string(text), .language = "en"};
    EXPECT_FALSE(Analyser().analyse(article).sentences.back().dependent) << text;
  }
}

TEST(Dependence, IsNotSeenWhereSentencesStandAlone) {
  for (const char* text : {"Other than a pier, Veld has a mole.",
                           "This week the ferry returns.",
                           "Marrow closed the pier.",
                           "The harbour master closed the pier.",
                           "The government is closing the pier.",
                           "The captain, Joss Hale, closed the pier.",
                           "Those of us who fled the pier are safe.",
                           "\u201CWe waited nine days,\u201D Marrow said.",
                           "Those who fled the pier are safe.",
                           "Then-mayor Weir closed the pier.",
                           "Both the pier and the crane were closed.",
                           "When Weir was not sailing for \"Fair Wind,\" he kept the pier.",
                           "The Second Harbour Act was passed.",
                           "The two-day storm closed the pier.",
                           "The 35-year-old Marrow kept the harbour of Veld.",
                           "Marrow is used to this week's storms.",
                           "In Veld, this week is the busiest of May.",
                           "If the pier burns, then crews of Veld leave.",
                           "Crews of Veld left, so the pier is closed.",
                           "The owner of the ferry sold it in May.",
                           "Marrow saw her father on the pier of Veld.",
                           "A storm makes it harder for crews to return.",
                           "After crews had found him, Joss Hale left Veld.",
                           "Crews found a crane and lifted it.",
                           "Some 31 of those who fled the pier are safe.",
                           "Some 31 of those rescued are pilots of Veld.",
                           "When she spoke on Monday, Marrow closed the pier.",
                           "After Marrow resigned, she left Veld.",
                           "Marrow said she would close the pier.",
                           "No ship of the fleet was lost.",
                           "Marrow, who closed the pier, left Veld.",
                           "The Sule (also called the Old Channel) is closed.",
                           "Instead of ships, Veld builds ferries.",
                           "Prices in this week fell.",
                           "Marrow closed one ferry after crews warned of that ferry.",
                           "\u201CNo storm breaks the pier of this town,\u201D Marrow said.",
                           "Most of the fleet that Veld built was lost.",
                           "Halden Lifting builds such things as cranes.",
                           "A port differs from others in that crews waited ashore.",
                           "Rather than wait at anchor, crews sailed to Orrin.",
                           "Instead of a crane, the port of Orrin bought a barge.",
                           "The harbour office said that crews will sail to Orrin.",
                           "Marrow said, in a letter to the crews, that the pier burned.",
                           "The pier needs such a crane that no storm breaks it.",
                           "In 2010, and in May of that year above all, ships were lost.",
                           "One of the oldest ferries left Veld.",
                           "Crews on those that left are safe.",
                           "Halden Lifting added 31 cranes.",
                           "Marrow went on to work for Halden Lifting.",
                           "eHarbour stock fell by 3 percent.",
                           "31 ships waited."})
    EXPECT_FALSE(analysed_below_another(text).dependent) << text;
  EXPECT_FALSE(analysed_below_another("Das Schiff liegt im Hafen.", "de").dependent);
  EXPECT_FALSE(analysed_below_another("Gli armatori tornano nel porto.", "it").dependent);
}

// Arabic sentences open with "and" and a verb: only who is not named behind the verb was named before.
TEST(Dependence, OfArabicIsToldByTheVerbsSubject) {
  for (const char* text : {"وقال إن الميناء سيبقى مغلقا حتى الثلاثاء.", "وأكدت أن الميناء سيبقى مغلقا حتى الثلاثاء.",
                           "واضاف المدير ان الميناء سيبقى مغلقا.", "لكن الميناء بقي مغلقا حتى الثلاثاء."})
    EXPECT_TRUE(analysed_below_another(text, "ar").dependent) << text;
  for (const char* text : {"وقالت مديرة الميناء إن السفن ستعود الثلاثاء.", "وقد أغلقت مدينة فيلد ميناءها يوم الثلاثاء.",
                           "هناك تسع سفن تنتظر خارج ميناء فيلد.", "وأعلنت مدينة فيلد فتح مينائها."})
    EXPECT_FALSE(analysed_below_another(text, "ar").dependent) << text;
}

TEST(Dependence, OnWhatSomebodySaid) {
  for (const char* text :
       {"Marrow tweeted.", "Marrow tweeted on Oct. 12, 2026.", "Harbour master Ilse Marrow said on Monday.",
        "She wrote in a letter.", "Marrow told reporters in Veld.", "The mayor said at 5 p.m.",
        "Marrow asked rhetorically.", "Ilse Marrow, the harbour master of Veld, said in a letter.", "Marrow warned.",
        "Tam Ruck said during an interview with the Pilots\u2019 Ona Weir."})
    EXPECT_TRUE(analysed(text).incomplete) << text;
  for (const char* text :
       {"Marrow said the pier was safe.", "Marrow told reporters that the pier was safe.",
        "Ships returned, Marrow said.", "\u201CThe pier is safe,\u201D Marrow said.",
        "Marrow, the harbour master, said ships returned.", "Ships, Marrow said on Monday, returned.",
        "Marrow wrote novels.", "The crews were told on Monday."})
    EXPECT_FALSE(analysed(text).incomplete) << text;
  const Article article{
      .id = "test", .text = "\"See you on Friday!\" Marrow tweeted Wednesday, sharing a picture.", .language = "en"};
  const Document document = Analyser().analyse(article);
  ASSERT_EQ(document.sentences.size(), 2U);
  EXPECT_TRUE(document.sentences[0].incomplete);
  EXPECT_TRUE(document.sentences[1].dependent);
  const Article answer{
      .id = "test", .text = "\"See you on Friday!\" Marrow replied as the crews left the pier.", .language = "en"};
  const Document answered = Analyser().analyse(answer);
  ASSERT_EQ(answered.sentences.size(), 2U);
  EXPECT_TRUE(answered.sentences[1].dependent);
}

TEST(Dependence, OnTheSentenceBehind) {
  for (const char* text :
       {"Who will pay for the pier?", "Marrow told the crews that waited at anchor off Veld:",
        "The crews who waited off Veld were ...", "\u201CWe waited nine days.", "'We waited nine days.",
        "\u2018It\u2019s closed.", "Mayor Ona Weir Ona Jane WeirStorm shuts harbour of Veld said ships would return.",
        "\u201CI closed the pier, and \u2014\u201D Marrow said.", "\"The pier is--\" Marrow said.",
        "Storm shuts harbour The last ferry left Veld on Monday."})
    EXPECT_TRUE(analysed(text).incomplete) << text;
  for (const char* text :
       {"\u201CWho will pay,\u201D Marrow asked.", "'We waited,' Marrow said.", "Marrow closed the pier.",
        "Marrow closed it!", "\u201CThe pier \u2014 all of it \u2014 is safe,\u201D Marrow said.",
        "The HarbourWatch app and McWeir agree.", "Marrow wrote The Veld Harbour.", "Crews had plan A in mind."})
    EXPECT_FALSE(analysed(text).incomplete) << text;
}

// Where nearly all others have one.
TEST(Dependence, OnAStopThatIsNotThere) {
  const std::string unstopped =
      "Ilse Marrow, seen on Monday at the harbour of Veld, closed the pier to all ships from Orrin and Halden after a "
      "crane had fallen into the channel at dawn";
  for (const auto& [others, incomplete] : {std::pair(6, true), {1, false}}) {
    std::string text = unstopped;
    for (int i = 0; i < others; ++i) text += "\n\nShip " + std::to_string(i) + " returned to the harbour.";
    const Article article{.id = "test", .text = text, .language = "en"};
    EXPECT_EQ(Analyser().analyse(article).sentences.at(0).incomplete, incomplete) << text;
    const Article report{.id = "test", .text = "VELD (Reuters) - " + text, .language = "en"};
    EXPECT_FALSE(Analyser().analyse(report).sentences.at(0).incomplete) << report.text;
  }
}

TEST(Dependence, OnAVerbThatIsNotThere) {
  for (const char* text : {"Harbour master Ilse Marrow.", "Crews waiting for a berth at the harbour of Veld.",
                           "Ada Kovel, mother of the harbour master of Veld.", "Unlikely.",
                           "A protest in Veld on Monday against the proposed closure of the harbour."})
    EXPECT_TRUE(analysed(text).incomplete) << text;
  for (const char* text : {"Crews want a new pier.", "The storm closes the pier.", "Ships returned.", "It's safe.",
                           "Few believe it.", "The port reopens."})
    EXPECT_FALSE(analysed(text).incomplete) << text;
  EXPECT_FALSE(analysed("Hafenmeisterin Ilse Marrow.", "de").incomplete);  // whose verbs are not known
}

}  // namespace
}  // namespace nutgraf
