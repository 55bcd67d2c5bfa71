#include "extract/blocks.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extract/page.h"

namespace nutgraf {
namespace {

std::vector<std::string> blocks_of(std::string_view html) {
  const Page page(html);
  const BlockTree tree = read_blocks(page.root());
  std::vector<std::string> texts;
  for (const Block& block : tree.blocks) texts.emplace_back(tree.text_of(block));
  return texts;
}

using Texts = std::vector<std::string>;

TEST(Blocks, FoldWhiteSpaceAndLeaveOutWhatOnlyBreaksLines) {
  EXPECT_EQ(blocks_of("<p> Ships \n\t <b> waited</b>&nbsp;for a har&shy;bour \u200B</p>"),
            Texts{"Ships waited for a harbour"});
}

TEST(Blocks, ArePartedByBlockElementsAndDoubledBreaks) {
  EXPECT_EQ(blocks_of("<div>One<p>Two</p>three<br>four<br><br>five<ul><li>Six<li>Seven</ul></div>"),
            (Texts{"One", "Two", "three four", "five", "Six", "Seven"}));
}

TEST(Blocks, HoldNothingOfScriptsStylesAndControls) {
  EXPECT_EQ(blocks_of("<p>One<script>var x = '<p>no</p>';</script><style>p{}</style><select><option>no</select>"
                      "<button>no</button><svg><text>no</text></svg> two</p>"),
            Texts{"One two"});
}

TEST(Blocks, LeaveOutMarksOfFootnotes) {
  EXPECT_EQ(blocks_of("<p>Ships waited<a href=#n1>1</a> off Veld.<sup><a href=#n2>[2]</a></sup></p>"),
            Texts{"Ships waited off Veld."});
  EXPECT_EQ(blocks_of("<p><a href=/2>2</a> Ships, <a href=/9>9</a> crews, pier<a href=/4>four</a>, m<sup>2</sup></p>"),
            Texts{"2 Ships, 9 crews, pierfour, m2"});
}

TEST(Blocks, KnowTheirLinksAndElements) {
  const Page page("<div class=related-posts><h2>Read</h2><p>See <a href=/><b>this</b></a> too</p></div>");
  const BlockTree tree = read_blocks(page.root());
  ASSERT_EQ(tree.blocks.size(), 2U);
  EXPECT_EQ(tree.element_of(tree.blocks[0]).tag, Tag::kHeading2);
  EXPECT_EQ(tree.blocks[1].linked, 4U);
  const Element& paragraph = tree.element_of(tree.blocks[1]);
  EXPECT_EQ(paragraph.tag, Tag::kParagraph);
  const Element& division = tree.elements[paragraph.parent];
  EXPECT_NE(division.hints & bit(Hint::kRelated), 0U);
  EXPECT_EQ(division.last_block - division.first_block, 2U);
}

TEST(Blocks, OfAHostilePageAreAllThere) {
  std::string html;
  for (int i = 0; i < 20'000; ++i) html += "<font>x<div>";
  for (int i = 0; i < 20'000; ++i) html += "</section></b></td>";
  html += "<p>End.";
  const Texts texts = blocks_of(html);
  EXPECT_EQ(texts.size(), 20'001U);
  EXPECT_EQ(texts.back(), "End.");
}

}  // namespace
}  // namespace nutgraf
