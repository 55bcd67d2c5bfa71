// Which model the command uses.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "command.h"
#include "nutgraf/error.h"
#include "nutgraf/model.h"

namespace nutgraf::cli {

// The model in the file `path`, if that is not empty; else in the file that the variable NUTGRAF_MODEL names; else
// LANGUAGE.nut (BCP 47; en.nut, if `language` is empty) where the command was installed or built, beside it. Null if
// there is none: an Error only if the one that was asked for can't be opened.
Result<std::shared_ptr<const Model>> find_model(const std::string& path, const std::string& language);

// --model FILE. `only_with` as in Flag.
Flag model_flag(std::string& path, std::vector<std::string_view> only_with = {});

// What to say where one is needed or would help.
std::string how_to_get_a_model(const std::string& language);

}  // namespace nutgraf::cli
