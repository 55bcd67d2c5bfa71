#include "nutgraf/archive.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "archive/database.h"
#include "articles.h"
#include "command.h"
#include "json_lines.h"

namespace nutgraf {
namespace {

std::string article(std::string_view id, std::string_view text, std::string_view date = "2026-10-14") {
  return fmt::format(R"({{"id":"{}","title":"Title of {}","text":"{}","outlet":"Veld Courier","published":"{}",)"
                     R"("desk":"city"}})"
                     "\n",
                     id, id, text, date);
}

const std::string kPort(kHarbour.substr(0, kHarbour.size() - 1));
const std::string kBees = "Bees swarmed over the market of Sule. A melon seller was stung and spent the day in bed.";

// Two reports of one event, and another.
const std::string kNews = article("port-1", kPort) + article("bees", kBees) +
                          article("port-2", kPort.substr(0, kPort.find(" Bakers")), "2026-10-15");

class ArchiveCommand : public testing::Test {
 protected:
  Outcome archive(const std::string& command, std::vector<std::string> arguments, std::string_view input = {}) {
    arguments.insert(arguments.begin(), {"archive", command, "news.archive"});
    return run(folder_, arguments, input);
  }

  std::string file() const { return (folder_.path() / "news.archive").string(); }

  Folder folder_;
};

TEST_F(ArchiveCommand, AddsArticlesAndTellsOfTheirStories) {
  const Outcome outcome = archive("add", {}, kNews);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.out, "port-1: opened story 1\nbees: opened story 2\nport-2: joined story 1\n");
  EXPECT_EQ(archive("add", {"-"}, article("bees", kBees)).out, "bees: unchanged, in story 2\n");
  EXPECT_EQ(archive("add", {}, article("bees", kBees + " It was a Friday.")).out, "bees: updated, in story 2\n");
  const JsonLines json(archive("add", {"--json"}, article("port-3", kPort)).out);
  ASSERT_EQ(json.size(), 2U);
  EXPECT_EQ(JsonLines::string(json[0], "type"), "added");
  EXPECT_EQ(JsonLines::string(json[0], "id"), "port-3");
  EXPECT_EQ(JsonLines::string(json[0], "arrival"), "joined");
  EXPECT_EQ(JsonLines::number(json[0], "story"), 1U);
  EXPECT_EQ(JsonLines::number(json.back(), "articles"), 1U);
}

TEST_F(ArchiveCommand, ListsStories) {
  archive("add", {}, kNews);
  const Outcome list = archive("list", {});
  EXPECT_EQ(list.status, 0) << list.err;
  EXPECT_EQ(list.out,
            "story  articles  begins      title\n"
            "    1         2  2026-10-14  Title of port-1\n"
            "    2         1  2026-10-14  Title of bees\n");
  EXPECT_EQ(lines(archive("list", {"--articles", "2"}).out).size(), 2U);
  EXPECT_EQ(archive("list", {"--articles", "3"}).status, 1) << "nothing found";
  const JsonLines json(archive("list", {"--json"}).out);
  ASSERT_EQ(json.size(), 3U);
  EXPECT_EQ(JsonLines::string(json[0], "type"), "story");
  EXPECT_EQ(JsonLines::number(json[0], "id"), 1U);
  EXPECT_EQ(json[0]["articles"].get_array().value().size(), 2U);
  EXPECT_EQ(JsonLines::number(json.back(), "articles"), 3U);
  EXPECT_FALSE(std::filesystem::exists(file() + "-wal")) << "nothing is left beside it";
}

TEST_F(ArchiveCommand, ShowsArticlesAndStories) {
  archive("add", {}, kNews);
  archive("link", {"--must", "port-1", "bees"});
  const Outcome story = archive("show", {"2"});
  EXPECT_EQ(story.status, 0) << story.err;
  EXPECT_EQ(story.out,
            "Story 1: Title of bees\n"
            "Merged into it: 2\n"
            "id      published   outlet        title\n"
            "bees    2026-10-14  Veld Courier  Title of bees\n"
            "port-1  2026-10-14  Veld Courier  Title of port-1\n"
            "port-2  2026-10-15  Veld Courier  Title of port-2\n");
  const Outcome shown = archive("show", {"bees"});
  EXPECT_TRUE(shown.out.starts_with("Title of bees\n" + kBees + "\n\nStory 1: ")) << shown.out;
  const JsonLines json(archive("show", {"--json", "bees"}).out);
  EXPECT_EQ(JsonLines::string(json[0], "text"), kBees);
  EXPECT_EQ(JsonLines::number(json[0], "story"), 1U);
  for (const char* id : {"7", "wasps"}) {
    const Outcome missing = archive("show", {id});
    EXPECT_EQ(missing.status, 2);
    EXPECT_EQ(missing.out, "");
    EXPECT_TRUE(missing.err.starts_with("nutgraf: news.archive: has no ")) << missing.err;
  }
}

TEST_F(ArchiveCommand, GivesItsStoriesToOtherCommands) {
  archive("add", {}, kNews);
  const JsonLines stories(run(folder_, {"cluster", "--json", "--archive", "news.archive"}).out);
  ASSERT_EQ(stories.size(), 3U);
  EXPECT_EQ(JsonLines::string(stories[0], "type"), "story");
  EXPECT_EQ(JsonLines::string(stories[0], "id"), "1");
  EXPECT_EQ(JsonLines::number(stories[0], "outlets"), 1U);
  EXPECT_EQ(JsonLines::number(stories.back(), "articles"), 3U);
  const Outcome several = run(folder_, {"cluster", "--archive", "news.archive"});
  EXPECT_EQ(several.status, 0) << several.err;
  EXPECT_EQ(several.out.find("bees"), std::string::npos) << several.out;

  const Outcome compared = run(folder_, {"compare", "--archive", "news.archive", "--story", "1"});
  EXPECT_EQ(compared.status, 0) << compared.err;
  EXPECT_NE(compared.out.find("Title of port-2"), std::string::npos) << compared.out;
  EXPECT_EQ(run(folder_, {"compare", "--archive", "news.archive", "--story", "2"}).status, 2) << "one article";
  EXPECT_EQ(run(folder_, {"compare", "--archive", "news.archive", "--story", "9"}).status, 2) << "no story";
  EXPECT_EQ(run(folder_, {"compare", "--archive", "news.archive"}).status, 2) << "which story?";
  folder_.write("a.txt", kPort);
  EXPECT_EQ(run(folder_, {"cluster", "--archive", "news.archive", "a.txt"}).status, 2) << "an archive, or inputs";
}

TEST_F(ArchiveCommand, ExportsWhatItWasGiven) {
  archive("add", {}, kNews);
  const Outcome exported = archive("export", {});
  EXPECT_EQ(exported.status, 0) << exported.err;
  const JsonLines json(exported.out);
  ASSERT_EQ(json.size(), 3U);
  EXPECT_EQ(JsonLines::string(json[0], "id"), "bees");
  EXPECT_EQ(JsonLines::string(json[0], "text"), kBees);
  EXPECT_EQ(JsonLines::string(json[0], "desk"), "city");
  EXPECT_EQ(JsonLines::number(json[0], "story"), 2U);
  EXPECT_EQ(run(folder_, {"archive", "add", "copy.archive"}, exported.out).status, 0);
  EXPECT_EQ(lines(run(folder_, {"archive", "list", "copy.archive"}).out).size(), 3U);
}

TEST_F(ArchiveCommand, Removes) {
  archive("add", {}, kNews);
  const Outcome removed = archive("remove", {"port-1", "wasps"});
  EXPECT_EQ(removed.status, 0) << removed.err;
  EXPECT_EQ(removed.out, "1 article removed\nno article 'wasps'\n");
  EXPECT_EQ(archive("remove", {"port-1"}).status, 1);
  EXPECT_EQ(archive("remove", {"--before", "2026-10-15"}).out, "1 article removed\n");
  EXPECT_EQ(archive("remove", {"--before", "yesterday"}).status, 2);
  EXPECT_EQ(lines(archive("export", {}).out).size(), 1U);
}

TEST_F(ArchiveCommand, Links) {
  archive("add", {}, kNews);
  EXPECT_EQ(archive("link", {"--cannot", "port-1", "port-2"}).out, "port-1: story 1\nport-2: story 3\n");
  EXPECT_EQ(archive("link", {"--undo", "port-1", "port-2"}).out, "port-1: story 1\nport-2: story 1\n");
  EXPECT_EQ(archive("link", {"--undo", "port-1", "port-2"}).status, 1);
  EXPECT_EQ(archive("link", {"--must", "port-1", "wasps"}).status, 2);
}

TEST_F(ArchiveCommand, ExplainsWrongOperands) {
  archive("add", {}, kNews);
  const std::vector<std::vector<std::string>> cases = {{"add"},
                                                       {"list"},
                                                       {"show", "news.archive"},
                                                       {"export", "news.archive", "more"},
                                                       {"remove", "news.archive"},
                                                       {"remove", "news.archive", "--before", "2026-10-15", "bees"},
                                                       {"link", "news.archive", "bees", "port-1"},
                                                       {"link", "--must", "--cannot", "news.archive", "bees", "port-1"},
                                                       {"link", "--must", "news.archive", "bees"}};
  for (std::vector<std::string> arguments : cases) {
    arguments.insert(arguments.begin(), "archive");
    const Outcome outcome = run(folder_, arguments);
    EXPECT_EQ(outcome.status, 2) << arguments[1];
    EXPECT_EQ(outcome.out, "") << arguments[1];
    EXPECT_NE(outcome.err.find(fmt::format("Try 'nutgraf archive {} --help'.", arguments[1])), std::string::npos)
        << outcome.err;
  }
}

TEST_F(ArchiveCommand, GoesOnBehindABadArticle) {
  folder_.write("news.jsonl", kNews + "{\"desk\":\"no text\"}\n" + article("last", kBees));
  const Outcome outcome = archive("add", {"news.jsonl", "missing.txt"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(lines(outcome.out).size(), 4U) << outcome.out;
  EXPECT_NE(outcome.err.find("nutgraf: news.jsonl:4: "), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("nutgraf: missing.txt: "), std::string::npos) << outcome.err;
  const Outcome stopped = archive("add", {"--fail-fast", "--json", "news.jsonl"});
  EXPECT_EQ(stopped.status, 2);
  EXPECT_EQ(JsonLines(stopped.out).size(), 4U) << "what came before it, and the end";
}

TEST_F(ArchiveCommand, TellsOfEachArticleAsItComes) {
  Running running(folder_, {"archive", "add", "news.archive"});
  running.write(article("port-1", kPort));
  EXPECT_EQ(running.read_line(), "port-1: opened story 1\n");
  running.write(article("bees", kBees));
  EXPECT_EQ(running.read_line(), "bees: opened story 2\n");
  EXPECT_EQ(running.finish().status, 0);
}

TEST_F(ArchiveCommand, RefusesWhatIsNoArchive) {
  folder_.write("news.archive", std::string(2000, 'x'));
  for (const char* command : {"add", "list"}) {
    const Outcome outcome = archive(command, {}, kNews);
    EXPECT_EQ(outcome.status, 2);
    EXPECT_TRUE(outcome.err.starts_with("nutgraf: news.archive: is no archive")) << outcome.err;
  }
  const Outcome missing = run(folder_, {"archive", "list", "missing.archive"});
  EXPECT_EQ(missing.status, 2);
  EXPECT_EQ(missing.err, "nutgraf: missing.archive: there is no such archive; adding an article makes one\n");
}

TEST_F(ArchiveCommand, SaysWhenItMayNotWrite) {
  archive("add", {}, kNews);
  std::filesystem::permissions(file(), std::filesystem::perms::owner_read);
  std::filesystem::permissions(folder_.path(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  const Outcome added = archive("add", {}, article("port-3", kPort));
  const Outcome list = archive("list", {});
  std::filesystem::permissions(folder_.path(), std::filesystem::perms::owner_all);
  EXPECT_EQ(added.status, 2);
  EXPECT_TRUE(added.err.starts_with("nutgraf: news.archive: ")) << added.err;
  EXPECT_NE(added.err.find("permissions"), std::string::npos) << added.err;
  EXPECT_EQ(list.status, 0) << "it can be read: " << list.err;
}

TEST_F(ArchiveCommand, SaysWhatToDoWhenThereIsNoRoom) {
  const Outcome outcome = archive("add", {"--most-bytes", "300000", "--at-once", "1"}, records(200));
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("make room and try again"), std::string::npos) << outcome.err;
  const std::size_t acknowledged = lines(outcome.out).size();
  EXPECT_GT(acknowledged, 0U);
  EXPECT_EQ(Archive::open(file()).value().size().value(), acknowledged);
}

TEST_F(ArchiveCommand, TwoProcessesAtOnce) {
  folder_.write("all.jsonl", records(60));
  Running first(folder_, {"archive", "add", "--at-once", "3", "news.archive", "all.jsonl"});
  Running second(folder_, {"archive", "add", "--at-once", "5", "news.archive", "all.jsonl"});
  const Outcome one = first.finish();
  const Outcome other = second.finish();
  EXPECT_EQ(one.status, 0) << one.err;
  EXPECT_EQ(other.status, 0) << other.err;
  std::size_t opened = 0;
  for (const std::string& line : lines(one.out + other.out)) opened += line.contains(": unchanged") ? 0 : 1;
  EXPECT_EQ(opened, 60U) << "each article was added by one of them";
  EXPECT_EQ(Archive::open(file()).value().size().value(), 60U);
}

void expect_a_whole_archive(const std::string& file) {
  auto database = Database::open(file, {}).value();
  std::string check;
  Statement integrity = database->prepare("PRAGMA integrity_check");
  for (integrity.start(); integrity.next();) check += integrity.text(0);
  EXPECT_EQ(check, "ok");
  for (const char* broken :
       {"SELECT count(*) FROM articles WHERE story <= 0",
        "SELECT count(*) FROM articles, settings WHERE name = 'next_story' AND story >= value",
        "SELECT count(*) FROM articles WHERE number NOT IN (SELECT article FROM profiles)",
        "SELECT count(*) FROM articles WHERE number NOT IN (SELECT article FROM contents)",
        "SELECT count(*) FROM articles WHERE number NOT IN (SELECT article FROM postings)",
        "SELECT count(*) FROM postings WHERE article NOT IN (SELECT number FROM articles)",
        "SELECT count(*) FROM pairs WHERE later NOT IN (SELECT number FROM articles)",
        "SELECT count(*) FROM pairs WHERE earlier NOT IN (SELECT number FROM articles)",
        "SELECT count(*) FROM articles JOIN merges USING (story)",
        "SELECT (SELECT sum(articles) FROM languages) + (SELECT count(*) FROM uncounted) <> count(*) FROM articles"})
    EXPECT_EQ(database->number(broken), 0) << broken;
}

// However far it came: what it told of is there, each article as a whole, and adding goes on as if nothing had
// happened.
TEST_F(ArchiveCommand, AKilledProcessLosesNothingThatItToldOf) {
  constexpr std::size_t kArticles = 200;
  const std::string all = records(kArticles);
  folder_.write("all.jsonl", all);
  run(folder_, {"archive", "add", "whole.archive", "all.jsonl"});
  const std::string expected = run(folder_, {"archive", "list", "--json", "whole.archive"}).out;
  for (std::size_t round = 0; round < 5; ++round) {
    const std::size_t before = 1 + round * 43;
    // One by one through a pipe, or seven at once from a file.
    std::vector<std::string> arguments = {"archive", "add", "news.archive"};
    if (round % 2 == 1) arguments.insert(arguments.end(), {"--at-once", "7", "all.jsonl"});
    Running running(folder_, arguments);
    if (round % 2 == 0) running.write(all);
    std::vector<std::string> told;
    while (told.size() < before) told.push_back(running.read_line());
    running.signal(SIGKILL);
    for (const std::string& line : lines(running.finish().out)) told.push_back(line);

    {
      const Archive archive = Archive::open(file()).value();
      for (const std::string& line : told) {
        const std::string id = line.substr(0, line.find(':'));
        const bool whole = line.contains(" story ");  // the last one may be cut short
        EXPECT_TRUE(!whole || archive.article(id)) << line;
      }
      EXPECT_GE(archive.size().value(), before);
    }
    expect_a_whole_archive(file());
    EXPECT_EQ(archive("add", {"all.jsonl"}).status, 0);
    EXPECT_EQ(Archive::open(file()).value().size().value(), kArticles);
    EXPECT_EQ(archive("list", {"--json"}).out, expected) << "the same stories, under the same numbers";
    std::filesystem::remove(file());
  }
}

}  // namespace
}  // namespace nutgraf
