#include "extract/layout.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t kLongBlock = 100;  // bytes

std::uint32_t prose_of(const BlockTree& tree, const Block& block) {
  const std::uint32_t size = block.end - block.begin;
  const bool is_prose = size >= kLongBlock && block.linked * 2 < size && !is_heading(tree.element_of(block).tag);
  return is_prose ? size - block.linked : 0;
}

void measure_elements(const BlockTree& tree, Layout& layout) {
  std::vector<Mass> before(tree.blocks.size() + 1);  // each block
  for (std::size_t i = 0; i < tree.blocks.size(); ++i) {
    const Block& block = tree.blocks[i];
    before[i + 1] = {.bytes = before[i].bytes + block.end - block.begin,
                     .linked = before[i].linked + block.linked,
                     .prose = before[i].prose + layout.prose[i],
                     .blocks = before[i].blocks + 1};
  }
  layout.page = before.back();
  for (const Element& element : tree.elements) {
    const Mass& first = before[element.first_block];
    const Mass& last = before[element.last_block];
    layout.mass.push_back({.bytes = last.bytes - first.bytes,
                           .linked = last.linked - first.linked,
                           .prose = last.prose - first.prose,
                           .blocks = last.blocks - first.blocks});
  }
}

void inherit(const BlockTree& tree, Layout& layout) {
  constexpr Hints kContent = bit(Hint::kArticleBody) | bit(Hint::kContent) | bit(Hint::kMain);
  for (std::size_t i = 0; i < tree.elements.size(); ++i) {
    const Element& element = tree.elements[i];
    const bool top = element.parent == kNoElement;
    const bool telling = element.tag != Tag::kBody && !layout.holds_most(static_cast<std::uint32_t>(i));
    const bool content = element.tag == Tag::kArticle || element.tag == Tag::kMain;
    const Hints hints = telling ? element.hints : element.hints & kContent;
    const std::uint32_t tag = telling || content ? 1U << static_cast<unsigned>(element.tag) : 0;
    layout.depth.push_back(top ? 0 : layout.depth[element.parent] + 1);
    layout.hints.push_back((top ? 0 : layout.hints[element.parent]) | hints);
    layout.tags.push_back((top ? 0 : layout.tags[element.parent]) | tag);
  }
}

// A paragraph's prose counts whole for the element that it stands in, half for the one around that, and so on.
std::uint32_t best_element(const BlockTree& tree, const Layout& layout) {
  constexpr int kLevels = 4;
  std::vector<double> scores(tree.elements.size());
  std::uint32_t best = 0;
  for (std::size_t i = 0; i < tree.blocks.size(); ++i) {
    if (layout.prose[i] == 0) continue;
    std::uint32_t at = tree.blocks[i].element;
    double score = layout.prose[i];
    if (const Tag tag = tree.elements[at].tag; tag == Tag::kParagraph || tag == Tag::kListItem || tag == Tag::kQuote) {
      at = tree.elements[at].parent;
    } else {
      score /= 2;
    }
    for (int level = 0; level < kLevels && at != kNoElement; ++level, score /= 2) {
      scores[at] += score;
      if (scores[at] > scores[best]) best = at;
      at = tree.elements[at].parent;
    }
  }
  return best;
}

void find_meetings(const BlockTree& tree, Layout& layout) {
  std::vector<bool> around_best(tree.elements.size());
  for (std::uint32_t at = layout.best; at != kNoElement; at = tree.elements[at].parent) around_best[at] = true;
  for (std::uint32_t i = 0; i < tree.elements.size(); ++i) {
    layout.meets_best.push_back(around_best[i] ? i : layout.meets_best[tree.elements[i].parent]);
  }
}

}  // namespace

Hints Layout::hints_on(const BlockTree& tree, const Block& block) const {
  const Element& element = tree.element_of(block);
  const bool has_parent = element.parent != kNoElement && !holds_most(element.parent);
  return block.inline_hints | element.hints | (has_parent ? tree.elements[element.parent].hints : 0);
}

Layout measure(const BlockTree& tree) {
  Layout layout;
  if (tree.blocks.empty()) return layout;
  for (const Block& block : tree.blocks) layout.prose.push_back(prose_of(tree, block));
  measure_elements(tree, layout);
  inherit(tree, layout);
  layout.best = best_element(tree, layout);
  find_meetings(tree, layout);
  const Element& best = tree.elements[layout.best];
  layout.first_prose = best.last_block;
  layout.last_prose = best.last_block;
  for (std::uint32_t i = best.first_block; i < best.last_block; ++i) {
    if (layout.prose[i] == 0) continue;
    if (layout.first_prose == best.last_block) layout.first_prose = i;
    layout.last_prose = i;
  }
  return layout;
}

}  // namespace nutgraf
