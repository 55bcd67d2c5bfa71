#include "inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <span>
#include <utility>

#include "documents.h"
#include "measure/article_writer.h"
#include "nutgraf/read.h"
#include "nutgraf/render.h"
#include "page_writer.h"

namespace nutgraf::bench {
namespace {

constexpr std::size_t kNewsArticles = 2000;
constexpr std::size_t kNewsWords = 776;     // of an average article of CNN's
constexpr std::size_t kArticleWords = 600;  // of the article in article_file
constexpr std::size_t kCorpusWords = 80000;
constexpr std::size_t kPages = 200;
constexpr std::size_t kEvents = 250;
constexpr std::size_t kReports = 4;
constexpr std::size_t kReportWords = 500;

std::filesystem::path write_file(const std::filesystem::path& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
  return path;
}

// In Latin script, in the words of the model.
Corpus write_corpus(std::string name, const std::string& language, Script script, std::size_t articles,
                    std::size_t words) {
  Corpus corpus{.name = std::move(name), .articles = {}};
  ArticleWriter writer(script, /*seed=*/1, shipped_model().get());
  for (std::size_t i = 0; i < articles; ++i) {
    corpus.articles.push_back(writer.write(words));
    corpus.articles.back().language = language;
  }
  return corpus;
}

Corpus write_reports(std::string name, std::size_t events, std::size_t reports, std::size_t words) {
  Corpus corpus{.name = std::move(name), .articles = {}};
  ArticleWriter writer(Script::kLatin, /*seed=*/3, shipped_model().get());
  for (std::size_t i = 0; i < events; ++i)
    for (Article& report : writer.write_reports(reports, words)) corpus.articles.push_back(std::move(report));
  return corpus;
}

std::vector<std::string> write_pages(std::span<const Article> articles, const std::filesystem::path& folder) {
  std::filesystem::create_directory(folder);
  PageWriter writer(/*seed=*/1);
  std::vector<std::string> pages;
  for (const Article& article : articles) {
    pages.push_back(writer.write(article));
    write_file(folder / (article.id + ".html"), pages.back());
  }
  return pages;
}

}  // namespace

std::size_t Corpus::text_bytes() const {
  std::size_t bytes = 0;
  for (const Article& article : articles) bytes += article.text.size();
  return bytes;
}

Inputs written_inputs(const std::filesystem::path& folder) {
  constexpr std::size_t kArticles = kCorpusWords / kNewsWords;
  Inputs inputs{
      .scripts = {write_corpus("Latin", "en", Script::kLatin, kArticles, kNewsWords),
                  write_corpus("Cyrillic", "ru", Script::kCyrillic, kArticles, kNewsWords),
                  write_corpus("Chinese", "zh", Script::kHan, kArticles, kNewsWords),
                  write_corpus("mixed scripts", "en", Script::kMixed, kArticles, kNewsWords),
                  write_corpus("language not told", "", Script::kLatin, kArticles, kNewsWords)},
      .lengths = {},
      .news = write_corpus(fmt::format("{} of {} words", kNewsArticles, kNewsWords), "", Script::kLatin, kNewsArticles,
                           kNewsWords),
      .event = write_reports("10 reports of 600 words", 1, 10, kArticleWords),
      .stories = write_reports("1,000 of 250 events", kEvents, kReports, kReportWords),
      .pages = {},
      .folder = folder,
      .news_file = {},
      .article_file = write_file(folder / "article.txt",
                                 ArticleWriter(Script::kLatin, 2, shipped_model().get()).write(kArticleWords).text),
      .page_folder = folder / "pages",
  };
  for (const std::size_t words : {150, 400, 800, 1600, 6400}) {
    inputs.lengths.push_back(
        write_corpus(fmt::format("{} words", words), "", Script::kLatin, kCorpusWords / words, words));
  }
  std::string lines;
  for (const Article& article : inputs.news.articles) render_json(article, lines);
  inputs.news_file = write_file(folder / "news.jsonl", lines);
  inputs.pages = write_pages(std::span<const Article>(inputs.news.articles).first(kPages), inputs.page_folder);
  return inputs;
}

Result<Inputs> inputs_from(const std::filesystem::path& file, const std::filesystem::path& folder) {
  Corpus corpus{.name = file.filename().string(), .articles = {}};
  ArticleReader reader({file.string()});
  Article article;
  for (;;) {
    const Result<bool> more = reader.next(article);
    if (!more) return std::unexpected(more.error());
    if (!*more) break;
    corpus.articles.push_back(article);
  }
  if (corpus.articles.empty())
    return std::unexpected(Error{.code = ErrorCode::kEmpty, .message = "no article in it", .file = file.string()});
  return Inputs{
      .scripts = {corpus},
      .lengths = {corpus},
      .news = corpus,
      .event = {.name = "the first 10",
                .articles = {corpus.articles.begin(),
                             corpus.articles.begin() + std::min<std::ptrdiff_t>(10, std::ssize(corpus.articles))}},
      .stories = corpus,
      .pages = {},
      .folder = folder,
      .news_file = file,
      .article_file = write_file(folder / "article.txt", corpus.articles.front().text),
      .page_folder = {},
  };
}

}  // namespace nutgraf::bench
