#include "inputs.h"

#include <fmt/format.h>

#include <fstream>
#include <utility>

#include "article_writer.h"
#include "json_lines.h"
#include "nutgraf/read.h"

namespace nutgraf::bench {
namespace {

constexpr std::size_t kNewsArticles = 2000;
constexpr std::size_t kNewsWords = 776;     // of an average article of CNN's
constexpr std::size_t kArticleWords = 600;  // of the article in article_file
constexpr std::size_t kCorpusWords = 80000;

Corpus write_corpus(std::string name, const std::string& language, Script script, std::size_t articles,
                    std::size_t words) {
  Corpus corpus{.name = std::move(name), .articles = {}};
  ArticleWriter writer(script, /*seed=*/1);
  for (std::size_t i = 0; i < articles; ++i) {
    corpus.articles.push_back(writer.write(words));
    corpus.articles.back().language = language;
  }
  return corpus;
}

std::filesystem::path write_file(const std::filesystem::path& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
  return path;
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
      .news_file = {},
      .article_file = write_file(folder / "article.txt", ArticleWriter(Script::kLatin, 2).write(kArticleWords).text),
      .model_file = {},
  };
  for (const std::size_t words : {150, 400, 800, 1600, 6400}) {
    inputs.lengths.push_back(
        write_corpus(fmt::format("{} words", words), "", Script::kLatin, kCorpusWords / words, words));
  }
  std::string lines;
  for (const Article& article : inputs.news.articles) append_json_line(article, lines);
  inputs.news_file = write_file(folder / "news.jsonl", lines);
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
      .news_file = file,
      .article_file = write_file(folder / "article.txt", corpus.articles.front().text),
      .model_file = {},
  };
}

}  // namespace nutgraf::bench
