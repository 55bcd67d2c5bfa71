// `nutgraf segment`: articles -> their sentences.
#include "nutgraf/segment.h"

#include <memory>
#include <string>
#include <vector>

#include "batch.h"
#include "command.h"
#include "nutgraf/render.h"

namespace nutgraf::cli {
namespace {

struct Options {
  SegmentOptions segment;
  std::string language;
  BatchOptions batch;
};

// One thread's worth, used again for each article.
struct Segmenting {
  explicit Segmenting(const SegmentOptions& options) : segmenter(options) {}

  Segmenter segmenter;
  std::vector<Span> sentences;
};

int run(const Options& options, const Operands& inputs) {
  return run_batch(inputs, options.batch, [&]() -> Render {
    return [&options, state = std::make_shared<Segmenting>(options.segment)](const Article& article, std::string& out) {
      const std::string& language = options.language.empty() ? article.language : options.language;
      if (article.sentences.empty()) state->segmenter.segment(article.text, language, state->sentences);
      const std::vector<Span>& sentences = article.sentences.empty() ? state->sentences : article.sentences;
      options.batch.json ? render_json(article, sentences, out, options.batch.json_record)
                         : render_text(article, sentences, out);
    };
  });
}

}  // namespace

Command segment_command() {
  auto options = std::make_shared<Options>();
  return {
      .name = "segment",
      .summary = "split articles into sentences",
      .description = "Writes every sentence of each article, one a line; with --json, also where it begins and ends.",
      .operands = kInputs,
      .reads_stdin = true,
      .examples = {{"one sentence a line", "nutgraf segment report.txt"},
                   {"with byte offsets", "nutgraf segment --json news.jsonl"},
                   {"with an abbreviation of one's own", "nutgraf segment --abbreviation Rtn. minutes.txt"}},
      .flags = with_batch_flags(
          {{.name = "language",
            .value = "CODE",
            .help = "the articles' language (en, pt-BR); by default each article's own, or the rules for all languages",
            .target = &options->language,
            .common = true},
           {.name = "abbreviation",
            .value = "WORD",
            .help = "an abbreviation, with its stop, that ends no sentence (Rtn.); may be given again",
            .target = &options->segment.abbreviations,
            .common = true}},
          options->batch),
      .run = [options](const Operands& inputs) { return run(*options, inputs); },
  };
}

}  // namespace nutgraf::cli
