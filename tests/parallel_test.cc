#include "parallel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <stdexcept>
#include <vector>

namespace nutgraf {
namespace {

TEST(ForEachIndex, CallsEachIndexOnce) {
  for (const std::size_t threads : {0U, 1U, 3U, 8U}) {
    std::vector<int> calls(1000, 0);
    for_each_index(threads, calls.size(), [&](std::size_t) { return [&](std::size_t i) { ++calls[i]; }; });
    EXPECT_EQ(std::ranges::count(calls, 1), 1000);
  }
}

TEST(ForEachIndex, NumbersItsThreads) {
  std::vector<std::atomic<int>> made(threads_for(4, 100));
  for_each_index(4, 100, [&](std::size_t thread) {
    ++made.at(thread);
    return [](std::size_t) {};
  });
  EXPECT_TRUE(std::ranges::all_of(made, [](const std::atomic<int>& count) { return count == 1; }));
}

TEST(ForEachIndex, HasNothingToDo) {
  for_each_index(4, 0, [&](std::size_t) { return [](std::size_t) { FAIL(); }; });
  EXPECT_EQ(threads_for(4, 0), 1U);
  EXPECT_EQ(threads_for(4, 2), 2U);
}

TEST(ForEachIndex, ThrowsWhatTheWorkThrows) {
  const auto run = [](std::size_t threads) {
    for_each_index(threads, 1000, [](std::size_t) {
      return [](std::size_t i) {
        if (i == 500) throw std::runtime_error("full");
      };
    });
  };
  EXPECT_THROW(run(1), std::runtime_error);
  EXPECT_THROW(run(4), std::runtime_error);
}

}  // namespace
}  // namespace nutgraf
