// The same work each time, on one thread, for valgrind to count the instructions of: every stage on articles of the
// seeded writer, by the shipped model. check.py runs it.
//
//   instruction_workloads                runs the workloads; under callgrind, dumps the counts of each by its name
//   instruction_workloads --conditions   prints what the counts depend on beside the code
#include <fmt/format.h>
#include <gnu/libc-version.h>
#include <simdjson.h>
#include <unicode/uvernum.h>
#include <valgrind/callgrind.h>

#include <array>
#include <cstdio>
#include <exception>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "measure/article_writer.h"
#include "nutgraf/analyse.h"
#include "nutgraf/cluster.h"
#include "nutgraf/compare.h"
#include "nutgraf/model.h"
#include "nutgraf/read.h"
#include "nutgraf/render.h"
#include "nutgraf/segment.h"
#include "nutgraf/summarize.h"

namespace nutgraf::bench {
namespace {

constexpr std::size_t kArticles = 64;
constexpr std::size_t kArticleWords = 776;
constexpr std::size_t kStories = 16;
constexpr std::size_t kReports = 3;  // a story
constexpr std::size_t kReportWords = 300;

std::vector<Article> write_articles(const Model& model) {
  ArticleWriter writer(Script::kLatin, /*seed=*/1, &model);
  std::vector<Article> articles;
  articles.reserve(kArticles);
  for (std::size_t i = 0; i < kArticles; ++i) articles.push_back(writer.write(kArticleWords));
  return articles;
}

std::vector<Article> write_stories(const Model& model) {
  ArticleWriter writer(Script::kLatin, /*seed=*/2, &model);
  std::vector<Article> articles;
  for (std::size_t i = 0; i < kStories; ++i)
    for (Article& report : writer.write_reports(kReports, kReportWords)) articles.push_back(std::move(report));
  for (Article& article : articles) article.language = "en";
  return articles;
}

std::vector<Document> analyse_all(Analyser& analyser, std::span<const Article> articles) {
  std::vector<Document> documents;
  documents.reserve(articles.size());
  for (const Article& article : articles) documents.push_back(analyser.analyse(article));
  return documents;
}

// Once to fill what is kept between articles, then counted.
void count(const char* name, const std::function<void()>& work) {
  work();
  CALLGRIND_START_INSTRUMENTATION;
  CALLGRIND_ZERO_STATS;
  work();
  CALLGRIND_DUMP_STATS_AT(name);
  CALLGRIND_STOP_INSTRUMENTATION;
}

void run() {
  const Result<std::shared_ptr<const Model>> model = Model::open(NUTGRAF_SHIPPED_MODEL);
  if (!model) throw std::runtime_error(to_string(model.error()));
  const std::vector<Article> articles = write_articles(**model);
  const std::vector<Article> reports = write_stories(**model);
  std::string lines;
  for (const Article& article : articles) render_json(article, lines);
  count("read", [&] {
    if (read_articles(lines, "articles.jsonl").value().size() != kArticles) throw std::runtime_error("not all read");
  });

  Segmenter segmenter;
  std::vector<Span> sentences;
  count("segment", [&] {
    for (const Article& article : articles) segmenter.segment(article.text, "en", sentences);
  });

  Analyser analyser({.model = *model});
  Document document;
  count("analyse", [&] {
    for (const Article& article : articles) analyser.analyse(article, document);
  });

  const std::vector<Document> documents = analyse_all(analyser, articles);
  Summarizer summarizer({.model = *model});
  Summary summary;
  std::string out;
  count("summarize", [&] {
    out.clear();
    for (const Document& analysed : documents) {
      summarizer.summarize(analysed, summary);
      render_json(analysed, summary, out);
    }
  });

  count("cluster", [&] { find_stories(reports, {.model = *model}, {.threads = 1}); });

  const std::vector<Document> of_reports = analyse_all(analyser, reports);
  Comparer comparer({.model = *model});
  Comparison comparison;
  count("compare", [&] {
    for (std::size_t i = 0; i + 1 < of_reports.size(); i += kReports) {
      const std::array<const Document*, 2> pair = {&of_reports[i], &of_reports[i + 1]};
      comparer.compare(pair, comparison);
    }
  });
}

// Valgrind gives every processor that has AVX2 the same features.
bool has_avx2() {
#ifdef __x86_64__
  return __builtin_cpu_supports("avx2") != 0;
#else
  return false;
#endif
}

void print_conditions() {
  fmt::print("{}, {}, glibc {}, ICU {}, simdjson {}.{}\n", NUTGRAF_BUILD, has_avx2() ? "AVX2" : "no AVX2",
             gnu_get_libc_version(), U_ICU_VERSION, static_cast<int>(simdjson::SIMDJSON_VERSION_MAJOR),
             static_cast<int>(simdjson::SIMDJSON_VERSION_MINOR));
}

}  // namespace
}  // namespace nutgraf::bench

int main(int argc, char** argv) {
  try {
    if (argc == 2 && argv[1] == std::string_view("--conditions")) {
      nutgraf::bench::print_conditions();
    } else {
      nutgraf::bench::run();
    }
    return 0;
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "instruction_workloads: %s\n", exception.what());
    return 2;
  }
}
