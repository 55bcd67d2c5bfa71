// `nutgraf model pack`: a fastText model -> a model file.
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "command.h"
#include "diagnostics.h"
#include "learning.h"
#include "nutgraf/pack.h"
#include "nutgraf/render.h"
#include "print.h"

namespace nutgraf::cli {
namespace {

// In the order of Weighting.
constexpr std::array<std::string_view, 2> kWeightings = {"sif", "none"};

constexpr std::size_t kNotGiven = SIZE_MAX;

struct Options {
  PackOptions pack;
  std::string output;
  bool cased = false;
  std::size_t components = kNotGiven;
  bool quiet = false;
};

int run(Options& options, const Operands& operands) {
  Diagnostics diagnostics(!options.quiet);
  if (operands.size() != 1 || options.output.empty()) {
    diagnostics.error(
        "'model pack' takes one fastText model, and where to write with -o\n"
        "Try 'nutgraf model pack --help'.");
    return kError;
  }
  options.pack.folded = !options.cased;
  if (options.components != kNotGiven) options.pack.components = options.components;
  const auto info = pack(operands[0], options.output, options.pack, learning_events(diagnostics));
  if (!info) return report_end(info.error(), diagnostics);
  diagnostics.end_progress();
  std::string text;
  if (!options.quiet) render_text(options.output, *info, text);
  return print(text);
}

}  // namespace

Command model_pack_command() {
  auto options = std::make_shared<Options>();
  PackOptions& pack = options->pack;
  static const std::string kDescription =
      "Packs word vectors of fastText (.bin, .ftz or .vec, also the published ones) into a file that opens at once: "
      "the "
      "most frequent words and the most useful n-grams with a byte a dimension, and what sentence vectors need. The "
      "format is described in docs/model-format.md.\n\n"
      "From a corpus like the texts to come are learned how common words are, what all sentences have in common, and "
      "in how many documents stems are. " +
      std::string(kAboutCorpus);
  return {
      .name = "model pack",
      .summary = "pack a fastText model into a small model file",
      .description = kDescription,
      .operands = "MODEL",
      .examples = {{"a published model", "nutgraf model pack cc.de.300.bin -o de.nut --language de"},
                   {"with the frequencies of one's own archive",
                    "nutgraf model pack news.bin -o en.nut --language en --corpus archive/"}},
      .flags =
          {{.letter = 'o',
            .name = "output",
            .value = "FILE",
            .help = "the file to write; it is replaced once the new one is complete",
            .target = &options->output,
            .common = true},
           {.name = "corpus",
            .value = "FILE",
            .help = "a file or folder to learn frequencies from; may be given again",
            .target = &pack.corpus.inputs,
            .common = true},
           lines_flag(pack.corpus),
           {.name = "language",
            .value = "CODE",
            .help = "the language of the model (en, pt-BR); stems are cut by its rules",
            .target = &pack.language,
            .common = true},
           {.name = "name", .value = "TEXT", .help = "a name, for 'model info'", .target = &pack.name},
           {.name = "license", .value = "SPDX", .help = "its licence, for 'model info'", .target = &pack.license},
           {.name = "words",
            .value = "N",
            .help = "keep the N most frequent words; by default 130000",
            .target = &pack.words,
            .common = true},
           {.name = "subwords",
            .value = "N",
            .help = "keep the N most useful n-grams, for other words; by default 29000",
            .target = &pack.subwords,
            .common = true},
           {.name = "terms",
            .value = "N",
            .help = "keep the document frequencies of N stems; by default 80000",
            .target = &pack.terms},
           {.name = "cased", .help = "look words up as they are written, not case-folded", .target = &options->cased},
           {.name = "weighting",
            .value = "NAME",
            .help = "weigh words in sentences by sif, the default: a / (a + frequency); or by none: the lengths of "
                    "the vectors are right",
            .target = Choice{kWeightings, [&](std::size_t i) { pack.weighting = static_cast<Weighting>(i); }}},
           {.name = "sif-a", .value = "A", .help = "the a of sif; by default 0.001", .target = &pack.sif_a},
           {.name = "components",
            .value = "N",
            .help = "take N common components out of sentence vectors; by default 1 with sif and a corpus, else 0",
            .target = &options->components},
           {.letter = 'q',
            .name = "quiet",
            .help = "no progress, and nothing on standard output",
            .target = &options->quiet}},
      .run = [options](const Operands& operands) { return run(*options, operands); },
  };
}

}  // namespace nutgraf::cli
