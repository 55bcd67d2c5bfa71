#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "nutgraf/read.h"
#include "nutgraf/render.h"

namespace nutgraf {
namespace {

const std::vector<Article> kArticles = {
    {.id = "copy-1",
     .title = "Port opens",
     .text = "Fog lay. Ships waited long.",
     .extra = R"("desk":"city","kind":1)"},
    {.id = "wire-1", .title = "Port \"reopens\"", .text = "Ships waited.\nFog lay.", .outlet = "Reuters"}};

const CopyGroup kGroup = {
    .original = 1,
    .agency = "reuters",
    .copies = {{.article = 0,
                .taken = 0.9996,
                .kept = 0.5,
                .kind = CopyKind::kExtended,
                .changes = {.added = {{.begin = 22, .end = 27}}, .left_out = {{.begin = 0, .end = 13}}}}}};

TEST(RenderCopies, AGroupIsOneRecordWithItsOriginalFirst) {
  std::string out;
  render_json(kArticles, kGroup, out);
  EXPECT_EQ(out, R"({"type":"copies","articles":[{"id":"wire-1","role":"original","agency":"reuters",)"
                 R"("title":"Port \"reopens\"","outlet":"Reuters"},)"
                 R"({"id":"copy-1","role":"copy","kind":"extended","taken":0.9996,"kept":0.5,)"
                 R"("added":[{"begin":22,"end":27,"text":"long."}],)"
                 R"("left_out":[{"begin":0,"end":13,"text":"Ships waited."}],"title":"Port opens","desk":"city"}]})"
                 "\n");
}

TEST(RenderCopies, TextsAreThereIfAskedFor) {
  std::string out;
  render_json(kArticles, kGroup, out, {.text = true});
  EXPECT_NE(out.find(R"("text":"Fog lay. Ships waited long.")"), std::string::npos);
  EXPECT_NE(out.find(R"("text":"Ships waited.\nFog lay.")"), std::string::npos);
}

TEST(RenderCopies, AGroupIsATableWithItsChangesBelow) {
  std::string out;
  render_text(kArticles, kGroup, out);
  EXPECT_EQ(out,
            "Port \"reopens\"\n"
            "          taken  kept  id      published  outlet\n"
            "original               wire-1             Reuters\n"
            "extended    99%   50%  copy-1             \n"
            "copy-1\n"
            "  - Ships waited.\n"
            "  + long.\n");
}

TEST(RenderCopies, CountsAreALineOrARecord) {
  std::string text;
  render_text(CopyCounts{.articles = 4, .groups = 1, .copies = 2, .independent = 2}, text);
  render_text(CopyCounts{.articles = 1, .groups = 0, .copies = 0, .independent = 1}, text);
  EXPECT_EQ(text,
            "4 articles: 2 copies in 1 group, 2 independent sources\n"
            "1 article: 0 copies in 0 groups, 1 independent source\n");
  std::string json;
  render_json(CopyCounts{.articles = 4, .groups = 1, .copies = 2, .independent = 2}, json);
  EXPECT_EQ(json, "{\"type\":\"sources\",\"articles\":4,\"groups\":1,\"copies\":2,\"independent\":2}\n");
}

// What is written is what was read.
TEST(RenderArticle, GoesBackThroughTheReader) {
  const std::vector<Article> articles = {{.id = "a", .text = "Ships \"waited\".\n\nFog lay.\t\u00E9"},
                                         {.id = "b",
                                          .title = "Port",
                                          .text = "Fog lay.",
                                          .outlet = "Sule Post",
                                          .url = "https://sule.example/1",
                                          .published = "2026-04-04",
                                          .language = "en",
                                          .extra = R"("words":7,"type":"news","score":[1,{"desk":"city"}])"}};
  for (const Article& article : articles) {
    std::string out;
    render_json(article, out);
    const Result<std::vector<Article>> read = read_articles(out, "test");
    ASSERT_TRUE(read) << to_string(read.error());
    ASSERT_EQ(read->size(), 1U);
    const Article& again = read->front();
    EXPECT_EQ(again.id, article.id);
    EXPECT_EQ(again.title, article.title);
    EXPECT_EQ(again.text, article.text);
    EXPECT_EQ(again.outlet, article.outlet);
    EXPECT_EQ(again.url, article.url);
    EXPECT_EQ(again.published, article.published);
    EXPECT_EQ(again.language, article.language);
    EXPECT_EQ(again.extra, article.extra);
  }
}

TEST(RenderArticle, KeepsTheSentencesItCameIn) {
  const std::string line = "{\"id\":\"a\",\"sentences\":[\"Ships waited.\",\"Fog \\\"lay\\\"\"]}\n";
  const Result<std::vector<Article>> read = read_articles(line, "test");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->front().sentences.size(), 2U);
  std::string out;
  render_json(read->front(), out);
  EXPECT_EQ(out, line);
}

}  // namespace
}  // namespace nutgraf
