// How long it takes to add one article to a large archive:
//
//   archive_latency --model models/en.nut --archive /tmp/news.archive
//   archive_latency --model models/en.nut --archive /tmp/news.archive --input news.jsonl
//
// Without --input, 101,000 articles are written: reports of events, 1 to 40 of each, over 30 days. The last 1,000 of
// the input are added one by one, each in a transaction of its own, and timed: analysis, search, grouping, commit. The
// others are added before, 1,000 at a time.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "measure/article_writer.h"
#include "nutgraf/archive.h"
#include "nutgraf/read.h"

using namespace nutgraf;

namespace {

constexpr std::size_t kDays = 30;
constexpr std::size_t kAtOnce = 1000;

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::duration duration) { return std::chrono::duration<double, std::milli>(duration).count(); }

// Sorted by time. Most events have few reports, some have many.
std::vector<Article> write_articles(std::size_t count, std::size_t words, const Model* model) {
  ArticleWriter writer(Script::kLatin, /*seed=*/1, model);
  Random random(/*seed=*/2);
  std::vector<std::pair<std::size_t, Article>> timed;
  while (timed.size() < count) {
    const std::size_t most = random.one_in(10) ? 40 : random.one_in(3) ? 8 : 2;
    const std::size_t minute = random.below((kDays - 1) * 1440);
    for (Article& article : writer.write_reports(1 + random.below(most), words)) {
      if (timed.size() == count) break;
      const std::size_t at = minute + random.below(1440);
      article.published = fmt::format("2026-01-{:02}T{:02}:{:02}:00Z", 1 + at / 1440, at / 60 % 24, at % 60);
      timed.emplace_back(at, std::move(article));
    }
  }
  std::ranges::stable_sort(timed, {}, [](const auto& one) { return one.first; });
  std::vector<Article> articles;
  articles.reserve(count);
  for (auto& [_, article] : timed) articles.push_back(std::move(article));
  return articles;
}

template <class T>
T need(Result<T> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "archive_latency: %s\n", to_string(result.error()).c_str());
  std::exit(2);
}

void print_shares(const char* what, std::vector<double> times) {
  std::ranges::sort(times);
  const auto share = [&](double part) {
    return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
  };
  std::printf("%s: p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, most %.2f ms\n", what, share(0.5), share(0.9), share(0.99),
              times.back());
}

}  // namespace

int main(int argc, char** argv) {  // NOLINT(bugprone-exception-escape): there is nobody to tell
  std::string model;
  std::string file;
  std::string input;
  std::size_t articles = 101'000;
  std::size_t words = 500;
  bool durable = false;
  CLI::App app("How long it takes to add one article to a large archive.");
  app.add_option("--model", model, "The model")->required();
  app.add_option("--archive", file, "Where to make it; one that is there is used on")->required();
  app.add_option("--input", input, "Articles, in the order of time");
  app.add_option("--articles", articles, "How many to write without --input")->capture_default_str();
  app.add_option("--words", words, "Words in each")->capture_default_str();
  app.add_flag("--durable", durable, "ArchiveOptions::durable for those that are timed");
  CLI11_PARSE(app, argc, argv);

  ArchiveOptions options{.analyse = {.model = need(Model::open(model))}};
  std::vector<Article> all;
  if (input.empty()) {
    all = write_articles(articles, words, options.analyse.model.get());
  } else {
    ArticleReader reader({input});
    for (Article article; need(reader.next(article)); article = {}) all.push_back(std::move(article));
  }
  const std::span<const Article> before = std::span(all).first(all.size() - std::min(kAtOnce, all.size()));
  {
    Archive archive = need(Archive::open(file, options));
    const Clock::time_point start = Clock::now();
    for (std::size_t begin = need(archive.size()); begin < before.size(); begin += kAtOnce)
      need(archive.add(before.subspan(begin, std::min(kAtOnce, before.size() - begin))));
    std::printf("%zu articles, %zu at a time: %.1f s\n", before.size(), kAtOnce,
                milliseconds(Clock::now() - start) / 1000);
  }
  options.durable = durable;
  const Clock::time_point opening = Clock::now();
  Archive archive = need(Archive::open(file, options));
  std::printf("opened in %.2f ms\n", milliseconds(Clock::now() - opening));
  std::vector<double> times;
  std::vector<double> processor;
  std::size_t merges = 0;
  for (const Article& article : std::span(all).subspan(before.size())) {
    const std::clock_t work = std::clock();
    const Clock::time_point start = Clock::now();
    merges += need(archive.add(article)).merges.size();
    times.push_back(milliseconds(Clock::now() - start));
    processor.push_back(1000 * static_cast<double>(std::clock() - work) / CLOCKS_PER_SEC);
  }
  std::printf("the first: %.2f ms\n", times.front());
  print_shares("one by one", times);
  print_shares("of it, processor", processor);
  std::printf("%zu articles in %zu stories, %zu merges, %.0f MB\n", need(archive.size()),
              need(archive.stories()).size(), merges, static_cast<double>(std::filesystem::file_size(file)) / 1e6);
  return 0;
}
