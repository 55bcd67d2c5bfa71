#include "similarity/fingerprint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/analyse.h"
#include "nutgraf/article.h"

namespace nutgraf {
namespace {

ShingledText shingle(const std::string& text) {
  const Article article{.text = text};
  Analyser analyser;
  ShingledText shingled;
  Shingler().shingle(analyser.analyse(article), shingled);
  return shingled;
}

Fingerprint print_of(const std::string& text) { return fingerprint(shingle(text)); }

const std::string kShips = "Forty ships had waited in the bay while divers replaced the gate of the lock.";

TEST(Fingerprint, HasARunOfFiveWordsFromEachWordOn) {
  const ShingledText text = shingle(kShips);
  EXPECT_EQ(text.tokens.size(), 15U);
  EXPECT_EQ(text.shingles.size(), 11U);
  EXPECT_EQ(fingerprint(text).shingles.size(), 11U);
  EXPECT_TRUE(std::ranges::is_sorted(fingerprint(text).shingles));
  EXPECT_EQ(fingerprint(text).lead, text.shingles);
}

TEST(Fingerprint, PassesOverCasePunctuationAndSpace) {
  const Fingerprint plain = print_of("The harbour master's ship \"Lisbet\" returned at dawn, and nobody saw it.");
  EXPECT_EQ(print_of("THE HARBOUR MASTER\u2019S SHIP \u201CLISBET\u201D RETURNED AT DAWN and nobody saw it"), plain);
  EXPECT_EQ(print_of("The harbour  master's ship \u00AB\u00A0Lisbet\u00A0\u00BB returned at dawn; and nobody saw it!"),
            plain);
}

TEST(Fingerprint, RunsAcrossSentences) {
  const std::string text = "Ships wait. Bakers ration flour. Divers replace gates. Nobody knows why.";
  EXPECT_EQ(print_of(text).shingles.size(), 7U);
}

TEST(Fingerprint, LeavesOutWhatSurroundsAReport) {
  const Fingerprint plain = print_of(kShips + "\n\nBakers in the old town had begun to ration flour last Thursday.");
  EXPECT_EQ(print_of("VELD, Oct. 3 (Reuters) - " + kShips +
                     "\n\nRead more: Ferry returns to Veld after nine days\n\nBakers in the old town had begun to "
                     "ration flour last Thursday."),
            plain);
}

TEST(Fingerprint, HasTheHeadingsInsideAReport) {
  const std::string bakers = "\n\nBakers in the old town had begun to ration flour last Thursday.";
  EXPECT_EQ(print_of(kShips + "\n\nWhat the divers found" + bakers).shingles.size(),
            print_of(kShips + bakers).shingles.size() + 4);
}

TEST(Fingerprint, IsOfAllThereIsWhereThereIsNoReport) {
  EXPECT_EQ(print_of("Read more: Ferry returns to Veld after nine days").shingles.size(), 5U);
}

TEST(Fingerprint, OfFewWordsIsOneRun) {
  EXPECT_EQ(print_of("Ships returned.").shingles.size(), 1U);
  EXPECT_NE(print_of("Ships returned."), print_of("Ships waited."));
  EXPECT_EQ(print_of("").shingles.size(), 0U);
  EXPECT_EQ(print_of("\u2014 ... !").shingles.size(), 0U);
}

TEST(Fingerprint, CountsARunOnce) {
  const std::string refrain = "row row row row row row row row row row row row";
  EXPECT_EQ(print_of(refrain).shingles.size(), 1U);
}

TEST(Fingerprint, IsCompact) {
  std::string text;
  for (int i = 0; i < 600; ++i) text += "word" + std::to_string(i) + (i % 20 == 19 ? ". " : " ");
  const Fingerprint print = print_of(text);
  EXPECT_GT(print.shingles.size(), 550U);
  EXPECT_TRUE(std::ranges::is_sorted(print.shingles));
  EXPECT_LE((print.shingles.size() + print.lead.size()) * sizeof(std::uint32_t), 3072U);
}

// Archives hold fingerprints: these values may not change.
TEST(Fingerprint, IsTheSameForEver) {
  EXPECT_EQ(print_of("Forty ships had waited in the bay.").lead,
            (std::vector<std::uint32_t>{290996313U, 1470420590U, 2607550434U}));
}

TEST(Fingerprint, CutsScriptsWithoutSpaces) {
  EXPECT_GT(print_of("維爾德港在關閉九天後於週二上午重新開放，第一艘貨船在黎明時分通過了防波堤。").shingles.size(), 8U);
}

}  // namespace
}  // namespace nutgraf
