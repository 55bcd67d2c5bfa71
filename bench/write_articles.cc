// Writes invented articles as JSON Lines to standard output: write_articles --count 2000 --words 776 --seed 1
#include <CLI/CLI.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <map>
#include <memory>
#include <string>

#include "measure/article_writer.h"
#include "nutgraf/model.h"
#include "nutgraf/render.h"

using namespace nutgraf;

int main(int argc, char** argv) {  // NOLINT(bugprone-exception-escape): there is nobody to tell
  std::size_t count = 2000;
  std::size_t words = 776;
  std::uint64_t seed = 1;
  Script script = Script::kLatin;
  std::string model_file;

  CLI::App app("Writes invented articles as JSON Lines.");
  app.add_option("--count", count, "How many articles")->capture_default_str();
  app.add_option("--words", words, "Words in each")->capture_default_str();
  app.add_option("--seed", seed, "The same seed gives the same articles")->capture_default_str();
  const std::map<std::string, Script> scripts = {
      {"latin", Script::kLatin}, {"cyrillic", Script::kCyrillic}, {"han", Script::kHan}, {"mixed", Script::kMixed}};
  app.add_option("--script", script, "latin, cyrillic, han or mixed")
      ->transform(CLI::Transformer(scripts))
      ->default_str("latin");
  app.add_option("--model", model_file, "A model of English: Latin script is written in the words that it knows");
  CLI11_PARSE(app, argc, argv);

  std::shared_ptr<const Model> model;
  if (!model_file.empty()) {
    const Result<std::shared_ptr<const Model>> opened = Model::open(model_file);
    if (!opened) {
      std::fprintf(stderr, "write_articles: %s\n", to_string(opened.error()).c_str());
      return 2;
    }
    model = *opened;
  }
  ArticleWriter writer(script, seed, model.get());
  std::string line;
  for (std::size_t i = 0; i < count; ++i) {
    line.clear();
    render_json(writer.write(words), line);
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) break;
  }
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    std::perror("write_articles");
    return 1;
  }
  return 0;
}
