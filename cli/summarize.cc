// `nutgraf summarize`: articles -> short summaries.
#include "nutgraf/summarize.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "batch.h"
#include "command.h"
#include "diagnostics.h"
#include "nutgraf/analyse.h"
#include "nutgraf/render.h"

namespace nutgraf::cli {
namespace {

struct Options {
  SummaryOptions summary;
  AnalyseOptions analyse;
  BatchOptions batch;
  bool multi = false;
};

// One thread's worth of what a summary needs, used again for each article.
struct Summarizing {
  explicit Summarizing(const Options& options) : analyser(options.analyse), summarizer(options.summary) {}

  Analyser analyser;
  Summarizer summarizer;
  Document document;
  Summary summary;
};

int run_multi(const Options& options, const Operands& inputs) {
  return run_together(inputs, options.batch, [&](std::span<const Article> articles, std::string& out) {
    Analyser analyser(options.analyse);
    std::vector<Document> documents;
    for (const Article& article : articles) documents.push_back(analyser.analyse(article));
    const MultiSummary summary = MultiSummarizer(options.summary).summarize(documents);
    options.batch.json ? render_json(documents, summary, out, options.batch.json_record)
                       : render_text(documents, summary, out);
  });
}

int run(const Options& options, const Operands& inputs) {
  if (const Result<void> valid = check(options.summary); !valid) {
    Diagnostics().error(to_string(valid.error()));
    return kError;
  }
  if (options.multi && options.summary.explain) {
    Diagnostics().error("--explain is of one article; it does not go with --multi\nTry 'nutgraf summarize --help'.");
    return kError;
  }
  if (options.multi) return run_multi(options, inputs);
  return run_batch(inputs, options.batch, [&]() -> Render {
    return [&batch = options.batch, state = std::make_shared<Summarizing>(options)](const Article& article,
                                                                                    std::string& out) {
      state->analyser.analyse(article, state->document);
      state->summarizer.summarize(state->document, state->summary);
      batch.json ? render_json(state->document, state->summary, out, batch.json_record)
                 : render_text(state->document, state->summary, out);
    };
  });
}

}  // namespace

Command summarize_command() {
  auto options = std::make_shared<Options>();
  SummaryOptions& summary = options->summary;
  return {
      .name = "summarize",
      .summary = "write short summaries of articles, in their own sentences",
      .description =
          "Writes a few sentences of each article that together say what it is about, in the article's order. Menus, "
          "credits, datelines and other text around a report never get into a summary. Every limit that is given "
          "holds; "
          "when none is, a summary has three sentences.\n\n"
          "With --multi all articles are reports of one event and get one summary: what most of them say, and say "
          "early, without saying it twice, and with a later report's figures where reports are dated. Behind each "
          "sentence stands the outlet that it is from.",
      .operands = kInputs,
      .reads_stdin = true,
      .examples = {{"three sentences of a page", "nutgraf summarize page.html"},
                   {"at most 60 words of each article", "nutgraf summarize --words 60 news.jsonl.gz"},
                   {"from another program, for another program",
                    "curl -s https://news.example/story | nutgraf summarize --json"},
                   {"one summary of all reports of an event", "nutgraf summarize --multi --words 100 storm/"},
                   {"why these sentences", "nutgraf summarize --explain page.html"}},
      .flags = with_batch_flags(
          {{.letter = 'n',
            .name = "sentences",
            .value = "N",
            .help = "at most N sentences",
            .target = &summary.sentences,
            .common = true},
           {.name = "words", .value = "N", .help = "at most N words", .target = &summary.words, .common = true},
           {.name = "chars",
            .value = "N",
            .help = "at most N characters (Unicode code points)",
            .target = &summary.characters,
            .common = true},
           {.name = "ratio",
            .value = "R",
            .help = "at most this share of the article's sentences, above 0 and up to 1",
            .target = &summary.ratio},
           {.name = "query",
            .value = "WORDS",
            .help = "prefer sentences about these words",
            .target = &summary.query,
            .common = true},
           {.name = "multi",
            .help = "the articles are reports of one event: write one summary of them all",
            .target = &options->multi,
            .common = true},
           {.name = "explain",
            .help = "add a table of all sentences: their scores, and why each was taken or not",
            .target = &summary.explain},
           {.name = "language",
            .value = "CODE",
            .help = "the articles' language (en, pt-BR); by default each article's own, or detected",
            .target = &options->analyse.language},
           {.name = "abbreviation",
            .value = "WORD",
            .help = "an abbreviation, with its stop, that ends no sentence (Rtn.); may be given again",
            .target = &options->analyse.abbreviations}},
          options->batch),
      .run = [options](const Operands& inputs) { return run(*options, inputs); },
  };
}

}  // namespace nutgraf::cli
