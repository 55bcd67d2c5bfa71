// Writes what the score of two articles is learned from: the features of pairs, and whether both are of one story.
//
//   write_pairs MODEL OUT FILE...
//
// MODEL may be "none". Each FILE has rows with "text" or "title" (and "id", "date", "lang", "story", "fold"). OUT is a
// folder; NAME being FILE's without its end, it gets
//
//   NAME.rows.jsonl    a row an article: id, story, fold, date
//   NAME.pairs.u32     rows: numbers of two articles that have a term in common
//   NAME.features.f32  rows: their features, in the order of PairFeature
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "evaluate/rows.h"
#include "nutgraf/analyse.h"
#include "similarity/pair_features.h"
#include "similarity/profile.h"

namespace {

using namespace nutgraf;

// Pairs with less in common are of two stories, whatever else is said of them.
constexpr float kLeastCosine = 0.02F;

std::string string_or_empty(simdjson::dom::element row, std::string_view name) {
  std::string_view value;
  return row[name].get(value) ? std::string() : std::string(value);
}

template <class T>
void write(std::ofstream& out, const T& value) {
  out.write(reinterpret_cast<const char*>(&value), sizeof value);
}

Result<void> write_pairs(const std::string& file, const std::shared_ptr<const Model>& model,
                         const std::filesystem::path& folder) {
  const std::string name = std::filesystem::path(file).stem();
  std::ofstream rows_out(folder / (name + ".rows.jsonl"));
  std::ofstream pairs_out(folder / (name + ".pairs.u32"), std::ios::binary);
  std::ofstream features_out(folder / (name + ".features.f32"), std::ios::binary);
  Analyser analyser({.model = model});
  Profiler profiler(model);
  std::vector<Profile> profiles;
  std::map<std::string, DocumentFrequencies> frequencies;
  const auto report = [](const Error& error) { std::cerr << to_string(error) << '\n'; };
  const Result<void> read = for_each_row(file, report, [&](const RowReader&, simdjson::dom::element row) -> Result<void> {
    bool leak = false;
    if (!row["leak"].get(leak) && leak) return {};
    Article article{.id = string_or_empty(row, "id"),
                    .title = string_or_empty(row, "title"),
                    .text = string_or_empty(row, "text"),
                    .published = string_or_empty(row, "date"),
                    .language = string_or_empty(row, "lang")};
    if (article.text.empty()) article.text = article.title;
    const Document document = analyser.analyse(article);
    profiler.profile(document, profiles.emplace_back());
    frequencies[profiles.back().language].add(profiles.back());
    rows_out << simdjson::minify(row.is_object() ? row : row) << '\n';
    return {};
  });
  if (!read) return read;
  for (Profile& profile : profiles) weigh(frequencies[profile.language], profile);
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    for (std::uint32_t j = i + 1; j < profiles.size(); ++j) {
      const PairFeatures features = find_pair_features(profiles[i], profiles[j]);
      if (features[0] < kLeastCosine) continue;
      write(pairs_out, i);
      write(pairs_out, j);
      write(features_out, features);
    }
  }
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: write_pairs MODEL OUT FILE...\n";
    return 2;
  }
  std::shared_ptr<const Model> model;
  if (std::string_view(argv[1]) != "none") {
    const auto opened = Model::open(argv[1]);
    if (!opened) {
      std::cerr << "write_pairs: " << to_string(opened.error()) << '\n';
      return 2;
    }
    model = *opened;
  }
  for (int i = 3; i < argc; ++i) {
    if (const Result<void> written = write_pairs(argv[i], model, argv[2]); !written) {
      std::cerr << "write_pairs: " << to_string(written.error()) << '\n';
      return 2;
    }
  }
}
