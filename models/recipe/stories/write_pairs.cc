// Writes what the score of two articles is learned from: what pairs have in common, and whether they are of one story.
//
//   write_pairs MODEL OUT FILE...
//
// MODEL may be "none". Each FILE has rows with "text" or "title", and "story". OUT is a folder; NAME being FILE's
// without its end, it gets
//
//   NAME.stories.u32   the number of the story of each article
//   NAME.pairs.f32     rows: numbers of two articles, cosine of their terms, cosine of their leads'
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "cluster/story_search.h"
#include "evaluate/rows.h"
#include "nutgraf/analyse.h"
#include "similarity/pair_score.h"
#include "similarity/profile.h"

namespace {

using namespace nutgraf;

// Pairs with less in common are of two stories, whatever else is said of them.
constexpr float kLeastCosine = 0.01F;

template <class T>
void write(std::ofstream& out, const T& value) {
  out.write(reinterpret_cast<const char*>(&value), sizeof value);
}

Result<void> write_pairs(const std::string& file, const std::shared_ptr<const Model>& model,
                         const std::filesystem::path& folder) {
  const std::string name = std::filesystem::path(file).stem();
  Analyser analyser;
  Profiler profiler(model);
  std::vector<Profile> profiles;
  std::vector<std::uint32_t> story_of;
  std::map<std::string, std::uint32_t> stories;
  const auto report = [](const Error& error) { std::cerr << to_string(error) << '\n'; };
  const auto add = [&](const RowReader&, simdjson::dom::element row) -> Result<void> {
    bool leak = false;
    if (!row["leak"].get(leak) && leak) return {};
    Article article{.title = string_or_empty(row, "title"),
                    .text = string_or_empty(row, "text"),
                    .language = string_or_empty(row, "lang")};
    if (article.text.empty()) article.text = article.title;
    profiler.profile(analyser.analyse(article), profiles.emplace_back());
    const auto number = static_cast<std::uint32_t>(stories.size());
    story_of.push_back(stories.emplace(string_or_empty(row, "story"), number).first->second);
    return {};
  };
  if (const Result<void> read = for_each_row(file, report, add); !read) return read;
  weigh_all(profiles, 1);
  std::ofstream stories_out(folder / (name + ".stories.u32"), std::ios::binary);
  for (const std::uint32_t story : story_of) write(stories_out, story);
  std::ofstream pairs_out(folder / (name + ".pairs.f32"), std::ios::binary);
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    for (std::size_t j = i + 1; j < profiles.size(); ++j) {
      const PairScore score = compare_profiles(profiles[i], profiles[j]);
      if (score.terms < kLeastCosine) continue;
      write(pairs_out, static_cast<float>(i));
      write(pairs_out, static_cast<float>(j));
      write(pairs_out, score.terms);
      write(pairs_out, score.lead);
    }
  }
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: write_pairs MODEL|none OUT FILE...\n";
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
