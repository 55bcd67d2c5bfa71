// A file mapped into memory, read only.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "nutgraf/error.h"

namespace nutgraf {

class MappedFile {
 public:
  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  // Errors: kNotFound, kUnreadable (also a folder or a pipe), kEmpty.
  static Result<MappedFile> open(const std::string& path);

  [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }

  // Copies the bytes into memory of huge pages, which takes the file's place at the same addresses: reading them here
  // and there then costs far fewer misses in the page tables. Some milliseconds; where the system has no such pages, or
  // no memory for them, all stays as it is. Others may read the bytes meanwhile, but only one may call it.
  void move_to_huge_pages() const;

 private:
  explicit MappedFile(std::span<const std::byte> bytes) : bytes_(bytes) {}

  std::span<const std::byte> bytes_;
};

}  // namespace nutgraf
