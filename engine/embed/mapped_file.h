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

 private:
  explicit MappedFile(std::span<const std::byte> bytes) : bytes_(bytes) {}

  std::span<const std::byte> bytes_;
};

}  // namespace nutgraf
