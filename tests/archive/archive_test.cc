#include "nutgraf/archive.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "archive/database.h"
#include "archive/reports.h"
#include "archive/temporary_folder.h"

namespace nutgraf {
namespace {

// The ids of the articles of each story.
using Partition = std::set<std::set<std::string>>;

Partition partition(const Archive& archive) {
  Partition stories;
  const Result<std::vector<ArchivedStory>> found = archive.stories();
  for (const ArchivedStory& story : *found) {
    std::set<std::string> ids;
    for (const ArchivedArticle& article : story.articles) ids.insert(article.id);
    stories.insert(ids);
  }
  return stories;
}

class ArchiveTest : public testing::Test {
 protected:
  Archive open(const ArchiveOptions& options = {}) const {
    Result<Archive> archive = Archive::open(file_, options);
    if (!archive) throw std::runtime_error(to_string(archive.error()));
    return std::move(*archive);
  }

  // Runs SQL behind the archive's back.
  void change(std::string_view sql) const {
    auto database = Database::open(file_, {}).value();
    database->run(sql);
    ASSERT_TRUE(database->result());
  }

  TemporaryFolder folder_;
  std::string file_ = folder_.file("news.archive");
};

TEST_F(ArchiveTest, GivesTheReportsOfAnEventOneStory) {
  Archive archive = open();
  const Added first = archive.add(report(kEvents[0], 0)).value();
  EXPECT_EQ(first.arrival, Arrival::kOpened);
  EXPECT_EQ(first.story, 1);
  const Added other = archive.add(report(kEvents[1], 0)).value();
  EXPECT_EQ(other.arrival, Arrival::kOpened);
  EXPECT_EQ(other.story, 2);
  const Added second = archive.add(report(kEvents[0], 1)).value();
  EXPECT_EQ(second.arrival, Arrival::kJoined);
  EXPECT_EQ(second.story, 1);
  EXPECT_TRUE(second.merges.empty());
  EXPECT_EQ(archive.size().value(), 3U);

  const ArchivedStory story = archive.story(1).value();
  ASSERT_EQ(story.articles.size(), 2U);
  EXPECT_EQ(story.articles[0].id, "kiln-0");
  EXPECT_EQ(story.articles[1].id, "kiln-1");
  EXPECT_EQ(story.articles[1].outlet, "Outlet 1");
  EXPECT_EQ(story.articles[1].published, "2026-10-14T01:00:00Z");
  EXPECT_EQ(archive.story_of("bees-0").value(), 2);
}

TEST_F(ArchiveTest, KeepsArticlesAsTheyWere) {
  Article article = report(kEvents[0], 0);
  article.url = "https://news.example/kiln";
  article.extra = R"("desk":"city","pages":[1,4])";
  Article split = report(kEvents[1], 0);
  split.sentences = {{0, 10}, {10, split.text.size()}};
  Archive archive = open();
  ASSERT_TRUE(archive.add(article));
  ASSERT_TRUE(archive.add(split));
  const Article again = archive.article("kiln-0").value();
  EXPECT_EQ(again.title, article.title);
  EXPECT_EQ(again.text, article.text);
  EXPECT_EQ(again.outlet, article.outlet);
  EXPECT_EQ(again.url, article.url);
  EXPECT_EQ(again.published, article.published);
  EXPECT_EQ(again.language, article.language);
  EXPECT_EQ(again.extra, article.extra);
  EXPECT_EQ(archive.article("bees-0").value().sentences.size(), 2U);
  EXPECT_EQ(archive.articles(1).value().front().text, article.text);
  EXPECT_EQ(archive.copy_profiles(1).value().front().id, "kiln-0");
}

TEST_F(ArchiveTest, StoryNumbersSurviveRestart) {
  std::map<std::string, StoryNumber> before;
  {
    Archive archive = open();
    const std::vector<Article> articles = reports(3);
    const std::vector<Added> added = archive.add(articles).value();
    for (std::size_t i = 0; i < articles.size(); ++i) before[articles[i].id] = added[i].story;
  }
  EXPECT_EQ(std::set<StoryNumber>({before["kiln-0"], before["bees-0"], before["bridge-0"], before["chess-0"]}),
            std::set<StoryNumber>({1, 2, 3, 4}));
  Archive archive = open();
  for (const auto& [id, story] : before) EXPECT_EQ(archive.story_of(id).value(), story) << id;
  EXPECT_EQ(archive.add(report(kEvents[2], 4)).value().story, before["bridge-0"]);
  Article alone = report(kEvents[0], 9);
  alone.id = "goat";
  alone.title = "Goat elected";
  alone.text = "Villagers near Ulm gave their goat seventeen votes.";
  EXPECT_EQ(archive.add(alone).value().story, 5);
  ASSERT_TRUE(archive.remove(std::vector<std::string>{"goat"}));
  alone.id = "goat again";
  EXPECT_EQ(archive.add(alone).value().story, 6) << "no number is used again";
}

TEST_F(ArchiveTest, OrderOfArrivalWithinADayDoesNotMatter) {
  std::vector<Article> articles = reports(5);
  Partition expected;
  for (const Event& event : kEvents) {
    std::set<std::string> ids;
    for (std::size_t i = 0; i < 5; ++i) ids.insert(report(event, i).id);
    expected.insert(ids);
  }
  std::mt19937 random(1);
  for (int round = 0; round < 5; ++round) {
    const std::string file = folder_.file(std::to_string(round));
    Archive archive = Archive::open(file).value();
    for (const Article& article : articles) ASSERT_TRUE(archive.add(article));
    EXPECT_EQ(partition(archive), expected) << round;
    for (std::size_t i = articles.size(); i > 1; --i) std::swap(articles[i - 1], articles[random() % i]);
  }
}

TEST_F(ArchiveTest, AddsManyAsItAddsOne) {
  const std::vector<Article> articles = reports(6);
  Archive one_by_one = open();
  for (const Article& article : articles) ASSERT_TRUE(one_by_one.add(article));
  Archive together = Archive::open(folder_.file("together"), {.threads = 3}).value();
  const std::vector<Added> added = together.add(articles).value();
  for (std::size_t i = 0; i < articles.size(); ++i)
    EXPECT_EQ(added[i].story, one_by_one.story_of(articles[i].id).value()) << articles[i].id;
  EXPECT_EQ(partition(together), partition(one_by_one));
}

TEST_F(ArchiveTest, ArticlesFarApartAreOfTwoStories) {
  Archive archive = open();
  ASSERT_TRUE(archive.add(report(kEvents[0], 0, 2)));
  EXPECT_EQ(archive.add(report(kEvents[0], 1, 20)).value().arrival, Arrival::kOpened);
  Article undated = report(kEvents[0], 2);
  undated.published = "some day";
  EXPECT_EQ(archive.add(undated).value().arrival, Arrival::kJoined);
}

TEST_F(ArchiveTest, TheSameArticleAgainChangesNothing) {
  Archive archive = open();
  ASSERT_TRUE(archive.add(reports(2)));
  const Added again = archive.add(report(kEvents[0], 1)).value();
  EXPECT_EQ(again.arrival, Arrival::kUnchanged);
  EXPECT_EQ(again.story, 1);
  EXPECT_EQ(archive.size().value(), 8U);
}

TEST_F(ArchiveTest, AnArticleThatChangesIsReplaced) {
  Archive archive = open();
  ASSERT_TRUE(archive.add(reports(2)));
  Article corrected = report(kEvents[0], 1);
  corrected.text += " The inspectors had been at the pottery in spring.";
  const Added updated = archive.add(corrected).value();
  EXPECT_EQ(updated.arrival, Arrival::kUpdated);
  EXPECT_EQ(updated.story, 1);
  EXPECT_EQ(archive.article("kiln-1").value().text, corrected.text);
  EXPECT_EQ(archive.size().value(), 8U);

  Article other = report(kEvents[1], 5);
  other.id = "kiln-1";
  EXPECT_EQ(archive.add(other).value().story, archive.story_of("bees-0").value());
  EXPECT_EQ(archive.story(1).value().articles.size(), 1U);
  EXPECT_EQ(archive.add(report(kEvents[0], 1)).value().story, 1) << "and back";
}

TEST_F(ArchiveTest, AStoryThatChangesAltogetherKeepsItsNumber) {
  Archive archive = open();
  ASSERT_TRUE(archive.add(report(kEvents[0], 0)));
  Article other = report(kEvents[1], 0);
  other.id = "kiln-0";
  EXPECT_EQ(archive.add(other).value().story, 1);
}

TEST_F(ArchiveTest, MustLinksSurviveNewArticlesAndUpdates) {
  Archive archive = open();
  ASSERT_TRUE(archive.add(reports(2)));
  ASSERT_TRUE(archive.link(LinkKind::kMust, "chess-0", "kiln-1"));
  EXPECT_EQ(archive.story_of("chess-0").value(), 1);
  EXPECT_EQ(archive.story_of("chess-1").value(), 1);
  EXPECT_EQ(archive.story(1).value().merged, std::vector<StoryNumber>({4}));
  EXPECT_EQ(archive.story(4).value().number, 1) << "a story that has merged leads to what it is in";
  ASSERT_TRUE(archive.add(report(kEvents[3], 2)));
  EXPECT_EQ(archive.story_of("chess-0").value(), archive.story_of("kiln-1").value());
  Article corrected = report(kEvents[0], 1);
  corrected.text += " More on page nine.";
  ASSERT_TRUE(archive.add(corrected));
  EXPECT_EQ(archive.story_of("chess-0").value(), archive.story_of("kiln-1").value());
}

TEST_F(ArchiveTest, CannotLinksSurviveNewArticlesAndRestarts) {
  {
    Archive archive = open();
    ASSERT_TRUE(archive.add(reports(3)));
    ASSERT_TRUE(archive.link(LinkKind::kCannot, "kiln-0", "kiln-1"));
    EXPECT_NE(archive.story_of("kiln-0").value(), archive.story_of("kiln-1").value());
  }
  Archive archive = open();
  for (std::size_t i = 3; i < 8; ++i) ASSERT_TRUE(archive.add(report(kEvents[0], i)));
  EXPECT_NE(archive.story_of("kiln-0").value(), archive.story_of("kiln-1").value());
}

TEST_F(ArchiveTest, ALinkCanBeTakenBack) {
  Archive archive = open();
  ASSERT_TRUE(archive.add(reports(3)));
  const Partition before = partition(archive);
  ASSERT_TRUE(archive.link(LinkKind::kCannot, "kiln-0", "kiln-1"));
  EXPECT_NE(partition(archive), before);
  EXPECT_TRUE(archive.unlink("kiln-1", "kiln-0").value()) << "in any order";
  EXPECT_EQ(partition(archive), before);
  ASSERT_TRUE(archive.link(LinkKind::kMust, "bees-0", "kiln-1"));
  EXPECT_NE(partition(archive), before);
  ASSERT_TRUE(archive.link(LinkKind::kCannot, "bees-0", "kiln-1")) << "the last one counts";
  EXPECT_EQ(partition(archive), before);
  EXPECT_TRUE(archive.unlink("bees-0", "kiln-1").value());
  EXPECT_FALSE(archive.unlink("bees-0", "kiln-1").value());
}

TEST_F(ArchiveTest, LinksAreBetweenTwoArticlesOfTheArchive) {
  Archive archive = open();
  ASSERT_TRUE(archive.add(reports(1)));
  EXPECT_EQ(archive.link(LinkKind::kMust, "kiln-0", "kiln-0").error().code, ErrorCode::kInvalidOption);
  const Error missing = archive.link(LinkKind::kMust, "kiln-0", "kiln-7").error();
  EXPECT_EQ(missing.code, ErrorCode::kNotFound);
  EXPECT_EQ(to_string(missing), file_ + ": has no article 'kiln-7'");
  EXPECT_TRUE(archive.add(report(kEvents[0], 1))) << "the archive can be used on";
}

TEST_F(ArchiveTest, WhatIsRemovedIsGone) {
  Archive archive = open();
  Article secret = report(kEvents[0], 1);
  secret.outlet = "Outlet Quibblethorpe";
  ASSERT_TRUE(archive.add(reports(1)));
  ASSERT_TRUE(archive.add(secret));
  ASSERT_TRUE(archive.link(LinkKind::kMust, "kiln-1", "bees-0"));
  const auto is_on_disk = [&] {
    return (folder_.read("news.archive") + folder_.read("news.archive-wal")).find("Quibblethorpe") != std::string::npos;
  };
  EXPECT_TRUE(is_on_disk());
  const Removed removed = archive.remove(std::vector<std::string>{"kiln-1", "kiln-1", "kiln-9"}).value();
  EXPECT_EQ(removed.articles, 1U);
  EXPECT_EQ(removed.missing, std::vector<std::string>{"kiln-9"});
  EXPECT_FALSE(is_on_disk());
  EXPECT_EQ(archive.size().value(), 4U);
  EXPECT_EQ(archive.article("kiln-1").error().code, ErrorCode::kNotFound);
  EXPECT_NE(archive.story_of("kiln-0").value(), archive.story_of("bees-0").value());
  ASSERT_TRUE(archive.add(secret));
  EXPECT_NE(archive.story_of("kiln-1").value(), archive.story_of("bees-0").value()) << "links are removed too";
}

TEST_F(ArchiveTest, NothingIsLeftOfTheLastArticle) {
  Archive archive = open();
  ASSERT_TRUE(archive.add(reports(40)));
  std::vector<std::string> ids;
  for (const Article& article : reports(40)) ids.push_back(article.id);
  ASSERT_EQ(archive.remove(ids).value().articles, 160U);
  auto database = Database::open(file_, {}).value();
  for (const char* table :
       {"articles", "contents", "profiles", "postings", "pairs", "frequencies", "uncounted", "links"})
    EXPECT_EQ(database->number(std::string("SELECT count(*) FROM ") + table), 0) << table;
  EXPECT_EQ(database->number("SELECT sum(articles) FROM languages"), 0);
  EXPECT_TRUE(archive.stories().value().empty());
}

TEST_F(ArchiveTest, RemovesWhatIsOlder) {
  Archive archive = open();
  for (int day = 1; day <= 9; ++day) ASSERT_TRUE(archive.add(report(kEvents[0], static_cast<std::size_t>(day), day)));
  Article undated = report(kEvents[1], 0);
  undated.published = "";
  ASSERT_TRUE(archive.add(undated));
  EXPECT_EQ(archive.remove_before("2026-10-05").value(), 4U);
  EXPECT_EQ(archive.size().value(), 6U);
  EXPECT_EQ(archive.remove_before("2026-10-05").value(), 0U);
  EXPECT_EQ(archive.remove_before("last week").error().code, ErrorCode::kInvalidOption);
}

TEST_F(ArchiveTest, AStoryThatWasHeldTogetherByARemovedArticleParts) {
  Archive archive = open();
  ASSERT_TRUE(archive.add(reports(2)));
  ASSERT_TRUE(archive.link(LinkKind::kMust, "kiln-0", "bees-1"));
  EXPECT_EQ(archive.story_of("bees-0").value(), 1);
  ASSERT_TRUE(archive.remove(std::vector<std::string>{"bees-1"}));
  EXPECT_NE(archive.story_of("bees-0").value(), 1);
}

TEST_F(ArchiveTest, GoesThroughArticlesInTheOrderOfTime) {
  Archive archive = open();
  for (const int day : {5, 3, 9}) ASSERT_TRUE(archive.add(report(kEvents[0], static_cast<std::size_t>(2 * day), day)));
  std::string ids;
  ASSERT_TRUE(archive.for_each([&](const Article& article, StoryNumber story) {
    ids += article.id + ":" + std::to_string(story) + " ";
    return true;
  }));
  EXPECT_EQ(ids, "kiln-6:1 kiln-10:1 kiln-18:1 ");
  int calls = 0;
  ASSERT_TRUE(archive.for_each([&](const Article&, StoryNumber) { return ++calls < 2; }));
  EXPECT_EQ(calls, 2);
}

TEST_F(ArchiveTest, KeepsTheGranularityThatItWasMadeWith) {
  {
    EXPECT_TRUE(open({.granularity = 5}).add(report(kEvents[0], 0)));
  }
  Archive archive = open({.granularity = -5});
  Article apart = report(kEvents[0], 3);
  EXPECT_EQ(archive.add(apart).value().arrival, Arrival::kOpened) << "they share half of their sentences only";
  Archive coarse = Archive::open(folder_.file("coarse"), {.granularity = -1}).value();
  ASSERT_TRUE(coarse.add(report(kEvents[0], 0)));
  EXPECT_EQ(coarse.add(apart).value().arrival, Arrival::kJoined);
}

TEST_F(ArchiveTest, RefusesOptionsOutOfRange) {
  EXPECT_EQ(Archive::open(file_, {.granularity = 6}).error().code, ErrorCode::kInvalidOption);
  EXPECT_EQ(Archive::open(file_, {.days = 1'000'000}).error().code, ErrorCode::kInvalidOption);
  EXPECT_FALSE(std::filesystem::exists(file_));
}

TEST_F(ArchiveTest, RefusesAnArticleWithoutId) {
  Archive archive = open();
  EXPECT_EQ(archive.add(Article{.text = "No name."}).error().code, ErrorCode::kInvalidOption);
}

TEST_F(ArchiveTest, RefusesANewerSchema) {
  {
    EXPECT_TRUE(open().add(report(kEvents[0], 0)));
  }
  change("PRAGMA user_version = 2");
  for (const ArchiveAccess access : {ArchiveAccess::kRead, ArchiveAccess::kCreate}) {
    const Error error = Archive::open(file_, {.access = access}).error();
    EXPECT_EQ(error.code, ErrorCode::kUnsupported);
    EXPECT_EQ(to_string(error), file_ +
                                    ": was written by a newer nutgraf (schema 2; this one knows 1); use that one, or "
                                    "a newer one still");
  }
  change("PRAGMA user_version = 1");
  EXPECT_EQ(open().size().value(), 1U) << "nothing was changed";
}

TEST_F(ArchiveTest, RefusesADatabaseOfAnotherProgram) {
  Database::open(file_, {.create = true}).value()->run("CREATE TABLE birds (name)");
  const Error error = Archive::open(file_).error();
  EXPECT_EQ(error.code, ErrorCode::kUnsupported);
  EXPECT_EQ(error.file, file_);
  EXPECT_NE(error.message.find("name another file"), std::string::npos) << error.message;
}

TEST_F(ArchiveTest, RefusesAFileThatIsNoDatabase) {
  folder_.write("news.archive", std::string(5000, 'x'));
  const Error error = Archive::open(file_).error();
  EXPECT_EQ(error.code, ErrorCode::kMalformed);
  EXPECT_NE(error.message.find("is no archive"), std::string::npos) << error.message;
  EXPECT_EQ(folder_.read("news.archive"), std::string(5000, 'x'));
}

TEST_F(ArchiveTest, RefusesAFolder) {
  const Error error = Archive::open(folder_.file(".")).error();
  EXPECT_EQ(error.code, ErrorCode::kUnsupported);
}

TEST_F(ArchiveTest, MakesNoFileToReadFrom) {
  for (const ArchiveAccess access : {ArchiveAccess::kRead, ArchiveAccess::kWrite}) {
    EXPECT_EQ(Archive::open(file_, {.access = access}).error().code, ErrorCode::kNotFound);
    EXPECT_FALSE(std::filesystem::exists(file_));
  }
  folder_.write("empty", "");
  EXPECT_EQ(Archive::open(folder_.file("empty"), {.access = ArchiveAccess::kRead}).error().code, ErrorCode::kEmpty);
  EXPECT_TRUE(Archive::open(folder_.file("empty"))) << "an empty file becomes an archive";
  EXPECT_EQ(Archive::open(folder_.file("no/such/folder")).error().code, ErrorCode::kUnreadable);
}

TEST_F(ArchiveTest, ReadsWithoutWriting) {
  {
    EXPECT_TRUE(open().add(reports(1)));
  }
  const std::string before = folder_.read("news.archive");
  Archive archive = open({.access = ArchiveAccess::kRead});
  EXPECT_EQ(archive.size().value(), 4U);
  EXPECT_EQ(archive.add(report(kEvents[0], 5)).error().code, ErrorCode::kUnwritable);
  EXPECT_EQ(archive.size().value(), 4U);
  EXPECT_EQ(folder_.read("news.archive"), before);
}

TEST_F(ArchiveTest, SaysWhatToDoWhenTheDiskIsFull) {
  Archive archive = open({.most_bytes = 300'000});
  std::size_t added = 0;
  Result<Added> last;
  for (; added < 1000 && last; ++added) last = archive.add(report(kEvents[added % 4], added));
  ASSERT_FALSE(last);
  EXPECT_EQ(last.error().code, ErrorCode::kUnwritable);
  EXPECT_EQ(last.error().file, file_);
  EXPECT_NE(last.error().message.find("make room and try again"), std::string::npos) << last.error().message;
  EXPECT_EQ(archive.size().value(), added - 1) << "all that were acknowledged, and no other";
  Archive roomy = open();
  EXPECT_TRUE(roomy.add(report(kEvents[(added - 1) % 4], added - 1))) << "it can be added once there is room";
}

TEST_F(ArchiveTest, SaysThatAnotherProcessIsWriting) {
  Archive archive = open({.wait_seconds = 0});
  ASSERT_TRUE(archive.add(report(kEvents[0], 0)));
  {
    auto other = Database::open(file_, {}).value();
    const Transaction transaction(*other);
    const Error error = archive.add(report(kEvents[0], 1)).error();
    EXPECT_EQ(error.code, ErrorCode::kUnwritable);
    EXPECT_NE(error.message.find("another process"), std::string::npos) << error.message;
    EXPECT_EQ(archive.size().value(), 1U) << "reading goes on";
  }
  EXPECT_TRUE(archive.add(report(kEvents[0], 1)));
}

TEST_F(ArchiveTest, SaysThatItIsDamaged) {
  {
    EXPECT_TRUE(open().add(reports(2)));
  }
  change("UPDATE profiles SET profile = x'0102'; UPDATE contents SET json = x'0102'");
  Archive archive = open();
  for (const Error& error : {archive.add(report(kEvents[0], 5)).error(), archive.article("kiln-0").error()}) {
    EXPECT_EQ(error.code, ErrorCode::kMalformed);
    EXPECT_EQ(error.file, file_);
    EXPECT_NE(error.message.find("is damaged"), std::string::npos) << error.message;
  }
  EXPECT_EQ(archive.size().value(), 8U);
}

TEST_F(ArchiveTest, TwoCanWriteAtOnce) {
  std::vector<Article> first;
  std::vector<Article> second;
  for (const Article& article : reports(10)) (first.size() <= second.size() ? first : second).push_back(article);
  const auto add_all = [&](const std::vector<Article>& articles) {
    Archive archive = open();
    for (const Article& article : articles) EXPECT_TRUE(archive.add(article));
  };
  {
    const std::jthread other(add_all, std::cref(first));
    add_all(second);
  }
  const Archive archive = open();
  EXPECT_EQ(archive.size().value(), 40U);
  EXPECT_EQ(archive.stories().value().size(), 4U);
}

}  // namespace
}  // namespace nutgraf
