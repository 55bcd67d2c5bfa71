// One loop over several threads.
//
//   for_each_index(threads, articles.size(), [&](std::size_t) {     // once a thread, which is numbered from 0
//     return [&, analyser = Analyser()](std::size_t i) mutable { use(analyser.analyse(articles[i])); };
//   });
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace nutgraf {

// `threads`, or one a core if it is 0; no more than there is work for.
inline std::size_t threads_for(std::size_t threads, std::size_t count) {
  const std::size_t wanted = threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
  return std::clamp<std::size_t>(count, 1, wanted);
}

// Calls the work that `make_work(thread)` gives with each index below `count` once, in no order. What it throws, the
// first time, is thrown here when all threads have ended.
template <class MakeWork>
void for_each_index(std::size_t threads, std::size_t count, const MakeWork& make_work) {
  constexpr std::size_t kRun = 16;  // indices that a thread takes at once
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failure;
  std::mutex mutex;
  const auto run = [&](std::size_t thread) {
    try {
      auto work = make_work(thread);
      for (std::size_t begin = 0; (begin = next.fetch_add(kRun)) < count;)
        for (std::size_t i = begin; i < std::min(begin + kRun, count); ++i) work(i);
    } catch (...) {
      const std::scoped_lock lock(mutex);
      if (!failure) failure = std::current_exception();
      next = count;
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t thread = 1; thread < threads_for(threads, count); ++thread) others.emplace_back(run, thread);
    run(0);
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace nutgraf
