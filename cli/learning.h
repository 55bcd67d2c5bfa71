// What the commands that learn from a corpus share: its flags, their events, their ends.
#pragma once

#include <string_view>
#include <vector>

#include "command.h"
#include "diagnostics.h"
#include "nutgraf/corpus.h"
#include "nutgraf/error.h"

namespace nutgraf::cli {

// --lines, for `corpus`.
Flag lines_flag(Corpus& corpus);

// What a corpus can be, for the description of a command.
inline constexpr std::string_view kAboutCorpus =
    "A corpus is files and folders as the other commands read them: an article a file of plain text or HTML, JSON, "
    "JSON Lines, each also compressed; with --lines, plain text with a document a line. A document that can't be read "
    "is named on standard error, and the rest goes on.";

// Errors and progress to `diagnostics`; Ctrl-C stops the work.
LearningEvents learning_events(Diagnostics& diagnostics);

// Tells why learning ended early; returns the exit code.
int report_end(const Error& error, Diagnostics& diagnostics);

}  // namespace nutgraf::cli
