#include "text/utf8.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace nutgraf {
namespace {

// Whatever the bytes, stepping forward and backward meet the same boundaries in well-formed text, and both end.
TEST(Utf8, StepsBothWaysOverTheSameCharacters) {
  const std::string text = "a\u00E9\u6F22\U0001F6A2 z\u0301";
  std::vector<std::size_t> forward;
  for (std::size_t at = 0; at < text.size(); utf8::next(text, at)) forward.push_back(at);
  std::vector<std::size_t> backward;
  for (std::size_t at = text.size(); at > 0;) {
    utf8::previous(text, at);
    backward.insert(backward.begin(), at);
  }
  EXPECT_EQ(forward, backward);
  EXPECT_EQ(utf8::length(text), forward.size());
}

TEST(Utf8, NeverStepsOutOfBrokenText) {
  std::mt19937 random(3);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (int i = 0; i < 8; ++i) text.push_back(static_cast<char>(byte(random)));
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t before = at;
      utf8::next(text, at);
      ASSERT_GT(at, before);
    }
    ASSERT_EQ(at, text.size());
    while (at > 0) {
      const std::size_t before = at;
      utf8::previous(text, at);
      ASSERT_LT(at, before);
    }
  }
}

TEST(Utf8, FloorsToTheStartOfACharacter) {
  const std::string text = "x\u6F22y";
  EXPECT_EQ(utf8::floor(text, 0), 0U);
  EXPECT_EQ(utf8::floor(text, 2), 1U);
  EXPECT_EQ(utf8::floor(text, 3), 1U);
  EXPECT_EQ(utf8::floor(text, 4), 4U);
  EXPECT_EQ(utf8::floor(text, 5), 5U);
}

}  // namespace
}  // namespace nutgraf
