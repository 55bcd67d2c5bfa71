#include "held_input.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include "interrupt.h"

namespace nutgraf::cli {
namespace {

std::unexpected<Error> failed(ErrorCode code, std::string_view what) {
  return std::unexpected(
      Error{.code = code, .message = fmt::format("{}: {}", what, std::strerror(errno)), .file = "-"});
}

}  // namespace

HeldInput::HeldInput(HeldInput&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), empty_(other.empty_) {}

HeldInput::~HeldInput() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<HeldInput> HeldInput::make() {
  const int descriptor = ::memfd_create("nutgraf", MFD_CLOEXEC);
  if (descriptor < 0) return failed(ErrorCode::kUnwritable, "can't be held in memory");
  return HeldInput(descriptor);
}

Result<HeldInput> HeldInput::make(std::string_view bytes) {
  Result<HeldInput> held = make();
  if (!held) return held;
  if (const Result<void> done = held->append(bytes); !done) return std::unexpected(done.error());
  return held;
}

Result<HeldInput> HeldInput::make_from_standard_input() {
  constexpr std::size_t kBlockBytes = std::size_t{1} << 16;
  Result<HeldInput> held = make();
  if (!held) return held;
  const auto block = std::make_unique_for_overwrite<char[]>(kBlockBytes);
  for (;;) {
    const ssize_t size = ::read(STDIN_FILENO, block.get(), kBlockBytes);
    if (size == 0 || interrupted() != 0) return held;
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return failed(ErrorCode::kUnreadable, "cannot be read");
    const Result<void> done = held->append({block.get(), static_cast<std::size_t>(size)});
    if (!done) return std::unexpected(done.error());
  }
}

Result<void> HeldInput::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t size = ::write(descriptor_, bytes.data(), bytes.size());
    if (size < 0 && errno != EINTR) return failed(ErrorCode::kUnwritable, "can't be held in memory");
    if (size > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(size));
      empty_ = false;
    }
  }
  return {};
}

std::string HeldInput::path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }

}  // namespace nutgraf::cli
