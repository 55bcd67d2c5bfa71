#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "outcome.h"

namespace nutgraf {
namespace {

using Strings = std::vector<std::string>;

Article only_article(std::string_view json) {
  const Outcome outcome = read_bytes(json, {.format = Format::kJson});
  EXPECT_EQ(outcome.messages(), Strings{});
  return outcome.articles.size() == 1 ? outcome.articles[0] : Article{};
}

TEST(Json, ReadsEveryField) {
  const Article article = only_article(
      R"({"id":"v-1","title":"Veld reopens","text":"Ships \"waited\".\nNine days.","outlet":"Courier","url":"https://veld.example/1","published":"2031-05-01T09:00:00Z","language":"en"})");
  EXPECT_EQ(article.id, "v-1");
  EXPECT_EQ(article.title, "Veld reopens");
  EXPECT_EQ(article.text, "Ships \"waited\".\nNine days.");
  EXPECT_EQ(article.outlet, "Courier");
  EXPECT_EQ(article.url, "https://veld.example/1");
  EXPECT_EQ(article.published, "2031-05-01T09:00:00Z");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.extra, "");
  EXPECT_EQ(article.replaced, 0u);
}

struct Spelling {
  const char* json;
  std::string Article::* field;
  const char* value;
};

TEST(Json, AcceptsOtherSpellings) {
  const Spelling spellings[] = {
      {R"({"body":"x"})", &Article::text, "x"},
      {R"({"content":"x"})", &Article::text, "x"},
      {R"({"article":"x"})", &Article::text, "x"},
      {R"({"article_text":"x"})", &Article::text, "x"},
      {R"({"full_text":"x"})", &Article::text, "x"},
      {R"({"maintext":"x"})", &Article::text, "x"},
      {R"({"paragraphs":["a","b"]})", &Article::text, "a\n\nb"},
      {R"({"sentences":["a","","b"]})", &Article::text, "a b"},
      {R"({"text":"t","headline":"x"})", &Article::title, "x"},
      {R"({"text":"t","name":"x"})", &Article::title, "x"},
      {R"({"text":"t","source":"x"})", &Article::outlet, "x"},
      {R"({"text":"t","source":{"id":null,"name":"x"}})", &Article::outlet, "x"},
      {R"({"text":"t","publisher":"x"})", &Article::outlet, "x"},
      {R"({"text":"t","newspaper":"x"})", &Article::outlet, "x"},
      {R"({"text":"t","domain":"x"})", &Article::outlet, "x"},
      {R"({"text":"t","link":"x"})", &Article::url, "x"},
      {R"({"text":"t","uri":"x"})", &Article::url, "x"},
      {R"({"text":"t","date":"x"})", &Article::published, "x"},
      {R"({"text":"t","publishedAt":"x"})", &Article::published, "x"},
      {R"({"text":"t","pubDate":"x"})", &Article::published, "x"},
      {R"({"text":"t","date_publish":"x"})", &Article::published, "x"},
      {R"({"text":"t","timestamp":1712000000})", &Article::published, "1712000000"},
      {R"({"text":"t","lang":"x"})", &Article::language, "x"},
      {R"({"text":"t","locale":"x"})", &Article::language, "x"},
      {R"({"text":"t","guid":"x"})", &Article::id, "x"},
      {R"({"text":"t","_id":"x"})", &Article::id, "x"},
      {R"({"text":"t","id": 17 })", &Article::id, "17"},
      {R"({"te\u0078t":"x"})", &Article::text, "x"},
  };
  for (const Spelling& spelling : spellings) {
    const Article article = only_article(spelling.json);
    EXPECT_EQ(article.*spelling.field, spelling.value) << spelling.json;
    EXPECT_EQ(article.extra, "") << spelling.json;
  }
}

TEST(Json, TheBestSpellingWinsInAnyOrder) {
  for (const char* json : {R"({"body":"b","text":"t"})", R"({"text":"t","body":"b"})"}) {
    EXPECT_EQ(only_article(json).text, "t");
  }
  const Article late = only_article(R"({"date":"d","k":1,"published":"p","text":"t"})");
  EXPECT_EQ(late.published, "p");
  EXPECT_EQ(late.extra, R"("k":1,"date":"d")");
  EXPECT_EQ(only_article(R"({"published":"p","date":"d","text":"t"})").extra, R"("date":"d")");
}

