// A library that counts the allocations of the whole command: preloaded into it, writes how often all its threads
// together asked for memory to the file that the variable NUTGRAF_ALLOCATIONS names, when the command ends.
#include <cinttypes>
#include <cstdio>
#include <cstdlib>

#include "allocations.h"

namespace {

[[gnu::destructor]] void write_count() {
  const std::uint64_t count = nutgraf::bench::allocations();
  const char* name = std::getenv("NUTGRAF_ALLOCATIONS");
  std::FILE* file = name != nullptr ? std::fopen(name, "w") : nullptr;
  if (file == nullptr) return;
  std::fprintf(file, "%" PRIu64 "\n", count);
  std::fclose(file);
}

}  // namespace
