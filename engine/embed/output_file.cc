#include "embed/output_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace nutgraf {
namespace {

std::unexpected<Error> unwritable(const std::string& path, std::string message) {
  return std::unexpected(Error{.code = ErrorCode::kUnwritable, .message = std::move(message), .file = path, .line = 0});
}

std::unexpected<Error> failed(const std::string& path, int why) {
  return unwritable(path, fmt::format("can't be written: {}", std::generic_category().message(why)));
}

}  // namespace

OutputFile::OutputFile(std::string path, std::string temporary_path, int descriptor)
    : path_(std::move(path)), temporary_path_(std::move(temporary_path)), descriptor_(descriptor) {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_path_(std::exchange(other.temporary_path_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_path_.empty()) ::unlink(temporary_path_.c_str());
}

Result<OutputFile> OutputFile::create(const std::string& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode))
    return unwritable(path, "is no regular file; give the name of a file");
  for (int attempt = 0;; ++attempt) {
    std::string temporary = fmt::format("{}.{}-{}.part", path, ::getpid(), attempt);
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0) return OutputFile(path, std::move(temporary), descriptor);
    if (errno != EEXIST) return failed(path, errno);
  }
}

Result<void> OutputFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return failed(path_, errno);
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Result<void> OutputFile::commit() {
  if (::fsync(descriptor_) != 0 && errno != EINVAL) return failed(path_, errno);
  if (::close(std::exchange(descriptor_, -1)) != 0 && errno != EINTR) return failed(path_, errno);
  if (std::rename(temporary_path_.c_str(), path_.c_str()) != 0) return failed(path_, errno);
  temporary_path_.clear();
  return {};
}

int open_nameless_beside(const std::string& path) {
  std::string name = path + ".XXXXXX";
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor >= 0) ::unlink(name.c_str());
  return descriptor;
}

}  // namespace nutgraf
