// `nutgraf dedup`: articles -> which of them are copies of one another.
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "analyse_flags.h"
#include "batch.h"
#include "command.h"
#include "diagnostics.h"
#include "nutgraf/analyse.h"
#include "nutgraf/copies.h"
#include "nutgraf/render.h"

namespace nutgraf::cli {
namespace {

struct Options {
  CopyOptions copies;
  bool changes = false;
  bool pairs = false;
  bool unique = false;
  AnalyseOptions analyse;
  BatchOptions batch;
};

void render_unique(std::span<const Article> articles, std::span<const CopyGroup> groups, std::string& out) {
  std::vector<bool> copied(articles.size(), false);
  for (const CopyGroup& group : groups)
    for (const Copy& copy : group.copies) copied[copy.article] = true;
  for (std::size_t i = 0; i < articles.size(); ++i)
    if (!copied[i]) render_json(articles[i], out);
}

void render_groups(const Options& options, std::span<const Article> articles, std::span<const CopyGroup> groups,
                   std::string& out) {
  for (const CopyGroup& group : groups) {
    if (options.batch.json) {
      render_json(articles, group, out, options.batch.json_record);
    } else {
      render_text(articles, group, out);
      out += '\n';
    }
  }
}

bool find(const Options& options, std::span<const Article> articles, std::string& out) {
  const std::vector<CopyProfile> profiles = profile_articles(articles, options.analyse, options.copies);
  const std::vector<CopyPair> pairs = find_copies(profiles, options.copies);
  if (options.pairs) {
    options.batch.json ? render_json(profiles, pairs, out) : render_text(profiles, pairs, out);
    return !pairs.empty();
  }
  std::vector<CopyGroup> groups = group_copies(profiles, pairs, options.copies);
  if (options.unique) {
    render_unique(articles, groups, out);
    return true;
  }
  if (options.changes) find_changes(articles, options.analyse, options.copies, groups);
  render_groups(options, articles, groups, out);
  CopyCounts counts{
      .articles = articles.size(), .groups = groups.size(), .independent = count_sources(profiles, groups)};
  for (const CopyGroup& group : groups) counts.copies += group.copies.size();
  options.batch.json ? render_json(counts, out) : render_text(counts, out);
  return !groups.empty();
}

int run(Options options, const Operands& inputs) {
  if (const Result<void> valid = check(options.copies); !valid) {
    Diagnostics().error(to_string(valid.error()));
    return kError;
  }
  if (int{options.unique} + int{options.changes} + int{options.pairs} > 1) {
    Diagnostics().error("--unique, --changes and --pairs show different things; give one of them");
    return kError;
  }
  options.copies.threads = options.batch.threads;
  options.batch.bare = options.unique;
  return run_together(inputs, options.batch, [&](std::span<const Article> articles, std::string& out) {
    return find(options, articles, out);
  });
}

}  // namespace

Command dedup_command() {
  auto options = std::make_shared<Options>();
  CopyOptions& copies = options->copies;
  return {
      .name = "dedup",
      .summary = "find articles that are copies of one another",
      .description =
          "Finds the articles that are the same text, such as a wire report that many outlets print, cut, or add to, "
          "and shows them in groups. The original of a group stands first: the one that credits an agency, else the "
          "one that was published first, else the longest. Behind each copy stands how much of its text is taken from "
          "the original, and how much of the original it has kept. The last line counts the independent sources: "
          "copies have one together, and so have articles that credit the same agency.\n\n"
          "Without a copy among the articles the exit status is 1, but with --unique it is 0.",
      .operands = kInputs,
      .reads_stdin = true,
      .examples = {{"which articles are copies", "nutgraf dedup news.jsonl"},
                   {"and what each of them changed", "nutgraf dedup --changes news.jsonl"},
                   {"each text once, for another program", "nutgraf dedup --unique news.jsonl | nutgraf summarize"},
                   {"who took half of a text from whom", "nutgraf dedup --pairs --containment 0.5 news.jsonl"},
                   {"only what is word for word the same", "nutgraf dedup --containment 1 --length 1 news/"}},
      .flags = with_batch_flags(
          {{.name = "unique",
            .help = "write the articles that are no copies instead, as JSON Lines, in the order that they were read in",
            .target = &options->unique,
            .common = true},
           {.name = "changes",
            .help = "show the passages that each copy added, and those of the original that it left out; with --json "
                    "as offsets into "
                    "the copy and into the original, too",
            .target = &options->changes,
            .common = true},
           {.name = "pairs",
            .help = "show every two articles that are copies instead, and how much they share",
            .target = &options->pairs},
           {.name = "containment",
            .value = "C",
            .help = "take two texts for copies that share C of the shorter one, above 0 and up to 1; by default 0.7",
            .target = &copies.containment,
            .common = true},
           {.name = "own-leads",
            .value = "C",
            .help = "the same for texts that each open in words of their own; by default 0.8",
            .target = &copies.own_leads},
           {.name = "length",
            .value = "L",
            .help = "and of which the shorter is at least L of the longer one, from 0 to 1; by default 0.2",
            .target = &copies.length},
           language_flag(options->analyse),
           abbreviation_flag(options->analyse)},
          options->batch),
      .run = [options](const Operands& inputs) { return run(*options, inputs); },
  };
}

}  // namespace nutgraf::cli
