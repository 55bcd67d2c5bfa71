#include "nutgraf/error.h"

#include <fmt/format.h>

namespace nutgraf {

std::string to_string(const Error& error) {
  if (error.file.empty()) return error.message;
  if (error.line == 0) return fmt::format("{}: {}", error.file, error.message);
  return fmt::format("{}:{}: {}", error.file, error.line, error.message);
}

}  // namespace nutgraf
