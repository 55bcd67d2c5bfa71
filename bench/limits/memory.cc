// Memory: in order, and by addresses that are known only when the load before has come.
#include <cstdint>
#include <cstring>
#include <memory>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "limits/limit.h"
#include "limits/widest.h"
#include "measure/random.h"

namespace nutgraf::bench {
namespace {

// More than the caches of a core; a server's shared L3 may hold it.
constexpr std::size_t kMemory = std::size_t{128} << 20;

struct alignas(64) Line {
  std::uint64_t next = 0;
};

NUTGRAF_WIDEST std::uint64_t sum(std::span<const std::uint64_t> words) {
  std::uint64_t sum = 0;
  for (const std::uint64_t word : words) sum += word;
  return sum;
}

// Lines that lead through each other in one random circle (Sattolo's shuffle).
std::vector<Line> make_circle(std::size_t bytes) {
  Random random(/*seed=*/1);
  std::vector<Line> lines(bytes / sizeof(Line));
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i].next = i;
  for (std::size_t i = lines.size() - 1; i > 0; --i) std::swap(lines[i].next, lines[random.below(i)].next);
  return lines;
}

Limit chase(Operation operation, std::string name, std::size_t bytes) {
  constexpr std::size_t kSteps = 10'000;
  auto lines = std::make_shared<const std::vector<Line>>(make_circle(bytes));
  return {.operation = operation,
          .name = std::move(name),
          .unit = "ns",
          .measure = [lines = std::move(lines), at = std::uint64_t{0}]() mutable {
            return seconds_an_operation(kSteps, [&] {
              for (std::size_t step = 0; step < kSteps; ++step) at = (*lines)[at].next;
              use(at);
            });
          }};
}

}  // namespace

std::vector<Limit> memory_limits() {
  // Both are written once, so that each page is one of its own.
  auto from = std::make_shared<std::vector<std::uint64_t>>(kMemory / sizeof(std::uint64_t), 1);
  auto to = std::make_shared<std::vector<std::uint64_t>>(from->size(), 2);
  return {
      {.operation = Operation::kReadByte,
       .name = "read, 128 MiB",
       .unit = "GB/s",
       .measure = [from] { return seconds_an_operation(kMemory, [&] { use(sum(*from)); }); }},
      {.operation = Operation::kCopyByte,
       .name = "copy, 128 MiB",
       .unit = "GB/s",
       .measure =
           [from, to] {
             return seconds_an_operation(kMemory, [&] {
               std::memcpy(to->data(), from->data(), kMemory);
               use(to->data());
             });
           }},
      chase(Operation::kMissInL1Set, "dependent loads, 16 KiB", std::size_t{16} << 10),
      chase(Operation::kMissInL2Set, "dependent loads, 512 KiB", std::size_t{512} << 10),
      chase(Operation::kMissInL3Set, "dependent loads, 16 MiB", std::size_t{16} << 20),
      chase(Operation::kMissInMemorySet, "dependent loads, 128 MiB", kMemory),
  };
}

}  // namespace nutgraf::bench
