// `nutgraf summarize`: articles -> short summaries.
#include "nutgraf/summarize.h"

#include <unistd.h>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyse_flags.h"
#include "batch.h"
#include "command.h"
#include "diagnostics.h"
#include "find_model.h"
#include "nutgraf/analyse.h"
#include "nutgraf/render.h"

namespace nutgraf::cli {
namespace {

struct Options {
  SummaryOptions summary;
  bool headline = false;
  bool highlight = false;
  AnalyseOptions analyse;
  BatchOptions batch;
  std::string model;
  bool multi = false;
};

// One thread's worth of what a summary needs, used again for each article.
struct Summarizing {
  explicit Summarizing(const Options& options)
      : analyser(options.analyse), summarizer(options.summary), headliner(headline_options(options)) {}

  static HeadlineOptions headline_options(const Options& options) {
    HeadlineOptions headline;
    const bool limited = options.summary.words > 0 || options.summary.characters > 0;
    if (limited) headline = {.words = options.summary.words, .characters = options.summary.characters};
    return headline;
  }

  Analyser analyser;
  Summarizer summarizer;
  Headliner headliner;
  Document document;
  Summary summary;
};

// What is wrong with the flags together; empty if nothing is.
std::string_view clash(const Options& options) {
  const SummaryOptions& summary = options.summary;
  if (options.headline && (options.highlight || summary.explain))
    return "--headline gives one line; leave out --highlight and --explain";
  if (options.headline && (summary.sentences > 0 || summary.ratio > 0 || !summary.query.empty()))
    return "--headline gives one line; only --words and --chars limit it";
  if (options.multi && (options.headline || options.highlight || summary.explain))
    return "--headline, --highlight and --explain are of one article; they do not go with --multi";
  if (options.highlight && options.batch.json)
    return "--highlight shows articles to people; --json has the offsets of the sentences, so leave out one of the two";
  if (options.highlight && summary.explain) return "--highlight and --explain can't be shown together; leave out one";
  return {};
}

HighlightStyle highlight_style(const std::string& output) {
  if (output.ends_with(".html") || output.ends_with(".htm")) return HighlightStyle::kHtml;
  const bool terminal = output.empty() && ::isatty(STDOUT_FILENO) != 0 && wants_colour(STDOUT_FILENO);
  return terminal ? HighlightStyle::kTerminal : HighlightStyle::kPlain;
}

Render headlines(const BatchOptions& batch, std::shared_ptr<Summarizing> state) {
  return [&batch, state = std::move(state)](const Article& article, std::string& out) {
    state->analyser.analyse(article, state->document);
    const std::optional<Headline> headline = state->headliner.find(state->document);
    if (!headline && batch.json) return render_json(state->document, Headline{}, out, batch.json_record);
    if (!headline) return;
    batch.json ? render_json(state->document, *headline, out, batch.json_record)
               : render_text(state->document, *headline, out);
  };
}

Render highlights(HighlightStyle style, std::shared_ptr<Summarizing> state) {
  return [style, state = std::move(state)](const Article& article, std::string& out) {
    state->analyser.analyse(article, state->document);
    state->summarizer.summarize(state->document, state->summary);
    render_highlight(state->document, state->summary, style, out);
  };
}

Render summaries(const BatchOptions& batch, std::shared_ptr<Summarizing> state) {
  return [&batch, state = std::move(state)](const Article& article, std::string& out) {
    state->analyser.analyse(article, state->document);
    state->summarizer.summarize(state->document, state->summary);
    batch.json ? render_json(state->document, state->summary, out, batch.json_record)
               : render_text(state->document, state->summary, out);
  };
}

int run_multi(const Options& options, const Operands& inputs) {
  return run_together(inputs, options.batch, [&](std::span<const Article> articles, std::string& out) {
    Analyser analyser(options.analyse);
    std::vector<Document> documents;
    for (const Article& article : articles) documents.push_back(analyser.analyse(article));
    const MultiSummary summary = MultiSummarizer(options.summary).summarize(documents);
    options.batch.json ? render_json(documents, summary, out, options.batch.json_record)
                       : render_text(documents, summary, out);
    return true;
  });
}

int run(Options& options, const Operands& inputs) {
  if (const Result<void> valid = check(options.summary); !valid) {
    Diagnostics().error(to_string(valid.error()));
    return kError;
  }
  if (const std::string_view wrong = clash(options); !wrong.empty()) {
    Diagnostics().error(wrong);
    return kError;
  }
  // The one model that comes with nutgraf has a scorer for every language.
  Result<std::shared_ptr<const Model>> model = find_model(options.model, {});
  if (!model) {
    Diagnostics().error(to_string(model.error()));
    return kError;
  }
  if (*model == nullptr && options.batch.verbose) Diagnostics().error(how_to_get_a_model({}));
  if (options.multi) return run_multi(options, inputs);
  options.summary.model = std::move(*model);
  if (!options.headline) options.analyse.model = options.summary.model;  // what needs no vectors makes none
  BatchOptions batch = options.batch;
  const HighlightStyle style = highlight_style(batch.output);
  if (options.highlight && style == HighlightStyle::kHtml) {
    batch.bare = true;
    batch.opening = highlight_opening();
    batch.closing = highlight_closing();
  }
  return run_batch(inputs, batch, [&]() -> Render {
    auto state = std::make_shared<Summarizing>(options);
    if (options.headline) return headlines(batch, std::move(state));
    if (options.highlight) return highlights(style, std::move(state));
    return summaries(batch, std::move(state));
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
          "credits, datelines and other text around a report never get into a summary, nor does a sentence that "
          "leans on one that was left out. Every limit that is given holds; when none is, a summary has three "
          "sentences.\n\n"
          "With --multi all articles are reports of one event and get one summary: what most of them say, and say "
          "early, without saying it twice, and with a later report's figures where reports are dated. Behind each "
          "sentence stands the outlet that it is from.",
      .operands = kInputs,
      .reads_stdin = true,
      .examples = {{"three sentences of a page", "nutgraf summarize page.html"},
                   {"at most 60 words of each article", "nutgraf summarize --words 60 news.jsonl.gz"},
                   {"from another program, for another program",
                    "curl -s https://news.example/story | nutgraf summarize --json"},
                   {"a title for a text that has none", "nutgraf summarize --headline report.txt"},
                   {"a web page of articles with the summaries marked",
                    "nutgraf summarize --highlight -o marked.html news.jsonl"},
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
           {.name = "headline",
            .help = "give one title-like line of each article instead, by default at most 12 words and 90 characters",
            .target = &options->headline,
            .common = true},
           {.name = "highlight",
            .help = "show the whole article with the sentences marked: in colour on a terminal, **so** elsewhere; with "
                    "-o FILE.html as a web page",
            .target = &options->highlight,
            .common = true},
           {.name = "multi",
            .help = "the articles are reports of one event: write one summary of them all",
            .target = &options->multi,
            .common = true},
           {.name = "explain",
            .help = "add a table of all sentences: their scores, and why each was taken or not",
            .target = &summary.explain},
           language_flag(options->analyse),
           model_flag(options->model),
           abbreviation_flag(options->analyse)},
          options->batch),
      .run = [options](const Operands& inputs) { return run(*options, inputs); },
  };
}

}  // namespace nutgraf::cli
