#include "segment/candidates.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <random>
#include <string>
#include <vector>

#include "text/character.h"
#include "text/utf8.h"

namespace nutgraf {
namespace {

std::string encode(char32_t c) {
  std::string bytes(U8_MAX_LENGTH, '\0');
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, static_cast<UChar32>(c));
  bytes.resize(length);
  return bytes;
}

bool is_ascii(char32_t c, const char* set) {
  return c < 0x80 && std::string_view(set).find(static_cast<char>(c)) != std::string_view::npos;
}

// Slow and obviously right: looks at every character.
std::size_t find_candidate_plainly(std::string_view text, std::size_t at) {
  constexpr const char* kLower = "abcdefghijklmnopqrstuvwxyz";
  constexpr const char* kUpper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  constexpr const char* kDigits = "0123456789";
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = utf8::next(text, next);
    if (is_stop(c) || is_line_break(c)) break;
    bool inside_sentence = false;
    if (c == ' ' && at > 0 && next < text.size()) {
      const char32_t before = utf8::peek_back(text, at);
      const char32_t behind = utf8::peek(text, next);
      const bool word = is_ascii(before, kLower) || is_ascii(before, kUpper) || is_ascii(before, kDigits);
      inside_sentence =
          is_ascii(behind, kLower) || before == ',' || (word && behind < 0x80 && !is_ascii(behind, kUpper));
    }
    if (is_white_space(c) && !inside_sentence) break;
    at = next;
  }
  return at;
}

TEST(Candidates, FindsEveryStopAndSpaceOfUnicode) {
  std::size_t stops = 0;
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (U_IS_SURROGATE(c)) continue;
    if (!is_stop(c) && !is_white_space(c)) continue;
    ++stops;
    const std::string text = "abcdefghijklmnopqrstuvwxyz" + encode(c) + "Z";
    ASSERT_EQ(CandidateScanner(text).find(0), 26U) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(CandidateScanner(encode(c)).find(0), 0U) << std::hex << static_cast<unsigned>(c);
  }
  EXPECT_GT(stops, 100U);
}

TEST(Candidates, FindsWhatAPlainScanFinds) {
  const std::vector<std::string> pieces = {"harbour ", "x",      " ",      "A ",     "7 b",    "\t",         ", ",
                                           "(",        "\u3000", "\u00E9", "\u0436", "\u6F22", "\u3042",     "\u3002",
                                           "\u201C",   ".",      "?",      "\n",     "\u2026", "\U0001F6A2", "\u0964"};
  std::mt19937 random(5);
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += pieces[pick(random)];
    CandidateScanner scanner(text);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t found = scanner.find(at);
      ASSERT_EQ(found, find_candidate_plainly(text, at)) << text;
      at = found;
      if (at < text.size()) utf8::next(text, at);
    }
  }
}

}  // namespace
}  // namespace nutgraf
