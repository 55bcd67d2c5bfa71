// Whether articles that are added to an archive one by one, in the order of time, get the stories that they get when
// all are grouped together:
//
//   archive_agreement --model models/en.nut FILE...
//
// Each FILE has rows with "text" or "title", and "id", "date" or "published", "lang", "story" (stories/ of the
// project's data, or what story_collection.py makes of it). Writes the F1 of pairs: of the archive against all
// together, and of both against "story".
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "cluster/agglomeration.h"
#include "cluster/pair_search.h"
#include "evaluate/rows.h"
#include "nutgraf/analyse.h"
#include "nutgraf/archive.h"
#include "similarity/profile.h"

using namespace nutgraf;

namespace {

struct Row {
  Article article;
  std::string story;
  Profile profile;
};

std::vector<Row> read(const std::string& file) {
  std::vector<Row> rows;
  const auto report = [](const Error& error) { std::fprintf(stderr, "%s\n", to_string(error).c_str()); };
  const Result<void> done =
      for_each_row(file, report, [&](const RowReader&, simdjson::dom::element element) -> Result<void> {
        bool leak = false;
        if (!element["leak"].get(leak) && leak) return {};
        Row& row = rows.emplace_back();
        row.article = {.id = string_or_empty(element, "id"),
                       .title = string_or_empty(element, "title"),
                       .text = string_or_empty(element, "text"),
                       .published = string_or_empty(element, element["date"].error() ? "published" : "date"),
                       .language = string_or_empty(element, "lang")};
        if (row.article.text.empty()) row.article.text = row.article.title;
        row.story = string_or_empty(element, "story");
        return {};
      });
  if (!done) report(done.error());
  return rows;
}

// In the order of time; those without a time as they come.
void profile_and_sort(std::vector<Row>& rows, const std::shared_ptr<const Model>& model) {
  Analyser analyser;
  Profiler profiler(model);
  for (Row& row : rows) profiler.profile(analyser.analyse(row.article), row.profile);
  std::ranges::stable_sort(rows, {}, [](const Row& row) { return row.profile.published; });
}

std::vector<std::string> group_together(const std::vector<Row>& rows) {
  std::vector<Profile> profiles;
  std::map<std::string, DocumentFrequencies> frequencies;
  for (const Row& row : rows) {
    profiles.push_back(row.profile);
    frequencies[row.profile.language].add(row.profile);
  }
  for (Profile& profile : profiles) weigh(frequencies[profile.language], profile);
  std::vector<std::string> stories;
  for (const std::uint32_t first : agglomerate(rows.size(), find_pairs(profiles, {}), {}))
    stories.push_back(std::to_string(first));
  return stories;
}

std::vector<std::string> group_one_by_one(const std::vector<Row>& rows, const std::shared_ptr<const Model>& model) {
  const std::string file = (std::filesystem::temp_directory_path() / "nutgraf-agreement.archive").string();
  std::vector<std::string> stories;
  if (Result<Archive> archive = Archive::open(file, {.analyse = {.model = model}})) {
    for (const Row& row : rows) static_cast<void>(archive->add(row.article));
    for (const Row& row : rows) stories.push_back(std::to_string(archive->story_of(row.article.id).value_or(0)));
  }
  std::filesystem::remove(file);
  return stories;
}

double pair_f1(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::size_t both = 0;
  std::size_t in_a = 0;
  std::size_t in_b = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = i + 1; j < a.size(); ++j) {
      const bool first = a[i] == a[j];
      const bool second = b[i] == b[j];
      in_a += first ? 1 : 0;
      in_b += second ? 1 : 0;
      both += first && second ? 1 : 0;
    }
  }
  return in_a + in_b == 0 ? 1 : 2 * static_cast<double>(both) / static_cast<double>(in_a + in_b);
}

}  // namespace

int main(int argc, char** argv) {  // NOLINT(bugprone-exception-escape): there is nobody to tell
  std::string model_file;
  std::uint32_t shuffle = 0;
  std::vector<std::string> files;
  CLI::App app("Compares stories of an archive with those of all articles together.");
  app.add_option("--model", model_file, "The model; by default none");
  app.add_option("--shuffle", shuffle, "Bring articles without a date in another order, by this seed");
  app.add_option("files", files, "JSON Lines")->required();
  CLI11_PARSE(app, argc, argv);
  std::shared_ptr<const Model> model;
  if (!model_file.empty()) {
    const auto opened = Model::open(model_file);
    if (!opened) {
      std::fprintf(stderr, "archive_agreement: %s\n", to_string(opened.error()).c_str());
      return 2;
    }
    model = *opened;
  }
  for (const std::string& file : files) {
    std::vector<Row> rows = read(file);
    std::mt19937 random(shuffle);
    for (std::size_t i = rows.size(); shuffle > 0 && i > 1; --i) std::swap(rows[i - 1], rows[random() % i]);
    profile_and_sort(rows, model);
    std::vector<std::string> gold;
    gold.reserve(rows.size());
    for (const Row& row : rows) gold.push_back(row.story.empty() ? row.article.id : row.story);
    const std::vector<std::string> together = group_together(rows);
    const std::vector<std::string> one_by_one = group_one_by_one(rows, model);
    std::printf("%s: %zu articles; archive against all together %.3f; against gold: archive %.3f, all together %.3f\n",
                file.c_str(), rows.size(), pair_f1(one_by_one, together), pair_f1(one_by_one, gold),
                pair_f1(together, gold));
  }
  return 0;
}
