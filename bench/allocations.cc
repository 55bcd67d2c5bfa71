#include "allocations.h"

#include <atomic>
#include <cerrno>
#include <cstddef>

namespace {
constinit std::atomic<std::uint64_t> count = 0;
}  // namespace

// glibc lets a program bring its own malloc, and keeps its own under these names. operator new ends up here too.
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): the names are glibc's
extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t number, std::size_t size);
void* __libc_realloc(void* block, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

void* malloc(std::size_t size) {
  ++count;
  return __libc_malloc(size);
}

void* calloc(std::size_t number, std::size_t size) {
  ++count;
  return __libc_calloc(number, size);
}

void* realloc(void* block, std::size_t size) {
  ++count;
  return __libc_realloc(block, size);
}

void* aligned_alloc(std::size_t alignment, std::size_t size) {
  ++count;
  return __libc_memalign(alignment, size);
}

int posix_memalign(void** block, std::size_t alignment, std::size_t size) {
  ++count;
  *block = __libc_memalign(alignment, size);
  return *block == nullptr ? ENOMEM : 0;
}
}

namespace nutgraf::bench {

std::uint64_t allocations() { return count; }

}  // namespace nutgraf::bench
