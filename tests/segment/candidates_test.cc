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

// Slow: asks at every character.
std::size_t find_candidate_plainly(std::string_view text, std::size_t at, const Language& language) {
  while (at < text.size() && !is_candidate(text, at, language)) utf8::next(text, at);
  return at;
}

TEST(Candidates, FindsEveryStopAndSpaceOfUnicode) {
  const auto language = Language::find("en");
  std::size_t stops = 0;
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (U_IS_SURROGATE(c)) continue;
    if (!is_stop(c) && !is_white_space(c)) continue;
    ++stops;
    const std::string text = "abcdefghijklmnopqrstuvwxyz" + encode(c) + "Z";
    ASSERT_EQ(CandidateScanner(text, *language).find(0), 26U) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(CandidateScanner(encode(c) + "Z", *language).find(0), 0U) << std::hex << static_cast<unsigned>(c);
  }
  EXPECT_GT(stops, 100U);
}

TEST(Candidates, FindsWhatAPlainScanFinds) {
  const std::vector<std::string> pieces = {
      "harbour ", "Veld",   "The",    "x",      " ",      "A ", "7 b", "\t", ", ",     "(",          "\u3000", "\u00E9",
      "\u0436",   "\u6F22", "\u3042", "\u3002", "\u201C", ".",  "?",   "\n", "\u2026", "\U0001F6A2", "\u0964"};
  const auto language = Language::find("en");
  std::mt19937 random(5);
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += pieces[pick(random)];
    CandidateScanner scanner(text, *language);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t found = scanner.find(at);
      ASSERT_EQ(found, find_candidate_plainly(text, at, *language)) << text;
      at = found;
      if (at < text.size()) utf8::next(text, at);
    }
  }
}

TEST(Candidates, PassOverSpacesInsideSentences) {
  const auto english = Language::find("en");
  struct Case {
    std::string text;
    bool candidate;
  };
  for (const auto& [text, candidate] : std::vector<Case>{{"of the", false},
                                                         {"so, Then", false},
                                                         {"so (then", false},
                                                         {"at 12", false},
                                                         {"of Veld", false},
                                                         {"of The", true},
                                                         {"of In", true},
                                                         {"of NASA", true},
                                                         {") (", true},
                                                         {"so \u201CNo\u201D", true}}) {
    const std::size_t space = text.find(' ');
    EXPECT_EQ(is_candidate(text, space, *english), candidate) << text;
    EXPECT_EQ(CandidateScanner(text, *english).find(0), candidate ? space : text.size()) << text;
  }
}

}  // namespace
}  // namespace nutgraf
