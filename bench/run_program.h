// Running other programs.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace nutgraf::bench {

// Runs a program, `arguments` beginning with its path, with its output thrown away. The seconds of processor time that
// it took, those of the system for it counted in; nothing if it did not exit with 0.
std::optional<double> run_program(std::vector<std::string> arguments);

}  // namespace nutgraf::bench
