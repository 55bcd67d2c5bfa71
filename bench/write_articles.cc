// Writes invented articles as JSON Lines to standard output: write_articles --count 2000 --words 776 --seed 1
#include <CLI/CLI.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>

#include "article_writer.h"
#include "json_lines.h"

using namespace nutgraf::bench;

int main(int argc, char** argv) {  // NOLINT(bugprone-exception-escape): there is nobody to tell
  std::size_t count = 2000;
  std::size_t words = 776;
  std::uint64_t seed = 1;
  Script script = Script::kLatin;

  CLI::App app("Writes invented articles as JSON Lines.");
  app.add_option("--count", count, "How many articles")->capture_default_str();
  app.add_option("--words", words, "Words in each")->capture_default_str();
  app.add_option("--seed", seed, "The same seed gives the same articles")->capture_default_str();
  const std::map<std::string, Script> scripts = {
      {"latin", Script::kLatin}, {"cyrillic", Script::kCyrillic}, {"han", Script::kHan}, {"mixed", Script::kMixed}};
  app.add_option("--script", script, "latin, cyrillic, han or mixed")
      ->transform(CLI::Transformer(scripts))
      ->default_str("latin");
  CLI11_PARSE(app, argc, argv);

  ArticleWriter writer(script, seed);
  std::string line;
  for (std::size_t i = 0; i < count; ++i) {
    line.clear();
    append_json_line(writer.write(words), line);
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) break;
  }
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    std::perror("write_articles");
    return 1;
  }
  return 0;
}
