// Takes numbers and runs of bytes from the front of untrusted bytes, and notes if there are not enough.
//
//   ByteReader reader(bytes);
//   const auto size = reader.read<std::uint32_t>();
//   const auto name = reader.take(size);
//   if (!reader.ok()) return cut_short();
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace nutgraf {

class ByteReader {
 public:
  explicit ByteReader(std::span<const std::byte> bytes) : rest_(bytes) {}

  // False once more was asked for than there was; from then on everything is 0 or empty.
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] std::span<const std::byte> rest() const { return rest_; }

  std::span<const std::byte> take(std::uint64_t size) {
    if (size > rest_.size()) {
      ok_ = false;
      rest_ = {};
      return {};
    }
    const auto taken = rest_.first(size);
    rest_ = rest_.subspan(size);
    return taken;
  }

  // `count` things of `size` bytes each, whose product may be beyond 64 bits.
  std::span<const std::byte> take(std::uint64_t count, std::uint64_t size) {
    return take(size != 0 && count > rest_.size() / size ? UINT64_MAX : count * size);
  }

  template <class T>
  T read() {
    T value{};
    if (const auto bytes = take(sizeof(T)); !bytes.empty()) std::memcpy(&value, bytes.data(), sizeof(T));
    return value;
  }

 private:
  std::span<const std::byte> rest_;
  bool ok_ = true;
};

}  // namespace nutgraf
