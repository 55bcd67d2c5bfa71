#include "text/has_byte.h"

#include <gtest/gtest.h>

#include <string>

namespace nutgraf {
namespace {

TEST(HasByte, FindsOneWhereverItIs) {
  for (std::size_t size = 1; size < 70; ++size) {
    EXPECT_FALSE((has_byte<'"', '|'>(std::string(size, 'a')))) << size;
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'a');
      text[at] = '|';
      EXPECT_TRUE((has_byte<'"', '|'>(text))) << at << " of " << size;
      EXPECT_FALSE(has_byte<'"'>(text)) << at << " of " << size;
    }
  }
  EXPECT_FALSE(has_byte<'"'>(""));
}

TEST(HasByte, LooksAtNothingBehindTheText) {
  const std::string text = "aaaaaaaaaaaaaaaaaaaaaaaa|\xC3\xA9";
  for (std::size_t size = 0; size <= 24; ++size) {
    EXPECT_FALSE(has_byte<'|'>(std::string_view(text).substr(0, size))) << size;
    EXPECT_TRUE(is_ascii(std::string_view(text).substr(0, size))) << size;
  }
}

TEST(IsAscii, FindsAByteAboveWhereverItIs) {
  for (std::size_t size = 1; size < 70; ++size) {
    EXPECT_TRUE(is_ascii(std::string(size, '\x7F'))) << size;
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'a');
      text[at] = '\x80';
      EXPECT_FALSE(is_ascii(text)) << at << " of " << size;
    }
  }
  EXPECT_TRUE(is_ascii(""));
}

}  // namespace
}  // namespace nutgraf
