#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/render.h"
#include "render/columns.h"
#include "render/table.h"

namespace nutgraf {
namespace {

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    result.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return result;
}

TEST(Text, OneSentenceALine) {
  const Article article = {.text = "The port\n  reopened. Ships waited."};
  const std::vector<Span> spans = {{0, 20}, {21, 34}};
  std::string out;
  render_text(article, spans, out);
  EXPECT_EQ(out, "The port reopened.\nShips waited.\n");
}

TEST(Text, AnArticleIsHeadedByItsTitleOrElseItsId) {
  std::string out;
  render_heading({.id = "harbour-1", .title = " Port\nreopens "}, out);
  render_heading({.id = "harbour-2", .title = " "}, out);
  EXPECT_EQ(out, "Port reopens\nharbour-2\n");
}

TEST(Text, IsWithoutPastedLinks) {
  const Article article = {.text = "Ona Weir Ona WeirShips return MORE left."};
  Document document;
  document.article = &article;
  document.pasted = {{8, 34}};
  std::string out;
  render_text(document, Summary{.sentences = {{.end = article.text.size()}}}, out);
  render_text(document, Headline{.end = article.text.size()}, out);
  EXPECT_EQ(out, "Ona Weir left.\nOna Weir left.\n");
}

TEST(Text, OfSeveralArticlesEachSentenceHasItsOutletBehindIt) {
  const Article articles[] = {{.text = "The port\n reopened.", .outlet = "Veld  Courier"}, {.text = "Ships waited."}};
  std::vector<Document> documents(2);
  for (std::size_t i = 0; i < 2; ++i) documents[i].article = &articles[i];
  const MultiSummary summary = {.sentences = {{.document = 1, .end = 13}, {.document = 0, .end = 19}}};
  std::string out;
  render_text(documents, summary, out);
  EXPECT_EQ(out, "Ships waited.\nThe port reopened. (Veld Courier)\n");
}

TEST(Text, ExplanationsAreATableBelowTheSummary) {
  const Article article = {.text = "VELD, Monday. The port reopened. Ships waited."};
  Document document;
  document.article = &article;
  document.sentences = {{.begin = 0, .end = 13}, {.begin = 14, .end = 32}, {.begin = 33, .end = 46}};
  Summary summary = {.sentences = {{.index = 2, .begin = 33, .end = 46}},
                     .explanations = {{.index = 0, .kind = SentenceKind::kDateline, .verdict = Verdict::kNotBody},
                                      {.index = 1,
                                       .dependent = true,
                                       .evidence = {0.25, 0, 0, -1.5, 0, 0.5},
                                       .score = 0.5,
                                       .verdict = Verdict::kOutranked},
                                      {.index = 2, .evidence = {1.25}, .score = 0.754, .verdict = Verdict::kTaken}}};
  std::string out;
  render_text(document, summary, out);
  std::vector<std::string> table = lines(out);
  ASSERT_EQ(table.size(), 6U);
  EXPECT_EQ(table[0], "Ships waited.");
  EXPECT_EQ(table[1], "");
  EXPECT_TRUE(table[2].starts_with("rank  score  because                      kind ")) << table[2];
  EXPECT_TRUE(table[3].starts_with("   -      -  -                            " +
                                   std::string(to_string(SentenceKind::kDateline))));
  EXPECT_TRUE(table[4].starts_with("   2   0.50  salience -1.5, content +0.5  body, leans  ")) << table[4];
  EXPECT_TRUE(table[5].starts_with("   1   0.75  position +1.2                body")) << table[5];
  EXPECT_EQ(table[3].find("VELD"), table[5].find("Ships waited."));

  summary.explanations[1].query = 0.5;  // with a query there is a column for it
  out.clear();
  render_text(document, summary, out);
  table = lines(out);
  EXPECT_TRUE(table[2].starts_with("rank  score  query  because                      kind ")) << table[2];
  EXPECT_TRUE(table[4].starts_with("   2   0.50   0.50  salience -1.5, content +0.5  body, leans  ")) << table[4];
}

TEST(Table, AlignsByWhatATerminalShowsAndClipsTheLastColumn) {
  Table table({{"n", Align::kRight}, {"port"}, {"sentence"}});
  table.add_row({"1", "港", std::string(200, 'x')});
  table.add_row({"12", "Veld", "short"});
  std::string out;
  table.render(out);
  const std::vector<std::string> rows = lines(out);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0], " n  port  sentence");
  EXPECT_TRUE(rows[1].starts_with(" 1  港    xxx")) << rows[1];
  EXPECT_TRUE(rows[1].ends_with("x…"));
  EXPECT_EQ(display_width(rows[1]), kTableColumns);
  EXPECT_EQ(rows[2], "12  Veld  short");
}

TEST(Table, LeavesTheLastColumnSomeRoom) {
  Table table({{std::string(200, 'a')}, {"b"}});
  table.add_row({"", std::string(200, 'x')});
  std::string out;
  table.render(out);
  EXPECT_EQ(display_width(lines(out)[1]), 200 + 2 + kLastColumnMin);
}

}  // namespace
}  // namespace nutgraf
