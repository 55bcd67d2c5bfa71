// `nutgraf embed`: articles -> vectors of their words or sentences, or of the whole.
#include "nutgraf/embed.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "batch.h"
#include "command.h"
#include "diagnostics.h"
#include "find_model.h"
#include "nutgraf/analyse.h"
#include "nutgraf/model.h"
#include "nutgraf/render.h"

namespace nutgraf::cli {
namespace {

// In the order of EmbedUnit.
constexpr std::array<std::string_view, 3> kUnits = {"word", "sentence", "article"};

struct Options {
  std::string model;
  AnalyseOptions analyse;
  EmbedUnit unit = EmbedUnit::kSentence;
  bool npy = false;
  BatchOptions batch;
};

// One thread's worth, used again for each article.
struct Embedding {
  explicit Embedding(const AnalyseOptions& options) : analyser(options), embedder(options.model) {}

  Analyser analyser;
  Embedder embedder;
  Document document;
  Embeddings embeddings;
};

// Puts the number of rows, which the size of the file tells, into the header.
bool complete_npy(const std::string& path, std::size_t dimensions) {
  std::error_code error;
  const std::size_t header = npy_header(0, dimensions).size();
  const std::size_t size = std::filesystem::file_size(path, error);
  if (error || size < header) return false;
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file << npy_header((size - header) / (dimensions * sizeof(float)), dimensions) << std::flush;
  return file.good();
}

int run(Options options, const Operands& inputs) {
  Diagnostics diagnostics;
  if (options.npy && options.batch.output.empty()) {
    diagnostics.error("--npy writes a file: name it with --output\nTry 'nutgraf embed --help'.");
    return kError;
  }
  Result<std::shared_ptr<const Model>> model = find_model(options.model, options.analyse.language);
  if (!model || !*model) {
    diagnostics.error(model ? how_to_get_a_model(options.analyse.language) : to_string(model.error()));
    return kError;
  }
  options.analyse.model = *model;
  options.batch.json = !options.npy;
  options.batch.bare = options.npy;
  const std::size_t dimensions = (*model)->info().dimensions;
  if (options.npy) options.batch.opening = npy_header(0, dimensions);

  const int code = run_batch(inputs, options.batch, [&]() -> Render {
    return [&options, state = std::make_shared<Embedding>(options.analyse)](const Article& article, std::string& out) {
      state->analyser.analyse(article, state->document);
      state->embedder.embed(state->document, options.unit, state->embeddings);
      if (options.npy) {
        const std::vector<float>& vectors = state->embeddings.vectors;
        out.append(reinterpret_cast<const char*>(vectors.data()), vectors.size() * sizeof(float));
      } else {
        render_json(state->document, options.unit, state->embeddings, out, options.batch.json_record);
      }
    };
  });
  if (options.npy && std::filesystem::is_regular_file(options.batch.output) &&
      !complete_npy(options.batch.output, dimensions)) {
    diagnostics.error(options.batch.output + ": the number of rows could not be written");
    return kError;
  }
  return code;
}

}  // namespace

Command embed_command() {
  auto options = std::make_shared<Options>();
  return {
      .name = "embed",
      .summary = "turn words, sentences or articles into vectors",
      .description =
          "Writes vectors that lie close together where texts mean the same: one for each sentence of each article, "
          "or for each word, or for each article. As JSON Lines, a record an article; or with --npy as a file that "
          "numpy.load reads, a row a vector, in the order of the input.\n\n"
          "Vectors of sentences and articles have length 1, so that the cosine of two is their product. What the "
          "model knows nothing of, and an article in another language than the model's, has the zero vector.",
      .operands = kInputs,
      .reads_stdin = true,
      .examples = {{"a vector a sentence", "nutgraf embed news.jsonl"},
                   {"a vector an article, for NumPy", "nutgraf embed --unit article --npy -o news.npy news.jsonl"},
                   {"a vector a word", "echo 'river bank' | nutgraf embed --unit word"}},
      .flags = with_batch_flags(
          {{.name = "unit",
            .value = "UNIT",
            .help = "a vector for each word, sentence (the default) or article",
            .target = Choice{kUnits, [&unit = options->unit](std::size_t i) { unit = static_cast<EmbedUnit>(i); }},
            .common = true},
           {.name = "npy",
            .help = "write NumPy's format, float32, instead of JSON Lines; needs --output",
            .target = &options->npy,
            .common = true},
           model_flag(options->model),
           {.name = "language",
            .value = "CODE",
            .help = "the articles' language (en, pt-BR); by default each article's own, or "
                    "detected",
            .target = &options->analyse.language},
           {.name = "abbreviation",
            .value = "WORD",
            .help = "an abbreviation, with its stop, that ends no sentence (Rtn.); may be given "
                    "again",
            .target = &options->analyse.abbreviations}},
          options->batch),
      .run = [options](const Operands& inputs) { return run(*options, inputs); },
  };
}

}  // namespace nutgraf::cli
