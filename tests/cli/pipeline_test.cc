#include "pipeline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <string>
#include <thread>

namespace nutgraf::cli {
namespace {

// Numbers the jobs as they are read, and counts what has been read and not been taken yet.
struct Flow {
  std::atomic<std::size_t> read = 0;
  std::atomic<std::size_t> taken = 0;
  std::atomic<std::size_t> bytes = 0;  // of the texts in between

  [[nodiscard]] std::size_t in_flight() const { return read - taken; }
};

class OrderedSink : public Sink {
 public:
  explicit OrderedSink(Flow& flow) : flow_(flow) {}

  bool take(Job& job) override {
    EXPECT_EQ(job.output, std::to_string(flow_.taken.load()));
    flow_.bytes -= job.article.text.size();
    ++flow_.taken;
    return true;
  }
  void caught_up() override {}

 private:
  Flow& flow_;
};

// `text_bytes` of each job. The work on the first one takes until `enough(flow)`, so that all others wait behind it.
template <class Enough, class Check>
void run_behind_first(std::size_t threads, std::size_t jobs, std::size_t text_bytes, const Enough& enough,
                      const Check& check) {
  Flow flow;
  OrderedSink sink(flow);
  const Source source = [&](Job& job) {
    check(flow);
    if (flow.read == jobs) return false;
    job.article.id = std::to_string(flow.read.load());
    job.article.text.assign(text_bytes, 'x');
    flow.bytes += text_bytes;
    ++flow.read;
    return true;
  };
  const MakeWork make_work = [&] {
    return [&](Job& job) {
      while (job.article.id == "0" && !enough(flow)) std::this_thread::yield();
      job.output = job.article.id;
    };
  };
  run_pipeline(threads, source, make_work, sink);
  EXPECT_EQ(flow.taken, jobs);
}

TEST(Pipeline, HoldsNoMoreJobsThanItHasRoomFor) {
  for (const std::size_t threads : {2, 3, 8}) {
    const std::size_t room = threads * kJobsPerThread;
    std::size_t most = 0;
    run_behind_first(
        threads, 4 * room, 1, [&](const Flow& flow) { return flow.in_flight() >= room; },
        [&](const Flow& flow) { most = std::max(most, flow.in_flight()); });
    EXPECT_LT(most, room) << "another was read when there was no room";
    EXPECT_GE(most, room / 2);
  }
}

TEST(Pipeline, HoldsNoMoreTextThanItHasRoomFor) {
  constexpr std::size_t kText = kMaxBytesWaiting / 16;
  std::size_t most = 0;
  run_behind_first(
      2, 64, kText, [](const Flow& flow) { return flow.bytes >= kMaxBytesWaiting; },
      [&](const Flow& flow) { most = std::max(most, flow.bytes.load()); });
  EXPECT_LT(most, kMaxBytesWaiting) << "another was read when there was no room";
}

TEST(Pipeline, OneThreadHoldsOneJob) {
  run_behind_first(
      1, 100, 1, [](const Flow&) { return true; }, [](const Flow& flow) { EXPECT_EQ(flow.in_flight(), 0U); });
}

TEST(Pipeline, AWorkerThatRunsOutOfMemoryFailsTheJobAlone) {
  struct CountingSink : Sink {
    bool take(Job& job) override {
      ++taken;
      failed += job.error ? 1 : 0;
      return true;
    }
    void caught_up() override {}
    std::size_t taken = 0;
    std::size_t failed = 0;
  };
  for (const std::size_t threads : {1, 3}) {
    std::size_t read = 0;
    CountingSink sink;
    const Source source = [&](Job& job) {
      job.error.reset();
      job.article.id = std::to_string(read);
      return read++ < 10;
    };
    run_pipeline(
        threads, source,
        [] {
          return [](Job& job) {
            if (job.article.id == "4") throw std::bad_alloc();
          };
        },
        sink);
    EXPECT_EQ(sink.taken, 10U);
    EXPECT_EQ(sink.failed, 1U);
  }
}

}  // namespace
}  // namespace nutgraf::cli
