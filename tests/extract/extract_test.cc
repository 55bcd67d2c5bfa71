#include "extract/extract.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "read/outcome.h"

namespace nutgraf {
namespace {

constexpr std::string_view kPage = R"(<!DOCTYPE html>
<html lang="en-GB">
<head>
  <title>Port of Veld reopens | The Veld Courier</title>
  <meta property="og:title" content="Port of Veld reopens">
  <meta property="og:site_name" content="The Veld Courier">
  <meta property="article:published_time" content="2031-05-01T09:00:00Z">
  <link rel="canonical" href="https://courier.example/port">
  <style>p { color: red }</style>
  <script>var text = "<p>not text</p>";</script>
</head>
<body>
  <nav><ul><li><a href="/">Home</a></li><li><a href="/news">News from the whole of the coast</a></li></ul></nav>
  <div class="cookie-notice"><p>We use cookies so that this page works as well as it can for all of you.</p></div>
  <article class="has-comments">
    <h1>Port of Veld reopens</h1>
    <div class="share-bar"><p>Share this report with your friends on any of these many networks.</p></div>
    <p>The port of Veld reopened on Monday, nine days after
       a <b>storm</b> had closed it to all ships.</p>
    <figure><img src="a.jpg"><figcaption>Ships outside the harbour of Veld on Sunday evening.</figcaption></figure>
    <h2>What the captains say</h2>
    <p>&ldquo;We have waited long enough,&rdquo; said Ona Weir, whose ship was the first to leave the harbour.</p>
    <ul><li>Two ferries sail again from Tuesday morning.</li><li>Freight follows later in the week.</li></ul>
    <h2>Read more</h2>
    <p><a href="/1">Storm closes the port of Veld for a second day</a></p>
    <aside><p>The harbour of Veld was built by fishermen three hundred years ago.</p></aside>
  </article>
  <section id="comments"><p>I have never seen such a storm in all of my years at sea, and they were many.</p></section>
  <footer><p>Copyright The Veld Courier. All rights reserved by the owners of the paper.</p></footer>
</body>
</html>)";

TEST(Html, FindsMetadata) {
  Article article;
  ASSERT_TRUE(extract(kPage, article));
  EXPECT_EQ(article.title, "Port of Veld reopens");
  EXPECT_EQ(article.outlet, "The Veld Courier");
  EXPECT_EQ(article.url, "https://courier.example/port");
  EXPECT_EQ(article.published, "2031-05-01T09:00:00Z");
  EXPECT_EQ(article.language, "en-GB");
}

TEST(Html, KeepsTheReportAndNothingElse) {
  Article article;
  ASSERT_TRUE(extract(kPage, article));
  EXPECT_EQ(article.text,
            "Port of Veld reopens\n\n"
            "The port of Veld reopened on Monday, nine days after a storm had closed it to all ships.\n\n"
            "What the captains say\n\n"
            "“We have waited long enough,” said Ona Weir, whose ship was the first to leave the harbour.\n\n"
            "Two ferries sail again from Tuesday morning.\n\n"
            "Freight follows later in the week.");
}

TEST(Html, FallsBackForMetadata) {
  Article article;
  ASSERT_TRUE(
      extract("<html><title> Veld\n Courier </title><meta property=og:url content=https://c.example>"
              "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\"},{\"datePublished\":"
              "\"2031-05-02\",\"publisher\":{\"name\":\"Courier\"}}]}</script>"
              "<p>Ships waited nine days outside the harbour.</p>",
              article));
  EXPECT_EQ(article.title, "Veld Courier");
  EXPECT_EQ(article.url, "https://c.example");
  EXPECT_EQ(article.published, "2031-05-02");
  EXPECT_EQ(article.outlet, "Courier");

  Article timed;
  ASSERT_TRUE(
      extract("<script type='application/ld+json'>{broken</script><p><time datetime='2031-05-03'>3 May</time> Ships "
              "waited.</p>",
              timed));
  EXPECT_EQ(timed.published, "2031-05-03");
}

TEST(Html, PartsParagraphsAtDoubledBreaks) {
  Article article;
  ASSERT_TRUE(extract(
      "<html><body><div>Ships waited nine days outside the harbour of Veld.<br><br>On Monday they<br>left.</div>",
      article));
  EXPECT_EQ(article.text, "Ships waited nine days outside the harbour of Veld.\n\nOn Monday they left.");
}

TEST(Html, LeavesOutTheReadingsOfCharacters) {
  Article article;
  ASSERT_TRUE(
      extract("<html><body><p>\u53F0\u98A8\u3067<ruby>\u6E2F<rp>(</rp><rt>\u307F\u306A\u3068</rt><rp>)</rp></ruby>"
              "\u304C<ruby>\u9589<rt>\u3057</ruby>\u307E\u308A\u307E\u3057\u305F\u3002</p></body></html>",
              article));
  EXPECT_EQ(article.text, "\u53F0\u98A8\u3067\u6E2F\u304C\u9589\u307E\u308A\u307E\u3057\u305F\u3002");
}

TEST(Html, WithoutTextIsAnError) {
  const Outcome outcome =
      read_bytes("<!doctype html><html><head><title>Veld</title></head><body><script>x</script></body></html>");
  ASSERT_EQ(outcome.errors.size(), 1u);
  EXPECT_EQ(outcome.errors[0].code, ErrorCode::kEmpty);
}

TEST(Html, DecodesTheCharsetOfThePage) {
  const Outcome outcome = read_bytes("<!doctype html><meta charset=windows-1251><p>\xCF\xEE\xF0\xF2</p>");
  EXPECT_EQ(outcome.articles.at(0).text, "Порт");
  EXPECT_EQ(outcome.articles.at(0).id, "in");
}

TEST(Html, SurvivesDepthAndBrokenMarkup) {
  std::string deep = "<!doctype html>";
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  deep += "<p>Ships waited nine days outside the harbour of Veld.";
  EXPECT_EQ(read_bytes(deep).articles.at(0).text, "Ships waited nine days outside the harbour of Veld.");
  EXPECT_EQ(read_bytes("<html><body></p></div><p>Ships <b>waited</i> here<p>Days<td>").articles.at(0).text,
            "Ships waited here\n\nDays");
}

}  // namespace
}  // namespace nutgraf
