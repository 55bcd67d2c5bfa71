#include "extract/page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf {
namespace {

// "html(body(p('One 'b('two'))))"
std::string outline(Nodes nodes) {
  std::string out;
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (; !ends.empty() && ends.back() <= i; ends.pop_back()) out += ')';
    const Node& node = nodes[i];
    if (node.is_text()) {
      out.append("'").append(node.text).append("'");
    } else {
      out.append(node.name).append("(");
      ends.push_back(i + node.size);
    }
  }
  return out + std::string(ends.size(), ')');
}

TEST(Page, IsARowOfNodesEachWithWhatIsBelowIt) {
  struct Case {
    std::string_view html, outline;
  };
  const Case cases[] = {
      {"<p>One <b>two</b></p>", "html(body(p('One 'b('two'))))"},
      {"<ul><li>One<li>Two</ul>", "html(body(ul(li('One')li('Two'))))"},
      {"<p>One<br>two<!-- no -->", "html(body(p('One'br()'two')))"},
      {"<P>Fish &amp; chips</P>", "html(body(p('Fish ''&'' chips')))"},
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(outline(Page(c.html).root()), c.outline);
}

TEST(Page, KnowsTheAttributesOfItsElements) {
  const Page page("<link href='/?a=1&amp;b=2' HIDDEN class=\"x y\">");
  const Nodes root = page.root();
  const auto link = std::ranges::find(root, "link", &Node::name);
  ASSERT_NE(link, root.end());
  EXPECT_EQ(attribute(*link, "href"), "/?a=1&b=2");
  EXPECT_EQ(attribute(*link, "class"), "x y");
  EXPECT_EQ(attribute(*link, "title"), "");
  EXPECT_NE(std::ranges::find(link->attributes, "hidden", &Attribute::name), link->attributes.end());
}

TEST(Page, HoldsTheTextOfDataButNotOfScriptsAndStyles) {
  const Page page(
      "<script>var x = '<p>';</script><style>p { color: red }</style>"
      "<script type=\"application/ld+json\">{\"headline\":\"One\"}</script>");
  EXPECT_EQ(text_below(page.root()), "{\"headline\":\"One\"}");
}

// As a page does that was loaded in part.
TEST(Page, KeepsAllThatIsInFrontOfATagThatBreaksOff) {
  for (const std::string_view end :
       {"<", "<p", "<p class", "<p class=x", "<p class='x", "<p title=\"One", "</p", "<!-- no"}) {
    const Page page(std::string("<h1>One</h1><p>Two</p><p>Three ").append(end));
    EXPECT_TRUE(text_below(page.root()).starts_with("OneTwoThree")) << end << ": " << text_below(page.root());
  }
}

TEST(Page, GoesNoDeeperThanPagesThatAreMeantToBeRead) {
  constexpr std::size_t kDeep = 5000;
  std::string html;
  for (std::size_t i = 0; i < kDeep; ++i) html += "<div>";
  html += "One";
  const Page page(html);
  const Nodes root = page.root();
  std::vector<std::size_t> ends;
  std::size_t deepest = 0;
  for (std::size_t i = 0; i < root.size(); ++i) {
    while (!ends.empty() && ends.back() <= i) ends.pop_back();
    ends.push_back(i + root[i].size);
    deepest = std::max(deepest, ends.size());
  }
  EXPECT_GE(root.size(), kDeep);
  EXPECT_GT(deepest, 500U);
  EXPECT_LE(deepest, 1010U);
  EXPECT_EQ(text_below(root), "One");
}

}  // namespace
}  // namespace nutgraf
