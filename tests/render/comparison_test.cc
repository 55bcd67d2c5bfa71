#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/analyse.h"
#include "nutgraf/compare.h"
#include "nutgraf/render.h"
#include "render/columns.h"

namespace nutgraf {
namespace {

const std::vector<Article>& articles() {
  static const std::vector<Article> kArticles = {
      {.id = "a",
       .title = "Ferry <capsizes>",
       .text = "A ferry capsized in Orrin on Monday and 12 people were killed. Fog lay over the sound.",
       .outlet = "Veld Courier",
       .published = "2026-05-04"},
      {.id = "b",
       .text = "Ferry capsized in Orrin on Monday: 15 people were killed. Two ships have been withdrawn.",
       .published = "2026-05-06"}};
  return kArticles;
}

struct Compared {
  std::vector<Document> documents;
  Comparison comparison;
};

Compared compared() {
  Analyser analyser;
  Compared result;
  for (const Article& article : articles()) result.documents.push_back(analyser.analyse(article));
  result.comparison = Comparer().compare(result.documents);
  return result;
}

TEST(ComparisonText, NamesTheArticlesAndWhereTheyDiffer) {
  const auto [documents, comparison] = compared();
  std::string out;
  render_text(documents, comparison, {.width = 80}, out);
  EXPECT_TRUE(out.starts_with("A  Veld Courier \u00B7 2026-05-04 \u00B7 Ferry <capsizes>\nB  2026-05-06 \u00B7 b\n"));
  EXPECT_NE(out.find("Differing (1)\nfigure, newer in B\n"), std::string::npos) << out;
  EXPECT_NE(out.find("[12 people]"), std::string::npos) << out;
  EXPECT_NE(out.find("Only in A (1)\n-  Fog lay over the sound."), std::string::npos) << out;
}

TEST(ComparisonText, IsNeverWiderThanTheTerminal) {
  const auto [documents, comparison] = compared();
  for (const std::size_t width : {20, 40, 80, 100, 200}) {
    std::string out;
    render_text(documents, comparison, {.width = width}, out);
    for (std::size_t at = 0; at < out.size();) {
      const std::size_t end = out.find('\n', at);
      EXPECT_LE(display_width(out.substr(at, end - at)), width);
      at = end + 1;
    }
  }
}

TEST(ComparisonText, PutsTwoArticlesBesideEachOtherWhereThereIsRoom) {
  const auto [documents, comparison] = compared();
  const auto line_of = [&](std::size_t width, std::string_view word) {
    std::string out;
    render_text(documents, comparison, {.width = width}, out);
    const std::size_t at = out.find(word);
    return std::count(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  };
  EXPECT_LT(line_of(2 * kReadableColumn, "[12"), line_of(2 * kReadableColumn, "[15"));
  EXPECT_EQ(line_of(2 * kReadableColumn + 2, "[12"), line_of(2 * kReadableColumn + 2, "[15"));
}

TEST(ComparisonJson, IsOneRecordWithPlaces) {
  const auto [documents, comparison] = compared();
  std::string out;
  render_json(documents, comparison, out);
  EXPECT_TRUE(out.starts_with(
      R"({"type":"comparison","articles":[{"id":"a","title":"Ferry <capsizes>","outlet":"Veld Courier",)"));
  EXPECT_NE(out.find(R"("differing":[{"kind":"figure","update":true,)"), std::string::npos) << out;
  EXPECT_NE(
      out.find(
          R"("newest":"b","claims":[{"article":"a","outlet":"Veld Courier","index":0,"begin":40,"end":49,"text":"12 people",)"),
      std::string::npos)
      << out;
  EXPECT_EQ(out.find('\n'), out.size() - 1);
}

TEST(ComparisonHtml, EscapesWhatArticlesSay) {
  const auto [documents, comparison] = compared();
  std::string out;
  render_html(documents, comparison, out);
  EXPECT_EQ(out.find("<capsizes>"), std::string::npos);
  EXPECT_NE(out.find("Ferry &lt;capsizes&gt;"), std::string::npos);
  EXPECT_NE(out.find("<mark>12 people</mark>"), std::string::npos);
  EXPECT_EQ(out.find("<script"), std::string::npos);
}

}  // namespace
}  // namespace nutgraf
