// Parsing a command line: arguments -> the options that a Command's flags point to, and its operands.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "command.h"

namespace nutgraf::cli {

struct Parsed {
  enum class Outcome { kRun, kShortHelp, kFullHelp, kWrong };
  Outcome outcome = Outcome::kRun;
  std::string message;  // kWrong: what is wrong
  Operands operands;
};

Parsed parse(const Command& command, std::span<char* const> arguments);

// The command that `arguments` begin with: in one word, or in two if it is of a group. nullptr if there is none.
const Command* find_command(std::span<const Command> commands, std::span<char* const> arguments);

// How many of the arguments its name takes.
std::size_t words_of_name(const Command& command);

// The commands of a group; none if there is no such group.
std::vector<Command> commands_of(std::span<const Command> commands, std::string_view group);

// What to say of a `name` that is no command, with the one that was perhaps meant.
std::string unknown_command(std::span<const Command> commands, std::string_view name);

}  // namespace nutgraf::cli