TEST(Json, TakesSentencesAsTheyAreSplit) {
  const Article article = only_article(R"({"sentences":["Ona rose.", "", " Then\nshe sat. ", "\t"]})");
  EXPECT_EQ(article.text, "Ona rose.  Then\nshe sat.  \t");
  EXPECT_EQ(article.sentences, (std::vector<Span>{{0, 9}, {11, 24}}));
  for (const char* json :
       {R"({"sentences":["Ona.","Bel."],"text":"One text."})", R"({"text":"One text.","sentences":["Ona.","Bel."]})",
        R"({"sentences":["Ona.","Bel."],"paragraphs":["One text."]})",
        R"({"sentences":["Ona.","Bel."],"sentences":"One text."})"}) {
    EXPECT_EQ(only_article(json).text, "One text.") << json;
    EXPECT_TRUE(only_article(json).sentences.empty()) << json;
  }
}

TEST(Json, EmptyAndNullValuesDoNotWin) {
  EXPECT_EQ(only_article(R"({"text":"","body":"b"})").text, "b");
  EXPECT_EQ(only_article(R"({"text":null,"body":"b"})").text, "b");
  EXPECT_EQ(only_article(R"({"text":"t","paragraphs":["p"]})").text, "t");
  EXPECT_EQ(only_article(R"({"paragraphs":["p"],"text":"t"})").text, "t");
}

TEST(Json, ARepeatedNameCountsByItsLastValue) { EXPECT_EQ(only_article(R"({"text":"a","text":"b"})").text, "b"); }

TEST(Json, CarriesUnknownFieldsInOrder) {
  const Article article = only_article(
      "{ \"desk\" : \"city\\n\" , \"text\":\"t\",\n \"pages\": [ 1, 2.50, {\"a\\\"b\" : null} ], \"n\": -1e-7, "
      "\"title\": true, "
      "\"big\": 123456789012345678901234567890 , \"source\": {\"id\": 4}, \"none\":[], \"void\":{} }");
  EXPECT_EQ(
      article.extra,
      R"("desk":"city\n","pages":[1,2.50,{"a\"b":null}],"n":-1e-7,"title":true,"big":123456789012345678901234567890,)"
      R"("source":{"id":4},"none":[],"void":{})");
}

TEST(Json, FindsTheArticles) {
  EXPECT_EQ(read_bytes(R"({"text":"a"})").ids(), Strings{"in"});
  EXPECT_EQ(read_bytes(R"([{"text":"a"},{"text":"b","id":"x"}])").ids(), (Strings{"in#1", "x"}));
  EXPECT_EQ(read_bytes(R"({"status":"ok","articles":[{"text":"a"},{"text":"b"}],"n":2})").ids(),
            (Strings{"in#1", "in#2"}));
  EXPECT_EQ(read_bytes(R"({"items":[{"text":"a"}]})").ids(), Strings{"in#1"});
  EXPECT_EQ(read_bytes(R"({"items":[{"text":"a"}],"text":"whole"})").ids(), Strings{"in"});
  EXPECT_EQ(read_bytes("[]").ids(), Strings{});
  EXPECT_EQ(read_bytes("[]").messages(), Strings{});
}

