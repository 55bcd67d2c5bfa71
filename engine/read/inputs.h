// The inputs a user names (files, folders, "-") -> the files to read, in the byte order of their paths.
//
//   for (const Input& input : list_inputs({"pages/", "news.jsonl"})) open(input.path);
//
// A folder gives every regular file below it; what begins with a dot is left out. Links to files are followed; links to
// folders are followed only when the user names them, so no link can make a loop or give a file twice. A path that is
// given twice is read once. What cannot be looked at stays in the list, with its error.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "nutgraf/error.h"

namespace nutgraf {

struct Input {
  std::string path;
  std::optional<Error> error;
};

std::vector<Input> list_inputs(const std::vector<std::string>& paths);

}  // namespace nutgraf
