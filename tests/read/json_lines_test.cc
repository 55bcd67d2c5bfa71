#include <gtest/gtest.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "outcome.h"

namespace nutgraf {
namespace {

using namespace std::literals;
using Strings = std::vector<std::string>;

TEST(JsonLines, NamesArticlesByTheirLine) {
  const Outcome outcome = read_bytes("{\"text\":\"a\"}\n{\"text\":\"b\",\"id\":\"x\"}\n{\"text\":\"c\"}\n");
  EXPECT_EQ(outcome.ids(), (Strings{"in:1", "x", "in:3"}));
  EXPECT_EQ(outcome.messages(), Strings{});
}

TEST(JsonLines, GoesOnAfterABadLine) {
  const Outcome outcome = read_bytes(
      "{\"text\":\"a\"}\n{\"text\":\n{\"title\":\"b\"}\nnot JSON\n[1]\n{\"text\":\"c\"} "
      "{\"text\":\"d\"}\n{\"text\":\"e\"}\n");
  EXPECT_EQ(outcome.ids(), (Strings{"in:1", "in:7"}));
  ASSERT_EQ(outcome.errors.size(), 5u);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(outcome.errors[i].line, i + 2);
  EXPECT_EQ(outcome.errors[0].code, ErrorCode::kMalformed);
  EXPECT_EQ(outcome.errors[1].code, ErrorCode::kEmpty);
  EXPECT_EQ(outcome.messages()[3], "in:5: an article must be a JSON object: {\"title\": ..., \"text\": ...}");
}

TEST(JsonLines, ABadFirstOrSecondLineLosesNothingElse) {
  const Outcome second = read_bytes("{\"text\":\"a\"}\nnot JSON\n{\"text\":\"c\"}\n");
  EXPECT_EQ(second.ids(), (Strings{"in:1", "in:3"}));
  ASSERT_EQ(second.errors.size(), 1u);
  EXPECT_EQ(second.errors[0].line, 2u);
  for (const std::string first : {"not JSON", "{\"text\":\"a", "{\"text\":\"a\"} x", "[1]"}) {
    const Outcome outcome = read_bytes(first + "\n{\"text\":\"b\"}\n{\"text\":\"c\"}\n");
    EXPECT_EQ(outcome.ids(), (Strings{"in:2", "in:3"})) << first;
    ASSERT_EQ(outcome.errors.size(), 1u) << first;
    EXPECT_EQ(outcome.errors[0].line, 1u) << first;
  }
}

TEST(JsonLines, ACutLastLineIsAnErrorAfterTheWholeOnes) {
  const Outcome outcome = read_bytes("{\"text\":\"a\"}\n{\"text\":\"b");
  EXPECT_EQ(outcome.ids(), Strings{"in:1"});
  ASSERT_EQ(outcome.errors.size(), 1u);
  EXPECT_EQ(outcome.errors[0].line, 2u);
}

// A live stream: one piece after the other, none read into one with the next. `begun` counts those that were asked for.
class Pieces final : public ByteStream {
 public:
  Pieces(Strings pieces, std::size_t& begun) : pieces_(std::move(pieces)), begun_(begun) {}

  Result<std::size_t> read(std::span<char> into) override {
    if (rest_.empty() && begun_ < pieces_.size()) rest_ = pieces_[begun_++];
    const std::size_t size = rest_.copy(into.data(), into.size());
    rest_.remove_prefix(size);
    return size;
  }

