// Help on a terminal, from the flag table.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "command.h"

namespace nutgraf::cli {

std::string short_help(std::span<const Command> commands);
std::string full_help(std::span<const Command> commands);

std::string short_help(const Command& command);  // the usage line and the common flags
std::string full_help(const Command& command);   // examples first, then everything

// "-n, --sentences N", and what all flags are followed by: help.
std::string signature(const Flag& flag);

// What it does, after the operand that it goes with.
std::string meaning(const Flag& flag);

// The flags that every command has.
std::span<const Flag> help_flags();

// What an INPUT can be, for the commands that take some.
std::string_view about_inputs();

// What the exit status means, for help and the man page.
struct ExitStatus {
  std::string_view status;
  std::string_view meaning;
};
std::span<const ExitStatus> exit_statuses();

}  // namespace nutgraf::cli
