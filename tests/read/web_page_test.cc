// Pages whose articles are found in a second step.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "nutgraf/read.h"
#include "read/article_source.h"
#include "read/byte_stream.h"

namespace nutgraf {
namespace {

constexpr std::string_view kPage =
    "<!doctype html><html lang=en><head><title>Ferry returns</title></head><body><h1>Ferry returns</h1>\n"
    "<p>The ferry Maren returned to Veld on Monday, two days after its engine had failed off the cape.</p>"
    "<p>Nobody on board was hurt, and the caf\xC3\xA9 stayed open all night, its owner said.</p></body></html>";

Article read_at_once(std::string_view bytes, const ReadOptions& options) {
  ArticleSource source(options);
  source.open(open_memory(bytes), "ferry.html");
  Article article;
  EXPECT_TRUE(source.next(article).value_or(false));
  return article;
}

TEST(WebPages, GiveTheSameArticleInTwoSteps) {
  for (const bool pre_split : {false, true}) {
    const ReadOptions options{.pre_split = pre_split};
    ArticleSource source(options);
    source.open(open_memory(kPage), "ferry.html");
    Article article;
    std::string page;
    ASSERT_TRUE(source.next(article, page).value_or(false));
    EXPECT_EQ(page, kPage);
    EXPECT_EQ(article.text, "");
    ASSERT_TRUE(find_article(page, article, options));
    const Article expected = read_at_once(kPage, options);
    EXPECT_EQ(article.id, "ferry.html");
    EXPECT_EQ(article.id, expected.id);
    EXPECT_EQ(article.title, expected.title);
    EXPECT_EQ(article.text, expected.text);
    EXPECT_EQ(article.language, expected.language);
    EXPECT_EQ(article.sentences.size(), expected.sentences.size());
    EXPECT_EQ(article.sentences.empty(), !pre_split);
    EXPECT_FALSE(source.next(article, page).value_or(true));
    EXPECT_EQ(page, "");
  }
}

TEST(WebPages, AreDecodedInTheFirstStep) {
  ArticleSource source({});
  source.open(open_memory("<!doctype html><meta charset=latin1><p>Caf\xE9"), "cafe.html");
  Article article;
  std::string page;
  ASSERT_TRUE(source.next(article, page).value_or(false));
  EXPECT_EQ(page, "<!doctype html><meta charset=latin1><p>Caf\xC3\xA9");
}

TEST(WebPages, OtherFormatsGiveNoPage) {
  for (const std::string_view bytes : {"Ships waited nine days.", R"({"text":"Ships waited nine days."})",
                                       "{\"text\":\"Ships waited nine days.\"}\n{\"text\":\"Ships waited.\"}\n"}) {
    ArticleSource source({});
    source.open(open_memory(bytes), "ships");
    Article article;
    std::string page = "of another article";
    ASSERT_TRUE(source.next(article, page).value_or(false));
    EXPECT_EQ(page, "");
    EXPECT_EQ(article.text, "Ships waited nine days.");
  }
}

TEST(WebPages, WithoutTextAreErrorsThatNameTheFile) {
  Article article{.id = "empty.html"};
  const Result<void> found = find_article("<!doctype html><script>f()</script>", article);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::kEmpty);
  EXPECT_EQ(found.error().file, "empty.html");

  ArticleSource source({.format = Format::kHtml});
  source.open(open_memory("\xEF\xBB\xBF \n"), "blank.html");
  std::string page;
  const Result<bool> more = source.next(article, page);
  ASSERT_FALSE(more);
  EXPECT_EQ(more.error().code, ErrorCode::kEmpty);
  EXPECT_EQ(more.error().file, "blank.html");
  EXPECT_EQ(page, "");
}

}  // namespace
}  // namespace nutgraf
