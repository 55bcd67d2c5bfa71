#include "print.h"

#include "command.h"
#include "diagnostics.h"
#include "output.h"

namespace nutgraf::cli {

int print(std::string_view text) {
  Output out;
  out.write(text);
  if (out.finish() != Output::State::kFailed) return kDone;
  Diagnostics().error(out.error());
  return kError;
}

}  // namespace nutgraf::cli
