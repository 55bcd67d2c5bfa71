#include "pipeline.h"

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <new>
#include <thread>
#include <vector>

#include "interrupt.h"

namespace nutgraf::cli {
namespace {

constexpr std::size_t kMaxRun = 16;                          // jobs that a worker takes at once
constexpr std::size_t kMaxBytesKept = std::size_t{1} << 20;  // in a job that waits to be used again

void work_on(Job& job, const Work& work) {
  job.heading.clear();
  job.output.clear();
  if (job.error) return;
  try {
    work(job);
  } catch (const std::bad_alloc&) {
    job.error = Error{.code = ErrorCode::kTooLarge,
                      .message = "not enough memory for this article; try fewer threads with -j",
                      .file = job.article.id};
  }
}

// One huge article does not hold its memory for the rest of the run.
void recycle(Job& job) {
  if (job.article.text.capacity() + job.page.capacity() + job.output.capacity() > kMaxBytesKept) job = Job{};
}

void run_alone(const Source& source, const MakeWork& make_work, Sink& sink) {
  const Work work = make_work();
  Job job;
  while (source(job)) {
    work_on(job, work);
    if (!sink.take(job)) return;
    recycle(job);
    sink.caught_up();
  }
}

class Ring {
 public:
  Ring(std::size_t threads, const MakeWork& make_work, Sink& sink)
      : threads_(threads), make_work_(make_work), sink_(sink), slots_(threads * kJobsPerThread) {}

  void run(const Source& source) {
    std::unique_lock lock(mutex_);
    for (;;) {
      room_.wait(lock, [&] {
        return stopped_ || (read_ - taken_ < slots_.size() && (read_ == taken_ || bytes_ < kMaxBytesWaiting));
      });
      if (stopped_) break;
      Slot& slot = at(read_);
      lock.unlock();
      const bool more = source(slot.job);
      lock.lock();
      if (!more) break;
      slot.bytes = slot.job.article.text.size() + slot.job.page.size();
      bytes_ += slot.bytes;
      ++read_;
      if (idle_ > 0) {
        work_to_do_.notify_one();
      } else if (workers_.size() < threads_) {
        start_worker();
      }
    }
    ended_ = true;
    lock.unlock();
    work_to_do_.notify_all();
    for (std::thread& worker : workers_) worker.join();
  }

 private:
  struct Slot {
    Job job;
    std::size_t bytes = 0;  // of what was read
    bool complete = false;
  };

  Slot& at(std::uint64_t number) { return slots_[number % slots_.size()]; }

  void start_worker() {
    const BlockInterrupts block;
    workers_.emplace_back([this] { work(); });
  }

  void work() {
    const Work work = make_work_();
    std::unique_lock lock(mutex_);
    for (;;) {
      ++idle_;
      work_to_do_.wait(lock, [&] { return stopped_ || ended_ || started_ < read_; });
      --idle_;
      if (stopped_ || started_ == read_) return;
      const std::uint64_t first = started_;
      started_ += std::clamp<std::uint64_t>((read_ - started_) / (2 * threads_), 1, kMaxRun);
      const std::uint64_t last = started_;
      lock.unlock();
      for (std::uint64_t i = first; i < last; ++i) work_on(at(i).job, work);
      lock.lock();
      for (std::uint64_t i = first; i < last; ++i) at(i).complete = true;
      if (!handing_over_) hand_over(lock);
    }
  }

  // Gives the sink every job that is complete and has none before it that is not. One thread at a time does so, the
  // lock open while the sink is at work; what others complete meanwhile it hands over too.
  void hand_over(std::unique_lock<std::mutex>& lock) {
    handing_over_ = true;
    bool caught_up = false;
    while (!stopped_ && !caught_up) {
      while (!stopped_ && at(taken_).complete) {
        Slot& slot = at(taken_);
        lock.unlock();
        const bool go_on = sink_.take(slot.job);
        recycle(slot.job);
        lock.lock();
        slot.complete = false;
        ++taken_;
        bytes_ -= slot.bytes;
        if (!go_on) stop();
        room_.notify_one();
      }
      if (stopped_ || taken_ != read_) break;
      lock.unlock();
      sink_.caught_up();
      lock.lock();
      caught_up = taken_ == read_;
    }
    handing_over_ = false;
  }

  void stop() {
    stopped_ = true;
    work_to_do_.notify_all();
  }

  const std::size_t threads_;
  const MakeWork& make_work_;
  Sink& sink_;

  std::mutex mutex_;  // guards all below, but for a job while it is with the source, a worker or the sink
  std::condition_variable work_to_do_;
  std::condition_variable room_;
  std::vector<Slot> slots_;  // job number n is at n modulo the size; taken_ <= started_ <= read_ <= taken_ + size
  std::uint64_t read_ = 0;
  std::uint64_t started_ = 0;
  std::uint64_t taken_ = 0;
  std::size_t bytes_ = 0;
  std::size_t idle_ = 0;
  bool ended_ = false;
  bool stopped_ = false;
  bool handing_over_ = false;
  std::vector<std::thread> workers_;  // the calling thread's own
};

}  // namespace

void run_pipeline(std::size_t threads, const Source& source, const MakeWork& make_work, Sink& sink) {
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  if (threads == 1) {
    run_alone(source, make_work, sink);
  } else {
    Ring(threads, make_work, sink).run(source);
  }
}

}  // namespace nutgraf::cli
