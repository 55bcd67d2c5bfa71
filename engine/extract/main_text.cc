#include "extract/main_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "extract/features.h"
#include "extract/layout.h"
#include "text/character.h"

namespace nutgraf {

// Made from main_text_weights.txt.
extern const std::string_view kMainTextWeights;

namespace {

constexpr float kFurniturePenalty = 1000;  // more than any score

class MainTextModel {
 public:
  // Throws std::logic_error unless `weights` has each of feature_names() and nothing else.
  explicit MainTextModel(std::string_view weights) {
    std::unordered_map<std::string_view, float> by_name;
    while (!weights.empty()) {
      const std::size_t end = std::min(weights.find('\n'), weights.size());
      const std::string_view line = weights.substr(0, end);
      weights.remove_prefix(std::min(end + 1, weights.size()));
      const std::size_t space = line.find(' ');
      if (line.starts_with('#') || space == std::string_view::npos) continue;
      std::from_chars(line.data() + space + 1, line.data() + line.size(), by_name[line.substr(0, space)]);
    }
    const auto take = [&](std::string_view name) {
      const auto node = by_name.extract(name);
      if (node.empty()) throw std::logic_error("main_text_weights.txt has no weight for " + std::string(name));
      return node.mapped();
    };
    bias_ = take("bias");
    for (const std::string& name : feature_names()) weights_.push_back(take(name));
    if (!by_name.empty()) {
      throw std::logic_error("main_text_weights.txt names no feature: " + std::string(by_name.begin()->first));
    }
  }

  // Above 0: main text.
  [[nodiscard]] float score(std::span<const float> features) const {
    float sum = bias_;
    for (std::size_t i = 0; i < features.size(); ++i) sum += weights_[i] * features[i];
    return sum;
  }

 private:
  float bias_ = 0;
  std::vector<float> weights_;
};

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (is_letter(c) || is_digit(c)) return true;
  }
  return false;
}

// What is plainly no part of the report: links, and what the page itself says so of. The model learns most of this, but
// a small page has little else that it knows from its training.
bool is_furniture(const BlockTree& tree, const Layout& layout, const Block& block) {
  constexpr Tag kTags[] = {Tag::kNavigation, Tag::kFooter, Tag::kAside, Tag::kForm, Tag::kCaption};
  constexpr Hints kAround = bit(Hint::kComment) | bit(Hint::kCookie);
  constexpr Hints kOn = bit(Hint::kShare) | bit(Hint::kNewsletter) | bit(Hint::kAdvertisement);
  constexpr double kMostLinked = 0.8;  // of its bytes
  if (block.linked > kMostLinked * (block.end - block.begin)) return true;
  const std::uint32_t tags = layout.tags[block.element];
  const auto inside = [&](Tag tag) { return (tags >> static_cast<unsigned>(tag) & 1) != 0; };
  if (std::ranges::any_of(kTags, inside) || (layout.hints[block.element] & kAround) != 0) return true;
  return (layout.hints_on(tree, block) & kOn) != 0 && !inside(Tag::kQuote);  // a quoted post has the network's class
}

// 1 for <h1>; 0 for what is no heading.
int heading_level(Tag tag) {
  return is_heading(tag) ? 1 + static_cast<int>(tag) - static_cast<int>(Tag::kHeading1) : 0;
}

// Takes out headings with nothing left below them: "Read more" over what was left out.
void drop_bare_headings(const BlockTree& tree, std::vector<std::uint32_t>& blocks, std::uint32_t title) {
  int below = 1;  // the level of what follows; deeper is 0, text
  std::vector<std::uint32_t> kept;
  for (std::size_t i = blocks.size(); i-- > 0;) {
    const int level = heading_level(tree.element_of(tree.blocks[blocks[i]]).tag);
    const bool bare = level > 0 && below > 0 && below <= level && blocks[i] != title;
    if (bare) continue;
    kept.push_back(blocks[i]);
    below = level;
  }
  std::ranges::reverse(kept);
  if (!kept.empty()) blocks = std::move(kept);
}

// The heading that is the article's title, or none.
std::uint32_t find_title(const BlockTree& tree, std::string_view title) {
  const auto found = std::ranges::find_if(tree.blocks, [&](const Block& block) {
    return is_heading(tree.element_of(block).tag) && tree.text_of(block) == title;
  });
  return static_cast<std::uint32_t>(found - tree.blocks.begin());
}

}  // namespace

std::vector<std::uint32_t> select_main_text(const BlockTree& tree, std::string_view language, std::string_view title) {
  if (tree.blocks.empty()) return {};
  static const MainTextModel kModel(kMainTextWeights);
  constexpr float kNever = -INFINITY;
  const Layout layout = measure(tree);
  const std::uint32_t title_block = find_title(tree, title);
  std::vector<float> scores(tree.blocks.size(), kNever);
  read_features(tree, layout, language, title, [&](std::size_t i, std::span<const float> row) {
    const Block& block = tree.blocks[i];
    if (!has_word(tree.text_of(block))) return;
    scores[i] = kModel.score(row) - (is_furniture(tree, layout, block) ? kFurniturePenalty : 0);
  });
  // A page without a report still has something to say: what comes nearest.
  const float best = std::ranges::max(scores);
  std::vector<std::uint32_t> chosen;
  for (std::uint32_t i = 0; i < scores.size(); ++i) {
    if (i == title_block || (scores[i] > kNever && scores[i] >= std::min(best, 0.0F))) chosen.push_back(i);
  }
  drop_bare_headings(tree, chosen, title_block);
  return chosen;
}

std::string join(const BlockTree& tree, std::span<const std::uint32_t> blocks) {
  std::string text;
  for (const std::uint32_t block : blocks) {
    if (!text.empty()) text += "\n\n";
    text += tree.text_of(tree.blocks[block]);
  }
  return text;
}

}  // namespace nutgraf
