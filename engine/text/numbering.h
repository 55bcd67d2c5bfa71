// Numbers distinct keys 0, 1, 2, ... in the order in which they come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace nutgraf {

class Numbering {
 public:
  void clear() {
    slots_.assign(slots_.size(), {});
    size_ = 0;
  }

  std::uint32_t operator[](std::uint64_t key) {
    if (2 * size_ >= slots_.size()) grow();
    Slot& slot = slots_[slot_of(key)];
    if (slot.number == kFree) slot = {.key = key, .number = size_++};
    return slot.number;
  }

  [[nodiscard]] bool contains(std::uint64_t key) const { return slots_[slot_of(key)].number != kFree; }
  [[nodiscard]] std::optional<std::uint32_t> find(std::uint64_t key) const {
    const std::uint32_t number = slots_[slot_of(key)].number;
    return number == kFree ? std::nullopt : std::optional(number);
  }
  [[nodiscard]] std::uint32_t size() const { return size_; }

 private:
  static constexpr std::uint32_t kFree = UINT32_MAX;

  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number = kFree;
  };

  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = (key * 0x9E3779B97F4A7C15U) >> 32U & mask;
    while (slots_[slot].number != kFree && slots_[slot].key != key) slot = (slot + 1) & mask;
    return slot;
  }

  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.number != kFree) slots_[slot_of(slot.key)] = slot;
  }

  std::vector<Slot> slots_ = std::vector<Slot>(1024);  // open addressing; a power of two
  std::uint32_t size_ = 0;
};

}  // namespace nutgraf
