#include "summarize/introductions.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "nutgraf/analyse.h"

namespace nutgraf {
namespace {

// The sentence that introduces somebody in the last of the text's, where none is taken.
std::optional<std::size_t> missing_for_last(const std::string& text, const std::string& language = "en",
                                            std::optional<std::size_t> taken = {}) {
  const Article article{.id = "test", .text = text, .language = language};
  const Document document = Analyser().analyse(article);
  std::vector<std::uint32_t> sentences;
  for (std::uint32_t i = 0; i < document.sentences.size(); ++i) sentences.push_back(i);
  Introductions introductions;
  introductions.read(document, sentences);
  if (taken) introductions.take(*taken);
  return introductions.missing_for(document, sentences.size() - 1);
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

TEST(Introductions, AreMissingForAThingThatASentenceOpensWith) {
  const std::string barge = "Ships returned to Veld. A rusty barge sank off the pier. ";
  EXPECT_EQ(missing_for_last(barge + "The barge lies in nine metres."), 1U);
  EXPECT_EQ(missing_for_last(barge + "The sunken barge lies in nine metres."), 1U);
  EXPECT_EQ(missing_for_last(barge + "In the barge, divers found coal."), 1U);
  EXPECT_EQ(missing_for_last("Crews waited for a week. In the past week, divers found coal."), std::nullopt);
  EXPECT_EQ(missing_for_last(barge + "The barge lies in nine metres.", "en", 1), std::nullopt);
  for (const char* text : {"The crane lies in nine metres.", "The Veld barge lies in nine metres.",
                           "The barge that sank lies in nine metres.", "A barge lies in nine metres.",
                           "Divers found the barge in nine metres."})
    EXPECT_EQ(missing_for_last(barge + text), std::nullopt) << text;
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

TEST(Introductions, AreMadeByTheTitle) {
  const Article article{.id = "test",
                        .title = "Barge sinks",
                        .text = "A barge sank off Veld. The barge lies in nine metres.",
                        .language = "en"};
  const Document document = Analyser().analyse(article);
  const std::vector<std::uint32_t> sentences{0, 1};
  Introductions introductions;
  introductions.read(document, sentences);
  EXPECT_EQ(introductions.missing_for(document, 1), std::nullopt);
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
