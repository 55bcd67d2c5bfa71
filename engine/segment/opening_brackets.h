// Where the opening brackets of a text stand, found in one pass ahead of the decisions: most sentences have none.
#pragma once

#include <cstddef>
#include <string_view>

namespace nutgraf {

class OpeningBrackets {
 public:
  // `text` must outlive the object.
  explicit OpeningBrackets(std::string_view text) : text_(text) {}

  // Whether an opening bracket stands in [begin, end). `begin` must not go back from call to call.
  bool any_in(std::size_t begin, std::size_t end) {
    if (!searched_ || next_ < begin) next_ = find(begin);
    searched_ = true;
    return next_ < end;
  }

 private:
  // The first at or after `from`, or the end of the text.
  [[nodiscard]] std::size_t find(std::size_t from) const;

  std::string_view text_;
  std::size_t next_ = 0;
  bool searched_ = false;
};

}  // namespace nutgraf
