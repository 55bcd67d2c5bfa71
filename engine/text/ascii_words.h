// Finds words of ASCII letters, as most are in Latin script, by masks of many bytes: the first look of the Tokenizer,
// which knows the rules for all others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/tokenizer.h"

namespace nutgraf {

class AsciiWords {
 public:
  // Of `text`, which is the first part of `whole_text`.
  AsciiWords(std::string_view whole_text, std::string_view text) : whole_text_(whole_text), text_(text) {}

  // Adds those that follow each other from `at` on, which never goes back. Returns where it had to stop: at another
  // word or a part of one, or near the end of the whole text.
  std::size_t add(std::size_t at, std::vector<TokenSpan>& tokens);

 private:
  static constexpr std::size_t kBlock = 64;  // bytes that are looked at together

  void look(std::size_t at);

  std::string_view whole_text_;
  std::string_view text_;
  std::size_t block_ = 0;        // where they begin
  std::uint64_t letters_ = 0;    // which of them are ASCII letters, or join two
  std::uint64_t parts_ = 0;      // or parts of words; 0: none of them, or they were not looked at
  std::uint64_t word_ends_ = 0;  // or let no word of letters in front of them go on; of the last one, that is not known
};

}  // namespace nutgraf
