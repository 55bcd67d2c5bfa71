// What stands around a stop: the run of stops it is in, what closes with it, and what comes next.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "segment/line_wrap.h"

namespace nutgraf {

struct StopContext {
  std::size_t sentence_begin = 0;
  std::size_t stop = 0;      // the first stop of the run
  std::size_t stop_end = 0;  // behind the last stop of the run
  std::size_t end = 0;       // behind the quotes and brackets that close with it
  std::size_t next = 0;      // the next character that is not white space
  std::size_t first = 0;     // the next letter or digit or what else opens a sentence: behind quotes, brackets, dashes
  bool period = false;       // a single "."
  bool ellipsis = false;     // "…" or several "."
  bool unspaced = false;     // a stop that needs no space behind it
  bool closed_quote = false;
  bool split_quote_opens = false;  // a quotation mark that stands alone follows, and no other is open
  bool space = false;              // white space follows
  bool line_break = false;         // the end of the text or a line break that ends a sentence follows
  bool opened = false;             // an opening quote or bracket follows
  char32_t next_character = 0;
  char32_t first_character = 0;
  std::string_view word;    // before a single "."
  std::uint64_t kinds = 0;  // WordKind bits of the word, without an elided article; set by who knows the language
};

// What stands around the stop at `stop`, in a sentence that began at `sentence_begin`.
StopContext look_around(std::string_view text, const LineWrap& lines, std::size_t sentence_begin, std::size_t stop);

}  // namespace nutgraf
