// The flags of the commands that analyse articles.
#pragma once

#include "command.h"
#include "nutgraf/analyse.h"

namespace nutgraf::cli {

Flag language_flag(AnalyseOptions& options);      // --language CODE
Flag abbreviation_flag(AnalyseOptions& options);  // --abbreviation WORD

}  // namespace nutgraf::cli
