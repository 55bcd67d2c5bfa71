// The benchmarks, a function a stage. A benchmark is called STAGE/INPUT/PROGRAM; those that differ only in PROGRAM do
// the same work.
#pragma once

#include "inputs.h"

namespace nutgraf::bench {

// `inputs` must outlive the benchmarks' run.
void register_read(const Inputs& inputs);
void register_extract(const Inputs& inputs);
void register_segment(const Inputs& inputs);
void register_tokenize(const Inputs& inputs);
void register_embed(const Inputs& inputs);
void register_analyse(const Inputs& inputs);
void register_score(const Inputs& inputs);
void register_select(const Inputs& inputs);
void register_summarize(const Inputs& inputs);
void register_multi(const Inputs& inputs);
void register_fingerprint(const Inputs& inputs);
void register_copies();
void register_pair_score(const Inputs& inputs);
void register_cluster(const Inputs& inputs);
void register_archive(const Inputs& inputs);
void register_compare(const Inputs& inputs);
void register_allocations(const Inputs& inputs);
void register_command(const Inputs& inputs);

}  // namespace nutgraf::bench
