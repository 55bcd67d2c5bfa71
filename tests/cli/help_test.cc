#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "command.h"

namespace nutgraf {
namespace {

// "--name" for each flag that the full help of a command lists.
std::set<std::string> flags_in_help(const Folder& folder, const std::string& command) {
  std::set<std::string> flags;
  for (const std::string& line : lines(run(folder, {command, "--help"}).out)) {
    const std::size_t begin = line.find("--");
    if (begin != 2 && begin != 6) continue;  // after "  " or "  -n, "
    flags.insert(line.substr(begin, line.find(' ', begin) - begin));
  }
  return flags;
}

std::string without_backslashes(std::string text) {
  std::erase(text, '\\');
  return text;
}

class Help : public testing::TestWithParam<std::string> {
 protected:
  Folder folder_;
};
class BatchHelp : public Help {};

TEST_P(BatchHelp, ListsTheFlagsOfTheDesign) {
  const std::set<std::string> flags = flags_in_help(folder_, GetParam());
  for (const char* flag : {"--help", "--json", "--format", "--fail-fast", "--output", "--threads", "--quiet",
                           "--verbose", "--language", "--abbreviation", "--max-article-bytes"}) {
    EXPECT_TRUE(flags.contains(flag)) << flag;
  }
}

TEST_P(Help, EveryFlagIsInTheManualAndInTheCompletions) {
  const std::string manual = without_backslashes(run(folder_, {"man"}).out);
  const std::string bash = run(folder_, {"completions", "bash"}).out;
  const std::string zsh = run(folder_, {"completions", "zsh"}).out;
  const std::string fish = run(folder_, {"completions", "fish"}).out;
  for (const std::string& flag : flags_in_help(folder_, GetParam())) {
    EXPECT_NE(manual.find(flag), std::string::npos) << flag;
    EXPECT_NE(bash.find(flag + " "), std::string::npos) << flag;
    EXPECT_NE(zsh.find("*" + flag + "["), std::string::npos) << flag;
    EXPECT_NE(fish.find(GetParam() + "' -l " + flag.substr(2)), std::string::npos) << flag;
  }
}

TEST_P(Help, ShortHelpIsShortAndFullHelpOpensWithExamples) {
  const Outcome brief = run(folder_, {GetParam(), "-h"});
  const Outcome full = run(folder_, {GetParam(), "--help"});
  EXPECT_EQ(brief.status, 0);
  EXPECT_EQ(full.status, 0);
  EXPECT_LT(lines(brief.out).size(), lines(full.out).size());
  EXPECT_LT(full.out.find("Examples:"), full.out.find("Usage:"));
  EXPECT_LT(full.out.find("Usage:"), full.out.find("Flags:"));
}

TEST_P(Help, FitsInto80Columns) {
  for (const std::string& line : lines(run(folder_, {GetParam(), "--help"}).out)) EXPECT_LE(line.size(), 80U) << line;
}

INSTANTIATE_TEST_SUITE_P(Commands, BatchHelp, testing::Values("summarize", "segment", "dedup", "cluster", "embed"),
                         [](const auto& test) { return test.param; });
INSTANTIATE_TEST_SUITE_P(Commands, Help, testing::Values("summarize", "segment", "dedup", "cluster", "embed", "bench"),
                         [](const auto& test) { return test.param; });

TEST(Manual, NamesEveryCommandAndExitStatus) {
  const Folder folder;
  const Outcome outcome = run(folder, {"man"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_TRUE(outcome.out.starts_with(".TH NUTGRAF 1"));
  for (const char* section : {".SH NAME", ".SH SYNOPSIS", ".SH EXIT STATUS", ".SH EXAMPLES", ".SS nutgraf summarize",
                              ".SS nutgraf segment", ".SS nutgraf man", ".SS nutgraf completions"}) {
    EXPECT_NE(outcome.out.find(section), std::string::npos) << section;
  }
  EXPECT_EQ(outcome.out.find("\n\n"), std::string::npos) << "roff takes a blank line for a break";
}

TEST(HelpOfAFlag, NamesBothValuesOfAFlag) {
  const Folder folder;
  EXPECT_NE(run(folder, {"cluster", "--help"}).out.find("--must-link ID ID"), std::string::npos);
  EXPECT_NE(without_backslashes(run(folder, {"man"}).out).find("must-link"), std::string::npos);
  const std::string zsh = run(folder, {"completions", "zsh"}).out;
  const std::size_t flag = zsh.find("*--must-link[");
  ASSERT_NE(flag, std::string::npos);
  const std::string specification = zsh.substr(flag, zsh.find('\n', flag) - flag);
  EXPECT_NE(specification.find(":ID: :ID: '"), std::string::npos) << specification;
}

TEST(Completions, CompleteTheValuesOfAFormat) {
  const Folder folder;
  EXPECT_NE(run(folder, {"completions", "bash"}).out.find("detect text html json jsonl"), std::string::npos);
  EXPECT_NE(run(folder, {"completions", "zsh"}).out.find("(detect text html json jsonl)"), std::string::npos);
  EXPECT_NE(run(folder, {"completions", "fish"}).out.find("-a 'detect text html json jsonl'"), std::string::npos);
}

}  // namespace
}  // namespace nutgraf
