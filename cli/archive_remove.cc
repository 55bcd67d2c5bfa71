// `nutgraf archive remove`: takes articles out of an archive.
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <system_error>

#include "archive.h"
#include "nutgraf/render.h"

namespace nutgraf::cli {
namespace {

struct Options {
  ArchiveCommandOptions common;
  std::string before;
};

Result<bool> remove(const Options& options, Archive& archive, std::span<const std::string> ids, std::string& out) {
  Removed removed;
  if (!options.before.empty()) {
    const Result<std::size_t> articles = archive.remove_before(options.before);
    if (!articles) return std::unexpected(articles.error());
    removed.articles = *articles;
  } else {
    Result<Removed> done = archive.remove(ids);
    if (!done) return std::unexpected(done.error());
    removed = std::move(*done);
  }
  if (options.common.json) {
    render_json(EndRecord{.articles = removed.articles, .failed = removed.missing.size()}, out);
    return removed.articles > 0;
  }
  out += fmt::format("{} {} removed\n", removed.articles, removed.articles == 1 ? "article" : "articles");
  for (const std::string& id : removed.missing) out += fmt::format("no article '{}'\n", id);
  return removed.articles > 0;
}

int run(const Options& options, const Operands& operands) {
  const bool by_id = operands.size() > 1;
  if (operands.empty() || by_id == !options.before.empty())
    return wrong_operands("archive remove", "the file of an archive, then either ids of articles or --before");
  return use_archive(operands[0], options.common, [&](Archive& archive, std::string& out) {
    return remove(options, archive, std::span(operands).subspan(1), out);
  });
}

}  // namespace

Command archive_remove_command() {
  auto options = std::make_shared<Options>();
  options->common.archive.access = ArchiveAccess::kWrite;
  return {
      .name = "archive remove",
      .summary = "take articles out of an archive, for good",
      .description =
          "Removes articles, what they were compared by, and links with them; nothing of them is left in the file. Its "
          "size stays: the room is used for what comes next. Stories that they held together may part.\n\n"
          "If none of the articles is in the archive, the exit status is 1.",
      .operands = "ARCHIVE [ID...]",
      .examples = {{"an article", "nutgraf archive remove news.archive monday.jsonl:3"},
                   {"what is older than October", "nutgraf archive remove news.archive --before 2026-10-01"}},
      .flags = with_archive_flags({{.name = "before",
                                    .value = "DATE",
                                    .help = "all that was published before DATE (2026-10-14, or with a time)",
                                    .target = &options->before,
                                    .common = true}},
                                  options->common),
      .run = [options](const Operands& operands) { return run(*options, operands); },
  };
}

}  // namespace nutgraf::cli
