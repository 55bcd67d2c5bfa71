// Where results go: standard output or a file, in large blocks by write(2).
//
// Knows the two ways that output ends early: the reader of a pipe has gone (no error), or the disk is full (an error).
// After either, further text is dropped.
#pragma once

#include <unistd.h>

#include <string>
#include <string_view>
#include <vector>

#include "nutgraf/error.h"

namespace nutgraf::cli {

class Output {
 public:
  enum class State { kOpen, kClosedPipe, kFailed };

  Output() : Output(STDOUT_FILENO, "standard output") {}
  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();

  // Truncates or creates the file; an empty path is standard output. Refuses a file that is one of `inputs`, or that
  // lies in a folder that is.
  static Result<Output> open(const std::string& path, const std::vector<std::string>& inputs);

  // Text may wait here until a block is full. A terminal gets it when flush() is called.
  void write(std::string_view text);
  void flush();

  // Flushes and closes.
  State finish();

  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] bool is_terminal() const { return terminal_; }
  [[nodiscard]] const std::string& error() const { return error_; }  // kFailed: why

 private:
  Output(int descriptor, std::string name);
  void fail(int code);

  int descriptor_;
  std::string name_;
  bool terminal_;
  State state_ = State::kOpen;
  std::string error_;
  std::string pending_;
};

}  // namespace nutgraf::cli
