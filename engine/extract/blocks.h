// A page as a row of blocks: the runs of text that a reader sees as paragraphs, headings, list items, cells.
//
//   const BlockTree tree = read_blocks(page.root());
//   for (const Block& block : tree.blocks) std::cout << tree.text_of(block) << '\n';
//
// Blocks refer to the elements that hold them. Elements are in document order, so what is below an element is a range
// of elements and a range of blocks. Linear; neither depth nor size of the page matters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/markup.h"
#include "extract/page.h"

namespace nutgraf {

inline constexpr std::uint32_t kNoElement = UINT32_MAX;

// An element that makes blocks; inline ones are left out.
struct Element {
  Tag tag = Tag::kOther;
  std::uint32_t parent = kNoElement;
  Hints hints = 0;
  std::uint64_t signature = 0;    // of its tag and class, and of its parent's
  std::uint32_t first_block = 0;  // the blocks below it
  std::uint32_t last_block = 0;
};

struct Block {
  std::uint32_t begin = 0;  // bytes of BlockTree::text
  std::uint32_t end = 0;
  std::uint32_t linked = 0;  // bytes inside links
  std::uint32_t element = 0;
  Hints inline_hints = 0;  // of inline elements that hold all of it
};

struct BlockTree {
  std::string text;
  std::vector<Element> elements;
  std::vector<Block> blocks;

  [[nodiscard]] std::string_view text_of(const Block& block) const {
    return std::string_view(text).substr(block.begin, block.end - block.begin);
  }
  [[nodiscard]] const Element& element_of(const Block& block) const { return elements[block.element]; }
};

BlockTree read_blocks(Nodes root);

}  // namespace nutgraf
