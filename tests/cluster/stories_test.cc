#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cluster/story_writer.h"
#include "nutgraf/cluster.h"
#include "similarity/pair_score.h"

namespace nutgraf {
namespace {

std::string event_of(const Article& article) { return article.id.substr(0, article.id.find('-')); }

// "id id; id; ...": the articles of each story.
std::string ids(const std::vector<Article>& articles, const std::vector<Story>& stories) {
  std::string text;
  for (const Story& story : stories) {
    text += text.empty() ? "" : "; ";
    for (const StoryArticle& its : story.articles)
      text += (&its == &story.articles.front() ? "" : " ") + articles[its.article].id;
  }
  return text;
}

// All that find_stories tells, without indices into the input.
std::string everything(const std::vector<Article>& articles, const std::vector<Story>& stories) {
  std::string text;
  for (const Story& story : stories) {
    text += fmt::format("{} '{}' {} {} {} {} [{}]\n", story.id, story.title, story.begin, story.end, story.outlets,
                        story.independent, fmt::join(story.names, ", "));
    for (const StoryArticle& its : story.articles)
      text += fmt::format("  {} {} {}\n", articles[its.article].id, to_string(its.role), articles[its.original].id);
    for (const MultiSummarySentence& sentence : story.summary.sentences)
      text += fmt::format("  {} {} {} {} {}\n", sentence.document, sentence.index, sentence.begin, sentence.end,
                          sentence.score);
  }
  return text;
}

std::size_t story_of(const std::vector<Article>& articles, const std::vector<Story>& stories, std::string_view id) {
  for (std::size_t s = 0; s < stories.size(); ++s)
    for (const StoryArticle& its : stories[s].articles)
      if (articles[its.article].id == id) return s;
  ADD_FAILURE() << "no article " << id;
  return 0;
}

bool together(const std::vector<Article>& articles, const std::vector<Story>& stories, std::string_view a,
              std::string_view b) {
  return story_of(articles, stories, a) == story_of(articles, stories, b);
}

const StoryArticle& article_of(const std::vector<Article>& articles, const Story& story, std::string_view id) {
  return *std::ranges::find(story.articles, id,
                            [&](const StoryArticle& its) -> std::string_view { return articles[its.article].id; });
}

TEST(Stories, AreTheEvents) {
  for (const std::size_t reports : {3, 6, 9}) {
    const std::vector<Article> news = write_news(reports);
    std::map<std::string, std::string> events;  // by their first articles
    for (const Article& article : news) {
      std::string& all = events[event_of(article)];
      all += (all.empty() ? "" : " ") + article.id;
    }
    const std::vector<Story> stories = find_stories(news, {});
    std::set<std::string> expected;
    for (const auto& [event, articles] : events) expected.insert(articles);
    std::set<std::string> found;
    for (const Story& story : stories) found.insert(ids(news, {story}));
    EXPECT_EQ(found, expected) << reports << " reports of each";
    EXPECT_TRUE(std::ranges::is_sorted(stories, {}, &Story::begin));
  }
}

TEST(Stories, DoNotDependOnOrderOrThreads) {
  std::vector<Article> news = write_news(6);
  news[4].published = "";  // some without a time, some at one time
  news[9].published = "";
  news[11].published = news[12].published;
  const std::string expected = everything(news, find_stories(news, {}, {.threads = 1}));
  std::mt19937 random(1);
  for (const std::size_t threads : {1, 2, 5}) {
    EXPECT_EQ(everything(news, find_stories(news, {}, {.threads = threads})), expected);
    std::ranges::shuffle(news, random);
  }
}

TEST(Stories, KnowTheirCopiesAndIndependentSources) {
  std::vector<Article> news = write_news(3);
  const Article first = write_reports(ferry(), 1)[0];
  Article copy = first;
  copy.id = "ferry-copy";
  copy.outlet = "Tarn Evening News";
  copy.published = "2026-10-03T12:00:00Z";
  Article cut = copy;
  cut.id = "ferry-cut";
  cut.outlet = "Marrow Herald";
  cut.text.resize(cut.text.find("All crossings"));
  news.insert(news.begin(), {cut, copy});
  const std::vector<Story> stories = find_stories(news, {});
  const Story& story = stories[story_of(news, stories, "ferry-0")];
  EXPECT_EQ(ids(news, {story}), "ferry-0 ferry-1 ferry-2 ferry-copy ferry-cut");
  EXPECT_EQ(article_of(news, story, "ferry-0").role, StoryRole::kOriginal);
  EXPECT_EQ(article_of(news, story, "ferry-1").role, StoryRole::kReport);
  for (const char* id : {"ferry-copy", "ferry-cut"}) {
    EXPECT_EQ(article_of(news, story, id).role, StoryRole::kCopy) << id;
    EXPECT_EQ(news[article_of(news, story, id).original].id, "ferry-0") << id;
  }
  EXPECT_EQ(story.outlets, 5U);
  EXPECT_EQ(story.independent, 3U);
  EXPECT_EQ(story.begin, "2026-10-03T05:00:00Z");
  EXPECT_EQ(story.end, "2026-10-03T12:00:00Z");
}

TEST(Stories, KeepTheirIdsAsArticlesJoin) {
  const std::vector<Article> all = write_news(7);
  std::vector<Article> early = all;
  std::erase_if(early, [](const Article& article) { return article.id.ends_with("-6"); });
  const std::vector<Story> before = find_stories(early, {});
  const std::vector<Story> after = find_stories(all, {});
  ASSERT_EQ(before.size(), after.size());
  std::set<std::string> different;
  for (std::size_t s = 0; s < before.size(); ++s) {
    EXPECT_EQ(before[s].id, after[s].id);
    different.insert(before[s].id);
  }
  EXPECT_EQ(different.size(), before.size());
}

TEST(Stories, AreSmallerAtAHigherGranularity) {
  const std::vector<Article> news = write_notes();
  std::size_t before = 0;
  std::set<std::size_t> sizes;
  for (const double granularity : {-5.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0}) {
    const std::size_t stories = find_stories(news, {}, {.granularity = granularity, .describe = false}).size();
    EXPECT_GE(stories, before) << granularity;
    before = stories;
    sizes.insert(stories);
  }
  EXPECT_GT(sizes.size(), 3U) << "or it did nothing";
}

TEST(Stories, KeepToLinks) {
  const std::vector<Article> news = write_news(3);
  const auto find = [&](std::vector<ArticlePair> must, std::vector<ArticlePair> cannot) {
    return find_stories(news, {}, {.must_link = std::move(must), .cannot_link = std::move(cannot), .describe = false});
  };
  EXPECT_TRUE(together(news, find({{"bees", "chess"}}, {}), "bees", "chess"));
  EXPECT_FALSE(together(news, find({}, {{"ferry-0", "ferry-1"}}), "ferry-0", "ferry-1"));
  EXPECT_TRUE(together(news, find({{"ferry-1", "ferry-0"}}, {{"ferry-0", "ferry-1"}}), "ferry-0", "ferry-1"));
  const std::vector<Story> third = find({{"bees", "ferry-0"}}, {{"bees", "ferry-1"}});
  EXPECT_TRUE(together(news, third, "bees", "ferry-0"));
  EXPECT_FALSE(together(news, third, "ferry-0", "ferry-1"));
  EXPECT_EQ(ids(news, find({{"bees", "nobody"}, {"bees", "bees"}}, {{"nobody", "ferry-0"}})), ids(news, find({}, {})));
}

TEST(Stories, AreDescribed) {
  const std::vector<Article> news = write_news(6);
  const std::vector<Story> stories = find_stories(news, {}, {.summary = {.sentences = 3}});
  const Story& story = stories[story_of(news, stories, "ferry-0")];
  EXPECT_TRUE(std::ranges::count(ferry().titles, story.title) > 0) << story.title;
  EXPECT_LE(story.names.size(), 5U);
  for (const char* name : {"Maren", "Orrin", "Captain Tam Ruck"})
    EXPECT_TRUE(std::ranges::count(story.names, name) > 0) << name;
  EXPECT_FALSE(std::ranges::count(story.names, "Ruck") > 0) << "counts for the whole name";
  ASSERT_EQ(story.summary.sentences.size(), 3U);
  for (const MultiSummarySentence& sentence : story.summary.sentences) {
    const Article& article = news[story.articles.at(sentence.document).article];
    const std::string text = article.text.substr(sentence.begin, sentence.end - sentence.begin);
    EXPECT_TRUE(std::ranges::any_of(ferry().facts, [&](const Wordings& fact) {
      return std::ranges::count(fact, text) > 0;
    })) << text;
  }
  const Story& alone = stories[story_of(news, stories, "chess")];
  EXPECT_EQ(alone.title, "Nine-year-old wins chess cup");
  EXPECT_TRUE(alone.summary.sentences.empty());
  EXPECT_EQ(alone.independent, 1U);
}

TEST(Stories, AreNotDescribedIfNobodyAsks) {
  const std::vector<Article> news = write_news(3);
  for (const Story& story : find_stories(news, {}, {.describe = false})) {
    EXPECT_TRUE(story.names.empty());
    EXPECT_TRUE(story.summary.sentences.empty());
    EXPECT_FALSE(story.title.empty());
  }
}

TEST(Stories, OfArticlesThatLackThings) {
  EXPECT_TRUE(find_stories({}, {}).empty());
  std::vector<Article> news = write_news(4);
  for (Article& article : news) {
    article.title.clear();
    article.outlet.clear();
    article.published.clear();
    article.language.clear();
  }
  news.push_back({.id = "empty"});
  news.push_back({.id = "title", .title = "Passengers rescued from stranded ferry near Orrin"});
  news.push_back({.id = "unknown", .text = "Zzyx qwv plorb. Vrmt zzyx.", .language = "tlh"});
  const std::vector<Story> stories = find_stories(news, {});
  EXPECT_TRUE(together(news, stories, "ferry-0", "ferry-3"));
  EXPECT_FALSE(together(news, stories, "ferry-0", "bakery-0"));
  const Story& story = stories[story_of(news, stories, "ferry-0")];
  EXPECT_FALSE(story.title.empty()) << "a headline from the text";
  EXPECT_EQ(story.outlets, 0U);
  EXPECT_EQ(story.begin, "");
  for (const char* id : {"empty", "unknown"}) EXPECT_EQ(stories[story_of(news, stories, id)].articles.size(), 1U) << id;
  EXPECT_EQ(stories[story_of(news, stories, "empty")].title, "");
}

TEST(Stories, AreFoundInALanguageThatNobodyKnows) {
  std::vector<Article> news = write_news(4);
  for (Article& article : news) article.language = "tlh";
  const std::vector<Story> stories = find_stories(news, {});
  EXPECT_TRUE(together(news, stories, "council-0", "council-3"));
  EXPECT_FALSE(together(news, stories, "council-0", "bakery-0"));
}

TEST(Stories, KeepLanguagesApart) {
  std::vector<Article> news = write_news(4);
  for (Article& article : news)
    if (article.id == "council-3") article.language = "de";
  EXPECT_FALSE(together(news, find_stories(news, {}), "council-0", "council-3"));
}

// What explain() tells must not contradict the stories, in any of them.
TEST(Reasons, AgreeWithTheStories) {
  std::vector<Article> news = write_news(4);
  Article late = write_reports(ferry(), 1)[0];  // the same text, too late to be compared
  late.id = "late";
  late.published = "2026-10-20T05:00:00Z";
  news.push_back(late);
  const std::vector<Story> stories = find_stories(news, {});
  for (const std::string_view first : {"ferry-0", "storm2-1", "bees", "late"}) {
    for (std::size_t second = 0; second < news.size(); ++second) {
      if (news[second].id == first) continue;
      const auto index = static_cast<std::size_t>(std::ranges::find(news, first, &Article::id) - news.begin());
      const PairReason reason = explain(news, stories, index, second, {});
      EXPECT_EQ(reason.together, together(news, stories, first, news[second].id));
      EXPECT_EQ(reason.first_story, story_of(news, stories, first));
      EXPECT_EQ(reason.second_story, story_of(news, stories, news[second].id));
      EXPECT_EQ(reason.nearness >= 0, reason.together) << first << ' ' << news[second].id << ' ' << reason.nearness;
    }
  }
}

TEST(Reasons, TellWhatTwoArticlesShare) {
  const std::vector<Article> news = write_news(4);
  const auto index = [&](std::string_view id) {
    return static_cast<std::size_t>(std::ranges::find(news, id, &Article::id) - news.begin());
  };
  const std::vector<Story> stories = find_stories(news, {});
  const PairReason same = explain(news, stories, index("ferry-0"), index("ferry-3"), {});
  EXPECT_NEAR(same.days.value_or(-1), 0.25, 1e-6);
  EXPECT_GT(same.terms, 0.3);
  EXPECT_LE(same.terms, 1);
  EXPECT_GT(same.log_odds, 0);
  EXPECT_EQ(same.shared.size(), 12U);
  EXPECT_TRUE(std::ranges::count(same.shared, "sandbank") > 0);
  const PairReason other = explain(news, stories, index("ferry-0"), index("bakery-1"), {});
  EXPECT_LT(other.terms, same.terms);
  EXPECT_EQ(other.log_odds, kLeastLogOdds);
  const PairReason finer = explain(news, stories, index("ferry-0"), index("ferry-3"), {}, {.granularity = 1});
  EXPECT_NEAR(finer.nearness, same.nearness - 1, 1e-9);
}

TEST(ClusterOptions, AreChecked) {
  EXPECT_TRUE(check(ClusterOptions{}));
  for (const double granularity : {-5.0, 5.0}) EXPECT_TRUE(check(ClusterOptions{.granularity = granularity}));
  for (const double granularity : {-5.01, 5.01, std::nan("")}) {
    const Result<void> result = check(ClusterOptions{.granularity = granularity});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kInvalidOption);
    EXPECT_NE(result.error().message.find("from -5 to 5"), std::string::npos);
  }
  EXPECT_FALSE(check(ClusterOptions{.copies = {.containment = 0}}));
}

}  // namespace
}  // namespace nutgraf
