#include "evaluate/lead.h"

#include <gtest/gtest.h>

#include <deque>
#include <string>
#include <vector>

#include "nutgraf/analyse.h"

namespace nutgraf {
namespace {

class Lead : public testing::Test {
 protected:
  void add(std::string text, std::string language = "en") {
    articles_.push_back({.text = std::move(text), .language = std::move(language)});
    documents_.push_back(analyser_.analyse(articles_.back()));
  }

  [[nodiscard]] std::string lead_of(const LeadBudget& budget) const { return lead(documents_, budget); }

 private:
  Analyser analyser_;
  std::deque<Article> articles_;
  std::vector<Document> documents_;
};

TEST_F(Lead, IsTheFirstSentencesOneALine) {
  add("Ships waited nine days\noutside the harbour. Nobody knew why. The mayor was silent.");
  EXPECT_EQ(lead_of({.sentences = 2}), "Ships waited nine days outside the harbour.\nNobody knew why.\n");
  EXPECT_EQ(lead_of({.sentences = 9}),
            "Ships waited nine days outside the harbour.\nNobody knew why.\nThe mayor was silent.\n");
}

TEST_F(Lead, IsCutWhereTheWordsRunOut) {
  add("Ships waited nine days. Nobody at the well-known harbour knew why.");
  EXPECT_EQ(lead_of({.words = 4}), "Ships waited nine days.\n");
  EXPECT_EQ(lead_of({.words = 8}), "Ships waited nine days.\nNobody at the well-known\n");
  EXPECT_EQ(lead_of({.sentences = 1, .words = 8}), "Ships waited nine days.\n");
}

TEST_F(Lead, CountsWordsInScriptsWithoutSpaces) {
  add("港口重新开放。", "zh");
  const std::string two = lead_of({.words = 2});
  const std::string three = lead_of({.words = 3});
  EXPECT_LT(two.size(), three.size());
  EXPECT_TRUE(three.starts_with(two.substr(0, two.size() - 1))) << three;
}

TEST_F(Lead, OfSeveralArticlesGoesRound) {
  add("Ships waited nine days. Nobody at the harbour knew why. The mayor was silent.");
  add("The harbour of Veld is shut.");
  add("A storm sank two ferries. Nobody was hurt in the storm.");
  EXPECT_EQ(lead_of({.sentences = 5}),
            "Ships waited nine days.\nThe harbour of Veld is shut.\nA storm sank two ferries.\n"
            "Nobody at the harbour knew why.\nNobody was hurt in the storm.\n");
}

TEST_F(Lead, LeavesOutWhatIsNoReport) {
  add("Read more: harbour of Veld\n\nShips waited nine days outside the harbour of Veld.\n\nNobody knew why.");
  EXPECT_EQ(lead_of({.sentences = 1}), "Ships waited nine days outside the harbour of Veld.\n");
}

TEST_F(Lead, HasNoDateline) {
  add("VELD, Oct. 3 (AP) \u2014 Ships waited nine days. Nobody knew why.");
  EXPECT_EQ(lead_of({.sentences = 1}), "Ships waited nine days.\n");
  EXPECT_EQ(lead_of({.words = 3}), "Ships waited nine\n");
}

TEST_F(Lead, OfNothingIsEmpty) {
  EXPECT_EQ(lead_of({}), "");
  add("");
  EXPECT_EQ(lead_of({}), "");
}

}  // namespace
}  // namespace nutgraf
