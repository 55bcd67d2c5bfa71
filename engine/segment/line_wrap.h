// Tells the line breaks that end something (a heading, a paragraph, a list item) from those that only wrap a line.
#pragma once

#include <cstddef>
#include <string_view>

namespace nutgraf {

class LineWrap {
 public:
  // Looks at the lines of `text` to learn whether, and at what width, it is hard-wrapped.
  explicit LineWrap(std::string_view text);

  // Whether the line break at `at` (the first of a run of white space) ends a sentence whatever stands before it.
  [[nodiscard]] bool ends_sentence(std::size_t at) const;

 private:
  [[nodiscard]] bool word_fits(std::size_t length, std::size_t next_line) const;

  std::string_view text_;
  bool wrapped_ = false;
  std::size_t width_ = 0;  // of the longest line, in bytes; of the first one that is too long to be wrapped
};

}  // namespace nutgraf
