#include "extract/minify.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace nutgraf {
namespace {

struct Case {
  std::string_view html, rest;
};

std::string minified(std::string_view html) {
  std::string rest = "of another page";
  minify(html, rest);
  return rest;
}

TEST(Minify, KeepsElementsAndText) {
  for (const std::string_view html :
       {"", "Fish & chips", "<p>One <b>two</b></p>", "<!DOCTYPE html><html><body>One<br/>two</body></html>",
        "1 < 2 > 0", "a <", "</", "< p>", "<?xml version=\"1.0\"?><p>", "<![CDATA[x]]>", "</ p x>"}) {
    EXPECT_EQ(minified(html), html);
  }
}

TEST(Minify, LeavesOutAttributesThatNothingReads) {
  const Case cases[] = {
      {"<a href='/x' class=more>One</a>", "<a  class=more>One</a>"},
      {"<A HREF=/x CLASS=more>One</A>", "<A  CLASS=more>One</A>"},
      {"<p data-x = \"1 > 0\" id=y onclick>One</p>", "<p  id=y >One</p>"},
      {"<p @click='a > b'id=y>", "<p id=y>"},
      {"<p title='>'>One", "<p >One"},
      {"<p class='a\"b>c'>One", "<p class='a\"b>c'>One"},
      {"<p style='color: red'><p style='display:none'>", "<p ><p style='display:none'>"},
      {"<link rel=canonical href=/x><a rel=author>", "<link rel=canonical href=/x><a >"},
      {"<meta name=x content=y><input name=x content=y>", "<meta name=x content=y><input  >"},
      {"<time datetime=2026><html lang=en><p lang=de>", "<time datetime=2026><html lang=en><p >"},
      {"</p class=x>", "</p class=x>"},
  };
  for (const Case& c : cases) EXPECT_EQ(minified(c.html), c.rest);
}

TEST(Minify, NeverClosesAnElementThatStaysOpen) {
  const Case cases[] = {
      {"<br a/>", "<br />"},
      {"<p a/b>One", "<p  >One"},
      {"<p a//b>One", "<p  >One"},
      {"<p/title='x'class=y>One", "<p class=y>One"},
      {"<p/class=y>One", "<p/class=y>One"},
      {"<p a=b/>One", "<p >One"},
      {"<p class=b/>One", "<p class=b/>One"},
      {"<p / a>One", "<p / >One"},
  };
  for (const Case& c : cases) EXPECT_EQ(minified(c.html), c.rest);
}

TEST(Minify, LeavesOutCommentsUpToWhereTheyEnd) {
  const Case cases[] = {
      {"a<!-- <p> -->b", "a<!---->b"},
      {"<!-->b-->", "<!-->b-->"},
      {"<!--->b-->", "<!--->b-->"},
      {"<!---->b-->", "<!---->b-->"},
      {"<!-- x --!>b", "<!----!>b"},
      {"<!-- a -- b --->c", "<!---->c"},
      {"<!--[if !IE]><!-->b<!--<![endif]-->", "<!---->b<!---->"},
      {"a<!-- b", "a<!--"},
      {"a<!-- b --", "a<!--"},
      {"<<!-- x -->p>", "<<!---->p>"},
  };
  for (const Case& c : cases) EXPECT_EQ(minified(c.html), c.rest);
}

TEST(Minify, LeavesOutScriptsAndStylesButNotData) {
  const Case cases[] = {
      {"<script>if (a<b) '<p>' </script >One", "<script></script >One"},
      {"<SCRIPT SRC=x>x</SCRIPT>One", "<SCRIPT ></SCRIPT>One"},
      {"<script>'<!--<script>'</script>One", "<script></script>One"},
      {"<script src=x/>1</script>One", "<script ></script>One"},
      {"<script/>One", "<script/>One"},
      {"<script>a</scrip", "<script>"},
      {"<style>p > a { }</style>One", "<style></style>One"},
      {"<script type=\"application/ld+json\">{\"a\":  \"<!-- b -->\"}</script>",
       "<script type=\"application/ld+json\">{\"a\":  \"<!-- b -->\"}</script>"},
  };
  for (const Case& c : cases) EXPECT_EQ(minified(c.html), c.rest);
}

TEST(Minify, KnowsNoMarkupInTitlesAndTextAreas) {
  for (const std::string_view html :
       {"<title><!-- a --> <script> b</title>", "<textarea><!-- <p title=x>\n\n</textarea>",
        "<title>a <!-- without an end tag"}) {
    EXPECT_EQ(minified(html), html);
  }
}

TEST(Minify, LeavesOutIndentation) {
  const Case cases[] = {
      {"<ul>\n\t\t<li>One\n   two</ul>", "<ul>\n<li>One\n   two</ul>"},
      {"<p> One</p> <p>", "<p> One</p> <p>"},
      {"<p>  ", "<p> "},
  };
  for (const Case& c : cases) EXPECT_EQ(minified(c.html), c.rest);
}

TEST(Minify, GoesToTheEndOfWhatHasNone) {
  const Case cases[] = {{"One<a href=\"x>two", "One<a "},
                        {"One<a class=\"x>two", "One<a class=\"x>two"},
                        {"<a", "<a"},
                        {"<a x=", "<a "},
                        {"<a /", "<a /"},
                        {"<!x", "<!x"}};
  for (const Case& c : cases) EXPECT_EQ(minified(c.html), c.rest);
}

// Of any two pieces of markup one after the other nothing is left to leave out.
TEST(Minify, IsDoneAfterOnce) {
  const std::string_view pieces[] = {"<a href=x ", "class='y' ", "/",      ">",       "<!--", "--",
                                     "<script>",   "</script>",  "<style", "\n\n\n",  "text", "<title>",
                                     "</",         "\"",         "=",      "</title>"};
  for (const std::string_view first : pieces) {
    for (const std::string_view second : pieces) {
      for (const std::string_view third : pieces) {
        std::string html(first);
        html.append(second).append(third).append(">One</script></title>");
        const std::string once = minified(html);
        EXPECT_LE(once.size(), html.size());
        EXPECT_EQ(minified(once), once) << html;
      }
    }
  }
}

}  // namespace
}  // namespace nutgraf
