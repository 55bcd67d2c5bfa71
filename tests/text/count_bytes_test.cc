#include "text/count_bytes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace nutgraf {
namespace {

TEST(CountBytes, CountsAsOneByOne) {
  std::mt19937 random(3);
  for (const std::size_t size : {0U, 1U, 15U, 16U, 17U, 100U, 255U * 16U, 255U * 16U + 1U, 9000U}) {
    std::string text(size, ',');
    for (std::size_t i = 0; i < size / 3; ++i) text[random() % size] = static_cast<char>(random());
    EXPECT_EQ(count_byte<','>(text), static_cast<std::size_t>(std::ranges::count(text, ','))) << size;
    EXPECT_EQ(count_byte<'\0'>(text), static_cast<std::size_t>(std::ranges::count(text, '\0'))) << size;
  }
}

}  // namespace
}  // namespace nutgraf
