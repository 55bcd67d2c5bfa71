// `nutgraf eval`: files of gold data -> scores.

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "command.h"
#include "diagnostics.h"
#include "nutgraf/evaluate.h"
#include "nutgraf/render.h"
#include "output.h"

namespace nutgraf::cli {
namespace {

struct Task {
  std::string_view name;
  Result<Score> (*evaluate)(const std::string& file, const ReportRow& report);
};

constexpr Task kTasks[] = {
    {"segments", evaluate_segments},
    {"extract", evaluate_extraction},
};

int run(bool json, const Operands& operands) {
  Diagnostics diagnostics;
  const auto* task = operands.empty() ? std::end(kTasks) : std::ranges::find(kTasks, operands[0], &Task::name);
  if (task == std::end(kTasks) || operands.size() < 2) {
    diagnostics.error("'eval' takes a task (segments or extract) and its files\nTry 'nutgraf eval --help'.");
    return kError;
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
    Result<Score> score = task->evaluate(operands[i], report);
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
  auto json = std::make_shared<bool>(false);
  return {
      .name = "eval",
      .summary = "score sentences and main texts against gold data",
      .description =
          "The files are JSON Lines, a row a line. A row that can't be scored is told of on standard error and left "
          "out. Of several files the mean is shown too, each file counting the same.\n\n"
          "segments: rows with \"text\", \"sentences\" and \"lang\". Precision, recall and F1 of the boundaries inside "
          "the texts, by where a sentence ends; the same without those that a line break gives away (_inline); the "
          "share of sentences with both ends right, and that of texts without any fault.\n\n"
          "extract: rows with \"html\", and strings \"with\" and \"without\" that must and must not be in the main "
          "text. Precision, recall, F1 and accuracy over all strings of the file.",
      .operands = "segments|extract FILE...",
      .examples = {{"how well sentences are found", "nutgraf eval segments gold.jsonl"},
                   {"how well main texts are, for a program", "nutgraf eval extract --json pages.jsonl"}},
      .flags = {{.name = "json",
                 .help = "write JSON Lines: a record a metric, then one of type \"end\"",
                 .target = json.get(),
                 .common = true}},
      .run = [json](const Operands& operands) { return run(*json, operands); },
  };
}

}  // namespace nutgraf::cli
