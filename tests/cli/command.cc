#include "command.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace nutgraf {
namespace {

struct Pipe {
  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    read = ends[0];
    write = ends[1];
  }
  int read = -1;
  int write = -1;
};

void close_once(int& descriptor) {
  if (descriptor >= 0) ::close(std::exchange(descriptor, -1));
}

// In the child: becomes the command. Without the right to read what file permissions forbid, even for root.
[[noreturn]] void become(const Folder& folder, std::vector<std::string>& arguments, const Running::Streams& streams) {
  ::dup2(streams.in, STDIN_FILENO);
  ::dup2(streams.out, STDOUT_FILENO);
  ::dup2(streams.err, STDERR_FILENO);
  ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE);
  ::prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH);
  for (const int signal : {SIGINT, SIGTERM, SIGPIPE}) ::signal(signal, SIG_DFL);
  ::unsetenv("NO_COLOR");
  if (streams.no_color != nullptr) ::setenv("NO_COLOR", streams.no_color, 1);
  ::setenv("TERM", "xterm", 1);
  std::string name = "nutgraf";
  std::vector<char*> argv = {name.data()};
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  if (::chdir(folder.path().c_str()) == 0) ::execv(NUTGRAF_COMMAND, argv.data());
  ::_exit(127);
}

}  // namespace

Folder::Folder() {
  std::string name = std::filesystem::temp_directory_path() / "nutgraf-test-XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string Folder::write(const std::string& name, std::string_view bytes) const {
  std::filesystem::create_directories((path_ / name).parent_path());
  std::ofstream(path_ / name, std::ios::binary) << bytes;
  return name;
}

std::string Folder::read(const std::string& name) const {
  std::ifstream file(path_ / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Running::Running(const Folder& folder, std::vector<std::string> arguments, Streams streams) {
  ::signal(SIGPIPE, SIG_IGN);
  Pipe in;
  Pipe out;
  Pipe err;
  const pid_t child = ::fork();
  if (child == 0) {
    if (streams.in < 0) streams.in = in.read;
    if (streams.out < 0) streams.out = out.write;
    if (streams.err < 0) streams.err = err.write;
    become(folder, arguments, streams);
  }
  process_ = child;
  ::close(in.read);
  ::close(out.write);
  ::close(err.write);
  in_ = in.write;
  out_ = out.read;
  err_ = err.read;
}

Running::~Running() {
  close_once(in_);
  close_once(out_);
  close_once(err_);
  if (process_ > 0) {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
}

void Running::write(std::string_view input) const {
  while (!input.empty()) {
    const ssize_t written = ::write(in_, input.data(), input.size());
    if (written <= 0) return;
    input.remove_prefix(static_cast<std::size_t>(written));
  }
}

void Running::close_input() { close_once(in_); }
void Running::close_output() { close_once(out_); }

std::string Running::read_line() const {
  std::string line;
  char c = 0;
  while (::read(out_, &c, 1) == 1) {
    line += c;
    if (c == '\n') break;
  }
  return line;
}

void Running::signal(int signal) const { ::kill(process_, signal); }

Outcome Running::finish() {
  close_input();
  Outcome outcome;
  std::array<std::pair<int*, std::string*>, 2> streams = {{{&out_, &outcome.out}, {&err_, &outcome.err}}};
  while (out_ >= 0 || err_ >= 0) {
    std::array<pollfd, 2> polled = {{{out_, POLLIN, 0}, {err_, POLLIN, 0}}};
    if (::poll(polled.data(), polled.size(), -1) < 0) continue;
    for (std::size_t i = 0; i < streams.size(); ++i) {
      if (polled[i].revents == 0) continue;
      std::array<char, 65536> buffer{};
      const ssize_t size = ::read(polled[i].fd, buffer.data(), buffer.size());
      if (size > 0) {
        streams[i].second->append(buffer.data(), static_cast<std::size_t>(size));
      } else if (size == 0 || errno != EINTR) {
        close_once(*streams[i].first);
      }
    }
  }
  int status = 0;
  ::waitpid(std::exchange(process_, -1), &status, 0);
  outcome.status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return outcome;
}

Outcome run(const Folder& folder, std::vector<std::string> arguments, std::string_view input) {
  Running running(folder, std::move(arguments));
  running.write(input);
  return running.finish();
}

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> result;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    result.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return result;
}

}  // namespace nutgraf
