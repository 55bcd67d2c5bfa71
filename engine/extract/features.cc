#include "extract/features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <utility>

#include "extract/block_words.h"
#include "extract/layout.h"
#include "text/character.h"
#include "text/language.h"
#include "text/language_id.h"

namespace nutgraf {
namespace {

constexpr std::size_t kSampleBytes = 2048;    // to tell the language by
constexpr std::uint32_t kFarthestProse = 50;  // blocks
constexpr std::size_t kHeadingReach = 30;     // blocks
constexpr std::uint32_t kMostLevels = 8;
constexpr std::uint32_t kLongestEnd = 6;  // words

float log_of(std::size_t count) {
  // Most counts are small.
  static const std::vector<float> kLogs = [] {
    std::vector<float> made(2048);
    for (std::size_t i = 0; i < made.size(); ++i) made[i] = std::log1p(static_cast<float>(i));
    return made;
  }();
  return count < kLogs.size() ? kLogs[count] : std::log1p(static_cast<float>(count));
}

float share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0F : static_cast<float>(part) / static_cast<float>(whole);
}

bool ends_with_stop(std::string_view text) {
  for (std::size_t end = text.size(); end > 0;) {
    const char32_t c = utf8::previous(text, end);
    if (u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM) != 0 || c == 0x2026) return true;
    if (is_letter(c) || is_digit(c) || c == ',' || c == ':' || c == ';' || c == '-') return false;
  }
  return false;
}

enum ByteKind : std::uint8_t {
  kComma = 1,
  kDigit = 2,
  kCode = 4,
  kStop = 8,
  kSeparator = 16,
  kDollar = 32,
  kLetterU = 64,  // rare, but in " EUR"
  kNonAscii = 128,
};

constexpr auto kByteKinds = [] {
  std::array<std::uint8_t, 256> kinds{};
  const auto set = [&](std::string_view bytes, ByteKind kind) {
    for (const char c : bytes) kinds[static_cast<unsigned char>(c)] |= kind;
  };
  set(",", kComma);
  set("0123456789", kDigit);
  set("{}[]=;_<>\\", kCode);
  set(".!?", kStop);
  set("|>", kSeparator);
  set("$", kDollar);
  set("U", kLetterU);
  for (std::size_t c = 0x80; c < kinds.size(); ++c) kinds[c] = kNonAscii;
  return kinds;
}();

struct ByteCounts {
  std::size_t commas = 0;
  std::size_t digits = 0;
  std::size_t codes = 0;
  std::size_t stops = 0;  // sentences that end inside the text
  unsigned kinds = 0;     // that the text has

  [[nodiscard]] bool has(ByteKind kind) const { return (kinds & kind) != 0; }
};

