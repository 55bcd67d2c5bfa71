// Runs what the README shows: every `$ command` of its console blocks must print what stands below it, and its C++
// example (built as readme_example) what stands in the text block after it.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf {
namespace {

struct Block {
  std::string language;
  std::vector<std::string> lines;
};

std::vector<Block> blocks_of_readme() {
  std::ifstream readme(NUTGRAF_SOURCE "/README.md");
  std::vector<Block> blocks;
  bool inside = false;
  for (std::string line; std::getline(readme, line);) {
    if (line.starts_with("```")) {
      if (!inside) blocks.push_back({.language = line.substr(3), .lines = {}});
      inside = !inside;
    } else if (inside) {
      blocks.back().lines.push_back(line);
    }
  }
  return blocks;
}

// What `command`, run with `nutgraf` on the path, prints on standard output. What it reads of the source tree is there;
// what it writes is gone afterwards.
std::string output_of(const std::string& command) {
  const std::string shell =
      "folder=$(mktemp -d) && trap 'rm -r \"$folder\"' EXIT && cd \"$folder\" && "
      "ln -s '" NUTGRAF_SOURCE "/examples' '" NUTGRAF_SOURCE "/tests' . && PATH='" NUTGRAF_BIN "':\"$PATH\" && " +
      command;
  std::FILE* const pipe = popen(shell.c_str(), "r");  // NOLINT(cert-env33-c): the README's commands are shell
  if (pipe == nullptr) return "cannot run";
  std::string output;
  std::array<char, 4096> buffer{};
  for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) output.append(buffer.data(), n);
  const int status = pclose(pipe);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << command;
  return output;
}

TEST(Readme, ShowsWhatTheCommandPrints) {
  std::size_t commands = 0;
  for (const Block& block : blocks_of_readme()) {
    if (block.language != "console") continue;
    for (std::size_t i = 0; i < block.lines.size();) {
      ASSERT_TRUE(block.lines[i].starts_with("$ ")) << block.lines[i];
      const std::string command = block.lines[i++].substr(2);
      std::string expected;
      for (; i < block.lines.size() && !block.lines[i].starts_with("$ "); ++i) expected += block.lines[i] + "\n";
      EXPECT_EQ(output_of(command), expected) << command;
      ++commands;
    }
  }
  EXPECT_GE(commands, 4U);
}

// What scripts/demo does.
TEST(Readme, SummarizesAllItsExamples) {
  const std::string output = output_of("nutgraf summarize examples");
  for (const char* const title : {"Kiln fire destroys pottery works in Sule", "Ferry runs aground off Orrin"})
    EXPECT_NE(output.find(title), std::string::npos) << title;
}

TEST(Readme, ShowsWhatItsExamplePrints) {
  const std::vector<Block> blocks = blocks_of_readme();
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
    if (blocks[i].language != "cpp" || blocks[i + 1].language != "text") continue;
    std::string expected;
    for (const std::string& line : blocks[i + 1].lines) expected += line + "\n";
    EXPECT_EQ(output_of("'" NUTGRAF_README_EXAMPLE "'"), expected);
    return;
  }
  FAIL() << "the README has no C++ example with its output";
}

TEST(Readme, NamesScriptsThatExist) {
  for (const char* script : {"scripts/demo", "scripts/test"}) {
    EXPECT_TRUE(std::ifstream(std::string(NUTGRAF_SOURCE "/") + script).good()) << script;
  }
}

}  // namespace
}  // namespace nutgraf
