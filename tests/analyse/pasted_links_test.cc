#include "analyse/pasted_links.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "nutgraf/analyse.h"

namespace nutgraf {
namespace {

std::string without_lists(const std::string& text) {
  std::vector<Span> lists;
  find_pasted_links(text, lists);
  std::string rest = text;
  std::ranges::reverse(lists);
  for (const Span list : lists) rest.erase(list.begin, list.size());
  return rest;
}

constexpr const char* kPasted =
    "Mayor Ona Weir Ona Jane WeirStorm shuts harbour Will ships return? Weir asks for help MORE on Tuesday thanked "
    "harbour master Ilse Marrow Ilse MarrowCrane falls in Veld MORE's crews.";
constexpr const char* kClean = "Mayor Ona Weir on Tuesday thanked harbour master Ilse Marrow's crews.";

TEST(PastedLinks, AreFoundBehindNames) {
  EXPECT_EQ(without_lists(kPasted), kClean);
  struct Case {
    std::string text;
    std::string rest;
  };
  for (const Case& c : std::vector<Case>{
           {"Ona Weir Ona (Oni) J. Weir2027 is the year of the harbour MORE spoke.", "Ona Weir spoke."},
           {"Ona WeirOna Jane WeirStorm shuts harbour MORE spoke.", "Ona Weir spoke."},
           {"Ona Weir Ona WeirMORE spoke.", "Ona Weir spoke."},
           {"Tam McRuck Thomas McRuckMcRuck sails MORE spoke.", "Tam McRuck spoke."},
           {"Ada Kovel-Ruck Ada Kovel-RuckOrrin votes MORE (Orrin) spoke.", "Ada Kovel-Ruck (Orrin) spoke."},
       })
    EXPECT_EQ(without_lists(c.text), c.rest);
}

TEST(PastedLinks, AreNothingElse) {
  for (const char* text : {"Ona Weir wants MORE ships.", "The HarbourWatch app shows MORE ships.", "MORE",
                           "Ona Weir Ona Jane WeirStorm shuts harbour.", "Ona Weir Ona Jane WeirStorm MOREOVER spoke.",
                           "Ona Weir spoke.\nOna Jane WeirStorm shuts harbour MORE",
                           "Weir said that WeirWatch has MORE.", "WeirMORE", "Tam McRuck asks for MORE."})
    EXPECT_EQ(without_lists(text), text);
}

TEST(PastedLinks, AreNoPartOfASentence) {
  const Article article{.id = "test", .text = std::string(kPasted) + " Ships returned.", .language = "en"};
  const Article clean{.id = "test", .text = std::string(kClean) + " Ships returned.", .language = "en"};
  const Document document = Analyser().analyse(article);
  const Document expected = Analyser().analyse(clean);
  ASSERT_EQ(document.sentences.size(), 2U);
  ASSERT_EQ(expected.sentences.size(), 2U);
  std::string scratch;
  for (std::size_t i = 0; i < 2; ++i) {
    const Sentence& sentence = document.sentences[i];
    EXPECT_EQ(document.readable(sentence.begin, sentence.end, scratch), expected.text(expected.sentences[i]));
    EXPECT_EQ(sentence.words, expected.sentences[i].words);
    EXPECT_EQ(sentence.characters, expected.sentences[i].characters);
    EXPECT_FALSE(sentence.incomplete);
  }
  EXPECT_EQ(document.pasted.size(), 2U);
  for (const Token& token : document.tokens)
    for (const Span list : document.pasted) EXPECT_TRUE(token.end <= list.begin || token.begin >= list.end);
}

TEST(PastedLinks, AreLeftInSentencesThatTheInputGives) {
  const Article article{
      .id = "test", .text = kPasted, .language = "en", .sentences = {{0, std::string_view(kPasted).size()}}};
  EXPECT_TRUE(Analyser().analyse(article).pasted.empty());
}

TEST(PastedLinks, ReadableIsAlsoAPartOfASentence) {
  const Article article{.id = "test", .text = kPasted, .language = "en"};
  const Document document = Analyser().analyse(article);
  ASSERT_FALSE(document.pasted.empty());
  const Span list = document.pasted.front();
  std::string scratch;
  EXPECT_EQ(document.readable(0, list.begin, scratch), "Mayor Ona Weir");
  EXPECT_EQ(document.readable(6, list.begin + 5, scratch), "Ona Weir");
  EXPECT_EQ(document.readable(list.begin + 5, list.end + 3, scratch), " on");
}

}  // namespace
}  // namespace nutgraf
