#include "diagnostics.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>

#include "thousands.h"

namespace nutgraf::cli {
namespace {

void write_all(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
    if (written < 0 && errno != EINTR) return;  // nobody to tell it to
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

bool wants_colour(int descriptor) {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return (no_color == nullptr || *no_color == '\0') && terminal != nullptr && std::string_view(terminal) != "dumb" &&
         ::isatty(descriptor) != 0;
}

Diagnostics::Diagnostics(bool show_progress)
    : colour_(wants_colour(STDERR_FILENO)), show_progress_(show_progress && ::isatty(STDERR_FILENO) != 0) {}

void Diagnostics::error(std::string_view message) {
  end_progress();
  write_all(fmt::format("{}nutgraf:{} {}\n", colour_ ? "\x1b[1;31m" : "", colour_ ? "\x1b[0m" : "", message));
}

void Diagnostics::note(std::string_view text) {
  end_progress();
  write_all(text);
}

bool Diagnostics::is_progress_due() {
  if (!show_progress_) return false;
  const Clock::time_point now = Clock::now();
  if (now < next_progress_) return false;
  next_progress_ = now + std::chrono::milliseconds(200);
  return true;
}

void Diagnostics::show_progress_line(std::string_view line) {
  write_all(fmt::format("\r{}\x1b[K", line));
  line_shown_ = true;
}

void Diagnostics::progress(std::size_t articles) {
  if (!is_progress_due()) return;
  const double rate = static_cast<double>(articles) / seconds();
  show_progress_line(
      fmt::format("{} articles, {}/s", with_thousands(articles), with_thousands(static_cast<std::size_t>(rate))));
}

void Diagnostics::progress(std::string_view stage, std::size_t documents, double share) {
  if (!is_progress_due()) return;
  const std::string much = documents > 0 ? fmt::format(": {} documents", with_thousands(documents))
                           : share > 0   ? fmt::format(": {:.0f} %", 100 * share)
                                         : "";
  show_progress_line(fmt::format("{}{}", stage, much));
}

void Diagnostics::end_progress() {
  if (line_shown_) write_all("\r\x1b[K");
  line_shown_ = false;
}

double Diagnostics::seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

}  // namespace nutgraf::cli
