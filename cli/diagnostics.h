// What the command tells its user on standard error: errors, notes, and progress on a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

namespace nutgraf::cli {

// Whether to colour what goes to `descriptor`: only a terminal, and not if NO_COLOR is set.
bool wants_colour(int descriptor);

class Diagnostics {
 public:
  Diagnostics() : Diagnostics(/*show_progress=*/false) {}

  // `show_progress`: if standard error is a terminal. Not where the results scroll by on the same one.
  explicit Diagnostics(bool show_progress);

  void error(std::string_view message);  // "nutgraf: MESSAGE"
  void note(std::string_view text);      // as it is

  // Shows how many articles are done, after the first second and a few times a second.
  void progress(std::size_t articles);

  // The same for learning: what is being done, and how much of it, in documents or in [0, 1]; 0: not known.
  void progress(std::string_view stage, std::size_t documents, double share);
  void end_progress();

  [[nodiscard]] double seconds() const;  // since the start

 private:
  [[nodiscard]] bool is_progress_due();
  void show_progress_line(std::string_view line);

  using Clock = std::chrono::steady_clock;

  bool colour_;
  bool show_progress_;
  bool line_shown_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point next_progress_ = start_ + std::chrono::seconds(1);
};

}  // namespace nutgraf::cli