TEST(Json, ErrorsNameTheLine) {
  EXPECT_EQ(read_bytes("[{\"text\":\"a\"},\n {\"title\":\"b\"},\n\n {\"text\":\"c\"}]").ids(),
            (Strings{"in#1", "in#3"}));
  const Outcome no_text = read_bytes("[{\"text\":\"a\"},\n {\"title\":\"b\"}]");
  ASSERT_EQ(no_text.errors.size(), 1u);
  EXPECT_EQ(no_text.errors[0].code, ErrorCode::kEmpty);
  EXPECT_EQ(no_text.errors[0].line, 2u);
  EXPECT_TRUE(
      no_text.errors[0].message.starts_with("no text: the article has a headline, but none of the fields \"text\""));

  const struct {
    const char* json;
    std::size_t line;
  } cases[] = {
      {"{\"text\":\"a\",\n\"k\": tru}", 2},
      {"{\"text\":\"a\",\n\n\"k\" 1}", 3},
      {"[{\"text\":\"a\"},\n]", 2},
      {"[{\"text\":\"a\"},\n{\"text\":\"b\",}]", 2},
      {"[{\"text\":\"a\"},\n\"b\"]", 2},
      {"[{\"text\":\"a\"},\n{\"text\":\"b\"}", 2},
      {"{\"text\":\"a\",\n\"k\":[1,,2]}", 2},
      {"{\"text\":\"a\",\n\"k\":01}", 2},
      {"{\"text\":\"a\",\n\"k\":\"\\q\"}", 2},
  };
  for (const auto& tested : cases) {
    const Outcome outcome = read_bytes(tested.json);
    ASSERT_EQ(outcome.errors.size(), 1u) << tested.json;
    EXPECT_EQ(outcome.errors[0].code, ErrorCode::kMalformed) << tested.json;
    EXPECT_EQ(outcome.errors[0].line, tested.line) << tested.json;
  }
}

TEST(Json, RefusesWhatIsNoJson) {
  for (const char* json : {"{\"text\":\"a\"", "{\"text\":\"a\"} {\"text\":\"b\"}", "[{\"text\":\"a\"}] x",
                           "{\"text\":\"a", "{\"text\":\"a\nb\"}", "true", "\"text\"", "{", "[", "{\"text\"}"}) {
    const Outcome outcome = read_bytes(json, {.format = Format::kJson});
    ASSERT_FALSE(outcome.errors.empty()) << json;
    EXPECT_EQ(outcome.errors[0].code, ErrorCode::kMalformed) << json;
  }
}

TEST(Json, DeepNestingIsAnErrorNotACrash) {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  EXPECT_EQ(read_bytes("{\"text\":\"a\",\"k\":" + deep + "}").errors.at(0).code, ErrorCode::kMalformed);
  EXPECT_EQ(read_bytes(deep, {.format = Format::kJson}).errors.at(0).code, ErrorCode::kMalformed);
}

TEST(Json, CountsReplacedBytesWithTheArticleTheyAreIn) {
  const Outcome outcome =
      read_bytes("[{\"text\":\"a\"},\n{\"text\":\"caf\xE9\",\"k\":\"\xE9 \\ud800\"},{\"text\":\"c\"}]");
  ASSERT_EQ(outcome.articles.size(), 3u);
  EXPECT_EQ(outcome.articles[0].replaced, 0u);
  EXPECT_EQ(outcome.articles[1].replaced, 3u);
  EXPECT_EQ(outcome.articles[2].replaced, 0u);
}

TEST(Json, ReplacesWhatIsNoCharacter) {
  const struct {
    std::string json;
    std::string text;
    std::size_t replaced;
  } cases[] = {
      {"{\"text\":\"caf\xE9 x\"}", "caf\uFFFD x", 1},
      {R"({"text":"\ud83d\ude00"})", "😀", 0},
      {R"({"text":"\ud83d x"})", "\uFFFD x", 1},
      {R"({"text":"\ude00\uD83D"})", "\uFFFD\uFFFD", 2},
      {R"({"text":"\ud83d\u0041"})",
       "\uFFFD"
       "A",
       1},
      {R"({"text":"a\u0000b"})",
       "a\uFFFD"
       "b",
       1},
      {R"({"text":"a\\u0000b \\ud800"})", R"(a\u0000b \ud800)", 0},
      {std::string("{\"text\":\"a\0b\"}", 14),
       "a\uFFFD"
       "b",
       1},
  };
  for (const auto& tested : cases) {
    for (const Format format : {Format::kJson, Format::kJsonLines}) {
      const Outcome outcome = read_bytes(tested.json, {.format = format});
      ASSERT_EQ(outcome.articles.size(), 1u) << tested.json;
      EXPECT_EQ(outcome.articles[0].text, tested.text);
      EXPECT_EQ(outcome.articles[0].replaced, tested.replaced) << tested.json;
    }
  }
}

}  // namespace
}  // namespace nutgraf
