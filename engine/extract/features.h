// What can be seen of each block of a page, as numbers: its words, its markup, its place, its neighbours. What
// MainTextModel decides by.
//
//   read_features(tree, measure(tree), "en", "Port of Veld reopens", [&](std::size_t block, std::span<const float> row)
//   {
//     score[block] = model.score(row);  // the numbers in the order of feature_names()
//   });
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/blocks.h"
#include "extract/layout.h"

namespace nutgraf {

// "log_bytes", "next1.link_share", "around.comment" ...
const std::vector<std::string>& feature_names();

using UseFeatures = std::function<void(std::size_t block, std::span<const float> row)>;

// Calls `use` with each block in order. `language` (BCP 47) may be empty or unknown: then it is told from the page's
// prose. `title` is that of the article. Linear in the page.
void read_features(const BlockTree& tree, const Layout& layout, std::string_view language, std::string_view title,
                   const UseFeatures& use);

}  // namespace nutgraf
