// `nutgraf archive export`: the articles of an archive as JSON Lines.
#include <memory>
#include <string>

#include "archive.h"
#include "diagnostics.h"
#include "nutgraf/render.h"
#include "output.h"

namespace nutgraf::cli {
namespace {

int run(const ArchiveCommandOptions& options, const std::string& file) {
  Diagnostics diagnostics;
  Result<Output> out = Output::open(options.output, {file});
  if (!out) {
    diagnostics.error(to_string(out.error()));
    return kError;
  }
  const Result<Archive> archive = Archive::open(file, options.archive);
  bool found = false;
  std::string line;
  const auto write = [&](const Article& article, StoryNumber story) {
    found = true;
    line.clear();
    render_json(article, story, line);
    out->write(line);
    return out->state() == Output::State::kOpen;
  };
  const Result<void> done = archive ? archive->for_each(write) : std::unexpected(archive.error());
  const Output::State state = out->finish();
  if (state == Output::State::kFailed) diagnostics.error(out->error());
  if (!done) diagnostics.error(to_string(done.error()));
  if (!done || state == Output::State::kFailed) return kError;
  return found || state == Output::State::kClosedPipe ? kDone : kNothingFound;
}

}  // namespace

Command archive_export_command() {
  auto options = std::make_shared<ArchiveCommandOptions>();
  options->archive.access = ArchiveAccess::kRead;
  std::vector<Flag> flags = with_archive_flags({}, *options);
  std::erase_if(flags, [](const Flag& flag) { return flag.name == "json"; });  // it writes nothing else
  return {
      .name = "archive export",
      .summary = "write the articles of an archive as JSON Lines",
      .description =
          "Writes all articles by time of publication, as they were read, each with the number of its story "
          "as \"story\". Other commands take them as they are.",
      .operands = "ARCHIVE",
      .examples = {{"summarize all that is archived", "nutgraf archive export news.archive | nutgraf summarize"}},
      .flags = std::move(flags),
      .run =
          [options](const Operands& operands) {
            if (operands.size() != 1) return wrong_operands("archive export", "the file of an archive");
            return run(*options, operands[0]);
          },
  };
}

}  // namespace nutgraf::cli
