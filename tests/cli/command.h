// Runs the real `nutgraf` for a test, in a folder of its own.
//
//   Folder folder;
//   folder.write("a.txt", "The port reopened.");
//   Outcome outcome = run(folder, {"summarize", "a.txt"});
//   EXPECT_EQ(outcome.status, 0);
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf {

// A temporary folder, gone with the object.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  // Makes the folders on the way too. Returns the path inside the folder.
  std::string write(const std::string& name, std::string_view bytes) const;
  [[nodiscard]] std::string read(const std::string& name) const;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct Outcome {
  int status = -1;  // the exit status; 128 and the signal's number if a signal ended it
  std::string out;
  std::string err;
};

// A run that is not over yet.
class Running {
 public:
  struct Streams {
    int in = -1;  // -1: a pipe
    int out = -1;
    int err = -1;
    const char* no_color = nullptr;  // the variable NO_COLOR, which else is not set
  };

  Running(const Folder& folder, std::vector<std::string> arguments)
      : Running(folder, std::move(arguments), Streams()) {}
  // The descriptors in `streams` stay the caller's.
  Running(const Folder& folder, std::vector<std::string> arguments, Streams streams);
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  void write(std::string_view input) const;
  void close_input();
  void close_output();
  [[nodiscard]] std::string read_line() const;  // of standard output, with its line break; waits for it
  void signal(int signal) const;

  // Closes the input, reads what comes and waits for the end.
  Outcome finish();

 private:
  pid_t process_ = -1;
  int in_ = -1;
  int out_ = -1;
  int err_ = -1;
};

// The whole run. `input` is piped into it; without one standard input is empty.
Outcome run(const Folder& folder, std::vector<std::string> arguments, std::string_view input = {});

// Lines of `text`, without their breaks.
std::vector<std::string> lines(std::string_view text);

}  // namespace nutgraf
