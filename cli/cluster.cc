// `nutgraf cluster`: articles -> stories.
#include "nutgraf/cluster.h"

#include <algorithm>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "analyse_flags.h"
#include "archive.h"
#include "batch.h"
#include "command.h"
#include "diagnostics.h"
#include "find_model.h"
#include "nutgraf/analyse.h"
#include "nutgraf/render.h"

namespace nutgraf::cli {
namespace {

struct Options {
  ClusterOptions cluster;
  Pairs why;
  bool all = false;
  std::string archive;
  AnalyseOptions analyse;
  BatchOptions batch;
  std::string model;
};

// The ids that pairs of the flags name, and no article has.
std::vector<std::string> unknown_ids(const Options& options, std::span<const Article> articles) {
  std::set<std::string_view> known;
  for (const Article& article : articles) known.insert(article.id);
  std::vector<std::string> unknown;
  for (const Pairs* pairs : {&options.why, &options.cluster.must_link, &options.cluster.cannot_link})
    for (const auto& [first, second] : *pairs)
      for (const std::string* id : {&first, &second})
        if (!known.contains(*id)) unknown.push_back(*id);
  return unknown;
}

void explain_pairs(const Options& options, std::span<const Article> articles, std::span<const Story> stories,
                   std::string& out) {
  const auto index = [&](const std::string& id) {
    return static_cast<std::size_t>(std::ranges::find(articles, id, &Article::id) - articles.begin());
  };
  for (const auto& [first, second] : options.why) {
    const std::size_t a = index(first);
    const std::size_t b = index(second);
    if (a == articles.size() || b == articles.size()) continue;
    const PairReason reason = explain(articles, stories, a, b, options.analyse, options.cluster);
    options.batch.json ? render_json(articles[a], articles[b], stories, reason, out)
                       : render_text(articles[a], articles[b], stories, reason, out);
  }
}

bool find(const Options& options, std::span<const Article> articles, std::string& out) {
  const std::vector<Story> stories = find_stories(articles, options.analyse, options.cluster);
  const bool found = std::ranges::any_of(stories, [](const Story& story) { return story.articles.size() > 1; });
  if (!options.why.empty()) {
    explain_pairs(options, articles, stories, out);
    return found;
  }
  for (const Story& story : stories) {
    if (options.batch.json) {
      render_json(articles, story, out, options.batch.json_record);
    } else if (story.articles.size() > 1 || options.all) {
      render_text(articles, story, out);
      out += '\n';
    }
  }
  if (!options.batch.json) render_text(articles, stories, out);
  return found;
}

// The stories of an archive, as it keeps them.
int show_archive(const Options& options) {
  ArchiveCommandOptions command;
  command.archive.access = ArchiveAccess::kRead;
  command.json = options.batch.json;
  command.output = options.batch.output;
  return use_archive(options.archive, command, [&](const Archive& archive, std::string& out) -> Result<bool> {
    const Result<std::vector<ArchivedStory>> stories = archive.stories();
    if (!stories) return std::unexpected(stories.error());
    bool found = false;
    std::size_t shown = 0;
    for (const ArchivedStory& archived : *stories) {
      found |= archived.articles.size() > 1;
      if (archived.articles.size() < 2 && !options.all && !options.batch.json) continue;
      const Result<std::vector<Article>> articles = archive.articles(archived.number);
      if (!articles) return std::unexpected(articles.error());
      Story story = describe_story(*articles, options.analyse, options.cluster);
      story.id = std::to_string(archived.number);
      shown += articles->size();
      options.batch.json ? render_json(*articles, story, out, options.batch.json_record)
                         : render_text(*articles, story, out);
      if (!options.batch.json) out += '\n';
    }
    if (options.batch.json) render_json(EndRecord{.articles = shown}, out);
    return found;
  });
}

int run(Options options, const Operands& inputs) {
  if (const Result<void> valid = check(options.cluster); !valid) {
    Diagnostics().error(to_string(valid.error()));
    return kError;
  }
  Result<std::shared_ptr<const Model>> model = find_model(options.model, {});
  if (!model) {
    Diagnostics().error(to_string(model.error()));
    return kError;
  }
  if (*model == nullptr && options.batch.verbose) Diagnostics().error(how_to_get_a_model({}));
  options.analyse.model = std::move(*model);
  options.cluster.threads = options.batch.threads;
  options.batch.read.titles = true;
  options.cluster.describe = options.why.empty();
  if (!options.archive.empty()) {
    if (inputs.empty() && options.why.empty()) return show_archive(options);
    Diagnostics().error(
        "--archive shows the stories of an archive, and takes neither inputs nor --why; articles get into "
        "it by 'nutgraf archive add'");
    return kError;
  }
  bool all_known = true;
  const int code = run_together(inputs, options.batch, [&](std::span<const Article> articles, std::string& out) {
    for (const std::string& id : unknown_ids(options, articles)) {
      all_known = false;
      Diagnostics().error("no article has the id '" + id + "', which a flag names; its pair is left out");
    }
    return find(options, articles, out);
  });
  return code <= kNothingFound && !all_known ? kError : code;
}

}  // namespace

Command cluster_command() {
  auto options = std::make_shared<Options>();
  ClusterOptions& cluster = options->cluster;
  return {
      .name = "cluster",
      .summary = "group articles into stories, the coverage of one event",
      .description =
          "Groups the articles that report one event, whichever outlet they are from, and shows each story with its "
          "span of time, its outlets and independent sources, a summary of all its reports, and which articles are "
          "copies of which. Articles are taken for reports of one event if they share many words, those most that are "
          "rare in the collection, and were published within days of each other. The same articles give the same "
          "stories in any order.\n\n"
          "Articles are grouped within each language. Without a story of several articles the exit status is 1.",
      .operands = kInputs,
      .reads_stdin = true,
      .other_input = &options->archive,
      .examples = {{"the stories in a folder of articles", "nutgraf cluster news/"},
                   {"for a program, single articles too", "nutgraf cluster --json news.jsonl"},
                   {"smaller stories", "nutgraf cluster --granularity 1 news.jsonl"},
                   {"the stories of an archive", "nutgraf cluster --archive news.archive"},
                   {"why two articles are in one story, or not",
                    "nutgraf cluster --why harbour-1 harbour-7 news.jsonl"}},
      .flags = with_batch_flags(
          {{.letter = 'g',
            .name = "granularity",
            .value = "G",
            .help = "above 0 more and smaller stories, below 0 fewer and larger ones, from -5 to 5; by default 0",
            .target = &cluster.granularity,
            .common = true},
           {.name = "days",
            .value = "N",
            .help = "compare articles that were published up to N days apart; by default 7",
            .target = &cluster.days,
            .common = true},
           {.name = "all", .help = "show the articles that stand alone, too", .target = &options->all, .common = true},
           {.name = "archive",
            .value = "FILE",
            .help = "show the stories of this archive instead of grouping inputs",
            .target = &options->archive},
           {.name = "why",
            .value = "ID ID",
            .help = "tell instead what joined these two articles, or parted them; may be given again",
            .target = &options->why},
           {.name = "must-link",
            .value = "ID ID",
            .help = "keep these two articles in one story; may be given again",
            .target = &cluster.must_link},
           {.name = "cannot-link",
            .value = "ID ID",
            .help = "keep these two articles apart; may be given again",
            .target = &cluster.cannot_link},
           {.letter = 'n',
            .name = "sentences",
            .value = "N",
            .help = "summarize each story in at most N sentences",
            .target = &cluster.summary.sentences},
           {.name = "words",
            .value = "N",
            .help = "summarize each story in at most N words",
            .target = &cluster.summary.words},
           {.name = "containment",
            .value = "C",
            .help = "take two texts for copies that share C of the shorter one, above 0 and up to 1; by default 0.7",
            .target = &cluster.copies.containment},
           language_flag(options->analyse),
           abbreviation_flag(options->analyse),
           model_flag(options->model)},
          options->batch),
      .run = [options](const Operands& inputs) { return run(*options, inputs); },
  };
}

}  // namespace nutgraf::cli
