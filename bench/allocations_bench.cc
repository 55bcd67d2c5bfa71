// Allocations per article in the steady state, by stage, and of the whole command on two threads: counted over the
// second half of the articles, after the first half has brought every buffer to its size.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>

#include "allocations.h"
#include "benchmarks.h"
#include "documents.h"
#include "nutgraf/analyse.h"
#include "nutgraf/read.h"
#include "nutgraf/render.h"
#include "nutgraf/summarize.h"
#include "run_program.h"

namespace nutgraf::bench {
namespace {

// What reading, analysing, summarizing and rendering an article took.
struct Counts {
  std::uint64_t read = 0;
  std::uint64_t analyse = 0;
  std::uint64_t summarize = 0;
  std::uint64_t render = 0;
};

Counts count_after(std::size_t warm_up, const Inputs& inputs) {
  ArticleReader reader({inputs.news_file.string()});
  const std::shared_ptr<const Model> model = shipped_model();
  Analyser analyser({.model = model});
  Summarizer summarizer({.model = model});
  Article article;
  Document document;
  Summary summary;
  std::string out;

  Counts counts;
  std::uint64_t before = allocations();
  const auto add_to = [&before](std::uint64_t& stage) {
    const std::uint64_t now = allocations();
    stage += now - std::exchange(before, now);
  };
  for (std::size_t i = 0; i < inputs.news.articles.size(); ++i) {
    if (i == warm_up) counts = {};
    if (!reader.next(article).value_or(false)) break;
    add_to(counts.read);
    analyser.analyse(article, document);
    add_to(counts.analyse);
    summarizer.summarize(document, summary);
    add_to(counts.summarize);
    out.clear();
    render_json(document, summary, out);
    add_to(counts.render);
  }
  return counts;
}

// Of the command on the first articles.
double count_of_command(const Inputs& inputs, std::size_t articles) {
  std::string lines;
  for (const Article& article : std::span(inputs.news.articles).first(articles)) render_json(article, lines);
  const std::filesystem::path news = inputs.folder / "counted.jsonl";
  const std::filesystem::path counted = inputs.folder / "allocations";
  std::ofstream(news, std::ios::binary) << lines;
  double count = 0;
  if (!run_program({"/usr/bin/env", std::string("LD_PRELOAD=") + NUTGRAF_COUNT_ALLOCATIONS,
                    "NUTGRAF_ALLOCATIONS=" + counted.string(), NUTGRAF_COMMAND, "summarize", "-j", "2", "--json",
                    news.string()}))
    throw std::runtime_error("the command failed with its allocations counted");
  std::ifstream(counted) >> count;
  return count;
}

void count(benchmark::State& state, const Inputs& inputs) {
  const std::size_t warm_up = inputs.news.articles.size() / 2;
  Counts counts;
  for (auto _ : state) counts = count_after(warm_up, inputs);
  const auto articles = static_cast<double>(inputs.news.articles.size() - warm_up);
  state.counters["read"] = static_cast<double>(counts.read) / articles;
  state.counters["analyse"] = static_cast<double>(counts.analyse) / articles;
  state.counters["summarize"] = static_cast<double>(counts.summarize) / articles;
  state.counters["render"] = static_cast<double>(counts.render) / articles;
  const double all = count_of_command(inputs, inputs.news.articles.size());
  state.counters["command"] = (all - count_of_command(inputs, warm_up)) / articles;
}

}  // namespace

void register_allocations(const Inputs& inputs) {
  benchmark::RegisterBenchmark(("allocations/" + inputs.news.name + "/nutgraf").c_str(),
                               [&inputs](benchmark::State& state) { count(state, inputs); })
      ->Iterations(1)
      ->Repetitions(1);  // the count is always the same
}

}  // namespace nutgraf::bench
