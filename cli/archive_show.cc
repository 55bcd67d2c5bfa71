// `nutgraf archive show`: an article of an archive, or a story.
#include <charconv>
#include <memory>
#include <optional>
#include <string>

#include "archive.h"
#include "nutgraf/render.h"

namespace nutgraf::cli {
namespace {

std::optional<StoryNumber> number(const std::string& text) {
  StoryNumber value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// An article goes before a story whose number is like its id.
Result<bool> show(const ArchiveCommandOptions& options, const Archive& archive, const std::string& id,
                  std::string& out) {
  const Result<StoryNumber> of = archive.story_of(id);
  const std::optional<StoryNumber> asked = of ? *of : number(id);
  if (!asked) return std::unexpected(of.error());
  const Result<ArchivedStory> story = archive.story(*asked);
  if (!story) return std::unexpected(story.error());
  if (of) {
    const Result<Article> article = archive.article(id);
    if (!article) return std::unexpected(article.error());
    if (options.json) {
      render_json(*article, story->number, out);
    } else {
      render_heading(*article, out);
      out += article->text + "\n\n";
    }
  }
  if (!options.json) {
    render_text(*story, out);
  } else {
    if (!of) render_json(*story, out);
    render_json(EndRecord{.articles = of ? 1 : story->articles.size()}, out);
  }
  return true;
}

}  // namespace

Command archive_show_command() {
  auto options = std::make_shared<ArchiveCommandOptions>();
  options->archive.access = ArchiveAccess::kRead;
  return {
      .name = "archive show",
      .summary = "show an article of an archive, or a story",
      .description =
          "Writes the article of this id and the story that it is in, or the story of this number: its "
          "articles by time of publication, and the numbers of the stories that went into it. The number of "
          "such a story leads to the one that it is in now.",
      .operands = "ARCHIVE ID",
      .examples = {{"a story", "nutgraf archive show news.archive 17"},
                   {"an article, with its story", "nutgraf archive show news.archive monday.jsonl:3"}},
      .flags = with_archive_flags({}, *options),
      .run =
          [options](const Operands& operands) {
            if (operands.size() != 2)
              return wrong_operands("archive show", "the file of an archive, and the id of an article or a story");
            return use_archive(operands[0], *options, [&](const Archive& archive, std::string& out) {
              return show(*options, archive, operands[1], out);
            });
          },
  };
}

}  // namespace nutgraf::cli
