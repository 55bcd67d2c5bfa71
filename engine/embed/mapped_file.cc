#include "embed/mapped_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
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

#ifdef MADV_HUGEPAGE
constexpr std::size_t kHugePage = std::size_t{2} << 20;
#else
constexpr std::size_t kHugePage = 1;
#endif

constexpr std::size_t whole_pages(std::size_t size) { return (size + kHugePage - 1) / kHugePage * kHugePage; }

// Memory of `size` bytes, whole huge pages that begin at a multiple of their size; null if there is none.
std::byte* reserve(std::size_t size, int protection) {
  const std::size_t slack = kHugePage > 1 ? kHugePage : 0;
  void* const area = ::mmap(nullptr, size + slack, protection, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (area == MAP_FAILED) return nullptr;
  if (slack == 0) return static_cast<std::byte*>(area);
  void* begin = area;
  std::size_t rest = size + slack;
  std::align(kHugePage, size, begin, rest);
  const std::size_t before = size + slack - rest;
  auto* const aligned = static_cast<std::byte*>(begin);
  if (before > 0) ::munmap(area, before);
  if (rest > size) ::munmap(aligned + size, rest - size);
  return aligned;
}

}  // namespace

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), whole_pages(bytes_.size()));
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
    if (std::byte* const area = reserve(whole_pages(size), PROT_NONE)) {
      memory = ::mmap(area, size, PROT_READ, MAP_SHARED | MAP_FIXED, descriptor, 0);
      why = errno;
      if (memory == MAP_FAILED) ::munmap(area, whole_pages(size));
    } else {
      why = errno;
    }
  }
  ::close(descriptor);
  if (!regular) return failed(path, ErrorCode::kUnreadable, "not a regular file");
  if (size == 0) return failed(path, ErrorCode::kEmpty, "an empty file");
  if (memory == MAP_FAILED) return unreadable(path, why);
  return MappedFile({static_cast<const std::byte*>(memory), size});
}

void MappedFile::move_to_huge_pages() const {
#ifdef MADV_HUGEPAGE
  const std::size_t size = whole_pages(bytes_.size());
  if (size == 0) return;
  std::byte* const pages = reserve(size, PROT_READ | PROT_WRITE);
  if (pages == nullptr) return;
  bool moved = ::madvise(pages, size, MADV_HUGEPAGE) == 0;
  if (moved) {
    std::ranges::copy(bytes_, pages);
    moved = ::mprotect(pages, size, PROT_READ) == 0 && ::mremap(pages, size, size, MREMAP_MAYMOVE | MREMAP_FIXED,
                                                                const_cast<std::byte*>(bytes_.data())) != MAP_FAILED;
  }
  if (!moved) ::munmap(pages, size);
#endif
}

}  // namespace nutgraf
