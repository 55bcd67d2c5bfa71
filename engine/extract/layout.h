// How the text of a page is spread over its elements, and where the report most likely is.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/blocks.h"

namespace nutgraf {

// What the blocks below an element come to.
struct Mass {
  std::uint32_t bytes = 0;
  std::uint32_t linked = 0;  // bytes inside links
  std::uint32_t prose = 0;   // bytes of prose
  std::uint32_t blocks = 0;
};

// Prose is the text outside links of blocks that read like a paragraph of a report: long, not a heading, mostly outside
// links.
struct Layout {
  std::vector<std::uint32_t> prose;  // of each block

  // Of each element:
  std::vector<Mass> mass;
  std::vector<std::uint32_t> depth;
  std::vector<Hints> hints;         // its own and those of the elements around it ...
  std::vector<std::uint32_t> tags;  // a bit for each Tag among them ...
                                    // ... but for what elements that hold most of the prose say: a page's class
                                    // "has-sidebar" does not make it a sidebar

  std::vector<std::uint32_t> meets_best;  // the innermost element around both it and `best`

  // The hints on a block itself: of its inline elements, its element and the one around that.
  [[nodiscard]] Hints hints_on(const BlockTree& tree, const Block& block) const;

  // Whether an element holds at least half of the page's prose; of its text, if it has no prose.
  [[nodiscard]] bool holds_most(std::uint32_t element) const {
    return page.prose > 0 ? mass[element].prose * 2ULL >= page.prose : mass[element].bytes * 2ULL >= page.bytes;
  }

  Mass page;
  std::uint32_t best = 0;         // the element whose own paragraphs hold the most prose
  std::uint32_t first_prose = 0;  // the first and the last block of prose in it
  std::uint32_t last_prose = 0;
};

// Of a tree without a block: nothing.
Layout measure(const BlockTree& tree);

}  // namespace nutgraf