 private:
  Strings pieces_;
  std::size_t& begun_;
  std::string_view rest_;
};

TEST(JsonLines, GiveEachArticleAsSoonAsItsLineIsComplete) {
  const struct {
    Format format;
    std::string first;  // a line that is told at once
  } cases[] = {{Format::kDetect, "{\"text\":\"a\"}\n"},
               {Format::kJsonLines, "{\"text\":\"a\"}\n"},
               {Format::kJsonLines, "not JSON\n"}};
  for (const auto& [format, first] : cases) {
    std::size_t begun = 0;
    ArticleSource source({.format = format});
    source.open(std::make_unique<Pieces>(Strings{first, "{\"text\":", "\"b\"}\n", "\n"}, begun), "in");
    Article article;
    EXPECT_EQ(source.next(article).has_value(), first.starts_with('{'));
    EXPECT_EQ(begun, 1u) << first;
    EXPECT_TRUE(source.next(article).value());
    EXPECT_EQ(begun, 3u);
    EXPECT_EQ(article.id, "in:2");
    EXPECT_FALSE(source.next(article).value());
  }
}

TEST(JsonLines, TakesAnyLineEndAndSkipsBlankLines) {
  EXPECT_EQ(read_bytes("\xEF\xBB\xBF{\"text\":\"a\"}\r\n \t\r\n\r\n{\"text\":\"b\"}\r\n\n{\"text\":\"c\"}").ids(),
            (Strings{"in:1", "in:4", "in:6"}));
  EXPECT_EQ(read_bytes("\n\n", {.format = Format::kJsonLines}).ids(), Strings{});
}

TEST(JsonLines, NothingOfAnArticleIsLeftInTheNext) {
  const Outcome outcome = read_bytes(
      "{\"id\":\"x\",\"title\":\"t\",\"text\":\"caf\xE9\",\"outlet\":\"o\",\"url\":\"u\",\"date\":\"d\",\"lang\":"
      "\"en\",\"k\":1}\n"
      "{\"text\":\"b\"}\n");
  ASSERT_EQ(outcome.articles.size(), 2u);
  EXPECT_EQ(outcome.articles[0].replaced, 1u);
  EXPECT_EQ(outcome.articles[0].extra, "\"k\":1");
  const Article& second = outcome.articles[1];
  EXPECT_EQ(second.id, "in:2");
  EXPECT_EQ(second.title + second.outlet + second.url + second.published + second.language + second.extra, "");
  EXPECT_EQ(second.replaced, 0u);
}

TEST(JsonLines, LeavesOutALineOverTheLimit) {
  const std::string lines = "{\"text\":\"a\"}\n{\"text\":\"" + std::string(5000, 'x') + "\"}\n{\"text\":\"c\"}\n";
  for (const std::size_t chunk : {1, 7, 4096, 1 << 20}) {
    const Outcome outcome = read_bytes(lines, {.max_article_bytes = 100}, chunk);
    EXPECT_EQ(outcome.ids(), (Strings{"in:1", "in:3"}));
    EXPECT_EQ(outcome.messages(), Strings{"in:2: the line is longer than the limit of 100 bytes; left out"});
    EXPECT_EQ(outcome.errors.at(0).code, ErrorCode::kTooLarge);
  }
}

TEST(JsonLines, ReadsALineLongerThanAChunk) {
  const std::string text(3 << 20, 'x');
  const Outcome outcome = read_bytes("{\"text\":\"a\"}\n{\"text\":\"" + text + "\"}\n{\"text\":\"c\"}\n");
  ASSERT_EQ(outcome.articles.size(), 3u);
  EXPECT_EQ(outcome.articles[1].text, text);
}

TEST(JsonLines, MayBeUtf16) {
  const std::string lines = "{\"text\":\"a\"}\n{\"text\":\"b\"}\n";
  std::string wide = "\xFF\xFE";
  for (const char c : lines) wide.append(1, c).append(1, '\0');
  EXPECT_EQ(read_bytes(wide).ids(), (Strings{"in:1", "in:2"}));
  EXPECT_EQ(read_bytes(wide, {.format = Format::kJsonLines}).ids(), (Strings{"in:1", "in:2"}));
}

TEST(Reading, DoesNotDependOnTheChunkSize) {
  const std::string inputs[] = {
      "Ships waited in Veld.\r\n\r\nNine days.",
      "\xFF\xFEV\0e\0l\0d\0"s,
      "caf\xE9 au lait",
      "[{\"text\":\"a\"},\n{\"title\":\"b\"},\n{\"text\":\"c\"",
      "{\"text\":\"a\"}\r\n\n{\"text\":\n{\"text\":\"caf\xC3\xA9\",\"k\":[1, 2]}\n{\"text\":\"d\"}",
      "<!doctype html><title>Veld</title><p>Ships waited nine days outside the harbour of Veld.</p>",
      "%PDF-1.7",
  };
  for (const std::string& input : inputs) {
    const Outcome expected = read_bytes(input);
    EXPECT_GT(expected.articles.size() + expected.errors.size(), 0u);
    for (const std::size_t chunk : {1, 2, 3, 5, 13, 64}) {
      const Outcome outcome = read_bytes(input, {}, chunk);
      EXPECT_EQ(outcome.messages(), expected.messages()) << input;
      ASSERT_EQ(outcome.ids(), expected.ids()) << input;
      for (std::size_t i = 0; i < outcome.articles.size(); ++i) {
        EXPECT_EQ(outcome.articles[i].text, expected.articles[i].text);
        EXPECT_EQ(outcome.articles[i].extra, expected.articles[i].extra);
      }
    }
  }
}

TEST(ReadArticles, GivesAllOrTheFirstError) {
  const auto articles = read_articles("[{\"text\":\"a\"},{\"text\":\"b\"}]", "news.json");
  ASSERT_TRUE(articles);
  ASSERT_EQ(articles->size(), 2u);
  EXPECT_EQ(articles->at(1).id, "news.json#2");
  const auto error = read_articles("{\"text\":\"a\"}\n{\"title\":\"b\"}\n", "news.jsonl");
  ASSERT_FALSE(error);
  EXPECT_TRUE(to_string(error.error()).starts_with("news.jsonl:2: no text"));
}

TEST(JsonLines, TakesATitleForTheTextWhereTitlesAreAskedFor) {
  const std::string lines = "{\"title\":\"Port of Veld reopens\"}\n{\"title\":\"b\",\"text\":\"Ships waited.\"}\n";
  const auto articles = read_articles(lines, "feed.jsonl", {.titles = true});
  ASSERT_TRUE(articles) << to_string(articles.error());
  ASSERT_EQ(articles->size(), 2U);
  EXPECT_EQ((*articles)[0].text, "Port of Veld reopens");
  EXPECT_EQ((*articles)[1].text, "Ships waited.");
  const auto untitled = read_articles("{\"id\":\"a\",\"title\":\" \"}\n", "feed.jsonl", {.titles = true});
  ASSERT_FALSE(untitled);
  EXPECT_EQ(untitled.error().code, ErrorCode::kEmpty);
}

}  // namespace
}  // namespace nutgraf
