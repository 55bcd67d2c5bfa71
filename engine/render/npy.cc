#include <fmt/format.h>

#include <cstddef>
#include <string>

#include "nutgraf/render.h"

namespace nutgraf {

std::string npy_header(std::size_t rows, std::size_t columns) {
  constexpr std::size_t kSize = 128;  // a multiple of 64, with room for the longest numbers
  constexpr std::size_t kPreamble = 10;
  const std::string dictionary =
      fmt::format("{{'descr': '<f4', 'fortran_order': False, 'shape': ({}, {}), }}", rows, columns);
  std::string header("\x93NUMPY\x01\x00", 8);
  header += static_cast<char>(kSize - kPreamble);
  header += '\0';
  return header + fmt::format("{:<{}}\n", dictionary, kSize - kPreamble - 1);
}

}  // namespace nutgraf
