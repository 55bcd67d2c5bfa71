#include <gtest/gtest.h>

#include <string>

#include "nutgraf/analyse.h"
#include "nutgraf/render.h"
#include "nutgraf/summarize.h"

namespace nutgraf {
namespace {

std::string highlighted(const Article& article, HighlightStyle style, SummaryOptions options = {.sentences = 1}) {
  const Document document = Analyser().analyse(article);
  std::string out;
  render_highlight(document, Summarizer(std::move(options)).summarize(document), style, out);
  return out;
}

const Article kArticle{.id = "harbour",
                       .title = "Veld <reopens>",
                       .text =
                           "VELD (Reuters) - The harbour of Veld reopened to\nships on Tuesday.\n\nFish & bread were "
                           "sold at the harbour. Sand said \"no\".",
                       .outlet = "Courier",
                       .published = "2026-10-14",
                       .language = "en"};

TEST(Highlight, MarksSentencesInPlainText) {
  EXPECT_EQ(highlighted(kArticle, HighlightStyle::kPlain),
            "VELD (Reuters) - **The harbour of Veld reopened to ships on Tuesday.**\n\nFish & bread were sold at the "
            "harbour. Sand said \"no\".\n");
}

TEST(Highlight, MarksPartOfASentenceThatWasCut) {
  const Article article{
      .id = "a", .text = "VELD (Reuters) - The harbour of Veld reopened to ships on Tuesday.", .language = "en"};
  EXPECT_EQ(highlighted(article, HighlightStyle::kPlain, {.characters = 45}),
            "VELD (Reuters) - **The harbour of Veld reopened to ships** on Tuesday.\n");
}

TEST(Highlight, TakesItsForceFromAnEscapeInTheText) {
  const Article article{.id = "a", .text = "The \x1b[31mharbour reopened on Tuesday.", .language = "en"};
  EXPECT_EQ(highlighted(article, HighlightStyle::kTerminal), "\x1b[1;33mThe [31mharbour reopened on Tuesday.\x1b[0m\n");
}

TEST(Highlight, MakesAnEscapedArticleOfAPage) {
  EXPECT_EQ(highlighted(kArticle, HighlightStyle::kHtml),
            "<article lang=\"en\" dir=\"auto\">\n<h1>Veld &lt;reopens&gt;</h1>\n<p class=\"about\">Courier \u00B7 "
            "2026-10-14</p>\n<p>VELD (Reuters) - <mark>The harbour of Veld reopened to ships on Tuesday.</mark></p>\n"
            "<p>Fish &amp; bread were sold at the harbour. Sand said &quot;no&quot;.</p>\n</article>\n");
}

TEST(Highlight, ShowsATitleInTheTextOnceAndTheFurnitureFaint) {
  Article article{
      .id = "a",
      .text = "Harbour of Veld reopens\n\nThe harbour reopened to ships on Tuesday. Crews sang.\n\nLeave a Reply",
      .language = "en"};
  const std::string once = "<h1>Harbour of Veld reopens</h1>\n";
  for (const char* title : {"", "Harbour of Veld reopens"}) {
    article.title = title;
    const std::string out = highlighted(article, HighlightStyle::kHtml);
    EXPECT_NE(out.find(once), std::string::npos) << out;
    EXPECT_EQ(out.find("reopens", out.find(once) + once.size()), std::string::npos) << out;
    EXPECT_NE(out.find("<p class=\"aside\">Leave a Reply</p>"), std::string::npos) << out;
  }
}

TEST(Highlight, PageNeedsNothingElse) {
  const std::string page = std::string(highlight_opening()) + std::string(highlight_closing());
  EXPECT_TRUE(page.starts_with("<!DOCTYPE html>"));
  EXPECT_TRUE(page.ends_with("</html>\n"));
  for (const char* what : {"<script", "http:", "https:", "url(", "@import"})
    EXPECT_EQ(page.find(what), std::string::npos) << what;
}

}  // namespace
}  // namespace nutgraf
