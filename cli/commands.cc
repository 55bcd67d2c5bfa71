// The list of subcommands: each has a file of its own, and two lines here.
#include "command.h"

namespace nutgraf::cli {

Command summarize_command();
Command segment_command();
Command embed_command();
Command eval_command();
Command man_command();
Command completions_command();

std::vector<Command> commands() {
  return {
      summarize_command(), segment_command(), embed_command(), eval_command(), man_command(), completions_command(),
  };
}

}  // namespace nutgraf::cli
