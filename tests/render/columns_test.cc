#include "render/columns.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace nutgraf {
namespace {

std::string folded(std::string_view text) {
  std::string out;
  append_folded(text, out);
  return out;
}

TEST(Columns, FoldsWhiteSpaceOfAllKinds) {
  EXPECT_EQ(folded("  Ships\n \t waited.\r\n"), "Ships waited.");
  EXPECT_EQ(folded("Ships\u2028had\u3000waited"), "Ships had waited");
  EXPECT_EQ(folded(" \n"), "");
}

TEST(Columns, KeepsNoBreakSpaces) { EXPECT_EQ(folded("9\u00A0km"), "9\u00A0km"); }

TEST(Columns, FoldsControlCharacters) {
  EXPECT_EQ(folded("a\x1b[31mb"), "a [31mb");
  EXPECT_EQ(folded(std::string_view("a\0\0b\x7f", 5)), "a b");
  EXPECT_EQ(folded("a\u009Bb"), "a b");
}

TEST(Columns, CountsWhatATerminalShows) {
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("Veld"), 4U);
  EXPECT_EQ(display_width("Véld"), 4U);
  EXPECT_EQ(display_width("Ve\u0301ld"), 4U);  // a combining accent
  EXPECT_EQ(display_width("港が"), 4U);
  EXPECT_EQ(display_width("Ａ"), 2U);
  EXPECT_EQ(display_width("a\u200Db"), 2U);  // a joiner
}

TEST(Columns, ClipsToTheWidthAtMost) {
  EXPECT_EQ(clip("harbour", 7), "harbour");
  EXPECT_EQ(clip("harbour", 6), "harbo…");
  EXPECT_EQ(clip("harbour", 1), "…");
  EXPECT_EQ(clip("harbour", 0), "");
  EXPECT_EQ(clip("港が再開", 8), "港が再開");
  EXPECT_EQ(clip("港が再開", 7), "港が再…");
  EXPECT_EQ(clip("港が再開", 6), "港が…");
  for (std::size_t columns = 0; columns < 12; ++columns) EXPECT_LE(display_width(clip("a港bがc再", columns)), columns);
}

}  // namespace
}  // namespace nutgraf
