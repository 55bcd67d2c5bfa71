#include "text/character.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>

namespace nutgraf {
namespace {

TEST(Character, HasThePropertiesOfIcu) {
  for (char32_t c = 0; c <= UCHAR_MAX_VALUE; ++c) {
    const auto code_point = static_cast<UChar32>(c);
    ASSERT_EQ(is_white_space(c), u_isUWhiteSpace(code_point) != 0) << code_point;
    ASSERT_EQ(is_lower(c), u_isULowercase(code_point) != 0) << code_point;
    ASSERT_EQ(is_upper(c), u_isUUppercase(code_point) != 0 || u_istitle(code_point) != 0) << code_point;
    ASSERT_EQ(is_letter(c), u_isUAlphabetic(code_point) != 0) << code_point;
    ASSERT_EQ(is_digit(c), u_isdigit(code_point) != 0) << code_point;
  }
}

}  // namespace
}  // namespace nutgraf
