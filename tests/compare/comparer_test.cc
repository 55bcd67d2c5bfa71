#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nutgraf/analyse.h"
#include "nutgraf/compare.h"

namespace nutgraf {
namespace {

struct Compared {
  explicit Compared(std::vector<Article> given) : articles(std::move(given)) {
    Analyser analyser;
    for (const Article& article : articles) documents.push_back(analyser.analyse(article));
    comparison = Comparer().compare(documents);
  }

  [[nodiscard]] std::string text(const Place& place) const {
    return articles[place.document].text.substr(place.begin, place.end - place.begin);
  }

  std::vector<Article> articles;
  std::vector<Document> documents;
  Comparison comparison;
};

Article article(std::string id, std::string text, std::string published = {}, std::string outlet = {}) {
  return {.id = std::move(id),
          .text = std::move(text),
          .outlet = std::move(outlet),
          .published = std::move(published),
          .language = "en"};
}

const std::string kFerry = "A ferry capsized in the harbour of Orrin on Monday and 12 people were killed.";
const std::string kFerryLater = "A ferry capsized in the harbour of Orrin on Monday and 15 people were killed.";
const std::string kFog = "Fog had lain over the sound since Sunday.";

TEST(Comparer, HasNothingToSayOfNoneOrOne) {
  EXPECT_TRUE(Compared({}).comparison.similarity.empty());
  const Compared one({article("a", kFerry)});
  EXPECT_TRUE(one.comparison.shared.empty());
  EXPECT_TRUE(one.comparison.differing.empty());
  EXPECT_EQ(least_similar(one.comparison), nullptr);
}

TEST(Comparer, TakesArticlesWithoutTextOrWords) {
  for (const std::string& text : {std::string(), std::string("..."), std::string("\"\""), std::string("12 15 %")}) {
    const Compared compared({article("a", text), article("b", kFerry), article("c", text)});
    EXPECT_EQ(compared.comparison.similarity.size(), 3U) << text;
    EXPECT_TRUE(compared.comparison.differing.empty()) << text;
  }
}

TEST(Comparer, TellsCopiesFromWhatHasNothingToDoWithThem) {
  const Compared compared({article("a", kFerry + " " + kFog), article("b", kFog + " " + kFerry),
                           article("c", "The court of Lunde fined a baker for selling stale bread to a school.")});
  const std::vector<ArticleSimilarity>& similarity = compared.comparison.similarity;
  ASSERT_EQ(similarity.size(), 3U);
  EXPECT_EQ(similarity[0].relation, Relation::kCopy);
  EXPECT_DOUBLE_EQ(similarity[0].copied_a, 1);
  EXPECT_DOUBLE_EQ(similarity[0].copied_b, 1);
  EXPECT_EQ(similarity[1].relation, Relation::kUnrelated);
  EXPECT_EQ(least_similar(compared.comparison)->b, 2U);
}

TEST(Comparer, FindsCopiedPassagesInAnotherOrder) {
  const Compared compared({article("a", kFerry + " " + kFog), article("b", kFog + " " + kFerry)});
  ASSERT_EQ(compared.comparison.copied.size(), 2U);
  EXPECT_EQ(compared.comparison.copied[0].words, 15U);
  for (const CopiedPassage& passage : compared.comparison.copied)
    EXPECT_EQ(compared.text(passage.a), compared.text(passage.b));
}

TEST(Comparer, CallsALaterFigureNewerAndOneOfTheSameDayContradicting) {
  const auto differing = [](const std::string& first, const std::string& second) {
    const Compared compared({article("a", kFerry, first), article("b", kFerryLater, second)});
    EXPECT_EQ(compared.comparison.differing.size(), 1U);
    return compared.comparison.differing.at(0);
  };
  EXPECT_FALSE(differing("", "").update);
  EXPECT_FALSE(differing("2026-05-04", "2026-05-04T18:00:00Z").update);
  EXPECT_TRUE(differing("2026-05-04", "2026-05-05").update);
  EXPECT_EQ(differing("2026-05-04", "2026-05-05").newest, 1U);
  EXPECT_EQ(differing("2026-05-05", "2026-05-04").newest, 0U);
}

TEST(Comparer, TellsWhatMostTellAndOneLeavesOut) {
  const Compared compared({article("a", kFerry + " " + kFog, "", "Veld Courier"),
                           article("b", kFog + " " + kFerry, "", "Orrin Gazette"),
                           article("c", kFog + " Nobody had seen a fog like that in April.", "", "Sule Post")});
  const auto ferry = std::ranges::find_if(
      compared.comparison.shared, [&](const SharedFact& fact) { return compared.text(fact.tellings[0]) == kFerry; });
  ASSERT_NE(ferry, compared.comparison.shared.end());
  EXPECT_EQ(ferry->outlets, 2U);
  EXPECT_EQ(ferry->left_out, std::vector<std::size_t>{2});
  EXPECT_EQ(compared.comparison.shared[0].outlets, 3U);
  EXPECT_EQ(compared.text(compared.comparison.shared[0].tellings[0]), kFog);
}

TEST(Comparer, CountsArticlesOfOneOutletOnce) {
  const Compared compared({article("a", kFerry, "", "Veld Courier"), article("b", kFerry, "", "Veld Courier")});
  ASSERT_EQ(compared.comparison.shared.size(), 1U);
  EXPECT_EQ(compared.comparison.shared[0].outlets, 1U);
}

TEST(Comparer, SaysWhoIsQuotedAndWhetherTheQuoteIsCut) {
  const Compared compared(
      {article("a", "\"We have counted every bird on the island, and there are fewer than ever,\" said Ruth Amery."),
       article("b", "\"There are fewer than ever,\" Amery said on Friday. She left at once."),
       article("c", "Amery: \"there are fewer than ever.\" Cats eat the chicks, Ms. Amery wrote.")});
  ASSERT_FALSE(compared.comparison.quotes.empty());
  const QuoteGroup& group = compared.comparison.quotes[0];
  EXPECT_TRUE(group.cut);
  ASSERT_EQ(group.quotes.size(), 3U);
  EXPECT_EQ(compared.text(group.quotes[0].speaker), "Ruth Amery");
  EXPECT_EQ(compared.text(group.quotes[1].speaker), "Amery");
  EXPECT_EQ(compared.text(group.quotes[1].place), "There are fewer than ever,");
}

TEST(Comparer, GathersTheClaimsOfAllReportsInOneDifference) {
  const Compared compared(
      {article("a", kFerry), article("b", kFerryLater),
       article("c", "A ferry capsized in the harbour of Orrin on Monday and 18 people were killed.")});
  ASSERT_EQ(compared.comparison.differing.size(), 1U);
  ASSERT_EQ(compared.comparison.differing[0].claims.size(), 3U);
  EXPECT_EQ(compared.text(compared.comparison.differing[0].claims[2].place), "18 people");
}

// The places of everything, as text, in no order.
std::vector<std::string> contents(const Compared& compared) {
  std::vector<std::string> all;
  const auto add = [&](const std::string& what, const Place& place) {
    all.push_back(what + compared.articles[place.document].id + ": " + compared.text(place));
  };
  for (const SharedFact& fact : compared.comparison.shared)
    for (const Place& telling : fact.tellings) add("shared ", telling);
  for (const OnlyFact& fact : compared.comparison.only) add("only ", fact.place);
  for (const Difference& difference : compared.comparison.differing)
    for (const Claim& claim : difference.claims) add(difference.update ? "update " : "differing ", claim.place);
  for (const QuoteGroup& group : compared.comparison.quotes)
    for (const Quote& quote : group.quotes) add("quote ", quote.place);
  for (const CopiedPassage& passage : compared.comparison.copied) {
    add("copied ", passage.a);
    add("copied ", passage.b);
  }
  std::ranges::sort(all);
  return all;
}

TEST(Comparer, FindsTheSameInWhateverOrderArticlesCome) {
  std::vector<Article> articles = {
      article("a", kFerry + " \"It was dark and we saw nothing,\" said Ada Holm. " + kFog, "2026-05-04"),
      article("b", kFerryLater + " Holm said: \"It was dark and we saw nothing.\" Nine ships searched.", "2026-05-05"),
      article("c", kFog + " The ferry was built in Tarn. Eleven ships searched the sound.", "2026-05-05"),
      article("d", "Ships searched the sound for the ferry of Orrin. Its captain, 51, is missing.")};
  std::ranges::sort(articles, {}, &Article::id);
  const std::vector<std::string> expected = contents(Compared(articles));
  EXPECT_GT(expected.size(), 10U);
  while (std::ranges::next_permutation(articles, {}, &Article::id).found)
    EXPECT_EQ(contents(Compared(articles)), expected);
}

TEST(Comparer, PlacesEverythingInsideTheText) {
  const Compared compared(
      {article("a", kFerry + "\n\n\"It was dark and we saw nothing at all,\" said Ada Holm.\n\n" + kFog),
       article("b", "VELD (Reuters) - " + kFerryLater + " \"We saw nothing at all,\" said Holm. (Reuters)")});
  const auto check = [&](const Place& place) {
    ASSERT_LT(place.document, compared.articles.size());
    EXPECT_LT(place.begin, place.end);
    EXPECT_LE(place.end, compared.articles[place.document].text.size());
    const Sentence& sentence = compared.documents[place.document].sentences.at(place.sentence);
    EXPECT_GE(place.begin, sentence.begin);
    EXPECT_EQ(compared.text(place).find("Reuters"), std::string::npos);
  };
  for (const SharedFact& fact : compared.comparison.shared)
    for (const Place& telling : fact.tellings) check(telling);
  for (const Difference& difference : compared.comparison.differing) {
    for (const Claim& claim : difference.claims) {
      check(claim.place);
      check(claim.context);
    }
  }
  EXPECT_EQ(compared.comparison.differing.size(), 1U);
}

TEST(Comparer, ComparesWhatAsksForNoWordsInEveryLanguage) {
  Article first{
      .id = "a", .text = "Die Inflation in Veld lag im Oktober bei 3,5 %, teilte das Amt mit.", .language = "de"};
  Article second{
      .id = "b", .text = "Die Inflation in Veld lag im Oktober bei 4,1 %, teilte das Amt mit.", .language = "de"};
  const Compared compared({first, second});
  ASSERT_EQ(compared.comparison.differing.size(), 1U);
  EXPECT_EQ(compared.text(compared.comparison.differing[0].claims[0].place), "3,5 %");
  EXPECT_EQ(compared.comparison.shared.size(), 1U);
}

TEST(Comparer, RaisesNoAlarmWhereItDoesNotKnowTheWords) {
  const Compared compared({{.id = "a",
                            .text = "Der Hafen von Veld wird am 3. Oktober von Ministerin Anna Weir eröffnet.",
                            .language = "de"},
                           {.id = "b",
                            .text = "Der Hafen von Veld wird am 5. Oktober von Ministerin Olga Brandt eröffnet.",
                            .language = "de"}});
  EXPECT_EQ(compared.comparison.shared.size(), 1U);
  EXPECT_TRUE(compared.comparison.differing.empty());
}

}  // namespace
}  // namespace nutgraf
