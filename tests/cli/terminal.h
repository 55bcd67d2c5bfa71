// A terminal that nobody sits at.
//
//   Terminal terminal;
//   Running running(folder, {"segment"}, {.out = terminal.far_end()});
//   terminal.read_until_closed();  // what came out, with \r\n for line breaks
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <string>

namespace nutgraf {

class Terminal {
 public:
  // Containers may lack pseudo-terminals.
  static bool available() {
    const int near_end = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (near_end >= 0) ::close(near_end);
    return near_end >= 0;
  }

  Terminal() : near_end_(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
    if (near_end_ < 0 || ::grantpt(near_end_) != 0 || ::unlockpt(near_end_) != 0)
      throw std::runtime_error("no terminal");
    std::array<char, 256> name{};
    if (::ptsname_r(near_end_, name.data(), name.size()) != 0) throw std::runtime_error("a terminal without a name");
    far_end_ = ::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC);
  }
  ~Terminal() {
    ::close(far_end_);
    ::close(near_end_);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  // Where the command is.
  [[nodiscard]] int far_end() const { return far_end_; }

  // Once, when the command has ended. It must have written little enough for a terminal to hold.
  std::string read_until_closed() {
    ::close(far_end_);
    far_end_ = -1;
    std::string text;
    std::array<char, 4096> buffer{};
    for (ssize_t size = 0; (size = ::read(near_end_, buffer.data(), buffer.size())) > 0;) {
      text.append(buffer.data(), static_cast<std::size_t>(size));
    }
    return text;
  }

 private:
  int near_end_ = -1;
  int far_end_ = -1;
};

}  // namespace nutgraf
