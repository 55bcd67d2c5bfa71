// `nutgraf model train`: a corpus -> a fastText model.
#include <array>
#include <charconv>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "command.h"
#include "diagnostics.h"
#include "learning.h"
#include "nutgraf/train.h"

namespace nutgraf::cli {
namespace {

// In the order of TrainMethod.
constexpr std::array<std::string_view, 2> kMethods = {"skipgram", "cbow"};

struct Options {
  Corpus corpus;
  TrainOptions train;
  std::string output;
  std::string ngrams = "4-5";
  bool quiet = false;
};

std::optional<std::size_t> whole_number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "4-5", or "0" for none.
bool set_ngrams(std::string_view text, TrainOptions& options) {
  const std::size_t dash = text.find('-');
  const auto shortest = whole_number(text.substr(0, dash));
  const auto longest = dash == std::string_view::npos ? shortest : whole_number(text.substr(dash + 1));
  if (!shortest || !longest || *longest < *shortest) return false;
  options.shortest_ngram = *shortest;
  options.longest_ngram = *longest;
  return true;
}

int run(Options& options, const Operands& operands) {
  Diagnostics diagnostics(!options.quiet);
  if (operands.empty() || options.output.empty()) {
    diagnostics.error("'model train' takes a corpus, and where to write with -o\nTry 'nutgraf model train --help'.");
    return kError;
  }
  if (!set_ngrams(options.ngrams, options.train)) {
    diagnostics.error("--ngrams takes the shortest and the longest in characters (4-5), or 0 for none, not '" +
                      options.ngrams + "'");
    return kError;
  }
  options.corpus.inputs = operands;
  const auto trained = train(options.corpus, options.output, options.train, learning_events(diagnostics));
  if (!trained) return report_end(trained.error(), diagnostics);
  diagnostics.end_progress();
  return kDone;
}

}  // namespace

Command model_train_command() {
  auto options = std::make_shared<Options>();
  TrainOptions& train = options->train;
  static const std::string kDescription =
      "Trains word vectors with subwords by fastText and writes a .bin, for 'model pack'. Words are cut and "
      "case-folded as everywhere in nutgraf. With more than one thread no two runs give quite the same vectors.\n\n" +
      std::string(kAboutCorpus);
  return {
      .name = "model train",
      .summary = "train word vectors on a corpus",
      .description = kDescription,
      .operands = "CORPUS...",
      .examples = {{"vectors of one's own archive", "nutgraf model train archive/ -o news.bin"},
                   {"on text with a document a line",
                    "nutgraf model train --lines --dimensions 120 --epochs 3 wikipedia.txt -o wikipedia.bin"}},
      .flags = {{.letter = 'o',
                 .name = "output",
                 .value = "FILE",
                 .help = "the file to write; it is replaced once the new one is complete",
                 .target = &options->output,
                 .common = true},
                lines_flag(options->corpus),
                {.name = "method",
                 .value = "NAME",
                 .help = "skipgram (the default) or cbow",
                 .target = Choice{kMethods, [&](std::size_t i) { train.method = static_cast<TrainMethod>(i); }}},
                {.name = "dimensions",
                 .value = "N",
                 .help = "numbers in a vector; by default 100",
                 .target = &train.dimensions,
                 .common = true},
                {.name = "epochs",
                 .value = "N",
                 .help = "times that the corpus is gone through; by default 5",
                 .target = &train.epochs,
                 .common = true},
                {.name = "window",
                 .value = "N",
                 .help = "words on each side that are predicted; by default 5",
                 .target = &train.window},
                {.name = "min-count",
                 .value = "N",
                 .help = "words that come less often get no vector of their own; by default 5",
                 .target = &train.min_count},
                {.name = "ngrams",
                 .value = "MIN-MAX",
                 .help = "the shortest and the longest n-grams, in characters; by default 4-5. 0: none",
                 .target = &options->ngrams},
                {.name = "buckets",
                 .value = "N",
                 .help = "n-grams share N vectors; by default 500000",
                 .target = &train.buckets},
                {.name = "negatives",
                 .value = "N",
                 .help = "wrong words that each right one is told from; by default 5",
                 .target = &train.negatives},
                {.name = "learning-rate",
                 .value = "RATE",
                 .help = "at the start; by default 0.05",
                 .target = &train.learning_rate},
                {.name = "sampling",
                 .value = "T",
                 .help = "pass over words above this frequency, the more the more frequent; by default 0.0001",
                 .target = &train.sampling},
                {.letter = 'j',
                 .name = "threads",
                 .value = "N",
                 .help = "train in N threads; 0, the default, is one a core",
                 .target = &train.threads},
                {.letter = 'q', .name = "quiet", .help = "no progress on standard error", .target = &options->quiet}},
      .run = [options](const Operands& operands) { return run(*options, operands); },
  };
}

}  // namespace nutgraf::cli
