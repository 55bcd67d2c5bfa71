#include "archive.h"

#include <fmt/format.h>

#include "diagnostics.h"
#include "output.h"

namespace nutgraf::cli {

std::vector<Flag> with_archive_flags(std::vector<Flag> own, ArchiveCommandOptions& options) {
  const Flag shared[] = {
      {.name = "json",
       .help = "write JSON Lines: a record a result, then one of type \"end\"",
       .target = &options.json,
       .common = true},
      {.letter = 'o',
       .name = "output",
       .value = "FILE",
       .help = "write to FILE instead of standard output",
       .target = &options.output,
       .common = true},
      {.name = "wait-seconds",
       .value = "N",
       .help = "wait so long for another process that writes to the archive; by default 30",
       .target = &options.archive.wait_seconds},
  };
  own.insert(own.end(), std::begin(shared), std::end(shared));
  return own;
}

int use_archive(const std::string& file, const ArchiveCommandOptions& options, const UseArchive& use) {
  Diagnostics diagnostics;
  Result<Output> out = Output::open(options.output, {file});
  if (!out) {
    diagnostics.error(to_string(out.error()));
    return kError;
  }
  Result<Archive> archive = Archive::open(file, options.archive);
  std::string text;
  const Result<bool> found = archive ? use(*archive, text) : std::unexpected(archive.error());
  if (!found) {
    diagnostics.error(to_string(found.error()));
    return kError;
  }
  out->write(text);
  if (out->finish() == Output::State::kFailed) {
    diagnostics.error(out->error());
    return kError;
  }
  return *found ? kDone : kNothingFound;
}

int wrong_operands(std::string_view command, std::string_view takes) {
  Diagnostics().error(fmt::format("'{}' takes {}\nTry 'nutgraf {} --help'.", command, takes, command));
  return kError;
}

}  // namespace nutgraf::cli
