// The list of subcommands: each has a file of its own, and two lines here.
#include "command.h"

namespace nutgraf::cli {

Command summarize_command();
Command compare_command();
Command segment_command();
Command dedup_command();
Command cluster_command();
Command embed_command();
Command eval_command();
Command bench_command();
Command model_train_command();
Command model_pack_command();
Command model_info_command();
Command archive_add_command();
Command archive_list_command();
Command archive_show_command();
Command archive_export_command();
Command archive_remove_command();
Command archive_link_command();
Command man_command();
Command completions_command();

std::vector<Command> commands() {
  return {
      summarize_command(),      cluster_command(),      compare_command(),      dedup_command(),
      segment_command(),        embed_command(),        eval_command(),         bench_command(),
      archive_add_command(),    archive_list_command(), archive_show_command(), archive_export_command(),
      archive_remove_command(), archive_link_command(), model_train_command(),  model_pack_command(),
      model_info_command(),     man_command(),          completions_command(),
  };
}

}  // namespace nutgraf::cli
