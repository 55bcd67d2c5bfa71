#include "segment/opening_brackets.h"

#include <gtest/gtest.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "segment/punctuation.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

std::string encode(char32_t c) {
  char bytes[U8_MAX_LENGTH];
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  return {bytes, size};
}

TEST(OpeningBrackets, KnowsEachOfThem) {
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    // Far enough from the end to be found in a block.
    const std::string text = std::string(3, 'a') + encode(c) + std::string(100, 'b');
    ASSERT_EQ(OpeningBrackets(text).any_in(0, text.size()), is_opening_bracket(c)) << std::hex << int(c);
  }
}

TEST(OpeningBrackets, AnswersAsALookAtEachCharacterDoes) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"(",   "[",      "\u300C", "\uFF08", "a",
                                           "b c", "\u3002", "\u042F", "...",    "\u201E"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    std::vector<std::size_t> brackets;
    for (int i = 0; i < 200; ++i) {
      const std::string& piece = random() % 20 == 0 ? pieces[random() % 4] : pieces[4 + random() % 6];
      if (is_opening_bracket(utf8::peek(piece, 0))) brackets.push_back(text.size());
      text += piece;
    }
    OpeningBrackets opening(text);
    for (std::size_t begin = 0; begin < text.size(); begin = utf8::floor(text, begin + 3 + random() % 40)) {
      const std::size_t end = std::min(begin + random() % 80, text.size());
      bool expected = false;
      for (const std::size_t at : brackets) expected |= at >= begin && at < end;
      ASSERT_EQ(opening.any_in(begin, end), expected) << begin << ' ' << end << ' ' << text;
    }
  }
}

}  // namespace
}  // namespace nutgraf
