// `nutgraf compare`: reports of one event -> what they share, what only one tells, where they disagree.
#include "nutgraf/compare.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analyse_flags.h"
#include "archive.h"
#include "batch.h"
#include "command.h"
#include "diagnostics.h"
#include "find_model.h"
#include "nutgraf/analyse.h"
#include "nutgraf/render.h"
#include "output.h"

namespace nutgraf::cli {
namespace {

struct Options {
  AnalyseOptions analyse;
  BatchOptions batch;
  ComparisonStyle style{.width = 0};
  std::string html;
  std::string model;
  std::string archive;
  std::size_t story = 0;
};

constexpr std::size_t kPlainWidth = 80;

// Of the terminal that standard output is, else kPlainWidth.
std::size_t terminal_width() {
  winsize size{};
  const bool known = ::isatty(STDOUT_FILENO) != 0 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : kPlainWidth;
}

// Whether the page could be written.
bool write_page(const Options& options, const Operands& inputs, const std::string& page) {
  Result<Output> file = Output::open(options.html, inputs);
  if (!file) {
    Diagnostics().error(to_string(file.error()));
    return false;
  }
  file->write(page);
  if (file->finish() != Output::State::kFailed) return true;
  Diagnostics().error(file->error());
  return false;
}

// The articles of a story of an archive.
int compare_story(const Options& options, const RenderAll& compare) {
  ArchiveCommandOptions command;
  command.archive.access = ArchiveAccess::kRead;
  command.output = options.batch.output;
  return use_archive(options.archive, command, [&](const Archive& archive, std::string& out) -> Result<bool> {
    const Result<std::vector<Article>> articles = archive.articles(static_cast<StoryNumber>(options.story));
    if (!articles) return std::unexpected(articles.error());
    const bool found = compare(*articles, out);
    if (options.batch.json) render_json(EndRecord{.articles = articles->size()}, out);
    return found;
  });
}

int run(Options options, const Operands& inputs) {
  if (options.archive.empty() != (options.story == 0) || (!options.archive.empty() && !inputs.empty())) {
    Diagnostics().error("--archive and --story go together, and then there are no inputs");
    return kError;
  }
  Result<std::shared_ptr<const Model>> model = find_model(options.model, options.analyse.language);
  if (!model) {
    Diagnostics().error(to_string(model.error()));
    return kError;
  }
  if (*model == nullptr && options.batch.verbose) Diagnostics().error(how_to_get_a_model(options.analyse.language));
  options.analyse.model = *model;
  options.style.colour = options.batch.output.empty() && ::isatty(STDOUT_FILENO) != 0 && wants_colour(STDOUT_FILENO);
  if (options.style.width == 0) options.style.width = options.batch.output.empty() ? terminal_width() : kPlainWidth;
  bool written = true;
  std::size_t compared = 0;
  const RenderAll compare = [&](std::span<const Article> articles, std::string& out) {
    compared = articles.size();
    if (compared < 2) return true;
    Analyser analyser(options.analyse);
    std::vector<Document> documents;
    for (const Article& article : articles) documents.push_back(analyser.analyse(article));
    const Comparison comparison = Comparer({.model = options.analyse.model}).compare(documents);
    if (!options.html.empty()) {
      std::string page;
      render_html(documents, comparison, page);
      written = write_page(options, inputs, page);
    }
    if (options.batch.json) {
      render_json(documents, comparison, out, options.batch.json_record);
    } else if (options.html.empty()) {
      render_text(documents, comparison, options.style, out);
    }
    return true;
  };
  const int code =
      options.archive.empty() ? run_together(inputs, options.batch, compare) : compare_story(options, compare);
  if (compared == 1) Diagnostics().error("only one article to compare; name two or more");
  return compared == 1 || !written ? kError : code;
}

}  // namespace

Command compare_command() {
  auto options = std::make_shared<Options>();
  return {
      .name = "compare",
      .summary = "set reports side by side: shared, only here, differing",
      .description =
          "Takes two or more articles and shows what several of them tell, each in its own words; what only one tells; "
          "where they disagree on figures, dates, names and who said so; who is quoted; and which passages are the "
          "same "
          "word for word. Each two get a verdict: copy, rewrite, same event, same topic or unrelated.\n\n"
          "Figures disagree if they count or measure the same and can't both be true: \"about 1,200\" agrees with "
          "1,187, 70 metres with 230 feet. Where articles are dated, figures of a later one are called newer, not "
          "contradicting.",
      .operands = kInputs,
      .reads_stdin = true,
      .other_input = &options->archive,
      .examples = {{"two reports", "nutgraf compare courier.txt gazette.txt"},
                   {"all reports in a file, as one web page", "nutgraf compare --html storm.html storm.jsonl"},
                   {"for another program", "nutgraf compare --json courier.html gazette.html"}},
      .flags = with_batch_flags(
          {{.name = "archive",
            .value = "FILE",
            .help = "compare the articles of a story of this archive instead of inputs; needs --story",
            .target = &options->archive},
           {.name = "story", .value = "N", .help = "the number of the story in the archive", .target = &options->story},
           {.name = "html",
            .value = "FILE",
            .help = "write a web page that needs nothing else to FILE, instead of text",
            .target = &options->html,
            .common = true},
           {.name = "width",
            .value = "N",
            .help =
                "columns of the text; by default those of the terminal, else 80. From 98 on two articles stand side "
                "by side",
            .target = &options->style.width,
            .common = true},
           language_flag(options->analyse),
           model_flag(options->model),
           abbreviation_flag(options->analyse)},
          options->batch),
      .run = [options](const Operands& inputs) { return run(*options, inputs); },
  };
}

}  // namespace nutgraf::cli
