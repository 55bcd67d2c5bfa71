// `nutgraf eval`: files of gold data -> scores.

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "command.h"
#include "diagnostics.h"
#include "find_model.h"
#include "nutgraf/evaluate.h"
#include "nutgraf/render.h"
#include "output.h"

namespace nutgraf::cli {
namespace {

struct Options {
  bool json = false;
  bool verbose = false;
  std::string language;
  std::string model;
  RougeOptions rouge;
  StsOptions sts;
  CopyOptions copies;
  ClusterEvaluationOptions clusters;
  std::string ambiguous;
};

struct Task {
  std::string_view name;
  Result<Score> (*evaluate)(const std::string& file, const Options& options, const ReportRow& report);
};

constexpr Task kTasks[] = {
    {"segments",
     [](const std::string& file, const Options&, const ReportRow& r) { return evaluate_segments(file, r); }},
    {"extract",
     [](const std::string& file, const Options&, const ReportRow& r) { return evaluate_extraction(file, r); }},
    {"rouge",
     [](const std::string& file, const Options& o, const ReportRow& r) { return evaluate_rouge(file, o.rouge, r); }},
    {"sts", [](const std::string& file, const Options& o, const ReportRow& r) { return evaluate_sts(file, o.sts, r); }},
    {"copies",
     [](const std::string& file, const Options& o, const ReportRow& r) { return evaluate_copies(file, o.copies, r); }},
    {"clusters",
     [](const std::string& file, const Options& o, const ReportRow& r) {
       return evaluate_clusters(file, o.clusters, r);
     }},
};

constexpr std::array<std::string_view, 2> kTokens = {"google", "words"};
constexpr std::array<std::string_view, 2> kReferences = {"best", "average"};

int run(Options options, const Operands& operands) {
  const bool json = options.json;
  Diagnostics diagnostics;
  const auto* task = operands.empty() ? std::end(kTasks) : std::ranges::find(kTasks, operands[0], &Task::name);
  if (task == std::end(kTasks) || operands.size() < 2) {
    diagnostics.error(
        "'eval' takes a task (segments, extract, rouge, sts, copies or clusters) and its files\nTry 'nutgraf eval --help'.");
    return kError;
  }
  for (const Result<void>& valid : {check(options.copies), check(options.clusters.cluster)}) {
    if (valid) continue;
    diagnostics.error(to_string(valid.error()));
    return kError;
  }
  if (!options.ambiguous.empty()) {
    Result<std::vector<AmbiguousStories>> ambiguous = read_ambiguous_stories(options.ambiguous);
    if (!ambiguous) {
      diagnostics.error(to_string(ambiguous.error()));
      return kError;
    }
    options.clusters.ambiguous = std::move(*ambiguous);
  }
  options.rouge.language = options.sts.language = options.clusters.language = options.language;
  if (task->name == "sts" || task->name == "rouge" || task->name == "clusters") {
    Result<std::shared_ptr<const Model>> model =
        find_model(options.model, task->name == "sts" ? options.language : std::string());
    if (!model) {
      diagnostics.error(to_string(model.error()));
      return kError;
    }
    if (*model == nullptr && options.verbose) diagnostics.error(how_to_get_a_model(options.language));
    options.rouge.model = options.sts.model = options.clusters.model = std::move(*model);
  }
  Output out = std::move(*Output::open("", {}));
  std::vector<Score> scores;
  std::size_t failed = 0;
  const auto report = [&](const Error& error) {
    ++failed;
    diagnostics.error(to_string(error));
  };
  std::string text;
  for (std::size_t i = 1; i < operands.size(); ++i) {
    Result<Score> score = task->evaluate(operands[i], options, report);
    if (!score) {
      report(score.error());
      continue;
    }
    if (json) render_json(*score, text);
    scores.push_back(std::move(*score));
  }
  const std::size_t files = scores.size();
  if (files > 1) {
    scores.push_back(mean(scores));
    if (json) render_json(scores.back(), text);
  }
  json ? render_json(EndRecord{.articles = files, .failed = failed}, text) : render_text(scores, text);
  out.write(text);
  if (out.finish() == Output::State::kFailed) {
    diagnostics.error(out.error());
    return kError;
  }
  return failed > 0 ? kError : kDone;
}

}  // namespace

Command eval_command() {
  auto options = std::make_shared<Options>();
  RougeOptions& rouge = options->rouge;
  return {
      .name = "eval",
      .summary = "score sentences, texts, summaries, similarities, copies, stories",
      .description =
          "The files are JSON Lines, a row a line. A row that can't be scored is told of on standard error and left "
          "out. Of several files the mean is shown too, each file counting the same.\n\n"
          "segments: rows with \"text\", \"sentences\" and \"lang\". Precision, recall and F1 of the boundaries inside "
          "the texts, by where a sentence ends; the same without those that a line break gives away (_inline); the "
          "share of sentences with both ends right, and that of texts without any fault.\n\n"
          "extract: rows with \"html\", and strings \"with\" and \"without\" that must and must not be in the main "
          "text. Precision, recall, F1 and accuracy over all strings of the file.\n\n"
          "rouge: rows with \"text\", or with \"docs\" (objects with \"text\", summarized together), and "
          "\"summary\", or \"summaries\" if there are several. Summarizes each text and compares: ROUGE-1, -2, -L, "
          "-Lsum and -SU4, mean precision, recall and F1, with half the 95 % bootstrap interval (1,000 resamples). "
          "Beside them (lead_) those of the report's first sentences within the same budget, and what the summary has "
          "over them (gain_). English figures are those of Google's rouge_score.\n\n"
          "sts: rows with sentences \"s1\" and \"s2\" and \"score\", or articles \"text1\" and \"text2\" and "
          "\"overall\" (1 is most similar). Pearson's and Spearman's correlation of the gold with how similar their "
          "vectors are (dense), their words (sparse), and both together (combined).\n\n"
          "copies: rows with \"text1\" and \"text2\" and a \"label\", \"copy\" or another. Precision, recall and F1 of "
          "the pairs that are copies, and how often a copy has more of the other text than a pair that is none (auc).\n\n"
          "clusters: rows with \"text\" or \"title\", and \"story\". Groups the articles of the file as 'nutgraf cluster' "
          "does. Precision, recall and F1 over the pairs of articles of one story and over the articles (b3, B-cubed), "
          "and the adjusted Rand index and mutual information.",
      .operands = "segments|extract|rouge|sts|copies|clusters FILE...",
      .examples = {{"how well sentences are found", "nutgraf eval segments gold.jsonl"},
                   {"how well main texts are, for a program", "nutgraf eval extract --json pages.jsonl"},
                   {"summaries of at most 60 words, by stems", "nutgraf eval rouge --words 60 --stem news.jsonl"},
                   {"how well similarities are judged", "nutgraf eval sts --model en.nut pairs.jsonl"},
                   {"how well copies are told", "nutgraf eval copies labelled.jsonl"},
                   {"how well stories are grouped", "nutgraf eval clusters stories.jsonl"}},
      .flags =
          {{.name = "json",
            .help = "write JSON Lines: a record a metric, then one of type \"end\"",
            .target = &options->json,
            .common = true},
           {.letter = 'n',
            .name = "sentences",
            .value = "N",
            .help = "at most N sentences; 3 if no limit is given",
            .target = &rouge.sentences,
            .common = true,
            .only_with = {"rouge"}},
           {.name = "words",
            .value = "N",
            .help = "at most N words",
            .target = &rouge.words,
            .common = true,
            .only_with = {"rouge"}},
           {.name = "stem", .help = "compare stems", .target = &rouge.stem, .common = true, .only_with = {"rouge"}},
           {.name = "tokens",
            .value = "HOW",
            .help = "what is compared: google, the runs of a-z and 0-9, as rouge_score does; words, those of any "
                    "script; by default google for English, words for the rest",
            .target = Choice{kTokens,
                             [&rouge](std::size_t index) {
                               rouge.tokens = index == 0 ? RougeTokens::kGoogle : RougeTokens::kWords;
                             }},
            .only_with = {"rouge"}},
           {.name = "references",
            .value = "HOW",
            .help = "what counts of several references: best, the one of the highest F1, as rouge_score does; "
                    "average, all of them, as ROUGE-1.5.5 does; by default best",
            .target = Choice{kReferences,
                             [&rouge](std::size_t index) {
                               rouge.references = index == 0 ? RougeReferences::kBest : RougeReferences::kAverage;
                             }},
            .only_with = {"rouge"}},
           {.name = "granularity",
            .value = "G",
            .help = "above 0 more and smaller stories, below 0 fewer and larger ones; by default 0",
            .target = &options->clusters.cluster.granularity,
            .only_with = {"clusters"}},
           {.name = "days",
            .value = "N",
            .help = "compare articles that were published up to N days apart; by default 7",
            .target = &options->clusters.cluster.days,
            .only_with = {"clusters"}},
           {.name = "ambiguous",
            .value = "FILE",
            .help = "leave out the pairs of articles of the stories that FILE names: JSON, {\"name\":[[\"story\","
                    "\"story\"],...]}",
            .target = &options->ambiguous,
            .only_with = {"clusters"}},
           {.name = "language",
            .value = "CODE",
            .help = "the texts' language (en, pt-BR); by default each row's own, or detected. sts scores only the "
                    "rows in this language, by default the model's",
            .target = &options->language,
            .only_with = {"rouge", "sts", "clusters"}},
           {.name = "containment",
            .value = "C",
            .help = "take two texts for copies that share C of the shorter one, above 0 and up to 1; by default 0.7",
            .target = &options->copies.containment,
            .only_with = {"copies"}},
           {.name = "own-leads",
            .value = "C",
            .help = "the same for texts that each open in words of their own; by default 0.8",
            .target = &options->copies.own_leads,
            .only_with = {"copies"}},
           {.name = "length",
            .value = "L",
            .help = "and of which the shorter is at least L of the longer one, from 0 to 1; by default 0.2",
            .target = &options->copies.length,
            .only_with = {"copies"}},
           model_flag(options->model, {"rouge", "sts", "clusters"}),
           {.letter = 'v',
            .name = "verbose",
            .help = "tell on standard error if there is no model",
            .target = &options->verbose,
            .only_with = {"rouge", "sts", "clusters"}}},
      .run = [options](const Operands& operands) { return run(*options, operands); },
  };
}

}  // namespace nutgraf::cli
