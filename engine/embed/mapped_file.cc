#include "embed/mapped_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace nutgraf {
namespace {

std::unexpected<Error> failed(const std::string& path, ErrorCode code, std::string message) {
  return std::unexpected(Error{.code = code, .message = std::move(message), .file = path, .line = 0});
}

std::unexpected<Error> unreadable(const std::string& path, int why) {
  return failed(
      path, why == ENOENT ? ErrorCode::kNotFound : ErrorCode::kUnreadable,
      why == ENOENT ? "no such file" : fmt::format("cannot be read: {}", std::generic_category().message(why)));
}

}  // namespace

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

Result<MappedFile> MappedFile::open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return unreadable(path, errno);
  struct stat status{};
  void* memory = MAP_FAILED;
  int why = 0;
  const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  const auto size = static_cast<std::size_t>(status.st_size);
  if (regular && size > 0) {
    memory = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
    why = errno;
  }
  ::close(descriptor);
  if (!regular) return failed(path, ErrorCode::kUnreadable, "not a regular file");
  if (size == 0) return failed(path, ErrorCode::kEmpty, "an empty file");
  if (memory == MAP_FAILED) return unreadable(path, why);
  return MappedFile({static_cast<const std::byte*>(memory), size});
}

}  // namespace nutgraf
