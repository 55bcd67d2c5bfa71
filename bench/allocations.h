// Counts the allocations of this program and all the libraries in it, by standing in for glibc's malloc.
//
//   const std::uint64_t before = allocations();
//   work();
//   std::uint64_t by_work = allocations() - before;
#pragma once

#include <cstdint>

namespace nutgraf::bench {

// How often the program has asked for memory so far; growing a block counts as asking.
std::uint64_t allocations();

}  // namespace nutgraf::bench
