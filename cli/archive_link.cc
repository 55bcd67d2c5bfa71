// `nutgraf archive link`: corrects the stories of an archive.
#include <fmt/format.h>

#include <memory>
#include <string>

#include "archive.h"
#include "nutgraf/render.h"

namespace nutgraf::cli {
namespace {

struct Options {
  ArchiveCommandOptions common;
  bool must = false;
  bool cannot = false;
  bool undo = false;
};

Result<bool> link(const Options& options, Archive& archive, const std::string& first, const std::string& second,
                  std::string& out) {
  bool found = true;
  if (options.undo) {
    const Result<bool> undone = archive.unlink(first, second);
    if (!undone) return std::unexpected(undone.error());
    found = *undone;
  } else {
    const Result<void> linked = archive.link(options.must ? LinkKind::kMust : LinkKind::kCannot, first, second);
    if (!linked) return std::unexpected(linked.error());
  }
  for (const std::string& id : {first, second}) {
    const Result<StoryNumber> story = archive.story_of(id);
    if (!story && options.undo) continue;  // removed since
    if (!story) return std::unexpected(story.error());
    if (!options.common.json) out += fmt::format("{}: story {}\n", id, *story);
  }
  if (options.common.json) render_json(EndRecord{.articles = 2}, out);
  return found;
}

int run(const Options& options, const Operands& operands) {
  if (operands.size() != 3 || int{options.must} + int{options.cannot} + int{options.undo} != 1)
    return wrong_operands("archive link",
                          "the file of an archive, the ids of two articles, and one of --must, --cannot and --undo");
  return use_archive(operands[0], options.common, [&](Archive& archive, std::string& out) {
    return link(options, archive, operands[1], operands[2], out);
  });
}

}  // namespace

Command archive_link_command() {
  auto options = std::make_shared<Options>();
  options->common.archive.access = ArchiveAccess::kWrite;
  return {
      .name = "archive link",
      .summary = "say that two articles are of one story, or are not",
      .description =
          "Corrects the stories of an archive, for now and for all articles to come. Of two articles one link is kept, "
          "the last. --cannot yields to --must, where both can't be. Writes the stories that the two are in now.\n\n"
          "Without a link to undo the exit status is 1.",
      .operands = "ARCHIVE ID ID",
      .examples = {{"two storms that were taken for one", "nutgraf archive link --cannot news.archive a17 b4"},
                   {"back to what the articles say", "nutgraf archive link --undo news.archive a17 b4"}},
      .flags = with_archive_flags(
          {{.name = "must", .help = "they are of one story", .target = &options->must, .common = true},
           {.name = "cannot", .help = "they are not", .target = &options->cannot, .common = true},
           {.name = "undo", .help = "take back what was said of them", .target = &options->undo, .common = true}},
          options->common),
      .run = [options](const Operands& operands) { return run(*options, operands); },
  };
}

}  // namespace nutgraf::cli