ByteCounts count_bytes(std::string_view text) {
  ByteCounts counts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned kinds = kByteKinds[static_cast<unsigned char>(text[i])];
    counts.kinds |= kinds;
    counts.commas += kinds & kComma ? 1 : 0;
    counts.digits += kinds & kDigit ? 1 : 0;
    counts.codes += kinds & kCode ? 1 : 0;
    counts.stops += (kinds & kStop) != 0 && i + 2 < text.size() && text[i + 1] == ' ' ? 1 : 0;
  }
  if (!counts.has(kNonAscii)) return counts;
  constexpr std::string_view kFullStop = "\u3002";
  for (std::size_t at = text.find(kFullStop); at != std::string_view::npos; at = text.find(kFullStop, at + 1))
    ++counts.stops;
  return counts;
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::ranges::any_of(parts, [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

constexpr std::pair<std::string_view, PhraseKind> kPhrases[] = {
    {"byline", PhraseKind::kByline},       {"credit", PhraseKind::kCredit}, {"dependent", PhraseKind::kDependent},
    {"reference", PhraseKind::kReference}, {"form", PhraseKind::kForm},     {"end", PhraseKind::kEnd},
};

constexpr std::pair<std::string_view, Tag> kTags[] = {
    {"p", Tag::kParagraph},     {"h1", Tag::kHeading1},     {"h2", Tag::kHeading2},      {"h3", Tag::kHeading3},
    {"h4", Tag::kHeading4},     {"li", Tag::kListItem},     {"blockquote", Tag::kQuote}, {"pre", Tag::kPreformatted},
    {"cell", Tag::kCell},       {"term", Tag::kTerm},       {"div", Tag::kDivision},     {"section", Tag::kSection},
    {"article", Tag::kArticle}, {"caption", Tag::kCaption}, {"figure", Tag::kFigure},    {"main", Tag::kMain},
    {"list", Tag::kList},       {"table", Tag::kTable},     {"header", Tag::kHeader},    {"footer", Tag::kFooter},
    {"nav", Tag::kNavigation},  {"aside", Tag::kAside},     {"form", Tag::kForm},        {"details", Tag::kDetails},
};

// Takes the numbers of a row as they come, or only their names.
class Row {
 public:
  explicit Row(float* values) : next_(values) {}
  explicit Row(std::vector<std::string>* names) : names_(names) {}

  void add(std::string_view name, float value) {
    if (names_) [[unlikely]]
      return add_name(name);
    *next_++ = value;
  }
  void add(std::string_view name, bool value) { add(name, value ? 1.0F : 0.0F); }

  // So many of them: name(i) and whether(i) for each.
  template <class Name, class Whether>
  void add_each(std::size_t count, Name name, Whether whether) {
    if (names_) [[unlikely]] {
      for (std::size_t i = 0; i < count; ++i) add_name(name(i));
      return;
    }
    float* const values = next_;
    for (std::size_t i = 0; i < count; ++i) values[i] = whether(i) ? 1.0F : 0.0F;
    next_ += count;
  }

  // What the names begin with from now on.
  void section(std::string_view prefix) { prefix_ = prefix; }

 private:
  void add_name(std::string_view name) { names_->push_back(std::string(prefix_).append(name)); }

  float* next_ = nullptr;
  std::vector<std::string>* names_ = nullptr;
  std::string_view prefix_;
};

// One page.
class FeatureReader {
 public:
  FeatureReader(const BlockTree& tree, const Layout& layout, std::string_view language, std::string_view title)
      : tree_(tree), layout_(layout) {
    read_words(language, title);
    find_shapes();
    find_marks();
  }

  void read(const UseFeatures& use) {
    std::vector<float> values(feature_names().size());
    for (std::size_t i = 0; i < tree_.blocks.size(); ++i) {
      add_block(i, Row(values.data()));
      use(i, values);
    }
  }

  [[nodiscard]] std::vector<std::string> names() {
    std::vector<std::string> names;
    add_block(0, Row(&names));
    return names;
  }

 private:
  void add_block(std::size_t block, Row row) {
    add_words(block, row);
    add_markup(block, row);
    add_place(block, row);
    add_neighbours(block, row);
  }

  // What is seen of a block's neighbours too.
  struct Shape {
    float log_bytes, log_words, link_share, stop_word_share, capitalised_share;
    bool ends_with_stop, heading;
  };

  void read_words(std::string_view language, std::string_view title);
  void find_shapes();
  void find_marks();

  void add_shape(std::size_t block, Row& row) const;
  void add_words(std::size_t block, Row& row) const;
  void add_markup(std::size_t block, Row& row) const;
  void add_place(std::size_t block, Row& row);
  void add_mass(std::uint32_t element, Row& row) const;
  void add_neighbours(std::size_t block, Row& row) const;

  [[nodiscard]] std::uint32_t parent_of(std::uint32_t element) const {
    const std::uint32_t parent = tree_.elements[element].parent;
    return parent == kNoElement ? element : parent;
  }
  [[nodiscard]] std::string_view text_of(std::size_t block) const { return tree_.text_of(tree_.blocks[block]); }
  [[nodiscard]] Tag tag_of(std::size_t block) const { return tree_.element_of(tree_.blocks[block]).tag; }

  const BlockTree& tree_;
  const Layout& layout_;
  std::vector<BlockWords> words_;
  std::vector<Shape> shapes_;
  std::uint64_t title_hash_ = 0;
  std::size_t title_ = SIZE_MAX;                                   // the block that is the title again
  std::unordered_map<std::uint64_t, std::uint32_t> repeats_;       // blocks of the same words
  std::unordered_map<std::uint64_t, std::uint32_t> signed_prose_;  // prose of the elements with a signature
  std::vector<std::uint32_t> prose_before_;                        // how many blocks back the next one of prose is
  std::vector<std::uint32_t> prose_after_;

  // While reading rows: what came before.
  std::uint32_t bytes_ = 0;
  std::uint32_t prose_ = 0;
  std::size_t heading_ = 0;  // the last heading, and the end of the blocks that it is for
  std::uint32_t heading_end_ = 0;
  std::uint32_t ended_until_ = 0;  // the end of the blocks that a label like "Comments", behind the report, is for
};

void FeatureReader::read_words(std::string_view language, std::string_view title) {
  LanguageId language_id;
  if (language.empty() || Language::find(language)->code().empty()) {
    std::string sample;
    for (std::size_t i = 0; i < tree_.blocks.size() && sample.size() < kSampleBytes; ++i) {
      if (layout_.prose[i] > 0) sample.append(text_of(i)) += ' ';
    }
    language = language_id.identify(sample);
  }
  BlockWordReader reader(Language::find(language));
  title_hash_ = reader.read(title).hash;
  for (std::size_t i = 0; i < tree_.blocks.size(); ++i) {
    words_.push_back(reader.read(text_of(i)));
    ++repeats_[words_[i].hash];
    signed_prose_[tree_.element_of(tree_.blocks[i]).signature] += layout_.prose[i];
    if (title_ == SIZE_MAX && is_heading(tag_of(i)) && words_[i].hash == title_hash_) title_ = i;
  }
}

void FeatureReader::find_marks() {
  const std::size_t blocks = tree_.blocks.size();
  prose_before_.assign(blocks, kFarthestProse);
  prose_after_.assign(blocks, kFarthestProse);
  for (std::size_t i = 1; i < blocks; ++i) {
    prose_before_[i] = layout_.prose[i - 1] > 0 ? 1 : std::min(kFarthestProse, prose_before_[i - 1] + 1);
  }
  for (std::size_t i = blocks; --i > 0;) {
    prose_after_[i - 1] = layout_.prose[i] > 0 ? 1 : std::min(kFarthestProse, prose_after_[i] + 1);
  }
}

void FeatureReader::find_shapes() {
  for (std::size_t i = 0; i < tree_.blocks.size(); ++i) {
    const BlockWords& words = words_[i];
    const std::string_view text = text_of(i);
    shapes_.push_back({.log_bytes = log_of(text.size()),
                       .log_words = log_of(words.words),
                       .link_share = share(tree_.blocks[i].linked, text.size()),
                       .stop_word_share = share(words.stop_words, words.words),
                       .capitalised_share = share(words.capitalised, words.words),
                       .ends_with_stop = ends_with_stop(text),
                       .heading = is_heading(tag_of(i))});
  }
}

void FeatureReader::add_shape(std::size_t i, Row& row) const {
  const Shape& shape = shapes_[i];
  row.add("log_bytes", shape.log_bytes);
  row.add("log_words", shape.log_words);
  row.add("link_share", shape.link_share);
  row.add("stop_word_share", shape.stop_word_share);
  row.add("capitalised_share", shape.capitalised_share);
  row.add("ends_with_stop", shape.ends_with_stop);
  row.add("heading", shape.heading);
}

void add_phrases(const BlockWords& words, Row& row) {
  for (const auto& [name, kind] : kPhrases) row.add(name, words.opens_with(kind));
}

void FeatureReader::add_words(std::size_t i, Row& row) const {
  const BlockWords& words = words_[i];
  const std::string_view text = text_of(i);
  row.section("");
  add_shape(i, row);
  row.section("opens.");
  add_phrases(words, row);
  row.section("");
  row.add("inner_phrase", words.inner_phrase);
  row.add("date", words.is_date);
  const ByteCounts bytes = count_bytes(text);
  row.add("log_stops", log_of(bytes.stops));
  row.add("commas_per_word", share(bytes.commas, words.words));
  row.add("digit_share", share(bytes.digits, text.size()));
  row.add("code_share", share(bytes.codes, text.size()));
  row.add("bytes_per_word", share(text.size(), words.words));
  const auto has_one_of = [&](std::initializer_list<std::string_view> characters) {
    return bytes.has(kNonAscii) && contains_any(text, characters);
  };
  row.add("copyright", has_one_of({"\u00A9"}));
  row.add("separator", bytes.has(kSeparator) || has_one_of({"\u00BB", "\u203A"}));
  row.add("price",
          bytes.has(kDollar) || has_one_of({"\u20AC"}) || (bytes.has(kLetterU) && contains_any(text, {" EUR"})));
  row.add("ends_with_colon", text.ends_with(':'));
  row.add("starts_upper", is_upper(utf8::peek(text, 0)));
  row.add("no_words", words.words == 0);
  for (const auto& [name, most] : {std::pair<std::string_view, std::uint32_t>{"words<=2", 2},
                                   {"words<=5", 5},
                                   {"words<=10", 10},
                                   {"words<=20", 20},
                                   {"words<=40", 40}}) {
    row.add(name, words.words <= most);
  }
  row.add("all_linked", tree_.blocks[i].linked == text.size());
  row.add("some_linked", tree_.blocks[i].linked > 0);
  row.add("repeated", repeats_.at(words.hash) > 1);
  row.add("title", words.hash == title_hash_);
}

void FeatureReader::add_markup(std::size_t i, Row& row) const {
  const Block& block = tree_.blocks[i];
  const Element& element = tree_.element_of(block);
  const std::uint32_t tags = layout_.tags[block.element];
  const Hints near = layout_.hints_on(tree_, block);
  const Hints around = layout_.hints[block.element];
  const auto tag_name = [](std::size_t at) { return kTags[at].first; };
  const auto hint_name = [](std::size_t at) { return name_of(static_cast<Hint>(at)); };
  row.section("tag.");
  row.add_each(std::size(kTags), tag_name, [&](std::size_t at) { return kTags[at].second == element.tag; });
  row.section("inside.");
  row.add_each(std::size(kTags), tag_name,
               [&](std::size_t at) { return (tags >> static_cast<unsigned>(kTags[at].second) & 1) != 0; });
  row.section("near.");
  row.add_each(kHints, hint_name, [&](std::size_t at) { return (near >> at & 1) != 0; });
  row.section("around.");
  row.add_each(kHints, hint_name, [&](std::size_t at) { return (around >> at & 1) != 0; });
  row.section("");
  const std::uint32_t alike = signed_prose_.at(element.signature);
  row.add("alike_of_page", share(alike, layout_.page.prose));
  row.add("alike_of_best", share(alike, layout_.mass[layout_.best].prose));
}

void FeatureReader::add_mass(std::uint32_t element, Row& row) const {
  const Mass& mass = layout_.mass[element];
  row.add("log_bytes", log_of(mass.bytes));
  row.add("link_share", share(mass.linked, mass.bytes));
  row.add("prose_of_page", share(mass.prose, layout_.page.prose));
  row.add("prose_share", share(mass.prose, mass.bytes));
  row.add("log_blocks", log_of(mass.blocks));
  row.add("log_bytes_per_block", log_of(mass.bytes / std::max(mass.blocks, 1U)));
}

void FeatureReader::add_place(std::size_t i, Row& row) {
  const Block& block = tree_.blocks[i];
  const std::uint32_t parent = parent_of(block.element);
  const std::uint32_t meeting = layout_.meets_best[block.element];
  const auto levels = [&](std::uint32_t inner, std::uint32_t outer) {
    return static_cast<float>(std::min(layout_.depth[inner] - layout_.depth[outer], kMostLevels));
  };
  row.section("");
  row.add("in_best", meeting == layout_.best);
  row.add("directly_in_best", parent == layout_.best || block.element == layout_.best);
  row.add("levels_up_to_best", levels(layout_.best, meeting));
  row.add("levels_below", levels(block.element, meeting));
  row.add("before_prose", i < layout_.first_prose);
  row.add("after_prose", i > layout_.last_prose);
  row.add("bytes_before", share(bytes_, layout_.page.bytes));
  row.add("prose_before", share(prose_, layout_.page.prose));
  row.add("blocks_before", share(i, tree_.blocks.size()));
  row.add("log_blocks_before", log_of(i));
  row.add("log_blocks_after", log_of(tree_.blocks.size() - i));
  const bool titled = title_ != SIZE_MAX;
  row.add("after_title", titled && i > title_);
  row.add("before_title", titled && i < title_);
  row.add("log_from_title", titled ? log_of(std::max(i, title_) - std::min(i, title_)) : 0.0F);
  row.add("ended", i < ended_until_);
  row.add("log_to_prose_before", log_of(prose_before_[i]));
  row.add("log_to_prose_after", log_of(prose_after_[i]));
  row.section("own.");
  add_mass(block.element, row);
  row.section("parent.");
  add_mass(parent, row);
  row.section("grandparent.");
  add_mass(parent_of(parent), row);
  // Nothing of the page's size: a short page is judged as a long one.
  const Mass& best = layout_.mass[layout_.best];
  row.section("page.");
  row.add("best_link_share", share(best.linked, best.bytes));
  row.add("best_prose_of_page", share(best.prose, layout_.page.prose));
  row.add("best_prose_share", share(best.prose, best.bytes));
  row.add("prose_share", share(layout_.page.prose, layout_.page.bytes));

  row.section("headed.");
  const bool headed = i < heading_end_ && i - heading_ < kHeadingReach;
  row.add("at_all", headed);
  add_phrases(headed ? words_[heading_] : BlockWords(), row);
  row.add("log_from_heading", headed ? log_of(i - heading_) : 0.0F);

  bytes_ += block.end - block.begin;
  prose_ += layout_.prose[i];
  // A label or a heading is for the element that it stands in: "Related" in a box ends with the box.
  const std::uint32_t scope = tree_.elements[parent].last_block;
  const bool is_end = words_[i].opens_with(PhraseKind::kEnd) && words_[i].words <= kLongestEnd;
  if (is_end && i > layout_.first_prose) ended_until_ = std::max(ended_until_, scope);
  if (is_heading(tag_of(i))) {
    heading_ = i;
    heading_end_ = scope;
  }
}

void FeatureReader::add_neighbours(std::size_t i, Row& row) const {
  const Block& block = tree_.blocks[i];
  const Element& element = tree_.element_of(block);
  for (const auto& [name, distance] : {std::pair<std::string_view, std::ptrdiff_t>{"previous2.", -2},
                                       {"previous1.", -1},
                                       {"next1.", 1},
                                       {"next2.", 2}}) {
    row.section(name);
    const std::size_t neighbour = i + static_cast<std::size_t>(distance);
    if (neighbour < tree_.blocks.size()) {
      const Block& other = tree_.blocks[neighbour];
      add_shape(neighbour, row);
      row.add("sibling", other.element == block.element || tree_.element_of(other).parent == element.parent);
      row.add("same_tag", tree_.element_of(other).tag == element.tag);
    } else {
      for (const char* feature : {"log_bytes", "log_words", "link_share", "stop_word_share", "capitalised_share",
                                  "ends_with_stop", "heading", "sibling", "same_tag"}) {
        row.add(feature, 0.0F);
      }
    }
  }
}

}  // namespace

const std::vector<std::string>& feature_names() {
  static const std::vector<std::string> kNames = [] {
    const BlockTree tree{.text = "x",
                         .elements = {{.tag = Tag::kBody, .first_block = 0, .last_block = 1}},
                         .blocks = {{.begin = 0, .end = 1}}};
    const Layout layout = measure(tree);
    return FeatureReader(tree, layout, "en", {}).names();
  }();
  return kNames;
}

void read_features(const BlockTree& tree, const Layout& layout, std::string_view language, std::string_view title,
                   const UseFeatures& use) {
  if (!tree.blocks.empty()) FeatureReader(tree, layout, language, title).read(use);
}

}  // namespace nutgraf
