#include <fmt/format.h>

#include <string>
#include <unordered_map>
#include <vector>

#include "evaluate/partition.h"
#include "evaluate/rows.h"
#include "nutgraf/article.h"
#include "nutgraf/cluster.h"
#include "nutgraf/evaluate.h"

namespace nutgraf {
namespace {

struct Collection {
  std::vector<Article> articles;
  Partition gold;
  std::unordered_map<std::string, std::uint32_t> stories;

  std::uint32_t number_of(std::string_view story) {
    return stories.emplace(story, static_cast<std::uint32_t>(stories.size())).first->second;
  }
};

Result<void> add_row(const RowReader& rows, simdjson::dom::element row, Collection& collection) {
  bool leak = false;
  if (!row["leak"].get(leak) && leak) return {};
  const std::string story = string_or_empty(row, "story");
  Article article{.id = string_or_empty(row, "id"),
                  .title = string_or_empty(row, "title"),
                  .text = string_or_empty(row, "text"),
                  .outlet = string_or_empty(row, "outlet"),
                  .published = string_or_empty(row, "date"),
                  .language = string_or_empty(row, "lang")};
  if (article.text.empty()) article.text = article.title;
  if (story.empty() || article.text.empty())
    return std::unexpected(rows.bad_row("needs strings \"story\" and \"text\" or \"title\""));
  if (article.id.empty()) article.id = fmt::format("{}", collection.articles.size());
  collection.gold.push_back(collection.number_of(story));
  collection.articles.push_back(std::move(article));
  return {};
}

}  // namespace

Result<std::vector<AmbiguousStories>> read_ambiguous_stories(const std::string& file) {
  simdjson::dom::parser parser;
  simdjson::dom::object collections;
  if (const simdjson::error_code error = parser.load(file).get(collections))
    return std::unexpected(
        Error{.code = ErrorCode::kMalformed,
              .message = fmt::format("is no JSON object of pairs of stories: {}", simdjson::error_message(error)),
              .file = file});
  std::vector<AmbiguousStories> stories;
  for (const auto& [name, pairs] : collections) {
    simdjson::dom::array array;
    if (pairs.get(array)) continue;
    for (const simdjson::dom::element pair : array) {
      std::string_view first;
      std::string_view second;
      if (pair.at(0).get(first) || pair.at(1).get(second))
        return std::unexpected(Error{.code = ErrorCode::kMalformed,
                                     .message = fmt::format("\"{}\" has to be an array of arrays that begin with the "
                                                            "names of two stories",
                                                            name),
                                     .file = file});
      stories.emplace_back(first, second);
    }
  }
  return stories;
}

Result<Score> evaluate_clusters(const std::string& file, const ClusterEvaluationOptions& options,
                                const ReportRow& report) {
  Collection collection;
  const Result<void> read = for_each_row(
      file, report, [&](const RowReader& rows, simdjson::dom::element row) { return add_row(rows, row, collection); });
  if (!read) return std::unexpected(read.error());
  ClusterOptions cluster = options.cluster;
  cluster.describe = false;
  const std::vector<Story> stories =
      find_stories(collection.articles, {.language = options.language, .model = options.model}, cluster);
  Partition found(collection.articles.size());
  std::size_t together = 0;
  for (std::uint32_t s = 0; s < stories.size(); ++s) {
    for (const StoryArticle& article : stories[s].articles) found[article.article] = s;
    together += stories[s].articles.size() > 1 ? 1 : 0;
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ambiguous;
  for (const auto& [first, second] : options.ambiguous) {
    const auto a = collection.stories.find(first);
    const auto b = collection.stories.find(second);
    if (a != collection.stories.end() && b != collection.stories.end()) ambiguous.emplace_back(a->second, b->second);
  }
  const Agreement agreed = agreement(found, collection.gold, ambiguous);
  return Score{.task = "clusters",
               .file = file,
               .metrics = {{.name = "precision", .value = agreed.pairs.precision, .of = "pairs"},
                           {.name = "recall", .value = agreed.pairs.recall, .of = "pairs"},
                           {.name = "f1", .value = agreed.pairs.f1, .of = "pairs"},
                           {.name = "precision", .value = agreed.b_cubed.precision, .of = "b3"},
                           {.name = "recall", .value = agreed.b_cubed.recall, .of = "b3"},
                           {.name = "f1", .value = agreed.b_cubed.f1, .of = "b3"},
                           {"ari", agreed.adjusted_rand},
                           {"ami", agreed.adjusted_mutual_information},
                           {"articles", static_cast<double>(found.size()), true},
                           {"gold_stories", static_cast<double>(collection.stories.size()), true},
                           {"stories", static_cast<double>(stories.size()), true},
                           {"stories_of_several", static_cast<double>(together), true}}};
}

}  // namespace nutgraf
