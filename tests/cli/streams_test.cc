#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <string>
#include <vector>

#include "articles.h"
#include "command.h"
#include "json_lines.h"
#include "terminal.h"

namespace nutgraf {
namespace {

TEST(Streams, ASingleArticleIsOnlyItsSentences) {
  const Folder folder;
  const Outcome outcome = run(folder, {"summarize", "-n", "3"}, kHarbour);
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
  const std::vector<std::string> sentences = lines(outcome.out);
  ASSERT_EQ(sentences.size(), 3U);
  for (const std::string& sentence : sentences) EXPECT_NE(kHarbour.find(sentence), std::string_view::npos) << sentence;
}

TEST(Streams, SeveralArticlesAreHeadedByTheirTitlesAndParted) {
  const Folder folder;
  folder.write("two.jsonl", R"({"title":"Ferry\n returns","text":"The ferry returned."})"
                            "\n"
                            R"({"id":"tug-2","text":"The tug stayed."})"
                            "\n");
  const Outcome outcome = run(folder, {"segment", "two.jsonl"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "Ferry returns\nThe ferry returned.\n\ntug-2\nThe tug stayed.\n");
}

TEST(Streams, JsonEndsWithARecordOfTheCounts) {
  const Folder folder;
  folder.write("news.jsonl", record(1) + "{\"title\":\"no text\"}\n" + record(2));
  const Outcome outcome = run(folder, {"summarize", "--json", "news.jsonl"});
  EXPECT_EQ(outcome.status, 2);
  const JsonLines json(outcome.out);
  ASSERT_EQ(json.size(), 3U);
  EXPECT_EQ(JsonLines::string(json[0], "type"), "summary");
  EXPECT_EQ(JsonLines::string(json[0], "id"), "veld-1");
  EXPECT_EQ(JsonLines::string(json[1], "id"), "veld-2");
  EXPECT_EQ(JsonLines::string(json.back(), "type"), "end");
  EXPECT_EQ(JsonLines::number(json.back(), "schema"), 1U);
  EXPECT_EQ(JsonLines::number(json.back(), "articles"), 2U);
  EXPECT_EQ(JsonLines::number(json.back(), "failed"), 1U);
}

TEST(Streams, OffsetsAreThoseOfTheArticlesText) {
  const Folder folder;
  for (const char* command : {"segment", "summarize"}) {
    const Outcome outcome = run(folder, {command, "--json"}, kHarbour);
    const JsonLines json(outcome.out);
    ASSERT_EQ(json.size(), 2U);
    for (const auto sentence : json[0]["sentences"].get_array()) {
      const std::uint64_t begin = sentence["begin"].get_uint64();
      const std::uint64_t end = sentence["end"].get_uint64();
      EXPECT_EQ(sentence["text"].get_string().value(), kHarbour.substr(begin, end - begin));
    }
  }
}

TEST(Streams, UnknownFieldsAreCarriedThrough) {
  const Folder folder;
  const Outcome outcome =
      run(folder, {"summarize", "--json"}, R"({"id":"a","text":"The ferry returned.","desk":"city","pages":[1, 4]})");
  const JsonLines json(outcome.out);
  ASSERT_EQ(json.size(), 2U) << outcome.err;
  EXPECT_EQ(JsonLines::string(json[0], "desk"), "city");
  EXPECT_EQ(json[0]["pages"].get_array().size(), 2U);
}

TEST(Streams, OneBadArticleIsNamedAndTheRestGoesOn) {
  const Folder folder;
  folder.write("news.jsonl", record(1) + "not json\n" + record(2));
  const Outcome outcome = run(folder, {"segment", "--json", "news.jsonl"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_TRUE(outcome.err.starts_with("nutgraf: news.jsonl:2: ")) << outcome.err;
  EXPECT_EQ(lines(outcome.err).size(), 1U) << outcome.err;
  EXPECT_EQ(JsonLines(outcome.out).size(), 3U);
}

TEST(Streams, PagesComeInOrderWhateverTheThreads) {
  const Folder folder;
  constexpr std::size_t kPages = 300;
  for (std::size_t i = 0; i < kPages; ++i) {
    const std::string text = i == 200 ? "" : "Ship " + std::to_string(i) + " waited nine days outside the harbour.";
    folder.write("pages/" + std::to_string(1000 + i) + ".html", "<!doctype html><body><p>" + text + "</p>");
  }
  const Outcome alone = run(folder, {"segment", "--json", "-j", "1", "pages"});
  EXPECT_EQ(alone.status, 2);
  EXPECT_TRUE(alone.err.starts_with("nutgraf: pages/1200.html: ")) << alone.err;
  EXPECT_EQ(lines(alone.err).size(), 1U);
  ASSERT_EQ(JsonLines(alone.out).size(), kPages);
  const Outcome together = run(folder, {"segment", "--json", "-j", "3", "pages"});
  EXPECT_EQ(together.status, 2);
  EXPECT_EQ(together.out, alone.out);
  EXPECT_EQ(together.err, alone.err);

  const Outcome stopped = run(folder, {"segment", "--json", "--fail-fast", "-j", "3", "pages"});
  EXPECT_EQ(stopped.status, 2);
  EXPECT_EQ(stopped.err, alone.err);
  EXPECT_EQ(JsonLines(stopped.out).size(), 201U);
}

TEST(Streams, PagesThatAreTakenTogetherAreTheSameForAnyNumberOfThreads) {
  const Folder folder;
  for (std::size_t i = 0; i < 200; ++i) {
    const std::string text =
        i == 199 ? "" : "Ship " + std::to_string(i % 50) + " waited nine days outside the harbour.";
    folder.write("pages/" + std::to_string(1000 + i) + ".html", "<!doctype html><body><p>" + text + "</p>");
  }
  const Outcome alone = run(folder, {"dedup", "--json", "-j", "1", "pages"});
  EXPECT_EQ(alone.status, 2);
  EXPECT_TRUE(alone.err.starts_with("nutgraf: pages/1199.html: ")) << alone.err;
  EXPECT_EQ(JsonLines::number(JsonLines(alone.out).back(), "articles"), 199U);
  const Outcome together = run(folder, {"dedup", "--json", "-j", "3", "pages"});
  EXPECT_EQ(together.status, 2);
  EXPECT_EQ(together.out, alone.out);
  EXPECT_EQ(together.err, alone.err);

  // The bad page is the last: when it is found to be bad, all has been read.
  for (const char* threads : {"1", "3"}) {
    const Outcome stopped = run(folder, {"dedup", "--json", "--fail-fast", "-j", threads, "pages"});
    EXPECT_EQ(stopped.status, 2);
    EXPECT_EQ(stopped.err, alone.err);
    ASSERT_EQ(JsonLines(stopped.out).size(), 1U);
    EXPECT_EQ(JsonLines::number(JsonLines(stopped.out).back(), "articles"), 0U);
  }
}

TEST(Streams, FailFastStopsAtTheFirstBadArticle) {
  const Folder folder;
  folder.write("news.jsonl", record(1) + "not json\n" + record(2) + "nor this\n");
  for (const char* threads : {"1", "2"}) {
    const Outcome outcome = run(folder, {"segment", "--json", "--fail-fast", "-j", threads, "news.jsonl"});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_EQ(lines(outcome.err).size(), 1U) << outcome.err;
    const JsonLines json(outcome.out);
    ASSERT_EQ(json.size(), 2U);
    EXPECT_EQ(JsonLines::string(json[0], "id"), "veld-1");
  }
}

TEST(Streams, NothingFoundIsToldByTheStatus) {
  const Folder folder;
  std::filesystem::create_directory(folder.path() / "none");
  const Outcome outcome = run(folder, {"summarize", "--json", "none"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_NE(outcome.err.find("no article found in none"), std::string::npos) << outcome.err;
  EXPECT_EQ(JsonLines(outcome.out).size(), 1U);
}

TEST(Streams, AMissingInputIsAnErrorAndTheOthersAreDone) {
  const Folder folder;
  folder.write("a.txt", kHarbour);
  const Outcome outcome = run(folder, {"segment", "a.txt", "missing.txt"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_TRUE(outcome.err.starts_with("nutgraf: missing.txt: ")) << outcome.err;
  EXPECT_EQ(lines(outcome.out).size(), 6U);
}

TEST(Streams, TheOutputIsTheSameForAnyThreadsAndOrderOfInputs) {
  const Folder folder;
  std::vector<std::string> files;
  for (std::size_t i = 0; i < 20; ++i) {
    files.push_back(folder.write("news" + std::to_string(i) + ".jsonl", record(i) + "broken\n" + record(i + 100)));
  }
  files.push_back(folder.write("many.jsonl", records(2000)));
  for (const char* form : {"--json", "--quiet"}) {
    std::vector<std::string> arguments = {"summarize", form, "-j", "1"};
    arguments.insert(arguments.end(), files.begin(), files.end());
    const Outcome expected = run(folder, arguments);
    EXPECT_EQ(expected.status, 2);
    EXPECT_GT(expected.out.size(), 100'000U);
    for (const char* threads : {"1", "2", "5", "0"}) {
      std::ranges::rotate(arguments.begin() + 4, arguments.begin() + 11, arguments.end());
      std::ranges::reverse(arguments.begin() + 4, arguments.begin() + 9);
      arguments[3] = threads;
      const Outcome outcome = run(folder, arguments);
      EXPECT_EQ(outcome.out, expected.out) << form << " -j " << threads;
      EXPECT_EQ(outcome.err, expected.err) << form << " -j " << threads;
    }
  }
}

TEST(Streams, AResultIsWrittenWithoutWaitingForTheNextArticle) {
  const Folder folder;
  for (const char* format : {"detect", "jsonl"}) {
    for (const char* threads : {"1", "2"}) {
      Running running(folder, {"summarize", "--json", "--format", format, "-j", threads});
      for (std::size_t i = 0; i < 3; ++i) {
        running.write(record(i));
        EXPECT_NE(running.read_line().find("\"veld-" + std::to_string(i) + '"'), std::string::npos);
      }
      const Outcome outcome = running.finish();
      EXPECT_EQ(outcome.status, 0) << outcome.err;
      EXPECT_EQ(JsonLines(outcome.out).size(), 1U);
    }
  }
}

TEST(Streams, ASignalKeepsWhatIsCompleteAndWritesNoEnd) {
  const Folder folder;
  for (const int signal : {SIGINT, SIGTERM}) {
    for (const char* threads : {"1", "2"}) {
      Running running(folder, {"summarize", "--json", "-j", threads});
      running.write(record(1));
      EXPECT_NE(running.read_line().find("\"veld-1\""), std::string::npos);
      running.write(record(2).substr(0, 40));  // and the rest never comes
      running.signal(signal);
      // The input stays open until the output ends, so that only the signal can end the run.
      EXPECT_EQ(running.read_line(), "");
      const Outcome outcome = running.finish();
      EXPECT_EQ(outcome.status, 128 + signal);
      EXPECT_EQ(outcome.err, "");
    }
  }
}

TEST(Streams, AClosedPipeIsNoError) {
  const Folder folder;
  folder.write("many.jsonl", records(5000));
  for (const char* threads : {"1", "2"}) {
    Running running(folder, {"summarize", "--json", "-j", threads, "many.jsonl"});
    EXPECT_NE(running.read_line().find("\"veld-0\""), std::string::npos);
    running.close_output();
    const Outcome outcome = running.finish();
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.err, "");
  }
}

TEST(Streams, AFullDiskIsAnError) {
  const Folder folder;
  folder.write("a.txt", kHarbour);
  const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  if (full < 0) GTEST_SKIP() << "there is no /dev/full";
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"summarize", "a.txt"}, {"segment", "--json", "a.txt"}, {"--help"}, {"man"}}) {
    Running running(folder, arguments, {.out = full});
    const Outcome outcome = running.finish();
    EXPECT_EQ(outcome.status, 2) << arguments[0];
    EXPECT_EQ(outcome.err, "nutgraf: standard output: writing failed: No space left on device\n") << arguments[0];
  }
  ::close(full);
  EXPECT_EQ(run(folder, {"summarize", "-o", "/dev/full", "a.txt"}).status, 2);
}

TEST(Streams, OutputGoesToAFileAndKeepsWhatWasDoneBeforeAnError) {
  const Folder folder;
  folder.write("news.jsonl", record(1) + "broken\n");
  const Outcome outcome = run(folder, {"summarize", "--json", "-o", "out.jsonl", "news.jsonl"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.out, "");
  const std::string written = folder.read("out.jsonl");
  const JsonLines json(written);
  ASSERT_EQ(json.size(), 2U);
  EXPECT_EQ(JsonLines::string(json[0], "id"), "veld-1");
}

TEST(Streams, AnInputIsNeverWrittenOver) {
  const Folder folder;
  folder.write("in/a.txt", kHarbour);
  std::filesystem::create_symlink("in/a.txt", folder.path() / "link.txt");
  const std::vector<std::vector<std::string>> cases = {{"segment", "in/a.txt", "-o", "in/a.txt"},
                                                       {"segment", "in/a.txt", "-o", "link.txt"},
                                                       {"segment", "in", "-o", "in/a.txt"},
                                                       {"segment", "in", "-o", "in/new.txt"}};
  for (const auto& arguments : cases) {
    const Outcome outcome = run(folder, arguments);
    EXPECT_EQ(outcome.status, 2) << arguments.back();
    EXPECT_NE(outcome.err, "");
    EXPECT_EQ(folder.read("in/a.txt"), kHarbour);
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "in/new.txt"));
  }
}

TEST(Streams, AnOutputThatCannotBeMadeIsAnError) {
  const Folder folder;
  folder.write("a.txt", kHarbour);
  const Outcome outcome = run(folder, {"summarize", "a.txt", "-o", "no/such/folder.txt"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("no/such/folder.txt: can't be written"), std::string::npos) << outcome.err;
}

TEST(Streams, ATerminalHasColoursUnlessTheyAreUnwanted) {
  if (!Terminal::available()) GTEST_SKIP() << "no pseudo-terminals here";
  const Folder folder;
  folder.write("news.jsonl", R"({"id":"ferry","text":"The ferry returned."})"
                             "\nbroken\n"
                             R"({"id":"tug","text":"The tug stayed."})"
                             "\n");
  const struct {
    const char* no_color;
    bool coloured;
  } cases[] = {{nullptr, true}, {"", true}, {"1", false}};
  for (const auto& [no_color, coloured] : cases) {
    Terminal out;
    Terminal err;
    Running running(folder, {"segment", "news.jsonl"},
                    {.out = out.far_end(), .err = err.far_end(), .no_color = no_color});
    EXPECT_EQ(running.finish().status, 2);
    const std::string results = out.read_until_closed();
    const std::string errors = err.read_until_closed();
    EXPECT_EQ(results.find("\x1b[1mferry\x1b[0m\r\n") != std::string::npos, coloured) << results;
    EXPECT_EQ(errors.find("\x1b[1;31mnutgraf:\x1b[0m news.jsonl:2:") != std::string::npos, coloured) << errors;
    EXPECT_EQ((results + errors).find('\x1b') != std::string::npos, coloured);
    EXPECT_NE(results.find("ferry"), std::string::npos);
    EXPECT_NE(errors.find("news.jsonl:2:"), std::string::npos);
  }
}

TEST(Streams, ThereIsNoColourOutsideOfATerminal) {
  const Folder folder;
  folder.write("news.jsonl", records(3) + "broken\n");
  const Outcome outcome = run(folder, {"summarize", "--verbose", "news.jsonl"});
  EXPECT_EQ((outcome.out + outcome.err).find('\x1b'), std::string::npos);
  EXPECT_NE(outcome.err.find("3 articles, 1 failed"), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace nutgraf
