#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "articles.h"
#include "command.h"
#include "terminal.h"

namespace nutgraf {
namespace {

struct WrongUsage {
  std::vector<std::string> arguments;
  std::string message;
};

TEST(Usage, WrongArgumentsAreExplained) {
  const WrongUsage cases[] = {
      {{"sumarize"}, "there is no command 'sumarize'; did you mean 'summarize'?"},
      {{"zzzzzz"}, "there is no command 'zzzzzz'\n"},
      {{"summarize", "--wrods", "3"}, "'summarize' has no flag '--wrods'; did you mean '--words'?"},
      {{"summarize", "--wrods=3"}, "'summarize' has no flag '--wrods'; did you mean '--words'?"},
      {{"summarize", "-x"}, "'summarize' has no flag '-x'\n"},
      {{"segment", "--words", "3"}, "'segment' has no flag '--words'"},
      {{"summarize", "--words"}, "--words needs a value"},
      {{"summarize", "--words", "many"}, "--words takes a whole number, not 'many'"},
      {{"summarize", "-n", "-1"}, "--sentences takes a whole number, not '-1'"},
      {{"summarize", "-n", "2.5"}, "--sentences takes a whole number, not '2.5'"},
      {{"summarize", "-n", "99999999999999999999999"}, "--sentences takes a whole number"},
      {{"summarize", "--ratio", "half"}, "--ratio takes a number, not 'half'"},
      {{"summarize", "--ratio", "1.5"}, "ratio"},
      {{"summarize", "--format", "pdf"}, "--format takes detect, text, html, json, jsonl, not 'pdf'"},
      {{"summarize", "-j", "100000"}, "--threads is at most 1024, not 100000"},
      {{"man", "page"}, "'man' takes no operand, but was given 'page'"},
      {{"completions"}, "'completions' takes one of bash, zsh, fish"},
      {{"completions", "csh"}, "'completions' takes one of bash, zsh, fish"},
  };
  const Folder folder;
  for (const WrongUsage& wrong : cases) {
    const Outcome outcome = run(folder, wrong.arguments, kHarbour);
    EXPECT_EQ(outcome.status, 2) << wrong.message;
    EXPECT_EQ(outcome.out, "") << wrong.message;
    EXPECT_TRUE(outcome.err.starts_with("nutgraf: ")) << outcome.err;
    EXPECT_NE(outcome.err.find(wrong.message), std::string::npos) << outcome.err;
  }
}

TEST(Usage, FlagsCanBeSpeltInEveryUsualWay) {
  const Folder folder;
  folder.write("a.txt", kHarbour);
  const std::string expected = run(folder, {"summarize", "--sentences", "2", "a.txt"}).out;
  EXPECT_EQ(lines(expected).size(), 2U);
  const std::vector<std::vector<std::string>> spellings = {
      {"summarize", "-n", "2", "a.txt"},  {"summarize", "-n2", "a.txt"},  {"summarize", "--sentences=2", "a.txt"},
      {"summarize", "a.txt", "-n", "2"},  {"summarize", "-qn2", "a.txt"}, {"summarize", "-n", "1", "-n", "2", "a.txt"},
      {"summarize", "-n2", "--", "a.txt"}};
  for (const auto& arguments : spellings) EXPECT_EQ(run(folder, arguments).out, expected) << arguments[1];
}

TEST(Usage, AfterTwoDashesEverythingIsAnInput) {
  const Folder folder;
  folder.write("-n", kHarbour);
  const Outcome outcome = run(folder, {"segment", "--", "-n"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(lines(outcome.out).size(), 6U);
}

TEST(Usage, BracketsInAValueArePlainText) {
  const Folder folder;
  folder.write("[a].txt", kHarbour);
  const Outcome outcome = run(folder, {"summarize", "--query", "[grain]", "--language", "[en]", "[a].txt"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("grain"), std::string::npos);
}

TEST(Usage, WithoutACommandTheShortHelpIsShown) {
  const Folder folder;
  const Outcome outcome = run(folder, {});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_TRUE(outcome.err.starts_with("Usage: nutgraf COMMAND")) << outcome.err;
}

TEST(Usage, ATerminalWithNoInputGetsTheShortHelp) {
  if (!Terminal::available()) GTEST_SKIP() << "no pseudo-terminals here";
  const Folder folder;
  const Terminal terminal;
  Running running(folder, {"summarize"}, {.in = terminal.far_end()});
  const Outcome outcome = running.finish();
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_TRUE(outcome.err.starts_with("Usage: nutgraf summarize")) << outcome.err;
}

TEST(Usage, VersionIsPrinted) {
  const Folder folder;
  const Outcome outcome = run(folder, {"--version"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_TRUE(outcome.out.starts_with("nutgraf ")) << outcome.out;
  EXPECT_EQ(outcome.err, "");
}

}  // namespace
}  // namespace nutgraf
