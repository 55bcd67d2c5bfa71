// Writes what the main text model is trained on: a line for each block that holds one of the gold strings of a page.
//
//   block_features pages.jsonl > features.tsv
//
// Rows of the input: "html", "with" and "without", as for `nutgraf eval extract`. Columns of the output, the first line
// names them: the row (from 0), the string's number in it, 1 if it is of "with", in how many blocks the string is, the
// block, and then the features.
#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "evaluate/rows.h"
#include "extract/blocks.h"
#include "extract/features.h"
#include "extract/metadata.h"
#include "extract/page.h"
#include "read/decode.h"

namespace {

using namespace nutgraf;

void print_rows(std::size_t page, std::size_t string, bool with, std::string_view text, const BlockTree& tree,
                const std::vector<std::vector<float>>& features) {
  const std::string wanted = folded(text);
  std::vector<std::size_t> blocks;
  for (std::size_t i = 0; i < tree.blocks.size(); ++i) {
    if (tree.text_of(tree.blocks[i]).find(wanted) != std::string_view::npos) blocks.push_back(i);
  }
  for (const std::size_t block : blocks) {
    fmt::print("{}\t{}\t{:d}\t{}\t{}\t{:.6g}\n", page, string, with, blocks.size(), block,
               fmt::join(features[block], "\t"));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: block_features PAGES.jsonl > FEATURES.tsv\n");
    return 2;
  }
  fmt::print("page\tstring\twith\tblocks\tblock\t{}\n", fmt::join(feature_names(), "\t"));
  std::size_t page = 0;
  const auto report = [](const Error& error) { fmt::print(stderr, "{}\n", to_string(error)); };
  const Result<void> done =
      for_each_row(argv[1], report, [&](const RowReader& rows, simdjson::dom::element row) -> Result<void> {
        std::string_view html;
        std::vector<std::string_view> with;
        std::vector<std::string_view> without;
        if (row["html"].get(html) || !get_strings(row, "with", with) || !get_strings(row, "without", without)) {
          return std::unexpected(rows.bad_row("needs \"html\", \"with\" and \"without\""));
        }
        std::string text(html);
        replace_nuls(text);
        const Page parsed(text);
        if (!parsed.root().empty()) {
          const Metadata metadata = read_metadata(parsed.root());
          const BlockTree tree = read_blocks(parsed.root());
          std::vector<std::vector<float>> features;
          read_features(tree, measure(tree), metadata.language, metadata.title,
                        [&](std::size_t, std::span<const float> numbers) {
                          features.emplace_back(numbers.begin(), numbers.end());
                        });
          std::size_t string = 0;
          for (const std::string_view wanted : with) print_rows(page, string++, true, wanted, tree, features);
          for (const std::string_view unwanted : without) print_rows(page, string++, false, unwanted, tree, features);
        }
        ++page;
        return {};
      });
  if (!done) report(done.error());
  return done ? 0 : 2;
}
