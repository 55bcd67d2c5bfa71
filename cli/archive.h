// What the commands of the group `archive` have in common.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "command.h"
#include "nutgraf/archive.h"
#include "nutgraf/error.h"

namespace nutgraf::cli {

struct ArchiveCommandOptions {
  ArchiveOptions archive;
  bool json = false;
  std::string output;  // empty: standard output
};

// `own`, and after them the flags that set `options`.
std::vector<Flag> with_archive_flags(std::vector<Flag> own, ArchiveCommandOptions& options);

// What a command does with the archive; appends what it shows. False: there was nothing.
using UseArchive = std::function<Result<bool>(Archive&, std::string& out)>;

// Opens the archive `file`, uses it and writes what comes. Returns the exit code.
int use_archive(const std::string& file, const ArchiveCommandOptions& options, const UseArchive& use);

// Tells that the operands of `command` are wrong: what it takes.
int wrong_operands(std::string_view command, std::string_view takes);

}  // namespace nutgraf::cli
