#include "analyse/quotation.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf {
namespace {

// What is cut in each sentence: '-' nothing, '<' its front, '>' its end, 'x' both. A "|" starts a paragraph.
std::string cuts_of(const std::vector<std::string_view>& sentences) {
  QuotationReader reader;
  std::string cuts;
  std::uint32_t paragraph = 0;
  for (std::string_view sentence : sentences) {
    if (sentence.starts_with('|')) {
      ++paragraph;
      sentence.remove_prefix(1);
    }
    const QuotationReader::Cut cut = reader.read(sentence, paragraph);
    cuts += cut.before && cut.behind ? 'x' : cut.before ? '<' : cut.behind ? '>' : '-';
  }
  return cuts;
}

TEST(Quotation, IsFollowedThroughSentences) {
  EXPECT_EQ(cuts_of({"\"We waited.", "Nobody came.", "It was a shame,\" Weir said.", "She left."}), ">x<-");
  EXPECT_EQ(cuts_of({"\u201CWe waited.", "Nobody came.\u201D", "She left."}), "><-");
  EXPECT_EQ(cuts_of({"\u201CWe waited.", "Nobody came.\u2019\u2019", "She left."}), "><-");
  EXPECT_EQ(cuts_of({"\u201EWir haben gewartet.", "Niemand kam\u201C, sagte sie.", "Sie ging."}), "><-");
  EXPECT_EQ(cuts_of({"\u00AB On attend.", "C'est dommage \u00BB, dit-elle."}), "><");
  EXPECT_EQ(cuts_of({"She called it \"a shame.\"", "\"We waited,\" Weir said, \"and nobody came.\""}), "--");
}

TEST(Quotation, EndsWithItsParagraph) {
  EXPECT_EQ(cuts_of({"\u201CWe waited.", "|\u201CNobody came,\u201D Weir said.", "She left."}), ">--");
  EXPECT_EQ(cuts_of({"\"We waited.", "|She left."}), ">-");
}

TEST(Quotation, OutlivesNoLostMark) {
  std::vector<std::string_view> sentences = {"\"We waited."};
  for (int i = 0; i < 10; ++i) sentences.emplace_back("She left.");
  EXPECT_EQ(cuts_of(sentences).substr(6), "-----");
  EXPECT_EQ(cuts_of({"\"We waited.", "\"Nobody came,\" Weir said.", "She left."}), ">--");
  EXPECT_EQ(cuts_of({"Nobody came,\" Weir said.", "She left."}), "<-");
}

TEST(Quotation, IsNotOpenedByInches) {
  EXPECT_EQ(cuts_of({"The 12\" pipe burst.", "She left."}), "<-");
  EXPECT_EQ(cuts_of({"She said 'no'.", "It's late."}), "--");
}

TEST(Quotation, IsNotOpenedByHebrewAbbreviations) {
  // "The UN said.", "the chairwoman", "the reports": the mark is a part of the word.
  EXPECT_EQ(cuts_of({"\u05D4\u05D0\u05D5\"\u05DD \u05D0\u05DE\u05E8.", "\u05D4\u05D9\u05D5\"\u05E8\u05D9\u05EA.",
                     "\u05D4\u05D3\u05D5\"\u05D7\u05D5\u05EA."}),
            "---");
  // ... of "The harbour": the article is a prefix, and the quotation goes on.
  EXPECT_EQ(cuts_of({"\u05D4\"\u05E0\u05DE\u05DC\u05D9\u05DD.", "\u05D4\u05DC\u05DB\u05D5\"."}), "><");
  EXPECT_EQ(cuts_of({"\"\u05D4\u05D0\u05D5\"\u05DD.", "\u05D4\u05DC\u05DB\u05D5\"."}), "><");
}

}  // namespace
}  // namespace nutgraf
