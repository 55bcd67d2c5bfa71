#include <gtest/gtest.h>

#include <cstddef>
#include <limits>
#include <string>

#include "nutgraf/render.h"

namespace nutgraf {
namespace {

TEST(NpyHeader, IsAsNumPyWritesIt) {
  const std::string header = npy_header(3, 120);
  ASSERT_EQ(header.size(), 128U);
  EXPECT_EQ(header.substr(0, 8), std::string("\x93NUMPY\x01\x00", 8));
  EXPECT_EQ(static_cast<unsigned char>(header[8]) + 256 * static_cast<unsigned char>(header[9]), 128 - 10);
  EXPECT_TRUE(header.substr(10).starts_with("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 120), } "));
  EXPECT_EQ(header.find('\n'), 127U);
}

TEST(NpyHeader, HasTheSameSizeForAnyShape) {
  constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max();
  EXPECT_EQ(npy_header(kMost, 4096).size(), npy_header(0, 1).size());
  EXPECT_NE(npy_header(kMost, 4096).find("(18446744073709551615, 4096)"), std::string::npos);
}

}  // namespace
}  // namespace nutgraf
