// Which blocks of a page are its main text.
//
//   const BlockTree tree = read_blocks(page.root());
//   std::string text = join(tree, select_main_text(tree, metadata.language, metadata.title));
//
// Each block is judged by a logistic regression over its features (features.h); the weights are in
// main_text_weights.txt, and models/recipe/extract makes them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/blocks.h"

namespace nutgraf {

// Indices of blocks, in order. Empty only if no block has a word.
std::vector<std::uint32_t> select_main_text(const BlockTree& tree, std::string_view language, std::string_view title);

// The blocks' text, parted by blank lines.
std::string join(const BlockTree& tree, std::span<const std::uint32_t> blocks);

}  // namespace nutgraf
