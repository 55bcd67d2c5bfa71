#include "output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace nutgraf::cli {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} << 10;

bool same_file(const struct stat& a, const struct stat& b) {
  return S_ISREG(a.st_mode) && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

bool is_inside(const std::filesystem::path& file, const std::filesystem::path& folder) {
  std::error_code error;
  const std::filesystem::path relative = std::filesystem::weakly_canonical(file, error)
                                             .lexically_relative(std::filesystem::weakly_canonical(folder, error));
  return !error && !relative.empty() && *relative.begin() != "..";
}

// What is wrong with writing to `target`, whose path is empty for standard output.
std::optional<Error> clash(const struct stat& target, const std::string& path, const std::vector<std::string>& inputs) {
  for (const std::string& input : inputs) {
    struct stat status{};
    const bool known = input == "-" ? ::fstat(STDIN_FILENO, &status) == 0 : ::stat(input.c_str(), &status) == 0;
    if (!known) continue;
    if (same_file(target, status)) {
      return Error{.code = ErrorCode::kInvalidOption,
                   .message = "is an input as well as the output; write the output to another file",
                   .file = path.empty() ? input : path};
    }
    if (S_ISDIR(status.st_mode) && !path.empty() && S_ISREG(target.st_mode) && is_inside(path, input)) {
      return Error{.code = ErrorCode::kInvalidOption,
                   .message = fmt::format("the output lies in the input folder '{}'; write it to another place", input),
                   .file = path};
    }
  }
  return std::nullopt;
}

}  // namespace

Output::Output(int descriptor, std::string name)
    : descriptor_(descriptor), name_(std::move(name)), terminal_(::isatty(descriptor) != 0) {
  ::signal(SIGPIPE, SIG_IGN);  // a closed pipe is told by write()
}

Output::Output(Output&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      name_(std::move(other.name_)),
      terminal_(other.terminal_),
      state_(other.state_),
      error_(std::move(other.error_)),
      pending_(std::move(other.pending_)) {}

Output::~Output() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
}

Result<Output> Output::open(const std::string& path, const std::vector<std::string>& inputs) {
  struct stat status{};
  if (path.empty()) {
    Output out;
    if (::fstat(STDOUT_FILENO, &status) == 0) {
      if (auto error = clash(status, path, inputs)) return std::unexpected(std::move(*error));
    }
    return out;
  }
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (!exists) status.st_mode = S_IFREG;
  if (auto error = clash(status, path, inputs)) return std::unexpected(std::move(*error));
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    return std::unexpected(Error{.code = ErrorCode::kUnreadable,
                                 .message = fmt::format("can't be written: {}", std::strerror(errno)),
                                 .file = path});
  }
  return Output(descriptor, path);
}

void Output::fail(int code) {
  state_ = code == EPIPE ? State::kClosedPipe : State::kFailed;
  if (state_ == State::kFailed) error_ = fmt::format("{}: writing failed: {}", name_, std::strerror(code));
  pending_.clear();
}

void Output::write(std::string_view text) {
  if (state_ != State::kOpen) return;
  pending_ += text;
  if (pending_.size() >= kBlockBytes) flush();
}

void Output::flush() {
  std::string_view rest = pending_;
  while (!rest.empty()) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN) {  // someone made it non-blocking
      pollfd ready{.fd = descriptor_, .events = POLLOUT, .revents = 0};
      ::poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      return fail(errno);
    }
  }
  pending_.clear();
}

Output::State Output::finish() {
  if (state_ == State::kOpen) flush();
  // Some file systems tell of a full disk only now.
  if (::close(std::exchange(descriptor_, -1)) != 0 && errno != EINTR && state_ == State::kOpen) fail(errno);
  return state_;
}

}  // namespace nutgraf::cli
