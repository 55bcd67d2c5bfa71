// Words of a text, by the word boundaries of UAX #29.
//
//   std::string_view text = "It's 3,000 km.";
//   std::vector<TokenSpan> tokens;
//   Tokenizer().tokenize(text, {0, text.size()}, tokens);   // It's | 3,000 | km
//
// A token holds at least one letter, digit or ideograph. Scripts that are written without spaces (Han, Kana, Thai, Lao,
// Khmer, Myanmar) are cut by ICU's dictionaries; all others by the rules, here, without a call into ICU for ASCII.
#pragma once

#include <unicode/brkiter.h>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "nutgraf/segment.h"

namespace nutgraf {

struct TokenSpan {
  std::uint32_t begin = 0;  // byte offsets
  std::uint32_t end = 0;
  bool ascii = true;      // no byte above 0x7F
  bool unspaced = false;  // from a script that is written without spaces
  bool capital = false;   // begins with an upper-case or title-case letter
  bool digit = false;     // begins with a digit
};

// Not thread-safe: one per thread.
class Tokenizer {
 public:
  // Adds the tokens of a part of `text` (UTF-8, less than 4 GiB), in order. Linear.
  void tokenize(std::string_view text, Span part, std::vector<TokenSpan>& tokens);

 private:
  // The same for a run of an unspaced script.
  void tokenize_unspaced(std::string_view text, Span run, std::vector<TokenSpan>& tokens);

  std::unique_ptr<icu::BreakIterator> dictionary_;  // made when first needed
};

}  // namespace nutgraf
