// A flat hash table that lies in a model file as it is used: 64-bit hash -> 32-bit value, in one cache line mostly.
//
//   std::vector<HashSlot> slots = *build_hash_index(entries);
//   HashIndex(slots).find(word_hash("river"));   // its value, or nothing
//
// Open addressing with linear probing. The low bits of a hash choose the slot and its high 32 bits are kept as the tag,
// so a hash that was never put in is taken for another about once in 2^32 probes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace nutgraf {

struct HashSlot {
  std::uint32_t tag = 0;
  std::uint32_t value = 0;  // kFreeSlot: no entry
};
static_assert(sizeof(HashSlot) == 8);

inline constexpr std::uint32_t kFreeSlot = UINT32_MAX;

// No entry lies farther from its slot: a bound on the look-up in a file that lies about having free slots.
inline constexpr std::size_t kMaxProbes = 64;

// A view of slots, whose number must be zero or a power of two.
class HashIndex {
 public:
  HashIndex() = default;
  explicit HashIndex(std::span<const HashSlot> slots) : slots_(slots) {}

  [[nodiscard]] std::optional<std::uint32_t> find(std::uint64_t hash) const {
    if (slots_.empty()) return std::nullopt;
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    for (std::size_t probe = 0; probe < kMaxProbes; ++probe) {
      const HashSlot& slot = slots_[(hash + probe) & (slots_.size() - 1)];
      if (slot.value == kFreeSlot) return std::nullopt;
      if (slot.tag == tag) return slot.value;
    }
    return std::nullopt;
  }

  // Asks for the cache line that `find` will read.
  void prefetch(std::uint64_t hash) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }

  [[nodiscard]] std::span<const HashSlot> slots() const { return slots_; }

 private:
  std::span<const HashSlot> slots_;
};

// The slots of a table with these entries (hash, value); of entries with the same hash the first counts, and values
// must be less than kFreeSlot. At most two thirds of the slots are taken.
std::vector<HashSlot> build_hash_index(std::span<const std::pair<std::uint64_t, std::uint32_t>> entries);

}  // namespace nutgraf
