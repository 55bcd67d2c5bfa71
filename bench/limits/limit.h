// What one thread of this machine can do at most, one kind of operation at a time.
//
//   for (Limit& limit : memory_limits()) std::cout << limit.name << ": " << limit.measure() << " s a byte\n";
//
// An Operation is what a program is made of, and a Limit measures what it takes when nothing else is done. Memory and
// tables are prepared when the Limit is made; measure() takes about kMeasured and can be called again and again.
#pragma once

#include <time.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "nutgraf/model.h"

namespace nutgraf::bench {

enum class Operation : std::size_t {
  kReadByte,          // from memory, in order
  kCopyByte,          // from memory to memory, in order
  kMissInL1Set,       // a load whose address the load before it gives, within 16 KiB
  kMissInL2Set,       // within 512 KiB
  kMissInL3Set,       // within 16 MiB
  kMissInMemorySet,   // within 128 MiB
  kParseByte,         // of JSON: UTF-8 checked, and quotes, brackets and the like found
  kClassifyByte,      // of text: letter, end of sentence, or none
  kHashWord,          // a word's bytes -> its hash
  kFindInArticle,     // a hash in a table of 400 words
  kFindInVocabulary,  // a hash in a table of all words of the model
  kFindNext,          // the same, where the last look-up gives the hash
  kMultiplyRow,       // the int8 vector of a word in the model's table, times another
  kMultiplyAdd,       // of float32, not fused
  kExponential,       // of a float32; a logarithm takes about as much
};
inline constexpr std::size_t kOperations = static_cast<std::size_t>(Operation::kExponential) + 1;

struct Limit {
  Operation operation;
  std::string name;
  std::string unit;                 // of what is shown: "GB/s", "ns", or "G/s"
  std::function<double()> measure;  // seconds an operation
};

std::vector<Limit> memory_limits();
std::vector<Limit> scan_limits();
// With the model's words, a word drawn the more often the commoner it is (see draw_ranks).
std::vector<Limit> look_up_limits(const Model& model);
std::vector<Limit> arithmetic_limits(const Model& model);

inline constexpr double kMeasured = 0.02;  // seconds

// Seconds of processor time that this thread has had.
inline double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

// Calls `work` for kMeasured; the seconds that one of the `operations` of a call takes.
template <class Work>
double seconds_an_operation(std::size_t operations, const Work& work) {
  const double begin = processor_seconds();
  double seconds = 0;
  std::size_t calls = 0;
  do {
    work();
    ++calls;
    seconds = processor_seconds() - begin;
  } while (seconds < kMeasured);
  return seconds / static_cast<double>(calls * operations);
}

// Makes the compiler take `value` for used.
template <class T>
void use(const T& value) {
  asm volatile("" : : "r,m"(value) : "memory");
}

// `draws` ranks below `count`, rank r about as often as 1 / (r + 1) has it (Zipf's law); the same on every machine.
std::vector<std::uint32_t> draw_ranks(std::size_t count, std::size_t draws);

}  // namespace nutgraf::bench
