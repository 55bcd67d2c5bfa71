#include "embed/hash_index.h"

#include <bit>

namespace nutgraf {
namespace {

// Whether the entry found a place within kMaxProbes.
bool insert(std::vector<HashSlot>& slots, std::uint64_t hash, std::uint32_t value) {
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  for (std::size_t probe = 0; probe < kMaxProbes; ++probe) {
    HashSlot& slot = slots[(hash + probe) & (slots.size() - 1)];
    if (slot.value == kFreeSlot) {
      slot = {.tag = tag, .value = value};
      return true;
    }
    if (slot.tag == tag) return true;
  }
  return false;
}

}  // namespace

std::vector<HashSlot> build_hash_index(std::span<const std::pair<std::uint64_t, std::uint32_t>> entries) {
  if (entries.empty()) return {};
  for (std::size_t size = std::bit_ceil(entries.size() + entries.size() / 2 + 1);; size *= 2) {
    std::vector<HashSlot> slots(size, {.tag = 0, .value = kFreeSlot});
    bool complete = true;
    for (const auto& [hash, value] : entries) complete = complete && insert(slots, hash, value);
    if (complete) return slots;
  }
}

}  // namespace nutgraf
