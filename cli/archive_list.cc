// `nutgraf archive list`: the stories of an archive.
#include <memory>
#include <string>
#include <vector>

#include "archive.h"
#include "nutgraf/render.h"

namespace nutgraf::cli {
namespace {

struct Options {
  ArchiveCommandOptions common;
  std::size_t least = 1;
};

Result<bool> list(const Options& options, const Archive& archive, std::string& out) {
  Result<std::vector<ArchivedStory>> stories = archive.stories();
  if (!stories) return std::unexpected(stories.error());
  std::erase_if(*stories, [&](const ArchivedStory& story) { return story.articles.size() < options.least; });
  if (options.common.json) {
    std::size_t articles = 0;
    for (const ArchivedStory& story : *stories) {
      render_json(story, out);
      articles += story.articles.size();
    }
    render_json(EndRecord{.articles = articles}, out);
  } else if (!stories->empty()) {
    render_text(*stories, out);
  }
  return !stories->empty();
}

}  // namespace

Command archive_list_command() {
  auto options = std::make_shared<Options>();
  options->common.archive.access = ArchiveAccess::kRead;
  return {
      .name = "archive list",
      .summary = "list the stories of an archive",
      .description =
          "Writes a line for each story: its number, how many articles it has, when the first of them was "
          "published, and its title. With --json there is a record a story with all its articles.",
      .operands = "ARCHIVE",
      .examples = {{"what is reported by several", "nutgraf archive list --articles 2 news.archive"}},
      .flags = with_archive_flags({{.name = "articles",
                                    .value = "N",
                                    .help = "only stories of N articles and more",
                                    .target = &options->least,
                                    .common = true}},
                                  options->common),
      .run =
          [options](const Operands& operands) {
            if (operands.size() != 1) return wrong_operands("archive list", "the file of an archive");
            return use_archive(operands[0], options->common,
                               [&](const Archive& archive, std::string& out) { return list(*options, archive, out); });
          },
  };
}

}  // namespace nutgraf::cli
