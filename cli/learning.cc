#include "learning.h"

#include "interrupt.h"

namespace nutgraf::cli {

Flag lines_flag(Corpus& corpus) {
  return {.name = "lines",
          .help = "the corpus is plain UTF-8 text with a document a line",
          .target = &corpus.lines,
          .common = true};
}

LearningEvents learning_events(Diagnostics& diagnostics) {
  catch_interrupts();
  return {.on_error = [&](const Error& error) { diagnostics.error(to_string(error)); },
          .on_progress =
              [&](std::string_view stage, std::size_t documents, double share) {
                diagnostics.progress(stage, documents, share);
                return interrupted() == 0;
              }};
}

int report_end(const Error& error, Diagnostics& diagnostics) {
  diagnostics.error(to_string(error));
  return error.code == ErrorCode::kStopped ? kSignalled + interrupted() : kError;
}

}  // namespace nutgraf::cli
