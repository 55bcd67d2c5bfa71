#include "summarize/introductions.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "nutgraf/analyse.h"

namespace nutgraf {
namespace {

// A text's sentences, of which one may be in the summary, and what the last of them speaks of as known.
struct Reading {
  explicit Reading(const Article& article, std::optional<std::size_t> taken = {})
      : document(Analyser().analyse(article)), last(document.sentences.size() - 1) {
    std::vector<std::uint32_t> sentences;
    for (std::uint32_t i = 0; i < document.sentences.size(); ++i) sentences.push_back(i);
    introductions.read(document, sentences);
    if (taken) introductions.take(*taken);
  }

  Document document;
  std::size_t last;
  Introductions introductions;
};

std::optional<std::size_t> missing_for_last(const std::string& text, const std::string& language = "en",
                                            std::optional<std::size_t> taken = {}) {
  const Article article{.id = "test", .text = text, .language = language};
  Reading reading(article, taken);
  return reading.introductions.missing_for(reading.document, reading.last);
}

bool last_speaks_of_a_thing_untold(const std::string& text, std::optional<std::size_t> taken = {},
                                   const std::string& title = {}) {
  const Article article{.id = "test", .title = title, .text = text, .language = "en"};
  const Reading reading(article, taken);
  return reading.introductions.speaks_of_a_thing_untold(reading.document, reading.last);
}

constexpr const char* kIntroduced = "Ships returned to Veld. Harbour master Ilse Marrow thanked crews. ";

TEST(Introductions, AreMissingForABareSurname) {
  for (const char* text : {"Marrow closed the pier.", "The pier is closed, Marrow said.", "Crews blame Ms. Marrow.",
                           "The pier is Marrow's.", "Veld's Marrow closed the pier."})
    EXPECT_EQ(missing_for_last(kIntroduced + std::string(text)), 1U) << text;
  EXPECT_EQ(missing_for_last("Minister Ada J. Kovel spoke. Crews left. Kovel closed the pier."), 0U);
}

TEST(Introductions, AreNotMissingForOthers) {
  for (const char* text :
       {"Ilse Marrow closed the pier.", "Kovel closed the pier.", "The Marrow is a ferry.", "Marrow Street is closed.",
        "Gov. Marrow closed the pier.", "Crews closed the pier.", "Marrow closed the pier, said Ilse Marrow."})
    EXPECT_EQ(missing_for_last(kIntroduced + std::string(text)), std::nullopt) << text;
  // No given name: it comes alone too.
  EXPECT_EQ(missing_for_last("The Harbour Union spoke. The Harbour is open. Union crews left."), std::nullopt);
  // The full name comes later.
  EXPECT_EQ(missing_for_last("Marrow closed the pier."), std::nullopt);
}

TEST(Introductions, OfThingsAreToldBySentencesThatAreTaken) {
  const std::string barge = "Ships returned to Veld. A rusty barge sank off the pier. ";
  for (const char* text : {"The barge lies in nine metres.", "The sunken barge lies in nine metres.",
                           "In the barge, divers found coal.", "Divers found coal beside the barge."}) {
    EXPECT_TRUE(last_speaks_of_a_thing_untold(barge + text)) << text;
    EXPECT_TRUE(last_speaks_of_a_thing_untold(barge + text, 0)) << text;
    EXPECT_FALSE(last_speaks_of_a_thing_untold(barge + text, 1)) << text;
    EXPECT_FALSE(last_speaks_of_a_thing_untold(barge + text, {}, "Barge sinks")) << text;
  }
}

TEST(Introductions, AreNotNeededForThingsThatTheSentenceItselfTells) {
  const std::string barge = "Ships returned to Veld. A rusty barge sank off the pier. ";
  for (const char* text : {"The crane lies in nine metres.", "The Veld barge lies in nine metres.",
                           "The barge that sank lies in mud.", "A barge lies in nine metres.",
                           "The barge of Marrow lies in mud.", "A barge hit a crane before the barge sank."})
    EXPECT_FALSE(last_speaks_of_a_thing_untold(barge + text)) << text;
  EXPECT_FALSE(last_speaks_of_a_thing_untold("Crews waited for a week. In the past week, divers found coal."));
}

TEST(Introductions, AreMissingForANameThatFewArticlesHave) {
  const Article article{.id = "test",
                        .text = "Ships returned to Veld. The crane of Halden's fell. Halden owns the pier.",
                        .language = "en"};
  Document document = Analyser().analyse(article);
  const std::vector<std::uint32_t> sentences{0, 1, 2};
  for (const auto& [idf, missing] : {std::pair(9.0F, std::optional<std::size_t>(1)), {3.0F, std::nullopt}}) {
    for (Term& term : document.terms) term.idf = idf;
    Introductions introductions;
    introductions.read(document, sentences);
    EXPECT_EQ(introductions.missing_for(document, 2), missing);
  }
}

TEST(Introductions, AreMadeByWhatIsTaken) {
  const std::string text = std::string(kIntroduced) + "Marrow closed the pier.";
  EXPECT_EQ(missing_for_last(text, "en", 1), std::nullopt);
  EXPECT_EQ(missing_for_last(text, "en", 0), 1U);
}

TEST(Introductions, AreNotLookedForWhereNounsAreCapitalised) {
  EXPECT_EQ(missing_for_last("Schiffe kehrten zur\u00FCck. Hafenmeisterin Ilse Marrow dankte. Marrow ging.", "de"),
            std::nullopt);
}

}  // namespace
}  // namespace nutgraf
