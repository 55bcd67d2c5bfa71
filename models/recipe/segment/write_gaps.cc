// Writes the gaps of segmented texts with their features, to train the model of engine/segment/gap_model.h.
//
//   write_gaps English-GUM-dev.jsonl ... > gaps.tsv
//
// Reads JSON Lines with "text", "sentences" and "lang". A line a gap: file, row, whether a sentence ends there, what
// the rules say, and the indices of its features; boundaries that no gap decides come without features.
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "segment/segmentation.h"

namespace {

std::set<std::size_t> gold_ends(std::string_view text, simdjson::dom::array sentences) {
  std::set<std::size_t> ends;
  std::size_t at = 0;
  for (const std::string_view sentence : sentences) {
    const std::size_t found = text.find(sentence, at);
    if (found == std::string_view::npos) continue;
    at = found + sentence.size();
    ends.insert(at);
  }
  if (!ends.empty()) ends.erase(std::prev(ends.end()));
  return ends;
}

void write_row(std::string_view file, std::size_t row, const simdjson::dom::element& element) {
  const std::string_view text = element["text"];
  const std::set<std::size_t> gold = gold_ends(text, element["sentences"]);
  std::set<std::size_t> seen;
  const auto language = nutgraf::Language::find(std::string_view(element["lang"]));
  nutgraf::walk_boundaries(text, *language, {}, [&](const nutgraf::PossibleBoundary& boundary) {
    seen.insert(boundary.end);
    const bool ends = gold.contains(boundary.end);
    fmt::print("{}\t{}\t{:d}\t{:d}\t{:d}", file, row, ends, boundary.rule, language->has_firm_rules());
    if (boundary.learned) {
      for (const std::uint16_t feature : nutgraf::gap_features(text, boundary.gap, *language, boundary.rule))
        fmt::print("\t{}", feature);
    }
    fmt::print("\n");
    return ends;
  });
  for (const std::size_t end : gold)
    if (!seen.contains(end)) fmt::print("{}\t{}\t1\t0\t0\n", file, row);
}

}  // namespace

int main(int argc, char** argv) try {
  for (int i = 1; i < argc; ++i) {
    simdjson::dom::parser parser;
    std::string_view name = argv[i];
    name = name.substr(name.find_last_of('/') + 1);
    std::size_t row = 0;
    for (const simdjson::dom::element element : parser.load_many(argv[i], std::size_t{16} << 20))
      write_row(name, row++, element);
  }
} catch (const std::exception& error) {
  std::fprintf(stderr, "write_gaps: %s\n", error.what());
  return 1;
}
