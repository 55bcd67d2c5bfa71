// Work on many things by several threads.
//
//   for_each_block(1000, 64, 2, [&](std::size_t begin, std::size_t end) { ... });   // blocks of 64, 2 threads
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace nutgraf {

// `make_work` is called once in each thread and gives what is called with each block [begin, end) that the thread takes.
template <class MakeWork>
void for_each_block(std::size_t size, std::size_t block, std::size_t threads, const MakeWork& make_work) {
  std::atomic<std::size_t> next = 0;
  const auto run = [&] {
    auto work = make_work();
    for (std::size_t begin; (begin = next.fetch_add(block)) < size;) work(begin, std::min(begin + block, size));
  };
  std::vector<std::jthread> others;
  for (std::size_t thread = 1; thread < std::min(threads, (size + block - 1) / block); ++thread) others.emplace_back(run);
  run();
}

}  // namespace nutgraf
