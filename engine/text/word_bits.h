// A read-mostly table from words, by their hash, to a few bits about each.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace nutgraf {

class WordBits {
 public:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint64_t bits = 0;  // not 0 in a used entry
  };

  WordBits() : slots_(1) {}

  // Entries of the same hash are or-ed together.
  explicit WordBits(const std::vector<Entry>& entries) : slots_(std::bit_ceil(4 * entries.size() + 1)) {
    for (const Entry& entry : entries) {
      Entry& slot = slots_[find(entry.hash)];
      slot.hash = entry.hash;
      slot.bits |= entry.bits;
    }
  }

  // The bits of a word; 0 if it is not in the table.
  [[nodiscard]] std::uint64_t operator[](std::uint64_t hash) const { return slots_[find(hash)].bits; }

  // Sends for what operator[] reads.
  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]); }

 private:
  [[nodiscard]] std::size_t find(std::uint64_t hash) const {
    std::size_t slot = hash & (slots_.size() - 1);
    // Taken, and by another word: one jump, which is seldom guessed wrong, where "&&" would be two.
    while ((slots_[slot].bits & (slots_[slot].hash == hash ? 0 : ~std::uint64_t{0})) != 0)
      slot = (slot + 1) & (slots_.size() - 1);
    return slot;
  }

  std::vector<Entry> slots_;  // open addressing: three of four are free, so most words that are not there cost one look
};

}  // namespace nutgraf
