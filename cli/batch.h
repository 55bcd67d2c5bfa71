// A batch: every article of the inputs through one piece of work, the results in the order of the input. All
// subcommands that take articles one by one are this and a function that renders a result; the habits they share
// (streams, exit codes, errors, progress, the end record) are here.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "command.h"
#include "diagnostics.h"
#include "nutgraf/article.h"
#include "nutgraf/read.h"
#include "nutgraf/render.h"
#include "output.h"

namespace nutgraf::cli {

// Mirrored by the flags of the same names.
struct BatchOptions {
  ReadOptions read;
  bool json = false;
  JsonOptions json_record;
  bool fail_fast = false;
  std::string output;       // empty: standard output
  std::size_t threads = 0;  // 0: one a core
  bool quiet = false;
  bool verbose = false;

  // Set by a subcommand.
  bool bare = false;    // results follow each other as they are: neither headings nor an end record
  std::string opening;  // what the output begins with
  std::string closing;  // and ends with
};

// How the inputs are called in a usage line.
inline constexpr std::string_view kInputs = "[INPUT...]";

// `own`, and after them the flags of every batch, which set `options`.
std::vector<Flag> with_batch_flags(std::vector<Flag> own, BatchOptions& options);

// Appends the result for an article.
using Render = std::function<void(const Article&, std::string& out)>;

// Whether there are not too many threads; tells if there are.
bool has_good_threads(const BatchOptions& options, Diagnostics& diagnostics);

struct Tally {
  std::size_t articles = 0;
  std::size_t failed = 0;
  bool found = true;  // what was looked for in the articles
};

// Closes the output and tells what there is to tell. Returns the exit code.
int finish(const Operands& inputs, const BatchOptions& options, const Tally& tally, bool fully_read, Output& out,
           Diagnostics& diagnostics);

// Runs the batch and returns the exit code. `make_render` is called once in each thread.
int run_batch(const Operands& inputs, const BatchOptions& options, const std::function<Render()>& make_render);

// Appends the one result for all articles. False: there was nothing to be found in them.
using RenderAll = std::function<bool(std::span<const Article>, std::string& out)>;

// The same for work on all articles together: it is done once, on those that could be read, if there is one.
int run_together(const Operands& inputs, const BatchOptions& options, const RenderAll& render);

// Takes some articles; appends the results. An Error ends the run.
using TakeSome = std::function<Result<void>(std::span<const Article>, std::string& out)>;

// The same for work on one article after the other, in the order of the input, some at a time: `at_once`, or one where
// they come through a pipe or from a terminal. Results are written before the next are taken.
int run_in_order(const Operands& inputs, const BatchOptions& options, std::size_t at_once, const TakeSome& take);

}  // namespace nutgraf::cli
