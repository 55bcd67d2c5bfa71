// `nutgraf archive add`: articles -> an archive, and the stories that they are of.
#include <unistd.h>

#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analyse_flags.h"
#include "archive.h"
#include "batch.h"
#include "diagnostics.h"
#include "find_model.h"
#include "nutgraf/render.h"

namespace nutgraf::cli {
namespace {

struct Options {
  ArchiveOptions archive;
  std::size_t at_once = 64;
  std::string model;
  BatchOptions batch;
};

int run(Options options, const Operands& operands) {
  if (operands.empty() || options.at_once == 0)
    return wrong_operands("archive add", "the file of an archive, then inputs, one article at once or more");
  Operands inputs(operands.begin() + 1, operands.end());
  if (inputs.empty()) {
    if (::isatty(STDIN_FILENO) != 0)  // nobody is going to type an article
      return wrong_operands("archive add", "inputs behind the archive, or articles on standard input");
    inputs.emplace_back("-");
  }
  Result<std::shared_ptr<const Model>> model = find_model(options.model, options.archive.analyse.language);
  if (!model) {
    Diagnostics().error(to_string(model.error()));
    return kError;
  }
  options.archive.analyse.model = *model;
  options.archive.threads = options.batch.threads;
  options.batch.read.titles = true;
  Result<Archive> archive = Archive::open(operands[0], options.archive);
  if (!archive) {
    Diagnostics().error(to_string(archive.error()));
    return kError;
  }
  const auto add = [&](std::span<const Article> articles, std::string& out) -> Result<void> {
    const Result<std::vector<Added>> added = archive->add(articles);
    if (!added) return std::unexpected(added.error());
    for (std::size_t i = 0; i < articles.size(); ++i)
      options.batch.json ? render_json(articles[i], (*added)[i], out) : render_text(articles[i], (*added)[i], out);
    return {};
  };
  return run_in_order(inputs, options.batch, options.at_once, add);
}

}  // namespace

Command archive_add_command() {
  auto options = std::make_shared<Options>();
  ArchiveOptions& archive = options->archive;
  return {
      .name = "archive add",
      .summary = "add articles to an archive, each to its story",
      .description =
          "Adds articles to an archive, a file that keeps articles and the stories that they report; it is made if it "
          "is missing. A new article joins the story that it reports on, or opens one. Stories have numbers that stay "
          "theirs; where two become one, that is told. An article under an id that is there already is replaced, if "
          "anything in it has changed.\n\n"
          "For each article there is a line, or with --json a record: it is in the archive then, whatever happens to "
          "the process. Several processes may use an archive at once.",
      .operands = "ARCHIVE [INPUT...]",
      .examples = {{"add the news of a day", "nutgraf archive add news.archive monday.jsonl.gz"},
                   {"as they come", "fetch-news | nutgraf archive add news.archive --json"},
                   {"safe from power failures too", "nutgraf archive add --durable news.archive monday.jsonl"}},
      .flags = with_batch_flags(
          {{.name = "granularity",
            .value = "G",
            .help = "of a new archive: above 0 more and smaller stories, below 0 fewer and larger ones, from -5 to 5",
            .target = &archive.granularity,
            .common = true},
           {.name = "days",
            .value = "N",
            .help = "of a new archive: do not compare articles that were published further apart; by default 7",
            .target = &archive.days},
           {.name = "durable",
            .help = "what was told of also outlives a power failure; slower",
            .target = &archive.durable,
            .common = true},
           {.name = "at-once",
            .value = "N",
            .help = "add N articles in one step, all or none; by default 64, but one where they come through a pipe",
            .target = &options->at_once},
           {.name = "most-bytes",
            .value = "N",
            .help = "let the archive's file grow no larger; by default there is no limit",
            .target = &archive.most_bytes},
           {.name = "wait-seconds",
            .value = "N",
            .help = "wait so long for another process that writes to the archive; by default 30",
            .target = &archive.wait_seconds},
           language_flag(archive.analyse),
           model_flag(options->model),
           abbreviation_flag(archive.analyse)},
          options->batch),
      .run = [options](const Operands& operands) { return run(*options, operands); },
  };
}

}  // namespace nutgraf::cli
