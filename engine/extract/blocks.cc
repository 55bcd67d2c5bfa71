#include "extract/blocks.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "text/character.h"

namespace nutgraf {
namespace {

// "3", "[3]", "*": all that a link to a footnote says.
bool is_footnote_mark(Nodes link) {
  constexpr std::size_t kLongestMark = 4;  // bytes
  std::size_t length = 0;
  for (const Node& node : link) {
    length += node.text.size();
    if (length > kLongestMark || node.text.find_first_not_of("0123456789[]()*") != std::string_view::npos) return false;
  }
  return length > 0;
}

class BlockReader {
 public:
  BlockTree read(Nodes root) {
    for (std::size_t i = 0; i < root.size();) {
      leave_up_to(i);
      const Node& node = root[i];
      if (node.is_text()) add_text(node.text);
      const bool footnote = touches_text() && node.name == "a" && is_footnote_mark(root.subspan(i, node.size));
      const bool goes_on = !node.is_text() && !footnote && enter(node, i + node.size);
      i += goes_on ? 1 : node.size;
    }
    leave_up_to(root.size());
    flush();
    return std::move(tree_);
  }

 private:
  struct OpenElement {
    std::size_t end;  // the node behind it
    Tag tag;
    Hints hints;  // of an inline one
  };

  // Whether to go on to what is below the element.
  bool enter(const Node& node, std::size_t end) {
    const Tag tag = tag_of(node.name);
    if (tag == Tag::kSkipped) return false;
    Hints hints = 0;
    if (tag == Tag::kBreak) {
      add_break();
    } else if (is_block(tag)) {
      flush();
      open(node, tag);
    } else {
      links_ += tag == Tag::kLink;
      hints = hints_of(node);
      if (hints != 0) inline_hints_.push_back(hints | current_hints());
    }
    open_.push_back({.end = end, .tag = tag, .hints = hints});
    return true;
  }

  // The elements that end before this node.
  void leave_up_to(std::size_t node) {
    for (; !open_.empty() && open_.back().end <= node; open_.pop_back()) leave(open_.back());
  }

  void leave(const OpenElement& left) {
    if (left.tag == Tag::kBreak) return;
    if (is_block(left.tag)) {
      flush();
      tree_.elements[element_].last_block = static_cast<std::uint32_t>(tree_.blocks.size());
      if (tree_.elements[element_].parent != kNoElement) element_ = tree_.elements[element_].parent;
    } else {
      links_ -= left.tag == Tag::kLink;
      if (left.hints != 0) inline_hints_.pop_back();
    }
  }

  void open(const Node& node, Tag tag) {
    Element element{.tag = tag,
                    .parent = tree_.elements.empty() ? kNoElement : element_,
                    .hints = hints_of(node),
                    .first_block = static_cast<std::uint32_t>(tree_.blocks.size())};
    const std::string_view name = attribute(node, "class");
    const std::uint64_t own = XXH3_64bits_withSeed(name.data(), name.size(), static_cast<XXH64_hash_t>(tag));
    element.signature = own * 31 + (element.parent == kNoElement ? 0 : own_signatures_[element.parent]);
    own_signatures_.push_back(own);
    element_ = static_cast<std::uint32_t>(tree_.elements.size());
    tree_.elements.push_back(element);
  }

  void add_text(std::string_view text) {
    if (tree_.elements.empty()) return;
    const std::size_t before = tree_.text.size();
    // White space folds across the inline elements of a block, not across blocks.
    if (before == block_begin_ || tree_.text.back() == ' ') text.remove_prefix(skip_white_space(text, 0));
    if (text.empty()) return;
    if (before == block_begin_) hints_here_ = current_hints();
    hints_here_ &= current_hints();
    append_text(text, tree_.text);
    if (links_ > 0) linked_ += tree_.text.size() - before;
    breaks_ = 0;
  }

  // Whether there is text right in front.
  [[nodiscard]] bool touches_text() const { return tree_.text.size() > block_begin_ && tree_.text.back() != ' '; }

  [[nodiscard]] Hints current_hints() const { return inline_hints_.empty() ? 0 : inline_hints_.back(); }

  void add_break() {
    if (++breaks_ >= 2) {
      flush();
    } else if (tree_.text.size() > block_begin_ && tree_.text.back() != ' ') {
      tree_.text += ' ';
    }
  }

  void flush() {
    while (tree_.text.size() > block_begin_ && tree_.text.back() == ' ') tree_.text.pop_back();
    if (tree_.text.size() > block_begin_) {
      tree_.blocks.push_back({.begin = static_cast<std::uint32_t>(block_begin_),
                              .end = static_cast<std::uint32_t>(tree_.text.size()),
                              .linked = static_cast<std::uint32_t>(std::min(linked_, tree_.text.size() - block_begin_)),
                              .element = element_,
                              .inline_hints = hints_here_});
      block_begin_ = tree_.text.size();
    }
    linked_ = 0;
    breaks_ = 0;
  }

  BlockTree tree_;
  std::vector<std::uint64_t> own_signatures_;
  std::vector<OpenElement> open_;
  std::vector<Hints> inline_hints_;  // of the open inline elements that have any, with those around them
  std::uint32_t element_ = 0;
  std::size_t block_begin_ = 0;
  std::size_t linked_ = 0;
  std::size_t links_ = 0;   // how many <a> are open
  std::size_t breaks_ = 0;  // <br> in a row
  Hints hints_here_ = 0;
};

}  // namespace

BlockTree read_blocks(Nodes root) { return BlockReader().read(root); }

}  // namespace nutgraf
