// `nutgraf bench`: articles -> how fast they become summaries on this machine, stage by stage.
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "analyse_flags.h"
#include "batch.h"
#include "command.h"
#include "diagnostics.h"
#include "find_model.h"
#include "held_input.h"
#include "interrupt.h"
#include "nutgraf/measure.h"
#include "nutgraf/render.h"
#include "output.h"
#include "passes.h"

namespace nutgraf::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kInventedArticles = 2000;
constexpr std::size_t kInventedWords = 776;  // of an average article of CNN's
constexpr double kMostSeconds = 86400;
constexpr double kFirstShare = 0.05;  // of the time: what the first pass, which is not counted, may take

struct Options {
  double seconds = 10;
  std::size_t rounds = 1000;
  AnalyseOptions analyse;
  BatchOptions batch;
  std::string model;
};

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

bool is_piped(int descriptor) {
  struct stat status{};
  return ::fstat(descriptor, &status) == 0 &&
         (S_ISFIFO(status.st_mode) || S_ISREG(status.st_mode) || S_ISSOCK(status.st_mode));
}

// Standard input is read once and held; without any input, articles are invented. `held` is what `inputs` names then.
Result<bool> hold_inputs(Operands& inputs, const Model* model, std::optional<HeldInput>& held) {
  const auto standard_input = std::ranges::find(inputs, "-");
  if (standard_input != inputs.end() || (inputs.empty() && is_piped(STDIN_FILENO))) {
    Result<HeldInput> read = HeldInput::make_from_standard_input();
    if (!read) return std::unexpected(std::move(read.error()));
    if (!inputs.empty() || !read->is_empty()) {
      held.emplace(std::move(*read));
      inputs.empty() ? inputs.push_back(held->path()) : void(*standard_input = held->path());
      return false;
    }
  }
  if (!inputs.empty()) return false;
  Result<HeldInput> written = HeldInput::make(write_invented(kInventedArticles, kInventedWords, /*seed=*/1, model));
  if (!written) return std::unexpected(std::move(written.error()));
  held.emplace(std::move(*written));
  inputs.push_back(held->path());
  return true;
}

// Passes by one thread and by all of them take turns, so that what shares the machine meets both.
void add_rounds(Passes& passes, std::size_t threads, const Options& options, Diagnostics& diagnostics) {
  const Clock::time_point start = Clock::now();
  for (std::size_t round = 0; round < std::max<std::size_t>(options.rounds, 1) && interrupted() == 0; ++round) {
    passes.add_round(1);
    if (threads > 1 && interrupted() == 0) passes.add_round(threads);
    const double done = seconds_since(start) / options.seconds;
    if (done >= 1) return;
    diagnostics.progress("measuring", 0, done);
  }
}

int run(Options options, Operands inputs) {
  Diagnostics diagnostics(!options.batch.quiet);
  const bool good = options.seconds > 0 && options.seconds <= kMostSeconds;
  if (!good) {
    diagnostics.error(fmt::format("--seconds is above 0 and at most {}, not {}", kMostSeconds, options.seconds));
    return kError;
  }
  if (!has_good_threads(options.batch, diagnostics)) return kError;
  Result<std::shared_ptr<const Model>> model = find_model(options.model, {});
  Result<Output> out = Output::open(options.batch.output, inputs);
  if (!model || !out) {
    diagnostics.error(to_string(!model ? model.error() : out.error()));
    return kError;
  }
  options.analyse.model = std::move(*model);
  catch_interrupts();
  std::optional<HeldInput> held;
  const Result<bool> invented = hold_inputs(inputs, options.analyse.model.get(), held);
  if (!invented) {
    diagnostics.error(to_string(invented.error()));
    return kError;
  }

  const std::size_t threads =
      options.batch.threads > 0 ? options.batch.threads : std::max(1U, std::thread::hardware_concurrency());
  Passes passes(inputs, options.batch.read, options.analyse, threads);
  const PassCounts found = passes.find_articles(kFirstShare * options.seconds, [&](Error error) {
    if (held && error.file == held->path()) error.file = "-";
    diagnostics.error(to_string(error));
  });
  if (found.articles > 0) add_rounds(passes, threads, options, diagnostics);
  diagnostics.end_progress();

  Benchmark benchmark = benchmark_of(passes.rounds());
  benchmark.articles = found.articles;
  benchmark.text_bytes = found.text_bytes;
  benchmark.invented = *invented;
  benchmark.partial = passes.is_partial();
  std::string text;
  options.batch.json ? render_json(benchmark, text) : render_text(benchmark, text);
  if (options.batch.json && interrupted() == 0)
    render_json(EndRecord{.articles = found.articles, .failed = found.failed}, text);
  out->write(text);
  return finish(inputs, options.batch, {.articles = found.articles, .failed = found.failed}, interrupted() == 0, *out,
                diagnostics);
}

}  // namespace

Command bench_command() {
  auto options = std::make_shared<Options>();
  std::vector<Flag> flags = with_batch_flags({{.name = "seconds",
                                               .value = "S",
                                               .help = "measure for about S seconds; by default 10",
                                               .target = &options->seconds,
                                               .common = true},
                                              {.name = "rounds",
                                               .value = "N",
                                               .help = "stop after N rounds if the time is not over; by default 1000",
                                               .target = &options->rounds},
                                              language_flag(options->analyse),
                                              abbreviation_flag(options->analyse),
                                              model_flag(options->model)},
                                             options->batch);
  std::erase_if(flags, [](const Flag& flag) { return flag.name == "text" || flag.name == "fail-fast"; });
  return {
      .name = "bench",
      .summary = "measure how fast articles are summarized on this machine",
      .description =
          "Summarizes the same articles again and again, as 'nutgraf summarize --json' does, throws the summaries "
          "away, and shows how many articles a second each stage can take, on how many threads. Without an input the "
          "articles are invented: 2,000 of 776 words, the same on every machine.\n\n"
          "read is from files to articles, extract from web pages to main texts, analyse what is found out about an "
          "article once: its sentences (segment), their words (tokenize), their vectors (embed) and more. Those three "
          "are measured by themselves. Stages are of one thread; all is everything together, by one thread and by as "
          "many as -j says.\n\n"
          "Figures are medians, with half of what lies between the quartiles behind them. A first pass is not "
          "counted; of more articles than a twentieth of the time suffices for, it takes the first. MB/s are of what "
          "goes into a stage: the inputs, unpacked, into read and all, web pages into extract, articles' texts into "
          "the others. The memory is the most that the process had, the part of the model that it used with it.",
      .operands = kInputs,
      .examples = {{"how fast is it here", "nutgraf bench"},
                   {"how fast on your own articles, on one thread", "nutgraf bench -j 1 news.jsonl"},
                   {"for a program, in a second", "nutgraf bench --json --seconds 1 pages/"}},
      .flags = std::move(flags),
      .run = [options](const Operands& inputs) { return run(*options, inputs); },
  };
}

}  // namespace nutgraf::cli
